package import Accounts
package import Essentials

/// A badge that was given to somebody: once, and for good unless it is revoked.
package struct BadgeAward: Sendable, Hashable {
    package let id: Identifier<BadgeAward>
    /// From 0, in the order in which badges are given: its place in the lists that say which are revoked.
    package let number: Int
    /// The end of the address under which its holder may show it. Nobody guesses it.
    package let address: String
    package let person: Identifier<Person>
    package let place: PointPlace
    /// The author's id.
    package let badge: String
    package let sketch: BadgeSketch
    package let awardedAt: Instant
    /// Since when it is shown; `nil` for a badge that its holder keeps.
    package var sharedAt: Instant?
    package var revocation: BadgeRevocation?
}

/// What a badge says and looks like, as it was when it was given.
package struct BadgeSketch: Sendable, Hashable {
    package let title: String
    package let summary: String?
    /// What was asked for, in the language of the course.
    package let criteria: String
    /// A word for it; see ``BadgeDrawing``.
    package let colour: String
    package let courseTitle: String
    package let language: Language

    package init(
        title: String, summary: String?, criteria: String, colour: String, courseTitle: String, language: Language
    ) {
        self.title = title
        self.summary = summary
        self.criteria = criteria
        self.colour = colour
        self.courseTitle = courseTitle
        self.language = language
    }
}

/// Why a badge is good no longer.
package struct BadgeRevocation: Sendable, Hashable {
    package let reason: String
    /// `nil` when whoever runs the installation did it.
    package let by: Identifier<Person>?
    package let at: Instant

    package init(reason: String, by: Identifier<Person>?, at: Instant) {
        self.reason = reason
        self.by = by
        self.at = at
    }
}

/// What somebody has deserved; the store gives it unless it was given before.
package struct BadgeClaim: Sendable, Hashable {
    package let badge: String
    package let sketch: BadgeSketch

    package init(badge: String, sketch: BadgeSketch) {
        self.badge = badge
        self.sketch = sketch
    }
}
