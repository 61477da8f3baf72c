package import Essentials
package import SQL

/// Letters that wait to be sent, and what became of them.
package struct OutboxStore: Sendable {
    package init() {}

    /// How long letters that were settled are kept, in seconds.
    package static let keptFor: Int64 = 90 * 86_400

    // MARK: Writing letters

    /// Keeps a letter. The same cause again tells its recipient nothing more, and to an address that was refused for ever nothing is written.
    /// - Returns: whether it is new.
    @discardableResult
    package func add(_ draft: LetterDraft, at now: Instant, in writing: any WriteTransaction) throws -> Bool {
        if try bounce(of: draft.address, in: writing) != nil { return false }
        let added = try writing.run(
            OutboxStatements.insert, Identifier<Letter>.new(at: now), draft.cause, draft.recipient, draft.address, draft.kind,
            draft.language, Self.line(draft.subject), draft.body, draft.calendar?.text, draft.calendar?.method.rawValue,
            draft.refusal, draft.dueAt ?? now, draft.expiresAt, now)
        return added == 1
    }

    private static func line(_ subject: String) -> String {
        let line = subject.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.isEmpty ? "…" : String(String.UnicodeScalarView(line.unicodeScalars.prefix(500)))
    }

    /// Whether something was dealt with before.
    package func wasDealtWith(_ cause: String, in reading: any ReadTransaction) throws -> Bool {
        try reading.first(OutboxStatements.cause, cause) { _ in true } ?? false
    }

    /// When something was dealt with; `nil` when it was not.
    package func dealtWithAt(_ cause: String, in reading: any ReadTransaction) throws -> Instant? {
        try reading.first(OutboxStatements.cause, cause) { $0.instant(0) }
    }

    /// Notes that something is dealt with now, whoever is told.
    /// - Returns: `false` when it was before.
    package func begin(_ cause: String, at now: Instant, in writing: any WriteTransaction) throws -> Bool {
        try writing.run(OutboxStatements.insertCause, cause, now) == 1
    }

    /// Takes back what waits for causes that begin so and what was noted of them; what was sent stays.
    /// - Parameter prefix: ends with a slash.
    package func withdraw(_ prefix: String, in writing: any WriteTransaction) throws {
        // The sign after the slash: the first text that does not begin so.
        let end = prefix.dropLast() + "0"
        try writing.run(OutboxStatements.withdraw, prefix, String(end))
        try writing.run(OutboxStatements.forgetCauses, prefix, String(end))
    }

    // MARK: Sending

    package func isDue(at now: Instant, in reading: any ReadTransaction) throws -> Bool {
        try reading.first(OutboxStatements.isDue, now) { _ in true } ?? false
    }

    /// Takes letters that are due, the oldest first. Until `end` nobody else gets them.
    /// - Parameter claim: whoever takes them, by a name of its own.
    package func claim(
        _ count: Int, for claim: String, until end: Instant, at now: Instant, in writing: any WriteTransaction
    ) throws -> [Letter] {
        try writing.rows(OutboxStatements.claim, claim, end, now, count) { try Letter($0) }.sorted { $0.id < $1.id }
    }

    /// The mail server has it, or it will not be tried again.
    /// Nothing happens when the claim had ended.
    package func settle(
        _ letter: Letter, _ state: LetterState, error: String? = nil, claim: String, at now: Instant,
        in writing: any WriteTransaction
    ) throws {
        try writing.run(OutboxStatements.settle, letter.id, claim, state.rawValue, error, now)
    }

    /// Puts it off.
    /// - Parameter counts: whether this was a try.
    package func postpone(
        _ letter: Letter, until time: Instant, error: String?, counts: Bool, claim: String, in writing: any WriteTransaction
    ) throws {
        try writing.run(OutboxStatements.postpone, letter.id, claim, error, time, counts ? 0 : 1)
    }

    /// Gives back what a server that is gone had taken; for the only server of a database.
    package func releaseClaims(at now: Instant, in writing: any WriteTransaction) throws {
        try writing.run(OutboxStatements.releaseClaims, now)
    }

    // MARK: For the operator

    /// Letters in a state, the newest first.
    package func letters(_ state: LetterState, limit: Int, in reading: any ReadTransaction) throws -> [Letter] {
        try reading.rows(OutboxStatements.list, state.rawValue, limit) { try Letter($0) }
    }

    /// Tries a letter that was not sent again, at once.
    /// - Returns: whether there is such a letter.
    package func retry(_ id: Identifier<Letter>, at now: Instant, in writing: any WriteTransaction) throws -> Bool {
        try writing.run(OutboxStatements.retry, id, now) == 1
    }

    /// Tries all that were given up again.
    /// - Returns: how many.
    package func retryDead(at now: Instant, in writing: any WriteTransaction) throws -> Int {
        try writing.run(OutboxStatements.retryDead, now, Instant(milliseconds: 0))
    }

    /// Tries those to one address again that were given up.
    /// - Returns: how many.
    package func retryDead(to address: String, at now: Instant, in writing: any WriteTransaction) throws -> Int {
        try writing.run(OutboxStatements.retryDeadTo, now, Instant(milliseconds: 0), address.lowercased())
    }

    /// Deletes what has no more use: letters that were settled, and those that waited for a mail server that nobody ever named.
    package func tidy(at now: Instant, in writing: any WriteTransaction) throws {
        let before = now.adding(seconds: -Self.keptFor)
        for state in LetterState.allCases { try writing.run(OutboxStatements.deleteOld, state.rawValue, before) }
        try writing.run(OutboxStatements.deleteOldCauses, before)
    }

    // MARK: What recipients want

    /// The secret by which a recipient refuses more letters; `nil` for who did.
    /// - Parameter token: 43 signs that nobody can guess, for a recipient who never had one.
    package func consent(
        of recipient: String, token: () -> String, in writing: any WriteTransaction
    ) throws -> String? {
        if let kept = try choice(of: recipient, in: writing) { return kept.isRefused ? nil : kept.token }
        try writing.run(OutboxStatements.insertChoice, recipient, token())
        return try choice(of: recipient, in: writing)?.token
    }

    /// The secret of a recipient, whatever they want.
    package func secret(of recipient: String, token: () -> String, in writing: any WriteTransaction) throws -> String {
        if let kept = try choice(of: recipient, in: writing) { return kept.token }
        try writing.run(OutboxStatements.insertChoice, recipient, token())
        return try choice(of: recipient, in: writing)?.token ?? ""
    }

    /// Whether somebody said that they want no letters.
    package func refuses(_ recipient: String, in reading: any ReadTransaction) throws -> Bool {
        try choice(of: recipient, in: reading)?.isRefused ?? false
    }

    private func choice(of recipient: String, in reading: any ReadTransaction) throws -> (token: String, isRefused: Bool)? {
        try reading.first(OutboxStatements.choice, recipient) { (token: $0.text(0), isRefused: !$0.isNull(1)) }
    }

    /// Who has this secret, and whether they refuse letters already.
    package func recipient(token: String, in reading: any ReadTransaction) throws -> (recipient: String, isRefused: Bool)? {
        try reading.first(OutboxStatements.choiceByToken, token) { (recipient: $0.text(0), isRefused: !$0.isNull(1)) }
    }

    /// Switches letters off or on. What waits for somebody who wants no more is taken back.
    package func setRefuses(
        _ refuses: Bool, of recipient: String, token: () -> String, at now: Instant, in writing: any WriteTransaction
    ) throws {
        try writing.run(OutboxStatements.insertChoice, recipient, token())
        let refusedAt: Instant? = refuses ? now : nil
        try writing.run(OutboxStatements.setRefused, recipient, refusedAt)
        if refuses { try writing.run(OutboxStatements.withdrawFrom, recipient) }
    }
}

extension Letter {
    init(_ row: any Row) throws {
        var calendar: LetterCalendar?
        if let text = row.textOrNil(8) { calendar = LetterCalendar(method: try row.value(9), text: text) }
        self.init(
            id: row.id(0),
            draft: LetterDraft(
                cause: row.text(1), recipient: row.text(2), address: row.text(3), kind: row.text(4), language: try row.value(5),
                subject: row.text(6), body: row.text(7), calendar: calendar, refusal: row.textOrNil(10),
                expiresAt: row.instantOrNil(14)),
            state: try row.value(11), tries: row.int(12), dueAt: row.instant(13), error: row.textOrNil(15),
            createdAt: row.instant(16))
    }
}
