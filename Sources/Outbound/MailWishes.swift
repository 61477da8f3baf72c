package import Essentials
package import SQL

/// When somebody wants letters that can wait.
package struct MailWishes: Sendable, Hashable {
    /// The hour of the daily summary, 0 to 23; `nil` for never.
    package var digestHour: Int?
    /// `nil` for none.
    package var quiet: QuietHours?
    /// Where the recipient's clock is: a name of the IANA database.
    package var zone: String

    /// What holds for those who chose nothing: a summary after a day of training, and quiet nights.
    package static let usual = MailWishes(digestHour: 18, quiet: QuietHours(from: 21, until: 8), zone: "Europe/Paris")

    package init(digestHour: Int?, quiet: QuietHours?, zone: String) {
        self.digestHour = digestHour
        self.quiet = quiet
        self.zone = zone
    }
}

/// Hours of the day between which nobody is to be disturbed; they may go over midnight.
package struct QuietHours: Sendable, Hashable {
    /// The first one, 0 to 23.
    package let from: Int
    /// The first one after them, 0 to 23.
    package let until: Int

    /// - Returns: `nil` for what are no hours of a day, and for none at all.
    package init?(from: Int, until: Int) {
        guard (0...23).contains(from), (0...23).contains(until), from != until else { return nil }
        self.from = from
        self.until = until
    }

    package func contains(hour: Int) -> Bool {
        from < until ? (from..<until).contains(hour) : hour >= from || hour < until
    }
}

extension OutboxStore {
    package func wishes(of recipient: String, in reading: any ReadTransaction) throws -> MailWishes {
        try reading.first(OutboxStatements.wishes, recipient) {
            MailWishes(
                digestHour: $0.int(0) < 0 ? nil : $0.int(0), quiet: QuietHours(from: $0.int(1), until: $0.int(2)),
                zone: $0.text(3))
        } ?? .usual
    }

    /// - Parameter token: the secret of a recipient who never had one.
    package func setWishes(
        _ wishes: MailWishes, of recipient: String, token: () -> String, in writing: any WriteTransaction
    ) throws {
        try writing.run(OutboxStatements.insertChoice, recipient, token())
        try writing.run(
            OutboxStatements.setWishes, recipient, wishes.digestHour ?? -1, wishes.quiet?.from ?? 0, wishes.quiet?.until ?? 0,
            wishes.zone)
    }
}

/// An address that a mail server refused for ever.
package struct MailBounce: Sendable, Hashable {
    package let address: String
    package let at: Instant
    /// What the mail server said.
    package let reason: String
}

extension OutboxStore {
    /// - Returns: `nil` for an address of which nothing bad is known.
    package func bounce(of address: String, in reading: any ReadTransaction) throws -> MailBounce? {
        try reading.first(OutboxStatements.bounce, address.lowercased(), map: MailBounce.init(row:))
    }

    /// Addresses that were refused, the last first.
    package func bounces(limit: Int, in reading: any ReadTransaction) throws -> [MailBounce] {
        try reading.rows(OutboxStatements.bounces, Instant(milliseconds: .max), limit, map: MailBounce.init(row:))
    }

    /// A letter's address was refused for ever: nothing that waits for it is sent, and nothing more is written there.
    func bounced(_ letter: Letter, reason: String, at now: Instant, in writing: any WriteTransaction) throws {
        let address = letter.draft.address.lowercased()
        let said = reason.isEmpty ? "refused" : String(String.UnicodeScalarView(reason.unicodeScalars.prefix(500)))
        try writing.run(OutboxStatements.insertBounce, address, now, said)
        try writing.run(OutboxStatements.settleBounced, letter.draft.recipient, address, said, now)
    }

    /// The address is right after all: it is written to again.
    /// - Returns: whether it had been refused.
    @discardableResult
    package func forgetBounce(of address: String, in writing: any WriteTransaction) throws -> Bool {
        try writing.run(OutboxStatements.deleteBounce, address.lowercased()) == 1
    }
}

extension MailBounce {
    init(row: any Row) { self.init(address: row.text(0), at: row.instant(1), reason: row.text(2)) }
}
