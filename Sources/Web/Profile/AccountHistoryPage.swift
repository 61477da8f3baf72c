import Accounts
import Campus
import Essentials
import HTML

/// What happened to one's account: who came in, and what was changed.
struct AccountHistoryPage: Page {
    struct Model: Encodable, Sendable {
        /// The last first.
        let events: [Event]

        struct Event: Encodable, Sendable {
            let kind: SecurityEvent.Kind
            let at: Instant
            let detail: String
        }

        init(_ events: [SecurityEvent]) {
            self.events = events.map { Event(kind: $0.kind, at: $0.at, detail: $0.detail) }
        }
    }

    let model: Model
    var menu: MenuEntry? { .profile }

    func heading(_ words: Words) -> String { words(.accountHistory) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.profile)) {
                    words.icon("back")
                    " "
                    words(.profile)
                }
                h1 { words(.accountHistory) }
                p(.class("lead")) { words(.accountHistoryHelp) }
            }
            ul(.class("rows")) {
                ForEach(model.events) { event in
                    li(.class("row")) {
                        span(.class("row-main")) {
                            strong { words(event.kind.phrase) }
                            " "
                            span(.class("quiet")) { words.moment(event.at) + (event.detail.isEmpty ? "" : " · " + event.detail) }
                        }
                    }
                }
            }
        }
    }
}

extension SecurityEvent.Kind {
    var phrase: Phrase {
        switch self {
        case .signedIn: Phrase(fr: "Connexion", en: "Signed in")
        case .signInFailed: Phrase(fr: "Connexion refusée", en: "Sign-in refused")
        case .signInBlocked: Phrase(fr: "Trop d’essais", en: "Too many tries")
        case .signedOut: Phrase(fr: "Déconnexion", en: "Signed out")
        case .signedOutEverywhere: Phrase(fr: "Déconnexion de tous les appareils", en: "Signed out everywhere")
        case .passwordChanged: Phrase(fr: "Mot de passe changé", en: "Password changed")
        case .passwordReset: Phrase(fr: "Nouveau mot de passe donné", en: "New password given")
        case .tokenMade: Phrase(fr: "Jeton d’accès créé", en: "Access token made")
        case .tokenRevoked: Phrase(fr: "Jeton d’accès annulé", en: "Access token revoked")
        case .accountAdded: Phrase(fr: "Compte créé", en: "Account made")
        case .accountDisabled: Phrase(fr: "Compte fermé", en: "Account closed")
        case .accountEnabled: Phrase(fr: "Compte rouvert", en: "Account opened again")
        case .rolesChanged: Phrase(fr: "Rôles changés", en: "Roles changed")
        case .linkSent: Phrase(fr: "Lien pour entrer envoyé", en: "Link to sign in sent")
        case .cardMade: Phrase(fr: "Carte faite", en: "Card made")
        case .cardRevoked: Phrase(fr: "Carte annulée", en: "Card cancelled")
        }
    }
}
