package import Essentials
import Foundation

/// A letter as it goes over the wire (RFC 5322, 2045 to 2047): UTF-8, lines that end with CRLF, nothing but ASCII outside.
///
/// libcurl has functions that put parts together, but none that encode headers, and their boundaries are new each time; here the same letter
/// gives the same bytes, whichever server sends it and however often.
package struct MailMessage: Sendable, Hashable {
    package var from: MailAddress
    package var to: String
    /// Without angle brackets.
    package var id: String
    package var subject: String
    package var body: String
    package var language: Language
    package var date: Instant
    package var calendar: LetterCalendar?
    /// An `https` address at which a mail program refuses more (RFC 8058).
    package var refusal: String?

    package init(
        from: MailAddress, to: String, id: String, subject: String, body: String, language: Language, date: Instant,
        calendar: LetterCalendar? = nil, refusal: String? = nil
    ) {
        self.from = from
        self.to = to
        self.id = id
        self.subject = subject
        self.body = body
        self.language = language
        self.date = date
        self.calendar = calendar
        self.refusal = refusal
    }

    /// The whole message.
    package var bytes: [UInt8] {
        var lines = [
            "From: " + MailHeader.mailbox(from),
            "To: <\(to)>",
            "Subject: " + MailHeader.text(subject, after: 9),
            "Date: " + Self.date(date),
            "Message-ID: <\(id)>",
            "MIME-Version: 1.0",
            "Content-Language: \(language.rawValue)",
            // No answers of machines to a machine (RFC 3834; the second is Exchange's).
            "Auto-Submitted: auto-generated",
            "X-Auto-Response-Suppress: All",
        ]
        if let refusal, MailHeader.isPlain(refusal) {
            lines.append("List-Unsubscribe: <\(refusal)>")
            lines.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
        }
        let text = [
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
            QuotedPrintable.encode(body),
        ]
        guard let calendar else { return Array((lines + text).joined(separator: "\r\n").utf8) }
        let data = Data(calendar.text.utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        let invitation = [
            "Content-Type: text/calendar; charset=utf-8; method=\(calendar.method.rawValue)", "Content-Transfer-Encoding: base64",
            "", data,
        ]
        // For programs that look for a file.
        let attachment = [
            "Content-Type: application/ics; name=\"invite.ics\"", "Content-Disposition: attachment; filename=\"invite.ics\"",
            "Content-Transfer-Encoding: base64", "", data,
        ]
        let alternatives =
            calendar.method == .publish
            ? text : Self.multipart("alternative", [text, invitation], boundary: "=_alternative_" + boundaryName)
        lines += Self.multipart("mixed", [alternatives, attachment], boundary: "=_mixed_" + boundaryName)
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    /// Signs that may stand in a boundary. No encoded line holds `=_`.
    private var boundaryName: String { String(id.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(40)) }

    private static func multipart(_ kind: String, _ parts: [[String]], boundary: String) -> [String] {
        ["Content-Type: multipart/\(kind); boundary=\"\(boundary)\"", ""]
            + parts.flatMap { ["--" + boundary] + $0 } + ["--\(boundary)--", ""]
    }

    /// `Tue, 24 Nov 2026 09:00:00 +0000`
    static func date(_ instant: Instant) -> String {
        let seconds = Int((Double(instant.milliseconds) / 1000).rounded(.down))
        let number = Int((Double(seconds) / 86_400).rounded(.down))
        let day = CalendarDay(ordinal: number)
        let clock = seconds - number * 86_400
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(days[DayNumber.weekday(number)]), \(day.day) \(months[day.month - 1]) \(day.year) "
            + "\(two(clock / 3600)):\(two(clock / 60 % 60)):\(two(clock % 60)) +0000"
    }
}
