import Accounts
import Campus
import CourseContent
import Essentials
import HTML

/// One's own page: settings, password, where one is signed in.
struct ProfilePage: Page {
    struct Model: Encodable, Sendable {
        let login: String
        let givenName: String
        let familyName: String
        let email: String?
        let preferences: Preferences
        /// Whether points are seen; left out where there are none to decide on.
        let seesPoints: Bool?
        let sessions: [Session]
        /// What one follows: each has a page of one's own progress.
        let courses: [FollowedCourse]

        struct FollowedCourse: Encodable, Sendable {
            let key: String
            let title: String
            let language: Language
        }

        struct Session: Encodable, Sendable {
            let startedAt: Instant
            let lastSeenAt: Instant
            let isThisOne: Bool
        }

        init(
            viewer: Viewer, sessions: [SignInSession], following: [Campus.Following] = [], seesPoints: Bool? = nil
        ) {
            self.seesPoints = seesPoints
            login = viewer.person.login.text
            givenName = viewer.person.name.given
            familyName = viewer.person.name.family
            email = viewer.person.email?.text
            preferences = viewer.person.preferences
            courses = following.map { following in
                let outline = following.course.outline
                return FollowedCourse(key: outline.key, title: outline.title, language: outline.language)
            }
            self.sessions = sessions.map { session in
                Session(
                    startedAt: session.createdAt, lastSeenAt: session.lastSeenAt, isThisOne: session.token == viewer.session)
            }
        }
    }

    enum Notice: String, Sendable {
        case saved
        case password
    }

    let model: Model
    let notice: Notice?
    let problem: Problem?
    /// Whether who asks makes cohorts: an administrator may follow none yet.
    var mayMakeCohorts = false
    var menu: MenuEntry? { .profile }

