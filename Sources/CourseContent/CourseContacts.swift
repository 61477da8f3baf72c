/// Who helps, and how soon: both contacts are owed to every learner at a distance (Code du travail, D6313-3-1).
package struct CourseContacts: Codable, Sendable, Hashable {
    package var pedagogical: CourseContact
    package var technical: CourseContact

    package init(pedagogical: CourseContact, technical: CourseContact) {
        self.pedagogical = pedagogical
        self.technical = technical
    }
}

/// One contact of a course.
package struct CourseContact: Codable, Sendable, Hashable {
    /// Who answers: "Votre tutrice ou votre tuteur".
    package var title: String
    /// Time to answer, in working hours.
    package var hoursToAnswer: Int
    package var email: String?
    package var phone: String?

    package init(title: String, hoursToAnswer: Int, email: String? = nil, phone: String? = nil) {
        self.title = title
        self.hoursToAnswer = hoursToAnswer
        self.email = email
        self.phone = phone
    }
}
