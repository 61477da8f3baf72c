import Crypto
package import Essentials

/// What the screen of the room shows for a minute: six characters, which the QR code holds too. Whoever sends them was in the room, or was
/// told them by somebody who was.
package struct RoomCode: Sendable, Hashable {
    package let text: String

    /// Nothing that is taken for something else: no I, no O, no 0, no 1.
    private static let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)
    private static let length = 6

    /// - Parameters:
    ///   - secret: of the installation.
    ///   - minute: since 1970.
    package init(secret: String, session: Identifier<ClassSession>, day: CalendarDay, part: HalfDay.Part, minute: Int64) {
        let said = "rebond-room\n\(session)\n\(day)\n\(part.rawValue)\n\(minute)"
        let mac = HMAC<SHA256>.authenticationCode(for: Array(said.utf8), using: SymmetricKey(data: Array(secret.utf8)))
        // 256 is a multiple of 32: every character is as likely as every other.
        text = String(decoding: mac.prefix(Self.length).map { Self.alphabet[Int($0) % Self.alphabet.count] }, as: UTF8.self)
    }

    package static func minute(of instant: Instant) -> Int64 { instant.milliseconds / 60_000 }

    /// Whether what was typed is the code of this minute or of the one before.
    package static func isGood(
        _ typed: String, secret: String, session: Identifier<ClassSession>, day: CalendarDay, part: HalfDay.Part, at now: Instant
    ) -> Bool {
        let typed = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" }
        return [0, 1].contains { back in
            RoomCode(secret: secret, session: session, day: day, part: part, minute: minute(of: now) - back).text == typed
        }
    }
}
