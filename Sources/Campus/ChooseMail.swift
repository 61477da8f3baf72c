package import Accounts
import Essentials
package import Outbound
import SQL
import Scheduling

/// What somebody will receive, by which way and when; and what they choose of it.
extension Campus {
    /// Why somebody is written to, or told in the page.
    package enum MailCause: String, Sendable, Codable, CaseIterable {
        /// A session or a meeting is planned, changes or is cancelled.
        case session
        /// The day before, and an hour before.
        case reminder
        /// Somebody of the staff answers a learner.
        case answer
        /// A learner asks those who follow them for a call.
        case call
        /// Everything else that is written, and where one is mentioned: once a day.
        case summary
        /// A link to sign in, for who asks for one.
        case signIn = "sign-in"
        /// Points and badges: in the page, by no letter.
        case games
    }

    /// One's own page of it.
    package struct MailReading: Sendable {
        /// `nil` for somebody without one.
        package let address: EmailAddress?
        /// Since when the address was refused, and what was said.
        package let bounce: MailBounce?
        /// Whether letters are wanted at all; a link to sign in comes whatever one wants.
        package let getsMail: Bool
        package let wishes: MailWishes
        /// What concerns this person by the roles that they have.
        package let causes: [MailCause]
    }

    /// One read.
    package func mail(of viewer: Viewer) async throws -> MailReading {
        try await database.read { reading in
            let id = viewer.person.id.text
            return MailReading(
                address: viewer.person.email,
                bounce: try viewer.person.email.flatMap { try outbox.bounce(of: $0.text, in: reading) },
                getsMail: try !outbox.refuses(id, in: reading), wishes: try outbox.wishes(of: id, in: reading),
                causes: Self.mailCauses(viewer.roles))
        }
    }

    static func mailCauses(_ roles: Roles) -> [MailCause] {
        let held = roles.cohorts.values.reduce(into: Set<CohortRole>()) { $0.formUnion($1) }
        return MailCause.allCases.filter { cause in
            switch cause {
            case .session, .reminder: !held.isDisjoint(with: [.learner, .trainer, .tutor, .mentor])
            case .answer, .games: held.contains(.learner)
            case .call: !held.isDisjoint(with: [.tutor, .coordinator])
            case .summary: !held.isEmpty && held != [.funder]
            case .signIn: true
            }
        }
    }

    /// What somebody changes of what they receive; what is `nil` stays.
    package struct MailChange: Sendable {
        package var getsMail: Bool?
        /// 0 to 23; -1 for never.
        package var digestHour: Int?
        /// 0 to 23, both or none; the same twice for no quiet hours.
        package var quietFrom: Int?
        package var quietUntil: Int?
        /// One of ``Campus/mailZones``.
        package var zone: String?
        /// The address that was refused is right: it is written to again.
        package var addressIsRight = false

        package init() {}
    }

    /// Where people of a French training organisation are.
    package static let mailZones = [
        "Europe/Paris", "America/Guadeloupe", "America/Martinique", "America/Cayenne", "America/Miquelon", "Indian/Reunion",
        "Indian/Mayotte", "Pacific/Noumea", "Pacific/Wallis", "Pacific/Tahiti",
    ]

    /// - throws: ``CampusError/invalid(_:)`` for what is no hour and no zone.
    package func chooseMail(_ change: MailChange, of viewer: Viewer) async throws {
        let hours = 0...23
        let asked = [("quietFrom", change.quietFrom), ("quietUntil", change.quietUntil)]
        for (field, hour) in asked where hour.map({ !hours.contains($0) }) ?? false {
            throw CampusError.invalid(field, .noWholeHour)
        }
        if (change.quietFrom == nil) != (change.quietUntil == nil) { throw CampusError.invalid("quietUntil", .noWholeHour) }
        if let hour = change.digestHour, hour != -1, !hours.contains(hour) {
            throw CampusError.invalid("digestHour", .noWholeHour)
        }
        if let zone = change.zone, !Self.mailZones.contains(zone) { throw CampusError.invalid("zone", .noSuchMailZone) }
        let (now, id, token) = (clock.now, viewer.person.id.text, SecretToken.address().text)
        try await database.write { writing in
            var wishes = try outbox.wishes(of: id, in: writing)
            if let hour = change.digestHour { wishes.digestHour = hour < 0 ? nil : hour }
            if let from = change.quietFrom, let until = change.quietUntil { wishes.quiet = QuietHours(from: from, until: until) }
            if let zone = change.zone { wishes.zone = zone }
            try outbox.setWishes(wishes, of: id, token: { token }, in: writing)
            if let getsMail = change.getsMail {
                try outbox.setRefuses(!getsMail, of: id, token: { token }, at: now, in: writing)
            }
            if change.addressIsRight, let email = viewer.person.email { try outbox.forgetBounce(of: email.text, in: writing) }
        }
    }

    // MARK: When letters come

    /// How long somebody who is looking has to read an answer before a letter says that it is there, in seconds.
    static let patience: Int64 = 300
    /// What begins sooner than this after somebody's quiet hours is told at once, in seconds.
    private static let atHand: Int64 = 2 * 3600

    /// When a letter that can wait a little is sent: not in its reader's quiet hours.
    static func letterTime(at now: Instant, after seconds: Int64 = patience, _ wishes: MailWishes = .usual) -> Instant {
        let due = now.adding(seconds: seconds)
        guard let quiet = wishes.quiet else { return due }
        let zone = WallZone(wishes.zone) ?? .paris
        let wall = zone.wallTime(due)
        guard quiet.contains(hour: wall.minute / 60) else { return due }
        let day = wall.minute / 60 < quiet.until ? wall.day : wall.day.adding(days: 1)
        return WallTime(day, minute: quiet.until * 60).map { zone.instant($0) } ?? due
    }

    /// When a letter about something that begins soon is sent: at once, or after its reader's quiet hours when there is time enough left.
    static func letterTime(at now: Instant, about startsAt: Instant, _ wishes: MailWishes) -> Instant {
        let due = letterTime(at: now, after: 0, wishes)
        return startsAt.seconds(since: due) >= atHand ? due : now
    }
}

extension Phrase {
    static let noWholeHour = Phrase(fr: "Choisissez une heure de la liste.", en: "Choose an hour of the list.")
    static let noSuchMailZone = Phrase(fr: "Choisissez un lieu de la liste.", en: "Choose a place of the list.")
}
