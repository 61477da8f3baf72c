package import Essentials

/// Why something about attendance is not kept.
package enum AttendanceError: Error, Sendable, Hashable {
    /// The id was kept with another content.
    case otherContent
    case alreadySigned
    /// The person is noted as absent for the whole half-day.
    case isAbsent
    /// The person signed: the signature would have to be withdrawn first.
    case hasSigned
    /// An absence or a late arrival is noted already; it can be corrected.
    case alreadyNoted
    /// There is no such entry, or it was corrected by another one.
    case nothingToCorrect
    /// The same drawing was used before: a signature is drawn each time.
    case drawingReused
}

/// The first thing in the log of a cohort that is not as it was kept.
package struct AttendanceFault: Error, Sendable, Hashable {
    package enum Problem: String, Sendable, Hashable, Codable {
        /// What the entry says is not what its hash was made of.
        case altered
        /// It does not name the hash of the entry before.
        case unlinked
        /// An entry is missing before it, or after the last one.
        case missing
    }

    package let problem: Problem
    /// Where the chain breaks.
    package let sequence: Int
    /// `nil` where there is none.
    package let entry: Identifier<AttendanceEntry>?
}
