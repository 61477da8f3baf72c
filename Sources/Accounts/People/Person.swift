package import Essentials

/// Someone with an account. The password's hash is not part of it: see ``Credentials``.
package struct Person: Sendable, Hashable {
    package let id: Identifier<Person>
    package var login: Login
    package var name: PersonName
    package var email: EmailAddress?
    package var preferences: Preferences
    /// The password was chosen by someone else: it must be changed before anything else is done.
    package var mustChangePassword: Bool
    package let createdAt: Instant
    /// Set when the account is closed: its sessions and tokens no longer open anything.
    package var disabledAt: Instant?

    package init(
        id: Identifier<Person>, login: Login, name: PersonName, email: EmailAddress?, preferences: Preferences,
        mustChangePassword: Bool, createdAt: Instant, disabledAt: Instant?
    ) {
        self.id = id
        self.login = login
        self.name = name
        self.email = email
        self.preferences = preferences
        self.mustChangePassword = mustChangePassword
        self.createdAt = createdAt
        self.disabledAt = disabledAt
    }

    package var language: Language { preferences.language }
}

/// How someone wants the interface.
package struct Preferences: Sendable, Hashable, Codable {
    package var language: Language
    package var theme: Theme
    package var spacing: Spacing

    package init(language: Language = .french, theme: Theme = .system, spacing: Spacing = .normal) {
        self.language = language
        self.theme = theme
        self.spacing = spacing
    }
}

/// Light or dark, or as the device has it.
package enum Theme: String, Sendable, Hashable, Codable, CaseIterable {
    case system
    case light
    case dark
}

/// The space between letters, words and lines; wide helps many people with dyslexia.
package enum Spacing: String, Sendable, Hashable, Codable, CaseIterable {
    case normal
    case wide
}

/// A person about to be added.
package struct NewPerson: Sendable, Hashable {
    package var id: Identifier<Person>
    package var login: Login
    package var name: PersonName
    package var email: EmailAddress?
    package var language: Language
    /// `nil`: the person cannot sign in by password yet.
    package var passwordHash: PasswordHash?
    package var mustChangePassword: Bool

    package init(
        id: Identifier<Person>, login: Login, name: PersonName, email: EmailAddress? = nil, language: Language = .french,
        passwordHash: PasswordHash?, mustChangePassword: Bool
    ) {
        self.id = id
        self.login = login
        self.name = name
        self.email = email
        self.language = language
        self.passwordHash = passwordHash
        self.mustChangePassword = mustChangePassword
    }
}

/// What a sign-in needs of a person, before anything is proven.
package struct Credentials: Sendable, Hashable {
    package let person: Identifier<Person>
    package let passwordHash: PasswordHash?
    package let isDisabled: Bool
}
