/// Why a session cannot be kept.
package enum SchedulingError: Error, Sendable, Hashable {
    case invalidPlan([SessionProblem])
    /// Others have what it needs at that time; it can be kept all the same when whoever plans says so.
    case conflicts([SessionConflict])
    case unknownSession
    /// A cancelled session does not change any more.
    case isCancelled
}

package enum SessionProblem: String, Error, Sendable, Hashable, CaseIterable {
    case title, duration, link
    case tooLong = "too-long"
    case linkMissing = "link-missing"
    case placeMissing = "place-missing"
    case trainerTwice = "trainer-twice"
}

/// Something that a session needs and that another session has at the same time.
package struct SessionConflict: Sendable, Hashable {
    package enum Subject: Sendable, Hashable {
        case cohort, place
        case trainer(String)
        /// Learners who are in both cohorts.
        case learners(Int)
    }

    package let subject: Subject
    package let other: ClassSession

    package init(subject: Subject, other: ClassSession) {
        self.subject = subject
        self.other = other
    }
}
