import Accounts
import ArgumentParser
import Campus
import Essentials

/// `rebond person list`
struct PersonList: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Montre tous les comptes, par nom. / Lists all accounts, by name.")

    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let people = try await DataDirectory.with(data, .existing) { data in
            let campus = data.campus()
            var people: [Campus.ListedPerson] = []
            var position: PersonListPosition?
            repeat {
                let page = try await campus.people(after: position)
                people += page.people
                position = page.next
            } while position != nil
            return people
        }
        try console.give(people.map(Line.init), as: format) {
            var table = TextTable([.login, .name, .email, .role], in: console.language)
            for person in people {
                var roles = person.roles.installation.map(\.phrase).map { $0.in(console.language) }.sorted()
                if person.listing.isDisabled { roles.append(Phrase.closed.in(console.language)) }
                table.add(
                    [
                        person.listing.login, person.listing.name.full, person.listing.email ?? "-",
                        roles.joined(separator: ", "),
                    ])
            }
            console.print(table)
        }
        console.note(
            Phrase.counted(
                people.count, fr: ("\(people.count) personne.", "\(people.count) personnes."),
                en: ("\(people.count) person.", "\(people.count) people.")))
    }

    private struct Line: Encodable {
        let id: String
        let login: String
        let name: String
        let email: String?
        let roles: [String]
        let isClosed: Bool

        init(_ person: Campus.ListedPerson) {
            id = person.listing.id.text
            login = person.listing.login
            name = person.listing.name.full
            email = person.listing.email
            roles = person.roles.installation.map(\.rawValue).sorted()
            isClosed = person.listing.isDisabled
        }
    }
}
