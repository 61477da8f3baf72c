import Foundation
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing
import Web

/// A site whose every answer is held against `docs/openapi.yaml`: an undocumented status, media type or field fails the test.
@discardableResult
func withSite<Value: Sendable>(
    _ setup: TestingSetup = .router, settings: SiteSettings = SiteSettings(), clock: TestClock = TestClock(),
    sourceLocation: SourceLocation = #_sourceLocation, _ body: @Sendable (TestSite) async throws -> Value
) async throws -> Value {
    let document = try OpenAPI.document.get()
    return try await withTestSite(setup, settings: settings, clock: clock) { site in
        try await body(
            site.observed { method, address, answer in
                for problem in document.problems(answer, to: method, at: address) {
                    Issue.record("\(method.rawValue) \(address) → \(answer.status): \(problem)", sourceLocation: sourceLocation)
                }
            })
    }
}

extension OpenAPI {
    /// Where an answer departs from the document.
    func problems(_ answer: Answer, to method: HTTPRequest.Method, at address: String) -> [String] {
        let missing = Self.owed.filter { answer.headers[$0] == nil }
        guard missing.isEmpty else { return ["the headers \(missing) are missing"] }
        let problemSchema = ["$ref": "#/components/schemas/Problem"]
        guard let operation = operation(method, at: address) else {
            guard [404, 405].contains(answer.status) else { return ["the operation is not documented"] }
            return answer.isProblemDocument ? shape(answer, problemSchema) : []
        }
        guard operation.statuses.contains(answer.status) else { return ["the status is not documented"] }
        if answer.status >= 400, method != .head {
            let internals = Self.internals.filter(answer.readable.contains)
            guard internals.isEmpty else { return ["the refusal tells what goes on inside: \(internals)"] }
        }
        let content = operation.content(answer.status)
        let type = answer.type?.split(separator: ";").first.map { String($0) }
        guard !content.isEmpty else { return answer.body.isEmpty ? [] : ["a body is not documented"] }
        guard let type, let media = (content[type] ?? content["*/*"]) as? [String: Any] else {
            return ["the media type \(type ?? "none") is not documented"]
        }
        guard method != .head, ["application/json", "application/problem+json"].contains(type),
            let schema = media["schema"] as? [String: Any]
        else { return [] }
        return shape(answer, schema)
    }

    /// What every answer carries.
    private static let owed: [HTTPField.Name] = [
        .contentSecurityPolicy, .xContentTypeOptions, .requestID, .named("Referrer-Policy"),
        .named("Cross-Origin-Resource-Policy"),
    ]

    /// What no refusal says.
    static let internals = [
        "SQL", "sqlite", "GRDB", "Error", "Exception", "Optional(", "Swift", ".swift", "Foundation", "codingPath", "/tmp",
        "/root", "0x", "nil",
    ]

    private func shape(_ answer: Answer, _ schema: [String: Any]) -> [String] {
        guard let value = try? JSONSerialization.jsonObject(with: Data(answer.body)) else { return ["the body is not JSON"] }
        return SchemaCheck(document: self).problems(value, schema)
    }
}

extension Answer {
    var isProblemDocument: Bool { type == "application/problem+json" }

    /// The text, whatever its encoding.
    var readable: String {
        guard headers[.contentEncoding] == "gzip", let bytes = try? Inflate.gunzip(body) else { return text }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Addresses that many tests ask for.
enum Address {
    static let course = "/courses/\(TestCourse.key)"
    static let welcome = activity(TestCourse.welcome)
    static let quiz = activity(TestCourse.quiz)
    static let cohort = "/cohorts/\(TestCampus.cohortKey)"

    static func activity(_ id: String) -> String { "\(course)/activities/\(id)" }
    static func events(_ activity: String) -> String { Self.activity(activity) + "/events" }
    static let attempts = quiz + "/attempts"
}