    func heading(_ words: Words) -> String { words(.profile) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                h1 { [model.givenName, model.familyName].filter { !$0.isEmpty }.joined(separator: " ") }
                p(.class("quiet")) { model.login }
            }
            if let notice {
                div(.class("notice notice-right"), .role(.status)) {
                    words.icon("done")
                    div { p { words(notice == .saved ? .saved : .passwordChanged) } }
                }
            }
            if let problem {
                div(.class("notice notice-danger"), .role(.alert)) {
                    words.icon("warning")
                    div { p { words(problem.detail) } }
                }
            }
            progress(words)
            if mayMakeCohorts { p { a(.href(Links.newCohort)) { words(.newCohort) } } }
            settings(words)
            section(.class("card"), .aria(.labelledby, "mail")) {
                h2(.id("mail")) { words(.sessionMail) }
                p { words(.mailCardLead) }
                p { a(.class("button"), .href(Links.profileMail)) { words(.seeWhatIReceive) } }
            }
            if let seesPoints = model.seesPoints { PointsChoiceView(seesPoints: seesPoints, words: words) }
            password(words)
            signingIn(words)
        }
    }

    @MarkupBuilder private func progress(_ words: Words) -> some Markup {
        if !model.courses.isEmpty {
            section(.class("stack"), .aria(.labelledby, "progress")) {
                h2(.id("progress")) { words(.myProgress) }
                ul(.class("rows")) {
                    ForEach(model.courses) { course in
                        li {
                            a(.class("row"), .href(Links.progress(course.key))) {
                                span(.class("row-main")) { strong(.lang(words.lang(of: course.language))) { course.title } }
                            }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private func settings(_ words: Words) -> some Markup {
        section(.class("card"), .aria(.labelledby, "settings")) {
            h2(.id("settings")) { words(.settings) }
            form(.class("form"), .method(.post), .action(Links.profile)) {
                Choices(
                    name: "language", legendText: words(.language), chosen: model.preferences.language.rawValue,
                    choices: [("fr", "Français", "fr"), ("en", "English", "en")])
                Choices(
                    name: "theme", legendText: words(.theme), chosen: model.preferences.theme.rawValue,
                    choices: [
                        ("system", words(.themeSystem), nil), ("light", words(.themeLight), nil),
                        ("dark", words(.themeDark), nil),
                    ])
                Choices(
                    name: "spacing", legendText: words(.spacing), chosen: model.preferences.spacing.rawValue,
                    choices: [("normal", words(.spacingNormal), nil), ("wide", words(.spacingWide), nil)])
                div(.class("actions")) { button(.class("button button-main")) { words(.save) } }
            }
        }
    }

    @MarkupBuilder private func password(_ words: Words) -> some Markup {
        section(.class("card"), .aria(.labelledby, "password")) {
            h2(.id("password")) { words(.changePassword) }
            form(.class("form"), .method(.post), .action(Links.password), .novalidate()) {
                // For password managers: whose password it is.
                input(.type(.hidden), .name("username"), .value(model.login), .autocomplete("username"))
                PasswordField(
                    name: "current", words: words(.currentPassword), hint: nil, purpose: "current-password",
                    wrong: wrong("current", words))
                PasswordField(
                    name: "new", words: words(.newPassword), hint: words(.newPasswordHint), purpose: "new-password",
                    wrong: wrong("password", words))
                div(.class("actions")) { button(.class("button"), .data("busy", words(.oneMoment))) { words(.changePassword) } }
            }
        }
    }

    private func wrong(_ field: String, _ words: Words) -> String? {
        problem?.fields.first { $0.field == field }.map { words($0.message) }
    }

    @MarkupBuilder private func signingIn(_ words: Words) -> some Markup {
        section(.class("card"), .aria(.labelledby, "security")) {
            h2(.id("security")) { words(.security) }
            form(.class("actions"), .method(.post), .action(Links.signOut)) {
                button(.class("button")) {
                    words.icon("sign-out")
                    " "
                    words(.signOut)
                }
            }
            form(.class("actions"), .method(.post), .action(Links.signOutEverywhere)) {
                button(.class("button button-quiet")) { words(.signOutEverywhere) }
            }
            p(.class("quiet")) { words(.signOutEverywhereHint) }
            p { a(.href(Links.accountHistory)) { words(.accountHistory) } }
        }
    }
}

private struct Choices: View {
    let name: String
    let legendText: String
    let chosen: String
    let choices: [(value: String, text: String, lang: String?)]

    var body: some Markup {
        fieldset(.class("field")) {
            legend { legendText }
            ForEach(choices) { choice in
                label(.class("choice")) {
                    input(.type(.radio), .name(name), .value(choice.value), .checked(choice.value == chosen))
                    span(.lang(choice.lang)) { choice.text }
                }
            }
        }
    }
}

private struct PasswordField: View {
    let name: String
    let words: String
    let hint: String?
    let purpose: String
    let wrong: String?

    var body: some Markup {
        div(.class("field"), .class("field-wrong", when: wrong != nil)) {
            label(.for("\(name)-field")) { words }
            if let hint { p(.class("field-hint"), .id("\(name)-hint")) { hint } }
            input(
                .class("input"), .id("\(name)-field"), .name(name), .type(.password), .autocomplete(purpose),
                .aria(.describedby, described), .aria(.invalid, wrong == nil ? nil : "true"))
            if let wrong { p(.class("field-error"), .id("\(name)-error")) { wrong } }
        }
    }

    private var described: String? {
        let ids = [hint.map { _ in "\(name)-hint" }, wrong.map { _ in "\(name)-error" }].compactMap(\.self)
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}

extension Phrase {
    fileprivate static let mailCardLead = Phrase(
        fr: "Pourquoi et quand nous vous écrivons, l’heure du résumé, vos heures calmes.",
        en: "Why and when we write to you, the hour of the summary, your quiet hours.")
    fileprivate static let seeWhatIReceive = Phrase(fr: "Voir et choisir", en: "See and choose")
}
