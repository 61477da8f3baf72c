package import Accounts
package import Essentials
package import SQL

/// What waits for a mark, and the sentences that tutors keep. Stateless: every function works inside the caller's transaction; who may
/// see it is checked above.
package struct WaitingWorkStore: Sendable {
    package init() {}

    /// What waits in a cohort after a place, the oldest first. One statement.
    package func queue(
        of cohort: Identifier<Cohort>, after position: WaitingPosition, limit: Int, in reading: any ReadTransaction
    ) throws -> [WaitingRow] {
        try reading.rows(WaitingWorkStatements.queue, cohort, position.sentAt, position.work, limit) { row in
            WaitingRow(work: try WaitingWork(row), givenName: row.text(7), familyName: row.text(8))
        }
    }

    /// How much waits in a cohort, but for the work of one person. One statement.
    package func count(
        in cohort: Identifier<Cohort>, except person: Identifier<Person>, in reading: any ReadTransaction
    ) throws -> Int {
        try reading.first(WaitingWorkStatements.count, cohort, person) { $0.int(0) } ?? 0
    }

    /// How much waits of each learner of some cohorts, by enrolment; nobody of whom nothing waits. A statement for four cohorts.
    package func counts(in cohorts: [Identifier<Cohort>], in reading: any ReadTransaction) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        try reading.forEach(WaitingWorkStatements.counts, keys: cohorts) { counts[$0.text(0)] = $0.int(1) }
        return counts
    }

    /// What is kept as waiting in an enrolment, by activity. One statement.
    package func work(in context: String, in reading: any ReadTransaction) throws -> [WaitingWork] {
        try reading.rows(WaitingWorkStatements.ofContext, context) { try WaitingWork($0) }
    }

    /// Replaces what waits in an enrolment.
    package func replace(_ work: [WaitingWork], in context: String, in writing: any WriteTransaction) throws {
        try writing.run(WaitingWorkStatements.clear, context)
        for one in work {
            try writing.run(
                WaitingWorkStatements.insert, context, one.activity, one.kind.rawValue, one.work, one.person, one.cohort,
                one.sentAt)
        }
    }

    // MARK: Sentences

    /// The sentences of a person, the first one first. One statement.
    package func sentences(of person: Identifier<Person>, in reading: any ReadTransaction) throws -> [QuickSentence] {
        try reading.rows(WaitingWorkStatements.sentences, person) { QuickSentence(id: $0.id(0), text: $0.text(1)) }
    }

    /// Keeps a sentence. One that is kept already is not kept twice.
    /// - throws: ``TutoringError/invalidSentence``, ``TutoringError/tooManySentences``.
    package func add(
        _ text: String, of person: Identifier<Person>, at now: Instant, in writing: any WriteTransaction
    ) throws -> QuickSentence {
        let text = text.trimmingWhitespace()
        guard (1...QuickSentence.longest).contains(text.unicodeScalars.count), !text.utf8.contains(0) else {
            throw TutoringError.invalidSentence
        }
        let kept = try sentences(of: person, in: writing)
        if let same = kept.first(where: { $0.text == text }) { return same }
        guard kept.count < QuickSentence.most else { throw TutoringError.tooManySentences }
        let sentence = QuickSentence(id: .new(at: now), text: text)
        try writing.run(WaitingWorkStatements.addSentence, sentence.id, person, text)
        return sentence
    }

    /// Forgets a sentence of a person; one that is not there is forgotten already.
    package func remove(
        _ sentence: Identifier<QuickSentence>, of person: Identifier<Person>, in writing: any WriteTransaction
    ) throws {
        try writing.run(WaitingWorkStatements.removeSentence, sentence, person)
    }
}

extension WaitingWork {
    fileprivate init(_ row: any Row) throws {
        self.init(
            kind: try row.value(0), work: row.text(1), context: row.text(2), activity: row.id(3), person: row.id(4),
            cohort: row.id(5), sentAt: row.instant(6))
    }
}

extension String {
    /// Without the white space around it.
    func trimmingWhitespace() -> String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
            return ""
        }
        return String(self[first...last])
    }
}
