import Accounts
import CourseContent
import Essentials
import Gamification
import Progress
import SQL
import Tutoring

/// Points for answers that helped: between learners, and not for helping each other in turn.
extension Campus {
    /// For how long two who helped each other earn once, in days.
    private static let mutualDays = 7

    /// Brings the ledger to say what is so of an answer: whoever wrote it helped a learner, or is no longer said to have.
    /// - Parameter asker: who asked.
    func awardHelp(
        _ answer: Message, to asker: Identifier<Person>?, in place: ConversationPlace, holds: Bool, at now: Instant,
        in writing: any WriteTransaction
    ) throws {
        guard let asker, asker != answer.author, try isLearner(answer.author, place.cohort, in: writing),
            try isLearner(asker, place.cohort, in: writing)
        else { return }
        let found = place.kind == .activity ? Identifier<Activity>(place.subject) : nil
        let activity = try found.flatMap { try publishedCourses(of: place.cohort, in: writing).published($0) }
        let outline = activity?.course.outline
        let today = ParisDays.day(of: now)
        guard let rule = PointsRule.inForce(outline?.points)[.peerHelp] else { return }
        if holds, try hasHelped(asker, answer.author, before: today, in: writing) { return }
        let course = outline?.key ?? ""
        let claim = PointClaim(
            rule: rule.fact.rawValue, ruleVersion: rule.version ?? 1,
            subject: .help(answer.id.text, to: asker, course: course), holds: holds,
            amount: rule.holds(on: today) ? rule.amount : 0,
            mostADay: rule.mostADay, mostAWeek: rule.mostAWeek, title: activity?.outline.title ?? "")
        _ = try points.settle(
            [claim], for: answer.author, in: PointPlace(cohort: place.cohort, course: course), on: today, at: now, in: writing)
    }

    private func isLearner(
        _ person: Identifier<Person>, _ cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> Bool {
        guard let membership = try memberships.membership(person, cohort, as: .learner, in: reading) else { return false }
        return membership.leftAt == nil
    }

    /// Whether one earned lately for having helped the other.
    private func hasHelped(
        _ one: Identifier<Person>, _ other: Identifier<Person>, before today: CalendarDay, in reading: any ReadTransaction
    ) throws -> Bool {
        let first = today.adding(days: 1 - Self.mutualDays)
        return try points.subjects(of: PointsRule.Fact.peerHelp.rawValue, since: first, by: one, in: reading)
            .contains { $0.helped == other }
    }
}
