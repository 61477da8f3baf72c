import Accounts
import Campus
import HTTPTypes
import Logging
import SQL
import Synchronization
import TestSupport
import Testing

@Suite("When the server itself fails")
struct FailureTests {
    private static let damage = Statement("test.damage", "UPDATE activity_content SET body = '{\"lesson\":SECRET'")

    @Test("people are told that it is not their fault, and nothing of what broke; the log has it under the same number")
    func corrupt() async throws {
        let record = LogRecord()
        try await withTestSite(logger: record.logger) { site in
            try await site.campus.database.write { _ = try $0.run(Self.damage) }
            let page = try await site.get(Address.welcome, as: .learner)
            #expect(page.status == 500)
            #expect(page.text.contains("Une erreur de notre côté"))
            let model = try await site.get(Address.welcome, as: .learner, accept: Answer.json)
            #expect(model.status == 500)
            #expect(try model.object()["type"] as? String == "urn:rebond:problem:failure")
            for answer in [page, model] {
                for word in OpenAPI.internals + ["SECRET", "lesson"] where word != "lesson" || answer.isProblemDocument {
                    #expect(!answer.text.contains(word), "\(word)")
                }
                let number = try #require(answer.headers[.requestID])
                let line = try #require(record.lines.first { $0.contains(number) && $0.hasPrefix("error") })
                #expect(line.contains("kept cannot be read"))
                #expect(answer.text.contains(number))
            }
        }
    }

    @Test("a database that does not answer makes everybody wait a little, and the health check says so")
    func closed() async throws {
        try await withTestSite { site in
            #expect(try await site.get("/courses", as: .learner).status == 200)
            try await site.campus.database.close()
            for address in ["/health", "/health/ready"] {
                let health = try await site.get(address, accept: Answer.json)
                #expect(health.status == 503)
                #expect(health.text == #"{"database":"unreachable","status":"unavailable"}"#)
                #expect(health.headers[.cacheControl] == "no-store")
                let page = try await site.get(address)
                #expect(page.status == 503)
                #expect(page.text.contains("La base de données ne répond pas."))
            }
            let live = try await site.get("/health/live", as: .learner, accept: Answer.json)
            #expect(live.status == 200)
            #expect(live.text == #"{"status":"ok"}"#)
            for accept in [Answer.html, Answer.json] {
                let answer = try await site.get("/courses", as: .learner, accept: accept)
                #expect(answer.status == 503)
                #expect(answer.headers[.retryAfter] == "5")
                #expect(answer.headers[.cacheControl] == "no-store")
                for word in OpenAPI.internals { #expect(!answer.text.contains(word), "\(word)") }
            }
            // What needs no database is served on.
            #expect(try await site.get("/sign-in").status == 200)
            #expect(try await site.get("/static/x/js/page.js").status == 200)
        }
    }

    @Test("what is secret stays out of the log")
    func secrets() async throws {
        let record = LogRecord(level: .trace)
        try await withTestSite(logger: record.logger) { site in
            let token = site.campus[.learner].session.text
            _ = try await site.get("/profile?password=geheim", as: .learner)
            _ = try await site.send(.get, "/profile", as: .learner, by: .bearer)
            _ = try await site.post("/sign-in", .form("login=samira.benali&password=mot-secret"))
            let answer = try await site.post("/sign-in", .form("login=samira.benali&password=trois+pommes+vertes"))
            let text = record.lines.joined(separator: "\n")
            #expect(text.contains("/profile"))
            for secret in [
                token, site.campus[.learner].bearer.text, "mot-secret", "trois", "geheim", try #require(answer.cookie("rebond")),
                "samira.benali",
            ] {
                #expect(!text.contains(secret))
            }
        }
    }
}

/// What was logged, one line an entry.
final class LogRecord: Sendable {
    private let kept = Mutex<[String]>([])
    private let level: Logger.Level

    init(level: Logger.Level = .error) {
        self.level = level
    }

    var lines: [String] { kept.withLock { $0 } }

    var logger: Logger { Logger(label: "test") { _ in Handler(record: self, logLevel: self.level) } }

    private struct Handler: LogHandler {
        let record: LogRecord
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level

        init(record: LogRecord, logLevel: Logger.Level) {
            self.record = record
            self.logLevel = logLevel
        }

        subscript(metadataKey key: String) -> Logger.MetadataValue? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
            let fields = all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
            record.kept.withLock { $0.append("\(event.level) \(event.message) \(fields)") }
        }
    }
}
