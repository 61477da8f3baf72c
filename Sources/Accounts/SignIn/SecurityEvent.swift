package import Essentials

/// Something that happened to an account: kept for ever, shown to its owner, never changed.
package struct SecurityEvent: Sendable, Hashable {
    package let id: Identifier<SecurityEvent>
    /// `nil` when the login was unknown.
    package let person: Identifier<Person>?
    package let kind: Kind
    package let at: Instant
    /// A short fact: the browser, the token's label, who did it. Never a password or a token. 500 characters at most.
    package let detail: String

    package init(
        id: Identifier<SecurityEvent>, person: Identifier<Person>?, kind: Kind, at: Instant, detail: String = ""
    ) {
        self.id = id
        self.person = person
        self.kind = kind
        self.at = at
        self.detail = String(detail.unicodeScalars.filter(\.isVisibleText).prefix(500).map(Character.init))
    }

    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case signedIn = "signed-in"
        case signInFailed = "sign-in-failed"
        case signInBlocked = "sign-in-blocked"
        case signedOut = "signed-out"
        case signedOutEverywhere = "signed-out-everywhere"
        case passwordChanged = "password-changed"
        case passwordReset = "password-reset"
        case tokenMade = "token-made"
        case tokenRevoked = "token-revoked"
        case accountAdded = "account-added"
        case accountDisabled = "account-disabled"
        case accountEnabled = "account-enabled"
        case rolesChanged = "roles-changed"
        case linkSent = "link-sent"
        case cardMade = "card-made"
        case cardRevoked = "card-revoked"
    }
}
