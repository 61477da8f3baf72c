import Campus
import Essentials
import HTML

/// What the address at the end of a letter opens: one press, and there are no more. Without signing in.
struct MailRefusalPage: Page {
    struct Model: Encodable, Sendable {
        let isRefused: Bool
    }

    let model: Model
    /// Where the form goes; nothing of it is in the model.
    let address: String

    func heading(_ words: Words) -> String { words(.sessionMail) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) { h1 { words(.sessionMail) } }
            if model.isRefused {
                div(.class("notice notice-right"), .role(.status)) {
                    words.icon("done")
                    div {
                        p { strong { words(.noMoreMail) } }
                        p { words(.mailComesBack) }
                    }
                }
            } else {
                p { words(.mailRefusalLead) }
                form(.class("actions"), .method(.post), .action(address)) {
                    button(.class("button button-main")) { words(.refuseMail) }
                }
            }
        }
    }
}

/// Letters about sessions, on one's own page.
struct MailChoiceView: View {
    /// `nil` for somebody without an address.
    let address: String?
    let getsMail: Bool
    let digestHour: Int?
    let words: Words

    var body: some Markup {
        section(.class("card"), .aria(.labelledby, "mail")) {
            h2(.id("mail")) { words(.sessionMail) }
            if let address {
                if getsMail {
                    p { words(.getsMail(address)) }
                    ul {
                        li { words(.mailOfSessions) }
                        li { words(.mailOfAnswers) }
                        li { words(digestHour.map { Phrase.mailOfTheDay(words(.wholeHour($0))) } ?? .noMailOfTheDay) }
                    }
                    digest
                } else {
                    p { words(.getsNoMail) }
                }
                form(.class("actions"), .method(.post), .action(Links.profileMail)) {
                    input(.type(.hidden), .name("getsMail"), .value(getsMail ? "no" : "yes"))
                    button(.class("button")) { words(getsMail ? .refuseMail : .wantMail) }
                }
            } else {
                p { words(.noAddressForMail) }
            }
        }
    }
}

extension MailChoiceView {
    /// Morning, noon, after a day of training, evening.
    private static let hours = [8, 12, 18, 20]

    private var digest: some Markup {
        form(.class("form"), .method(.post), .action(Links.profileMail)) {
            fieldset(.class("field")) {
                legend { words(.digestHour) }
                ForEach(Array(Set(Self.hours + (digestHour.map { [$0] } ?? []))).sorted()) { hour in
                    choice("\(hour)", words(.wholeHour(hour)), isChosen: hour == digestHour)
                }
                choice("-1", words(.neverGet), isChosen: digestHour == nil)
            }
            div(.class("actions")) { button(.class("button")) { words(.save) } }
        }
    }

    private func choice(_ value: String, _ text: String, isChosen: Bool) -> some Markup {
        label(.class("choice")) {
            input(.type(.radio), .name("digestHour"), .value(value), .checked(isChosen))
            span { text }
        }
    }
}

extension Phrase {
    static let sessionMail = Phrase(fr: "Courriels que vous recevez", en: "E-mails that you get")
    static let mailOfSessions = Phrase(
        fr: "Quand une séance est prévue, change ou est annulée, la veille et une heure avant.",
        en: "When a session is planned, changes or is cancelled, the day before and an hour before.")
    static let mailOfAnswers = Phrase(
        fr: "Quand quelqu’un vous répond, jamais entre 21 h et 8 h.",
        en: "When somebody answers you, never between 21:00 and 8:00.")
    static func mailOfTheDay(_ hour: String) -> Phrase {
        Phrase(
            fr: "Un seul résumé des autres messages, à \(hour), les jours où il y en a.",
            en: "One summary of the other messages, at \(hour), on days that have any.")
    }
    static let noMailOfTheDay = Phrase(
        fr: "Pas de résumé des autres messages.", en: "No summary of the other messages.")
    static let digestHour = Phrase(fr: "Recevoir le résumé", en: "Get the summary")
    static let neverGet = Phrase(fr: "Jamais", en: "Never")
    static func wholeHour(_ hour: Int) -> Phrase { Phrase(fr: "\(hour) h", en: "\(hour):00") }
    static let mailRefusalLead = Phrase(
        fr:
            "Nous vous écrivons quand une séance est prévue ou change, avant une séance, quand quelqu’un vous répond, et une fois par jour pour les autres messages. Vous pouvez tout arrêter.",
        en:
            "We write to you when a session is planned or changes, before a session, when somebody answers you, and once a day about other messages. You can stop all of it."
    )
    static let refuseMail = Phrase(fr: "Ne plus recevoir ces messages", en: "Stop these messages")
    static let wantMail = Phrase(fr: "Recevoir ces messages", en: "Get these messages")
    static let noMoreMail = Phrase(
        fr: "C’est fait : vous ne recevrez plus ces messages.", en: "Done: you will get no more of these messages.")
    static let mailComesBack = Phrase(
        fr: "Vos séances restent dans votre agenda. Pour recevoir de nouveau ces messages, ouvrez « Moi ».",
        en: "Your sessions stay in your agenda. To get these messages again, open “Me”.")
    static let getsNoMail = Phrase(
        fr: "Vous avez arrêté ces messages. Regardez votre agenda : ce qui change y est marqué.",
        en: "You have stopped these messages. Look at your agenda: what changes is marked there.")
    static let noAddressForMail = Phrase(
        fr: "Nous n’avons pas d’adresse de courriel pour vous. Regardez votre agenda : ce qui change y est marqué.",
        en: "We have no e-mail address for you. Look at your agenda: what changes is marked there.")
    static func getsMail(_ address: String) -> Phrase {
        Phrase(
            fr:
                "Nous vous écrivons à \(address) :",
            en: "We write to \(address):")
    }
}
