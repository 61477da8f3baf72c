import Crypto
import Essentials
import Foundation
import Testing

@testable import Outbound

@Suite("Virtual rooms")
struct RoomTests {
    static let now = Instant(milliseconds: 1_795_507_200_000)

    @Test("a call to BigBlueButton carries the SHA-256 of its name, its query and the secret")
    func checksum() throws {
        let server = try #require(
            BigBlueButton(base: "https://visio.example.org/bigbluebutton/api/", secret: "639259d4-9dd8-4b25-bf01-95f9567eaf4b"))
        let address = server.address("create", [("name", "Test Meeting"), ("meetingID", "abc123")])
        let query = "name=Test%20Meeting&meetingID=abc123"
        let sum = SHA256.hash(data: Data("create\(query)639259d4-9dd8-4b25-bf01-95f9567eaf4b".utf8))
            .map { String(format: "%02x", $0) }.joined()
        #expect(address == "https://visio.example.org/bigbluebutton/api/create?\(query)&checksum=\(sum)")
        // What people are called ends no query.
        let entrance = server.entrance(id: "1", name: "Awa & co=é+#", person: "p", role: .viewer)
        #expect(
            entrance.contains("fullName=Awa%20%26%20co%3D%C3%A9%2B%23&meetingID=1&role=VIEWER&userID=p&redirect=true&checksum="))
        #expect(!entrance.contains("639259d4"))
    }

    @Test(
        "an address in the clear, or without a secret, is no server",
        arguments: [
            ("http://visio.example.org/bigbluebutton", "s"), ("https://visio.example.org", ""), ("", "s"),
            ("https://a/b?c=d", "s"),
        ])
    func servers(_ base: String, _ secret: String) {
        #expect(BigBlueButton(base: base, secret: secret) == nil)
    }

    @Test("an answer is XML with nothing of its own in it")
    func answers() {
        func read(_ text: String) -> [String: String]? { BigBlueButton.read(Array(text.utf8)) }
        #expect(read("<response><returncode>SUCCESS</returncode><running> true</running></response>")?["returncode"] == "SUCCESS")
        #expect(read("<response><message><![CDATA[a<b]]></message></response>")?["message"] == "a<b")
        for text in [
            "", "no", "<html></html>", "<response>",
            "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><response><a>&x;</a></response>",
        ] {
            #expect(read(text) == nil, "\(text)")
        }
    }

    @Test("after two failures nobody asks for half a minute, then one does")
    func circuit() {
        let circuit = Circuit()
        let later = { (seconds: Int64) in Self.now.adding(seconds: seconds) }
        circuit.failed(at: Self.now)
        #expect(circuit.mayAsk(at: Self.now) && !circuit.isOpen(at: Self.now))
        circuit.failed(at: Self.now)
        #expect(!circuit.mayAsk(at: later(29)) && circuit.isOpen(at: later(29)))
        #expect(circuit.mayAsk(at: later(30)))
        #expect(!circuit.mayAsk(at: later(31)))
        circuit.succeeded()
        #expect(circuit.mayAsk(at: later(31)) && !circuit.isOpen(at: later(31)))
    }

    @Test("a server that is not there is said to be down, and then no longer waited for")
    func down() async throws {
        // Nobody listens on port 1.
        let server = try #require(BigBlueButton(base: "http://127.0.0.1:1/bigbluebutton", secret: "s", timeout: 2))
        for _ in 1...3 {
            await #expect(throws: BigBlueButton.Failure.isDown) {
                try await server.create(id: "1", name: "Classe", leaving: nil, at: Self.now)
            }
        }
        #expect(server.circuit.isOpen(at: Self.now))
    }

    @Test("a Jitsi token names person, room and end, signed with HS256")
    func token() throws {
        let jitsi = try #require(Jitsi(host: "meet.example.org", application: "rebond", secret: "secret"))
        let address = try jitsi.entrance(
            id: "1", name: "Awa « D »", person: "p", isModerator: true, from: Self.now, until: Self.now.adding(seconds: 60))
        let parts = try #require(address.split(separator: "?jwt=").last).split(separator: ".").map(String.init)
        #expect(address.hasPrefix("https://meet.example.org/rebond-1?jwt=") && parts.count == 3)
        func data(_ text: String) -> Data? {
            let plain = text.replacing("-", with: "+").replacing("_", with: "/")
            return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
        }
        let key = SymmetricKey(data: Data("secret".utf8))
        let code = try #require(data(parts[2]))
        #expect(HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Data((parts[0] + "." + parts[1]).utf8), using: key))
        let claimBytes = try #require(data(parts[1]))
        let claims = try #require(JSONSerialization.jsonObject(with: claimBytes) as? [String: Any])
        #expect(
            claims["iss"] as? String == "rebond" && claims["aud"] as? String == "jitsi"
                && claims["sub"] as? String == "meet.example.org")
        #expect(claims["room"] as? String == "rebond-1" && claims["exp"] as? Int == 1_795_507_260)
        let user = ((claims["context"] as? [String: Any])?["user"] as? [String: Any])
        #expect(user?["name"] as? String == "Awa « D »" && user?["moderator"] as? String == "true")
        #expect(Jitsi(host: "meet.example.org/x", application: "a", secret: "s") == nil)
    }
}
