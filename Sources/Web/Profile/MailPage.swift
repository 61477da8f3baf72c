import Accounts
import Campus
import Essentials
import HTML
import Outbound

/// What one will receive: why, by which way and when; the hour of the summary, quiet hours, and stopping all of it.
struct MailPage: Page {
    struct Model: Encodable, Sendable {
        /// Left out for somebody without one.
        let address: String?
        /// Since when a mail server refuses the address; left out when none does.
        let refusedSince: Instant?
        /// Whether letters are wanted.
        let getsMail: Bool
        /// The hour of the summary; left out for never.
        let digestHour: Int?
        /// Quiet hours, by the clock of the place; left out for none.
        let quietFrom: Int?
        let quietUntil: Int?
        let zone: String
        let causes: [Cause]

        struct Cause: Encodable, Sendable {
            let cause: Campus.MailCause
            let way: Way
            let timing: Timing
        }

        enum Way: String, Encodable, Sendable {
            /// By e-mail, and in the page.
            case mail
            /// In the page only.
            case page
        }

        enum Timing: String, Encodable, Sendable {
            /// At once; in quiet hours only what begins soon.
            case atOnce = "at-once"
            /// The day before and an hour before.
            case before
            /// Five minutes later, unless it was read; not in quiet hours.
            case soon
            /// Once a day, at the hour that was chosen.
            case daily
            /// When one looks.
            case inPage = "in-page"
        }

        init(_ reading: Campus.MailReading) {
            address = reading.address?.text
            refusedSince = reading.bounce?.at
            getsMail = reading.getsMail
            digestHour = reading.wishes.digestHour
            quietFrom = reading.wishes.quiet?.from
            quietUntil = reading.wishes.quiet?.until
            zone = reading.wishes.zone
            let canWrite = reading.address != nil && reading.bounce == nil
            let wishes = reading.wishes
            let wanted = reading.getsMail
            // Without an address there is no link to sign in.
            causes = reading.causes.filter { canWrite || $0 != .signIn }.map { cause in
                let isMail: Bool
                let timing: Timing
                switch cause {
                case .session: (isMail, timing) = (wanted, .atOnce)
                case .reminder: (isMail, timing) = (wanted, .before)
                case .answer, .call: (isMail, timing) = (wanted, .soon)
                case .summary: (isMail, timing) = (wanted && wishes.digestHour != nil, .daily)
                case .signIn: (isMail, timing) = (true, .atOnce)
                case .games: (isMail, timing) = (false, .inPage)
                }
                let comes = isMail && canWrite
                return Cause(cause: cause, way: comes ? .mail : .page, timing: comes ? timing : .inPage)
            }
        }
    }

    let model: Model
    var isSaved = false
    var problem: Problem?
    var menu: MenuEntry? { .profile }

