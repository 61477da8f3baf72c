import Essentials
import Foundation
import Testing

@testable import Outbound

@Suite("A letter over the wire")
struct MailMessageTests {
    private static func message(subject: String = "Séance", body: String = "Bonjour", calendar: LetterCalendar? = nil) throws
        -> MailMessage
    {
        MailMessage(
            from: try #require(MailAddress("Centre « Été » <suivi@example.org>")), to: "awa@example.org", id: "1@example.org",
            subject: subject, body: body, language: .french, date: Instant(milliseconds: 1_795_507_200_000), calendar: calendar)
    }

    private static func headers(_ message: MailMessage) -> [String] {
        let text = String(decoding: message.bytes, as: UTF8.self)
        return text.prefix(upTo: text.range(of: "\r\n\r\n")?.lowerBound ?? text.endIndex).replacing("\r\n ", with: " ")
            .split(separator: "\r\n").map(String.init)
    }

    @Test(
        "is ASCII, in lines that mail servers take",
        arguments: ["Court", String(repeating: "é", count: 3000), "a\u{0}b\r\nBcc: x@y", "😀👩‍👩‍👧 à"])
    func lines(_ text: String) throws {
        let calendar = LetterCalendar(method: .request, text: String(repeating: "é", count: 2000))
        let bytes = try Self.message(subject: text, body: text, calendar: calendar).bytes
        #expect(bytes.allSatisfy { $0 < 0x80 && $0 != 0 })
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 78 && !$0.contains(where: \.isNewline) && !$0.hasPrefix(".") })
    }

    @Test(
        "what people type adds no header",
        arguments: ["x\r\nBcc: all@example.org", "x\nSubject: y", "x\u{2028}Bcc: a@b", "x\u{85}Bcc: a"])
    func injection(_ text: String) throws {
        let names = Self.headers(try Self.message(subject: text)).map { String($0.prefix { $0 != ":" }) }
        #expect(
            names == [
                "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Language", "Auto-Submitted",
                "X-Auto-Response-Suppress", "Content-Type", "Content-Transfer-Encoding",
            ])
    }

    @Test("says when it was written, as mail does")
    func date() {
        #expect(MailMessage.date(Instant(milliseconds: 1_795_507_200_000)) == "Tue, 24 Nov 2026 08:00:00 +0000")
        #expect(MailMessage.date(Instant(milliseconds: 999)) == "Thu, 1 Jan 1970 00:00:00 +0000")
    }

    @Test(
        "an address that means something else in an envelope is none",
        arguments: [
            "", "awa", "a@", "@b", "a@b@c", "a b@c.d", "a@b>\r\nRCPT TO:<c", "<a@b>", "a\"@b.c", "é@b.c", "a@.b", "a,b@c.d",
        ])
    func addresses(_ text: String) {
        #expect(!MailAddress.isAddress(text))
    }

    @Test("a mailbox has a name, or none")
    func mailboxes() throws {
        #expect(try #require(MailAddress("a@b.c")).name == "")
        #expect(try #require(MailAddress("\"Les Alouettes, Lyon\" <a@b.c>")).name == "Les Alouettes, Lyon")
        #expect(MailHeader.mailbox(try #require(MailAddress("Les Alouettes <a@b.c>"))) == "Les Alouettes <a@b.c>")
        #expect(MailHeader.mailbox(try #require(MailAddress("Lyon, Vaise <a@b.c>"))).hasPrefix("=?utf-8?B?"))
        #expect(MailAddress("x <a@b.c\r\nBcc: d@e.f>") == nil)
    }

    @Test("quoted-printable hides what ends a line or a letter")
    func quoted() {
        #expect(QuotedPrintable.encode(".\nFrom x\na=b \n") == "=2E\r\n=46rom x\r\na=3Db=20\r\n")
        #expect(QuotedPrintable.encode("é") == "=C3=A9")
    }

    @Test("the site and the sender are put into a calendar, whose lines are folded again")
    func calendar() {
        let long = String(repeating: "é", count: 60)
        let text = "ORGANIZER;CN=\(long):urn:uui\r\n d:1\r\nURL:\(LetterDraft.site)/sessions/1\r\nSUMMARY:x:urn:uuid:2\r\n"
        let done = CalendarText.addressed(text, site: "https://apprendre.example.org", organizer: "suivi@example.org")
        let unfolded = done.replacing("\r\n ", with: "")
        #expect(
            unfolded
                == "ORGANIZER;CN=\(long):mailto:suivi@example.org\r\nURL:https://apprendre.example.org/sessions/1\r\nSUMMARY:x:urn:uuid:2\r\n"
        )
        #expect(done.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    }

    @Test("waits longer each time, an hour at most", arguments: [(1, 30), (2, 60), (3, 120), (8, 3600), (400, 3600)])
    func waiting(_ tries: Int, _ seconds: Int64) {
        #expect(MailSender.wait(afterTries: tries, first: 30) == seconds)
    }

    @Test(
        "mail in the clear stays on this machine",
        arguments: [("127.0.0.1", true), ("localhost", true), ("mail.example.org", false)])
    func clear(_ host: String, _ passes: Bool) throws {
        let from = try #require(MailAddress("a@b.c"))
        let settings = MailSettings(host: host, from: from, security: .none)
        #expect((settings.problem == nil) == passes)
        #expect(MailSettings(host: host, from: from).problem == nil)
        #expect(MailSettings(host: "a/b", from: from).problem == .host)
    }
}
