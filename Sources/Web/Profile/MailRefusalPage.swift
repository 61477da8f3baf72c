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
    let words: Words

    var body: some Markup {
        section(.class("card"), .aria(.labelledby, "mail")) {
            h2(.id("mail")) { words(.sessionMail) }
            if let address {
                p { words(getsMail ? .getsMail(address) : .getsNoMail) }
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

extension Phrase {
    static let sessionMail = Phrase(fr: "Messages sur vos séances", en: "Messages about your sessions")
    static let mailRefusalLead = Phrase(
        fr:
            "Nous vous écrivons quand une séance est prévue, change ou est annulée, la veille et une heure avant. Vous pouvez arrêter ces messages.",
        en:
            "We write to you when a session is planned, changes or is cancelled, the day before and an hour before. You can stop these messages."
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
                "Nous vous écrivons à \(address) quand une séance est prévue, change ou est annulée, la veille et une heure avant.",
            en: "We write to \(address) when a session is planned, changes or is cancelled, the day before and an hour before.")
    }
}