    func heading(_ words: Words) -> String { words(.sessionMail) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.profile)) {
                    words.icon("back")
                    " "
                    words(.profile)
                }
                h1 { words(.sessionMail) }
                p(.class("lead")) { words(lead) }
            }
            if isSaved {
                div(.class("notice notice-right"), .role(.status)) {
                    words.icon("done")
                    div { p { words(.saved) } }
                }
            }
            FormProblem(problem: problem, words: words)
            if let address = model.address, let since = model.refusedSince { refused(address, since, words) }
            list(words)
            if model.address != nil {
                if model.getsMail { choices(words) }
                section(.class("card"), .aria(.labelledby, "all-mail")) {
                    h2(.id("all-mail")) { words(.allMail) }
                    p(.class("quiet")) { words(model.getsMail ? .stopHint : .getsNoMail) }
                    form(.class("actions"), .method(.post), .action(Links.profileMail)) {
                        input(.type(.hidden), .name("getsMail"), .value(model.getsMail ? "no" : "yes"))
                        button(.class("button")) { words(model.getsMail ? .refuseMail : .wantMail) }
                    }
                }
            }
        }
    }

    private var lead: Phrase {
        guard let address = model.address else { return .noAddressForMail }
        if model.refusedSince != nil { return .allOnTheSite }
        return model.getsMail ? .mailGoesTo(address) : .getsNoMail
    }

    private func refused(_ address: String, _ since: Instant, _ words: Words) -> some Markup {
        div(.class("notice notice-danger")) {
            words.icon("warning")
            div {
                p { strong { words(.addressRefused(address, words.moment(since))) } }
                p { words(.addressRefusedHelp) }
                form(.class("actions"), .method(.post), .action(Links.profileMail)) {
                    input(.type(.hidden), .name("addressIsRight"), .value("yes"))
                    button(.class("button")) { words(.addressIsRight) }
                }
            }
        }
    }

    private func list(_ words: Words) -> some Markup {
        ul(.class("rows")) {
            ForEach(model.causes) { cause in
                li(.class("row")) {
                    span(.class("row-main")) {
                        strong { words(cause.cause.phrase) }
                        " "
                        span(.class("quiet")) { words(when(cause)) }
                    }
                    span(.class("badge"), .class("badge-here", when: cause.way == .mail)) {
                        words(cause.way == .mail ? .byMail : .inPage)
                    }
                }
            }
        }
    }

    private func when(_ cause: Model.Cause) -> Phrase {
        switch cause.timing {
        case .atOnce where cause.cause == .signIn: .onlyWhenAsked
        case .atOnce: .mailAtOnce
        case .before: .mailBefore
        case .soon: .mailSoon
        case .daily: .mailDaily(model.digestHour ?? 0)
        case .inPage: .whenYouLook
        }
    }

    private func choices(_ words: Words) -> some Markup {
        section(.class("card"), .aria(.labelledby, "hours")) {
            h2(.id("hours")) { words(.yourHours) }
            form(.class("form"), .method(.post), .action(Links.profileMail)) {
                field("digestHour", .digestHour, hint: .digestHint, words) {
                    option(.value("-1"), .selected(model.digestHour == nil)) { words(.neverGet) }
                    hours(model.digestHour, words)
                }
                fieldset(.class("field")) {
                    legend { words(.quietHours) }
                    p(.class("field-hint")) { words(.quietHint) }
                    field("quietFrom", .quietFrom, words) { hours(model.quietFrom ?? 0, words) }
                    field("quietUntil", .quietUntil, words) { hours(model.quietUntil ?? 0, words) }
                }
                field("zone", .mailZone, words) {
                    ForEach(Campus.mailZones) { zone in
                        option(.value(zone), .selected(zone == model.zone)) { words(.zoneName(zone)) }
                    }
                }
                div(.class("actions")) { button(.class("button button-main")) { words(.save) } }
            }
        }
    }

    private func field<Options: Markup>(
        _ name: String, _ text: Phrase, hint: Phrase? = nil, _ words: Words, @MarkupBuilder _ options: () -> Options
    ) -> some Markup {
        div(.class("field")) {
            label(.for("\(name)-field")) { words(text) }
            if let hint { p(.class("field-hint"), .id("\(name)-hint")) { words(hint) } }
            select(
                .class("input"), .id("\(name)-field"), .name(name), .aria(.describedby, hint.map { _ in "\(name)-hint" })
            ) { options() }
        }
    }

    private func hours(_ chosen: Int?, _ words: Words) -> some Markup {
        ForEach(Array(0...23)) { hour in
            option(.value("\(hour)"), .selected(hour == chosen)) { words(.wholeHour(hour)) }
        }
    }
}

extension Campus.MailCause {
    var phrase: Phrase {
        switch self {
        case .session:
            Phrase(
                fr: "Une séance ou un rendez-vous est prévu, change ou est annulé",
                en: "A session or a meeting is planned, changes or is cancelled")
        case .reminder:
            Phrase(fr: "Le rappel d’une séance ou d’un rendez-vous", en: "The reminder of a session or a meeting")
        case .answer:
            Phrase(
                fr: "Un tuteur, une tutrice ou un mentor vous écrit", en: "A tutor or a mentor writes to you")
        case .call: Phrase(fr: "Une personne que vous suivez demande un appel", en: "A learner asks you for a call")
        case .summary:
            Phrase(
                fr: "Les messages des salons et des discussions, les annonces, et là où l’on vous mentionne",
                en: "Messages of rooms and discussions, announcements, and where somebody mentions you")
        case .signIn: Phrase(fr: "Un lien pour vous connecter", en: "A link to sign in")
        case .games: Phrase(fr: "Vos points et vos badges", en: "Your points and badges")
        }
    }
}
