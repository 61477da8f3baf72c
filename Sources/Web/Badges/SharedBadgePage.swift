import Accounts
import Campus
import Essentials
import Gamification
import HTML

/// What whoever has the address of a badge sees: whose it is, what for, and whether it is good.
struct SharedBadgePage: Page {
    struct Model: Encodable, Sendable {
        let badge: BadgeModel
        let holder: String
        let issuer: String
        let awardedAt: Instant
        /// Left out for one that is good.
        let revokedAt: Instant?
        /// The signed credential (JWT), for programs that check it.
        let credential: String

        init(_ shared: Campus.SharedBadge, credential: String, issuer: BadgeIssuer) {
            badge = BadgeModel(shared.badge.sketch)
            holder = shared.holder.full
            self.issuer = issuer.name
            awardedAt = shared.badge.awardedAt
            revokedAt = shared.badge.revocation?.at
            self.credential = credential
        }
    }

    let model: Model

    func heading(_ words: Words) -> String { model.badge.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("door-main"), .tabindex(-1)) {
            BadgePicture(badge: model.badge)
            h1(.lang(words.lang(of: model.badge.language))) { model.badge.title }
            if let revokedAt = model.revokedAt {
                div(.class("notice notice-danger"), .role(.status)) {
                    words.icon("warning")
                    div { p { words(.badgeIsRevoked(words.moment(revokedAt))) } }
                }
            } else {
                div(.class("notice notice-right"), .role(.status)) {
                    words.icon("done")
                    div { p { words(.badgeIsGood) } }
                }
            }
            p { words(.badgeGivenTo(model.holder, by: model.issuer, on: words.moment(model.awardedAt))) }
            BadgeWords(badge: model.badge, words: words)
            details(.class("more")) {
                summary { words(.badgeForPrograms) }
                p(.class("quiet small")) { words(.badgeForProgramsHelp) }
                p(.class("small credential")) { code { model.credential } }
                p { a(.href(Links.issuer)) { words(.badgeIssuer) } }
            }
        }
    }
}

/// Who gives the badges of this installation, and how they are checked.
struct IssuerPage: Page {
    /// An Open Badges 3.0 profile, with where its key is.
    struct Model: Encodable, Sendable {
        let context = [
            "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ]
        let id: String
        let type: [String]
        let name: String
        let url: String
        /// Where the public key is, as a JWK.
        let key: String

        private enum CodingKeys: String, CodingKey {
            case context = "@context"
            case id, type, name, url, key
        }

        init(_ issuer: BadgeIssuer) {
            let profile = issuer.profile
            id = profile.id
            type = profile.type
            name = profile.name
            url = profile.url
            key = issuer.keyAddress
        }
    }

    let model: Model

    func heading(_ words: Words) -> String { words(.badgeIssuer) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("door-main"), .tabindex(-1)) {
            h1 { words(.badgeIssuer) }
            p(.class("lead")) { model.name }
            p { words(.badgeIssuerHelp) }
            p { a(.href(Links.issuerKey)) { words(.badgeIssuerKey) } }
        }
    }
}
