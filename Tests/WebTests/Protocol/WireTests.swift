import Foundation
import HummingbirdTesting
import TestSupport
import Testing

@Suite("On the wire")
struct WireTests {
    private func exchange(_ site: TestSite, _ text: String, bytes: [UInt8] = []) async throws -> String {
        let head = text.replacing("\n", with: "\r\n")
        return try await RawConnection.exchange(Array(head.utf8) + bytes, port: try #require(site.port))
    }

    private func status(_ answer: String) -> Int? {
        answer.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    }

    @Test("a body in pieces is read like one of a known length, and refused when it grows over the limit")
    func chunked() async throws {
        try await withTestSite(.live) { site in
            let head = """
                POST /sign-in HTTP/1.1
                Host: localhost
                Accept: application/json
                Content-Type: application/x-www-form-urlencoded
                Transfer-Encoding: chunked
                Connection: close


                """
            let form = "e\nlogin=samira.b\n24\nenali&password=trois+pommes+vertes\n0\n\n"
            let pieces = form.replacing("24\n", with: String("enali&password=trois+pommes+vertes".utf8.count, radix: 16) + "\n")
            let good = try await exchange(site, head + pieces)
            #expect(status(good) == 200)
            let large = String(repeating: "400\n" + String(repeating: "a", count: 1024) + "\n", count: 6) + "0\n\n"
            let refused = try await exchange(site, head + large)
            #expect(status(refused) == 413)
            #expect(refused.contains("Cette adresse accepte au plus 4 Kio."))
        }
    }

    @Test(
        "what is no HTTP, or no address, is refused and takes nothing down",
        arguments: [
            "GET /\u{1} HTTP/1.1\nHost: localhost\nConnection: close\n\n", "nonsense\n\n",
            "GET / HTTP/9.9\nHost: localhost\nConnection: close\n\n",
            "GET /%zz HTTP/1.1\nHost: localhost\nConnection: close\n\n",
            "GET /courses/%C3%28 HTTP/1.1\nHost: localhost\nConnection: close\n\n",
            "GET http://evil.example/ HTTP/1.1\nHost: localhost\nConnection: close\n\n",
            "GET * HTTP/1.1\nHost: localhost\nConnection: close\n\n",
            "POST /sign-in HTTP/1.1\nHost: localhost\nContent-Length: -5\nConnection: close\n\n",
            "POST /sign-in HTTP/1.1\nHost: localhost\nContent-Length: 99999999999999999999\nConnection: close\n\n",
            "GET /?\u{FFFD} HTTP/1.1\nHost: localhost\nConnection: close\n\n",
            "GET /sign-in HTTP/1.1\nHost: localhost\nCookie: \u{FFFD}\nConnection: close\n\n",
        ])
    func nonsense(_ text: String) async throws {
        try await withTestSite(.live) { site in
            let answer = try await exchange(site, text)
            if let status = status(answer) { #expect(status < 500, "\(answer.prefix(200))") }
            #expect(try await site.get("/health").status == 200)
        }
    }

    @Test("bytes that are no text in the address and in headers are no fault of the server's")
    func bytes() async throws {
        try await withTestSite(.live) { site in
            for head in ["GET /courses/", "GET /sign-in?next="] {
                let rest =
                    Array(" HTTP/1.1\r\nHost: localhost\r\nAccept-Language: ".utf8) + [0xFF, 0xFE]
                    + Array("\r\nConnection: close\r\n\r\n".utf8)
                let answer = try await exchange(site, head, bytes: [0xFF, 0xC0] + rest)
                if let status = status(answer) { #expect(status < 500) }
            }
            #expect(try await site.get("/health").status == 200)
        }
    }

    @Test("a connection serves on after a body that nobody read")
    func keptAlive() async throws {
        try await withTestSite(.live) { site in
            let unread = String(repeating: "x", count: 900)
            let first = """
                POST /sign-out HTTP/1.1
                Host: localhost
                Accept: application/json
                Content-Length: \(unread.utf8.count)


                """
            let second = "GET /health/live HTTP/1.1\nHost: localhost\nAccept: application/json\nConnection: close\n\n"
            let answer = try await exchange(site, first + unread + second)
            #expect(status(answer) == 401)
            #expect(answer.contains("HTTP/1.1 200 OK"))
            #expect(answer.contains("{\"status\":\"ok\"}"))
        }
    }
}
