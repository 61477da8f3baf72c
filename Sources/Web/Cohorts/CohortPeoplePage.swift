import Accounts
import Campus
import CourseContent
import Essentials
import HTML

/// The courses of a cohort and the people in it, for who decides on them.
struct CohortPeoplePage: Page {
    struct Model: Encodable, Sendable {
        let key: String
        let title: String
        let startsOn: CalendarDay?
        let endsOn: CalendarDay?
        let courses: [Choice]
        /// Published courses that it does not follow.
        let otherCourses: [Choice]
        let groups: [Choice]
        let people: [Member]
        /// Whether its learners see points.
        let hasPoints: Bool

        struct Choice: Encodable, Sendable {
            let key: String
            let title: String
        }

        struct Member: Encodable, Sendable {
            let login: String
            let givenName: String
            let familyName: String
            let role: CohortRole
            /// The title of the group; left out for none.
            let group: String?
        }

        init(_ reading: Campus.CohortPeople) {
            key = reading.cohort.key
            title = reading.cohort.title
            startsOn = reading.cohort.startsOn
            endsOn = reading.cohort.endsOn
            courses = reading.courses.map { Choice(key: $0.outline.key, title: $0.outline.title) }
            otherCourses = reading.otherCourses.map { Choice(key: $0.outline.key, title: $0.outline.title) }
            hasPoints = reading.hasPoints
            groups = reading.groups.map { Choice(key: $0.key, title: $0.title) }
            people = reading.people.map { line in
                Member(
                    login: line.person.login, givenName: line.person.name.given, familyName: line.person.name.family,
                    role: line.role, group: line.group.flatMap { id in reading.groups.first { $0.id == id }?.title })
            }
        }
    }

    /// The forms of the page: a refusal is shown in its own.
    enum Form: Sendable {
        case course, people, account, leaving
    }

    let model: Model
    var refused: Form?
    var problem: Problem?
    /// What was typed, by the name of the field.
    var typed: [String: String] = [:]
    var menu: MenuEntry? { .cohorts }

    func heading(_ words: Words) -> String { words(.peopleAndCourses) + " · " + model.title }

    private func problem(in form: Form) -> Problem? { refused == form ? problem : nil }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.cohort(model.key))) {
                    words.icon("back")
                    " "
                    model.title
                }
                h1 { words(.peopleAndCourses) }
                if let dates = words.period(from: model.startsOn, to: model.endsOn) { p(.class("quiet")) { dates } }
            }
            courses(words)
            people(words)
            details(.class("more"), .open(refused == .people)) {
                summary { words(.enrolPeople) }
                enrolment(words)
            }
            details(.class("more"), .open(refused == .account)) {
                summary { words(.addAccount) }
                account(words)
            }
            CohortPointsView(cohort: model.key, hasPoints: model.hasPoints, words: words)
        }
    }

    private func courses(_ words: Words) -> some Markup {
        section(.aria(.labelledby, "courses")) {
            h2(.id("courses")) { words(.coursesOfCohort) }
            if model.courses.isEmpty { p(.class("quiet")) { words(.noCourseYet) } }
            ul { ForEach(model.courses) { course in li { course.title } } }
            if !model.otherCourses.isEmpty {
                form(.class("form"), .method(.post), .action(Links.cohortCourses(model.key))) {
                    FormProblem(problem: problem(in: .course), words: words)
                    choice("course", .oneMoreCourse, model.otherCourses.map { ($0.key, $0.title) }, words)
                    button(.class("button"), .data("busy", words(.oneMoment))) { words(.followCourse) }
                }
            }
        }
    }

    private func people(_ words: Words) -> some Markup {
        section(.aria(.labelledby, "people")) {
            h2(.id("people")) { words(.peopleOfCohort) }
            FormProblem(problem: problem(in: .leaving), words: words)
            if model.people.isEmpty { p(.class("quiet")) { words(.nobodyYet) } }
            ul(.class("rows")) {
                ForEach(model.people) { person in
                    li {
                        form(.class("row"), .method(.post), .action(Links.cohortPersonRemoved(model.key))) {
                            input(.type(.hidden), .name("login"), .value(person.login))
                            input(.type(.hidden), .name("role"), .value(person.role.rawValue))
                            span(.class("row-main")) {
                                strong { "\(person.givenName) \(person.familyName)" }
                                " "
                                span(.class("quiet")) {
                                    person.login + " · " + words(person.role.phrase)
                                    if let group = person.group { " · " + group }
                                }
                            }
                            button(.class("button button-quiet")) {
                                words(.leaveCohort)
                                span(.class("visually-hidden")) { " : \(person.givenName) \(person.familyName)" }
                            }
                        }
                    }
                }
            }
        }
    }

    private func enrolment(_ words: Words) -> some Markup {
        let problem = problem(in: .people)
        let wrong = problem?.fields.first { $0.field == "logins" }?.message
        return form(.class("form"), .method(.post), .action(Links.cohortPeople(model.key)), .novalidate()) {
            FormProblem(problem: problem, words: words)
            div(.class("field"), .class("field-wrong", when: wrong != nil)) {
                label(.for("logins")) { words(.loginsLabel) }
                p(.class("quiet small"), .id("logins-hint")) { words(.loginsHint) }
                textarea(
                    .class("input"), .id("logins"), .name("logins"), .rows(4), .autocomplete("off"),
                    .aria(.describedby, wrong == nil ? "logins-hint" : "logins-hint logins-error"),
                    .attribute("aria-invalid", wrong == nil ? nil : "true")
                ) { typed["logins"] ?? "" }
                if let wrong { FieldError(id: "logins-error", message: wrong, words: words) }
            }
            choice("role", .roleLabel, Self.roles(words), words)
            if !model.groups.isEmpty {
                choice("group", .group, [("", words(.noGroup))] + model.groups.map { ($0.key, $0.title) }, words)
            }
            button(.class("button"), .data("busy", words(.oneMoment))) { words(.enrol) }
        }
    }

    private func account(_ words: Words) -> some Markup {
        let problem = problem(in: .account)
        return form(.class("form"), .method(.post), .action(Links.cohortAccounts(model.key)), .novalidate()) {
            FormProblem(problem: problem, words: words)
            TextField(name: "givenName", text: .givenName, value: typed["givenName"] ?? "", problem: problem, words: words)
            TextField(name: "name", text: .familyName, value: typed["name"] ?? "", problem: problem, words: words)
            TextField(name: "login", text: .loginLabel, value: typed["login"] ?? "", problem: problem, words: words)
            TextField(
                name: "email", text: .emailLabel, value: typed["email"] ?? "", type: .email, problem: problem, words: words)
            choice("role", .roleLabel, Self.roles(words), id: "account-role", words)
            button(.class("button"), .data("busy", words(.oneMoment))) { words(.makeAccount) }
        }
    }

    private static func roles(_ words: Words) -> [(String, String)] {
        CohortRole.allCases.map { ($0.rawValue, words($0.phrase)) }
    }

    private func choice(
        _ name: String, _ text: Phrase, _ choices: [(key: String, title: String)], id: String? = nil, _ words: Words
    ) -> some Markup {
        div(.class("field")) {
            label(.for(id ?? name)) { words(text) }
            select(.class("input"), .id(id ?? name), .name(name)) {
                ForEach(choices) { choice in
                    option(.value(choice.key), .selected(choice.key == typed[name])) { choice.title }
                }
            }
        }
    }
}
