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

extension Phrase {
    static let sessionMail = Phrase(fr: "Ce que vous recevez", en: "What you receive")
    static let mailRefusalLead = Phrase(
        fr:
            "Nous vous écrivons quand une séance est prévue ou change, avant une séance, quand quelqu’un vous répond, et une fois par jour pour le reste. Vous pouvez tout arrêter.",
        en:
            "We write to you when a session is planned or changes, before a session, when somebody answers you, and once a day about the rest. You can stop all of it."
    )
    static let refuseMail = Phrase(fr: "Ne plus recevoir de courriels", en: "Stop these e-mails")
    static let wantMail = Phrase(fr: "Recevoir de nouveau des courriels", en: "Get these e-mails again")
    static let noMoreMail = Phrase(
        fr: "C’est fait : vous ne recevrez plus ces courriels.", en: "Done: you will get no more of these e-mails.")
    static let mailComesBack = Phrase(
        fr: "Vos séances restent dans votre agenda. Pour recevoir de nouveau ces courriels, ouvrez « Moi ».",
        en: "Your sessions stay in your agenda. To get these e-mails again, open “Me”.")
}
