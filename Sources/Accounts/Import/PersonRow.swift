package import Essentials

/// One good row of a file of people.
package struct PersonRow: Sendable, Hashable {
    /// The line of the file, from 1, on which the row begins.
    package let line: Int
    package let login: Login
    package let name: PersonName
    package let email: EmailAddress?
    package let language: Language?
    /// `nil`: the account is made, without a place in a cohort.
    package let enrolment: Enrolment?
    /// `nil`: one is made up.
    let password: String?

    package struct Enrolment: Sendable, Hashable {
        package let cohort: String
        package let group: String?
        package let role: CohortRole
    }
}
