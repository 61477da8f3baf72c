import Essentials
import SQL

extension Attempt {
    /// Reads the fifteen columns of an attempt.
    init(_ row: any Row) {
        var result: AttemptResult?
        if !row.isNull(9) {
            result = AttemptResult(submittedAt: row.instant(9), points: row.real(10), score: row.int(11))
        }
        self.init(
            id: row.id(0), person: row.id(1), activity: row.id(2), context: row.text(3), version: row.id(4),
            contentDigest: row.text(5), number: row.int(6), startedAt: row.instant(7), maximumPoints: row.real(8),
            seed: row.isNull(12) ? nil : row.integer(12), deadline: row.isNull(13) ? nil : row.instant(13),
            sentAt: row.isNull(14) ? nil : row.instant(14), result: result)
    }

    /// Sent, and waiting for a tutor.
    func sent(at instant: Instant) -> Self {
        Self(
            id: id, person: person, activity: activity, context: context, version: version, contentDigest: contentDigest,
            number: number, startedAt: startedAt, maximumPoints: maximumPoints, seed: seed, deadline: deadline, sentAt: instant,
            result: nil)
    }

    func submitted(_ result: AttemptResult) -> Self {
        Self(
            id: id, person: person, activity: activity, context: context, version: version, contentDigest: contentDigest,
            number: number, startedAt: startedAt, maximumPoints: maximumPoints, seed: seed, deadline: deadline,
            sentAt: sentAt, result: result)
    }
}

extension SavedAnswer {
    func answering(_ response: Response?) -> Self {
        Self(
            question: question, response: response, sequence: sequence, savedAt: savedAt, points: points,
            isRight: isRight)
    }
}
