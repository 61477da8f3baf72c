package import Essentials

/// A signed-in browser. (A class on the calendar is a `ClassSession`.)
package struct SignInSession: Sendable, Hashable {
    package let token: TokenHash
    package let person: Identifier<Person>
    package let createdAt: Instant
    /// When it ends whatever happens.
    package let expiresAt: Instant
    /// Precise to ``SignInSessionSettings/touchSeconds``.
    package let lastSeenAt: Instant
    /// What the browser says it is, 200 characters at most.
    package let userAgent: String
}

/// How long a browser stays signed in.
package struct SignInSessionSettings: Sendable, Hashable {
    /// The longest life of a session, in seconds.
    package var absoluteSeconds: Int64
    /// The longest time without a visit, in seconds.
    package var idleSeconds: Int64
    /// The least time between two writes of `lastSeenAt`, in seconds: reading pages does not write.
    package var touchSeconds: Int64

    package init(
        absoluteSeconds: Int64 = 30 * 86_400, idleSeconds: Int64 = 14 * 86_400, touchSeconds: Int64 = 3600
    ) {
        self.absoluteSeconds = absoluteSeconds
        self.idleSeconds = idleSeconds
        self.touchSeconds = touchSeconds
    }

    package static let standard = SignInSessionSettings()

    /// A session started at `now` ends then at the latest.
    package func expiry(from now: Instant) -> Instant { now.adding(seconds: absoluteSeconds) }

    /// Sessions last seen at this moment or before have been idle for too long.
    package func idleLimit(at now: Instant) -> Instant { now.adding(seconds: -idleSeconds) }

    package func isOpen(_ session: SignInSession, at now: Instant) -> Bool {
        session.expiresAt > now && session.lastSeenAt > idleLimit(at: now)
    }

    /// Whether the visit at `now` is worth writing down.
    package func needsTouch(_ session: SignInSession, at now: Instant) -> Bool {
        now.seconds(since: session.lastSeenAt) >= touchSeconds
    }
}

/// Who a request comes from, and what they may do: what every page begins with.
package struct SignedIn: Sendable, Hashable {
    package let person: Person
    package let roles: Roles
    package let means: Means

    package enum Means: Sendable, Hashable {
        case session(SignInSession)
        case token(Identifier<AccessToken>)
    }

    package init(person: Person, roles: Roles, means: Means) {
        self.person = person
        self.roles = roles
        self.means = means
    }
}

/// A key that a program presents instead of a person.
package struct AccessToken: Sendable, Hashable {
    package let id: Identifier<AccessToken>
    package let person: Identifier<Person>
    /// What it is for, in the words of whoever made it.
    package let label: String
    package let createdAt: Instant
    package let expiresAt: Instant?
    package let revokedAt: Instant?

    package func isOpen(at now: Instant) -> Bool {
        revokedAt == nil && expiresAt.map { $0 > now } ?? true
    }
}
