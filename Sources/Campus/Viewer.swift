package import Accounts
package import Essentials

/// Who is asking, and what they may do: resolved once a request.
package struct Viewer: Sendable, Hashable {
    package let person: Person
    package let roles: Roles
    /// The browser's session; `nil` for a program with a token.
    package let session: TokenHash?

    package init(person: Person, roles: Roles, session: TokenHash?) {
        self.person = person
        self.roles = roles
        self.session = session
    }

    /// Whether there is somebody whose progress this person reviews.
    package var followsLearners: Bool { roles.mayReviewProgressAnywhere }
    package var isAuthor: Bool { roles.isAuthor || roles.isAdmin }
    package var isAdmin: Bool { roles.isAdmin }

    /// Whether this person may review the progress of a cohort's learners. An administrator keeps accounts and settings, and reviews
    /// nobody for that.
    package func mayReview(_ cohort: Identifier<Cohort>) -> Bool { roles.mayReviewProgress(of: cohort) }

    /// The same text for one person, different between people, and nothing that identifies: what a shared computer keeps of one is never
    /// sent as another's.
    package var shortMark: String { String(person.id.text.suffix(12)) }
}
