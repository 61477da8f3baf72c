import Accounts
import ArgumentParser
import Campus
import Essentials

/// `rebond cohort list [KEY]`
struct CohortList: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Montre les promos, ou les personnes de l’une d’elles. / Lists cohorts, or the people of one.")

    @Argument(help: "Clé d’une promo, pour voir ses personnes. / Key of a cohort, to see its people.")
    var cohort: String?

    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        if let cohort {
            try await listPeople(of: cohort, console)
        } else {
            try await listCohorts(console)
        }
    }

    private func listCohorts(_ console: Console) async throws {
        let cohorts = try await DataDirectory.with(data, .existing) { data in
            let campus = data.campus()
            var cohorts: [Campus.ListedCohort] = []
            var key: String? = ""
            while let after = key {
                let page = try await campus.allCohorts(after: after)
                cohorts += page.cohorts
                key = page.next
            }
            return cohorts
        }
        try console.give(cohorts.map(CohortLine.init), as: format) {
            var table = TextTable(
                [
                    .key, .title, Phrase(fr: "DU", en: "FROM"), Phrase(fr: "AU", en: "TO"),
                    Phrase(fr: "STAGIAIRES", en: "LEARNERS"), Phrase(fr: "COURS", en: "COURSES"),
                ], in: console.language)
            for line in cohorts {
                let cohort = line.cohort
                table.add(
                    [
                        cohort.key, cohort.title, cohort.startsOn?.text ?? "-", cohort.endsOn?.text ?? "-",
                        "\(line.headcount[.learner] ?? 0)", line.courses.joined(separator: ", "),
                    ])
            }
            console.print(table)
        }
    }

    private func listPeople(of cohort: String, _ console: Console) async throws {
        let people = try await DataDirectory.with(data, .existing) { data in
            let campus = data.campus()
            var people: [CohortListing] = []
            for role in CohortRole.allCases {
                var position: PersonListPosition?
                repeat {
                    let page = try await campus.members(of: cohort, as: role, after: position)
                    people += page.people
                    position = page.next
                } while position != nil
            }
            return people
        }
        try console.give(people.map(MemberLine.init), as: format) {
            var table = TextTable([.login, .name, .role, .since], in: console.language)
            for line in people {
                table.add(
                    [
                        line.person.login, line.person.name.full, line.role.phrase.in(console.language), line.joinedAt.day,
                    ])
            }
            console.print(table)
        }
    }

    private struct CohortLine: Encodable {
        let key: String
        let title: String
        let startsOn: String?
        let endsOn: String?
        let people: [String: Int]
        let courses: [String]

        init(_ line: Campus.ListedCohort) {
            key = line.cohort.key
            title = line.cohort.title
            startsOn = line.cohort.startsOn?.text
            endsOn = line.cohort.endsOn?.text
            people = Dictionary(
                line.headcount.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
            courses = line.courses
        }
    }

    private struct MemberLine: Encodable {
        let id: String
        let login: String
        let name: String
        let role: String
        let joinedAt: String

        init(_ line: CohortListing) {
            id = line.person.id.text
            login = line.person.login
            name = line.person.name.full
            role = line.role.rawValue
            joinedAt = line.joinedAt.iso8601
        }
    }
}
