package import Accounts
package import Essentials

/// What somebody says about the presence of one person in one half-day. It never changes: what was wrong is corrected by another one.
package struct AttendanceFact: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// The person signed, on the own account.
        case signed
        /// Was not there, for so many minutes.
        case absent
        /// Came so many minutes after the beginning.
        case late
        /// What another entry says does not hold.
        case withdrawn
    }

    /// As whom the person was there.
    package enum Role: String, Sendable, Hashable, Codable, CaseIterable {
        case learner, trainer
    }

    /// How one signed.
    package enum Method: String, Sendable, Hashable, Codable, CaseIterable {
        /// By saying so.
        case confirmed
        /// By drawing, each time anew.
        case drawn
    }

    /// From where one signed.
    package enum Means: String, Sendable, Hashable, Codable, CaseIterable {
        /// With the code that was shown in the room.
        case roomCode = "room-code"
        /// From the page of a session that takes place at a distance.
        case sessionPage = "session-page"
        /// A trainer or coordinator, who needs no code.
        case staff
    }

    /// A document that was given, kept under its digest.
    package struct Proof: Sendable, Hashable {
        package let digest: String
        package let name: String
        package let mediaType: String
        package let size: Int

        package init(digest: String, name: String, mediaType: String, size: Int) {
            self.digest = digest
            self.name = name
            self.mediaType = mediaType
            self.size = size
        }
    }

    package let session: Identifier<ClassSession>
    package let day: CalendarDay
    package let part: HalfDay.Part
    package let person: Identifier<Person>
    package let role: Role
    package let kind: Kind
    /// Who says so.
    package let author: Identifier<Person>
    package var method: Method?
    package var means: Means?
    /// A signature as it was drawn: the data of an SVG path.
    package var drawing: SignatureDrawing?
    /// Of absence, or after the beginning.
    package var minutes: Int?
    package var motive: AbsenceMotive?
    package var isJustified: Bool?
    /// Why one signs late, came late or was not there, in the person's words.
    package var note: String?
    package var proof: Proof?
    /// The entry that this one corrects, or that it follows after a withdrawal.
    package var corrects: Identifier<AttendanceEntry>?
    /// Why it is corrected.
    package var reason: String?

    package init(
        _ kind: Kind, session: Identifier<ClassSession>, day: CalendarDay, part: HalfDay.Part, person: Identifier<Person>,
        role: Role, author: Identifier<Person>, method: Method? = nil, means: Means? = nil, drawing: SignatureDrawing? = nil,
        minutes: Int? = nil, motive: AbsenceMotive? = nil, isJustified: Bool? = nil, note: String? = nil, proof: Proof? = nil,
        corrects: Identifier<AttendanceEntry>? = nil, reason: String? = nil
    ) {
        self.kind = kind
        self.session = session
        self.day = day
        self.part = part
        self.person = person
        self.role = role
        self.author = author
        self.method = method
        self.means = means
        self.drawing = drawing
        self.minutes = minutes
        self.motive = motive
        self.isJustified = isJustified
        self.note = note
        self.proof = proof
        self.corrects = corrects
        self.reason = reason
    }

    /// Whether it is what was kept: sent again, it changes nothing. What the server adds to it is not looked at.
    func isReplay(of kept: AttendanceFact) -> Bool {
        var kept = kept
        if corrects == nil { kept.corrects = nil }
        return self == kept
    }

    package static let longestText = 500
}

/// Why somebody was not there. What the law needs and no more: never what an illness is.
package enum AbsenceMotive: String, Sendable, Hashable, Codable, CaseIterable {
    case illness
    case accident
    case family
    /// An interview for a job, a day of work.
    case job
    /// France Travail, a tribunal, an office.
    case summons
    case transport
    /// The network, the computer.
    case technical
    case other
    case unknown
}

/// An entry of the attendance log of a cohort: a fact with what was so when it was kept, and its place in the chain.
package struct AttendanceEntry: Sendable, Hashable {
    /// What an entry says of the session, so that the log can be read by itself.
    package struct Context: Sendable, Hashable {
        package let cohort: Identifier<Cohort>
        /// Of the half-day.
        package let startsAt: Instant
        package let endsAt: Instant
        package let subject: String
        /// A place, or the address of the virtual class.
        package let place: String?
        /// Of the person whom it concerns.
        package let name: String

        package init(
            cohort: Identifier<Cohort>, startsAt: Instant, endsAt: Instant, subject: String, place: String?, name: String
        ) {
            self.cohort = cohort
            self.startsAt = startsAt
            self.endsAt = endsAt
            self.subject = subject
            self.place = place
            self.name = name
        }
    }

    /// Made by whoever sends it.
    package let id: Identifier<AttendanceEntry>
    package let fact: AttendanceFact
    package let context: Context
    /// The server's clock.
    package let at: Instant
    /// From 1, in the cohort.
    package let sequence: Int
    /// The hash of the entry before; zeros for the first one.
    package let previous: String
    /// SHA-256 of ``canonical``, 64 hexadecimal digits.
    package let hash: String

    /// Whole minutes of the half-day.
    package var minutes: Int { Int(context.endsAt.seconds(since: context.startsAt) / 60) }

    /// Whether it says that the person was not there at all.
    package var isWholeAbsence: Bool { fact.kind == .absent && (fact.minutes ?? minutes) >= minutes }
}
