/// Why a meeting cannot be booked, or something about it cannot be kept.
package enum MentoringError: Error, Sendable, Hashable {
    case invalid([MentoringProblem])
    /// Somebody else has it, or the mentor has another meeting then.
    case taken
    /// Nothing is offered at that moment.
    case notOffered
    /// The learner has another meeting then.
    case learnerMeets
    /// Less than the notice before it begins.
    case tooLate(hours: Int)
    case tooEarly(weeks: Int)
    /// The learner has as many meetings to come as may be.
    case tooMany(Int)
    case unknownMeeting
    case isCancelled
    case isOver
    case hasNotBegun
    /// The id is that of another meeting.
    case otherMeeting
    case tooManyAvailabilities
}

package enum MentoringProblem: String, Error, Sendable, Hashable, CaseIterable {
    case opens, closes, length, weekday, lastDay, nowhere, link, place, note, topic, noticeHours, openBookings, weeksAhead
}
