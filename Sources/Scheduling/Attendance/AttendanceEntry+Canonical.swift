import Crypto
import Essentials

/// The canonical form of an entry, byte for byte as `docs/attendance-log.md` says it.
extension AttendanceEntry {
    /// The hash that stands before the first entry.
    package static let firstPrevious = String(repeating: "0", count: 64)

    /// UTF-8, one line for each thing that is said, in this order; what is not said has no line.
    package var canonical: String {
        Self.canonical(id: id, fact: fact, context: context, at: at, sequence: sequence, previous: previous)
    }

    static func canonical(
        id: Identifier<AttendanceEntry>, fact: AttendanceFact, context: Context, at: Instant, sequence: Int, previous: String
    ) -> String {
        var text = "rebond-attendance 1\n"
        func line(_ key: String, _ value: String?) {
            if let value { text += key + " " + escaped(value) + "\n" }
        }
        line("cohort", context.cohort.text)
        line("sequence", "\(sequence)")
        line("previous", previous)
        line("id", id.text)
        line("kind", fact.kind.rawValue)
        line("at", "\(at.milliseconds)")
        line("session", fact.session.text)
        line("day", fact.day.text)
        line("half", fact.part.rawValue)
        line("starts", "\(context.startsAt.milliseconds)")
        line("ends", "\(context.endsAt.milliseconds)")
        line("subject", context.subject)
        line("place", context.place)
        line("person", fact.person.text)
        line("name", context.name)
        line("role", fact.role.rawValue)
        line("author", fact.author.text)
        line("method", fact.method?.rawValue)
        line("means", fact.means?.rawValue)
        line("drawing", fact.drawing?.digest)
        line("minutes", fact.minutes.map { "\($0)" })
        line("motive", fact.motive?.rawValue)
        line("justified", fact.isJustified.map { $0 ? "yes" : "no" })
        line("note", fact.note)
        line("proof", fact.proof?.digest)
        line("proof-name", fact.proof?.name)
        line("corrects", fact.corrects?.text)
        line("reason", fact.reason)
        return text
    }

    /// Two texts never become one: a backslash, a line feed and a carriage return are written with a backslash.
    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x5C || $0 == 0x0A || $0 == 0x0D }) else { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x5C: bytes += [0x5C, 0x5C]
            case 0x0A: bytes += [0x5C, UInt8(ascii: "n")]
            case 0x0D: bytes += [0x5C, UInt8(ascii: "r")]
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func hash(of text: String) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(64)
        for byte in SHA256.hash(data: Array(text.utf8)) { bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension SignatureDrawing {
    /// SHA-256 of the path: what the chain holds of it.
    package var digest: String { AttendanceEntry.hash(of: path) }
}
