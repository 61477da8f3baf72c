package import Essentials
package import Logging
package import SQL

/// Sends what waits in the outbox. Several servers of one database each have one: a letter is claimed before it is sent, and the claim of a
/// server that went away ends by itself.
package struct MailSender: Sendable {
    private let database: any SQLDatabase
    private let clock: Clock
    private let settings: MailSettings
    private let site: String
    private let client: SMTPClient
    private let logger: Logger
    private let store = OutboxStore()

    /// Letters taken at once.
    static let batch = 10
    /// Seconds after which a letter is given up that the mail server puts off again and again.
    package static let patience: Int64 = 2 * 86_400

    /// - Parameter site: the address under which people reach the site, without a slash at its end.
    package init(database: any SQLDatabase, clock: Clock, settings: MailSettings, site: String, logger: Logger) {
        self.database = database
        self.clock = clock
        self.settings = settings
        self.site = site
        self.logger = logger
        let host = site.split(separator: "/").last.map { $0.split(separator: ":")[0] } ?? "localhost"
        client = SMTPClient(settings, presentedAs: String(host))
    }

    /// A claim lasts as long as the last letter of a batch may take, and a little.
    private var lease: Int64 { Int64(Self.batch * (settings.timeout + 5)) }

    /// Gives back what the server before this one had taken when it went away; only where no other server runs.
    package func begin() async throws {
        let now = clock.now
        try await database.write { try store.releaseClaims(at: now, in: $0) }
    }

    /// Sends letters that are due.
    /// - Returns: how many were looked at; 0 when nothing waits.
    package func sendDue() async throws -> Int {
        let now = clock.now
        guard try await database.read({ try store.isDue(at: now, in: $0) }) else { return 0 }
        let claim = Identifier<MailSender>.new(at: now).text
        let end = now.adding(seconds: lease)
        let letters = try await database.write { try store.claim(Self.batch, for: claim, until: end, at: now, in: $0) }
        for (index, letter) in letters.enumerated() {
            if Task.isCancelled {
                try await giveBack(letters[index...], claim, at: clock.now, error: nil)
                break
            }
            if await !deliver(letter, claim), index + 1 < letters.count {
                // Whoever is away for this one is away for the others.
                let later = clock.now.adding(seconds: Int64(settings.retry))
                try await giveBack(letters[(index + 1)...], claim, at: later, error: nil)
                break
            }
        }
        return letters.count
    }

    package func close() async { await client.close() }

    /// - Returns: `false` when the mail server is away.
    private func deliver(_ letter: Letter, _ claim: String) async -> Bool {
        let now = clock.now
        let isLate = letter.draft.expiresAt.map { $0 <= now } ?? false
        let outcome: SMTPClient.Outcome =
            if isLate {
                .refused("not sent in time")
            } else {
                await client.send(message(letter).bytes, from: settings.from.address, to: letter.draft.address)
            }
        do {
            try await keep(outcome, of: letter, claim)
        } catch {
            // The claim ends by itself, and the letter is tried again under the same Message-ID.
            logger.warning(
                "what became of a letter could not be kept", metadata: ["letter": "\(letter.id)", "error": "\(error)"])
            return false
        }
        if case .noServer = outcome { return false }
        return true
    }

    private func keep(_ outcome: SMTPClient.Outcome, of letter: Letter, _ claim: String) async throws {
        let now = clock.now
        switch outcome {
        case .accepted:
            try await database.write { writing in
                try store.settle(letter, .sent, claim: claim, at: now, in: writing)
                // Tried again by hand, and taken.
                try store.forgetBounce(of: letter.draft.address, in: writing)
            }
        case .noSuchAddress(let error):
            logger.warning("an address was refused", metadata: ["letter": "\(letter.id)", "error": "\(error)"])
            try await database.write { writing in
                try store.settle(letter, .dead, error: error, claim: claim, at: now, in: writing)
                try store.bounced(letter, reason: error, at: now, in: writing)
            }
        case .refused(let error):
            logger.warning("a letter was refused", metadata: ["letter": "\(letter.id)", "error": "\(error)"])
            try await database.write { try store.settle(letter, .dead, error: error, claim: claim, at: now, in: $0) }
        case .later(let error), .noServer(let error):
            logger.warning("a letter has to wait", metadata: ["letter": "\(letter.id)", "error": "\(error)"])
            let next = now.adding(seconds: Self.wait(afterTries: letter.tries, first: settings.retry))
            let isGivenUp = now.seconds(since: letter.createdAt) >= Self.patience
            try await database.write { writing in
                if isGivenUp {
                    try store.settle(letter, .dead, error: error, claim: claim, at: now, in: writing)
                } else {
                    try store.postpone(letter, until: next, error: error, counts: true, claim: claim, in: writing)
                }
            }
        }
    }

    private func giveBack(
        _ letters: ArraySlice<Letter>, _ claim: String, at time: Instant, error: String?
    ) async throws {
        let letters = Array(letters)
        try await database.write { writing in
            for letter in letters {
                try store.postpone(letter, until: time, error: letter.error, counts: false, claim: claim, in: writing)
            }
        }
    }

    /// Seconds until the next try: doubled each time, an hour at most.
    static func wait(afterTries tries: Int, first: Int) -> Int64 {
        min(Int64(first) << Int64(min(max(tries - 1, 0), 12)), 3600)
    }

    /// The letter as it goes over the wire. The same letter gives the same bytes.
    func message(_ letter: Letter) -> MailMessage {
        let draft = letter.draft
        return MailMessage(
            from: settings.from, to: draft.address, id: "\(letter.id.text)@\(settings.from.domain)", subject: draft.subject,
            body: draft.body.replacing(LetterDraft.site, with: site), language: draft.language, date: letter.createdAt,
            calendar: draft.calendar.map {
                LetterCalendar(
                    method: $0.method,
                    text: CalendarText.addressed($0.text, site: site, organizer: settings.from.address))
            }, refusal: site.hasPrefix("https://") ? draft.refusal.map { site + $0 } : nil)
    }
}
