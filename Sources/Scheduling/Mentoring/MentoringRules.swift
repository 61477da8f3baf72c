package import Essentials

/// What learners of a cohort may book.
package struct MentoringRules: Sendable, Hashable, Codable {
    /// A meeting is booked, moved and cancelled at least so many hours before.
    package var noticeHours: Int
    /// How many meetings that are still to come a learner may have.
    package var openBookings: Int
    package var weeksAhead: Int

    package init(noticeHours: Int, openBookings: Int, weeksAhead: Int) {
        self.noticeHours = noticeHours
        self.openBookings = openBookings
        self.weeksAhead = weeksAhead
    }

    package static let usual = MentoringRules(noticeHours: 12, openBookings: 2, weeksAhead: 4)

    /// - throws: ``MentoringError/invalid(_:)``.
    package func checked() throws(MentoringError) -> MentoringRules {
        var problems: [MentoringProblem] = []
        if !(0...168).contains(noticeHours) { problems.append(.noticeHours) }
        if !(1...20).contains(openBookings) { problems.append(.openBookings) }
        if !(1...26).contains(weeksAhead) { problems.append(.weeksAhead) }
        if !problems.isEmpty { throw .invalid(problems) }
        return self
    }

    /// The first and the last moment at which a meeting may begin that is booked now.
    package func bookable(at now: Instant) -> Range<Instant> {
        let first = now.adding(seconds: Int64(noticeHours) * 3600)
        return first..<max(first, now.adding(seconds: Int64(weeksAhead) * 7 * 86_400))
    }

    /// Why a meeting cannot be booked now; `nil` when it can.
    /// - Parameter open: how many the learner has that are still to come, this one left out.
    package func refusal(of start: Instant, at now: Instant, open: Int) -> MentoringError? {
        let bookable = bookable(at: now)
        if start < bookable.lowerBound { return .tooLate(hours: noticeHours) }
        if start >= bookable.upperBound { return .tooEarly(weeks: weeksAhead) }
        return open >= openBookings ? .tooMany(openBookings) : nil
    }

    /// Whether a learner may still move or cancel a meeting.
    package func mayChange(_ start: Instant, at now: Instant) -> Bool { start >= now.adding(seconds: Int64(noticeHours) * 3600) }
}
