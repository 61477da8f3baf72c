import Campus
import Essentials
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Web

@Suite("Bodies that cannot be read")
struct BodyTests {
    /// Where each route that reads a body stands, and one good body of each form.
    static let readers = [
        "/sign-in", "/profile", "/profile/password", Address.events(TestCourse.welcome), "/attempts/{attempt}/answers",
        "/attempts/{attempt}/submission",
    ]

    private func address(_ path: String, _ site: TestSite) async throws -> String {
        guard path.contains("{attempt}") else { return path }
        let started = try await site.post(Address.attempts, as: .learner)
        return path.replacing("/attempts/{attempt}", with: try #require(started.location))
    }

    @Test("what is neither a form nor JSON is refused as such", arguments: readers)
    func types(_ path: String) async throws {
        try await withSite { site in
            let path = try await address(path, site)
            for type in [
                "text/plain", "multipart/form-data; boundary=x", "application/xml", "application/json+x", "x", "text/html",
            ] {
                let sent = SentText(type: type, bytes: Array("kind=reached-end".utf8))
                let answer = try await site.post(path, sent, as: .learner, accept: Answer.json)
                #expect(answer.status == 415, "\(type)")
                #expect(try answer.object()["detail"] as? String == Phrase.unsupportedMediaDetail.fr)
            }
        }
    }

    @Test("a body over the limit is refused before it is read", arguments: readers)
    func tooLarge(_ path: String) async throws {
        try await withSite { site in
            let path = try await address(path, site)
            let limit = try #require(try OpenAPI.document.get().operation(.post, at: path)).bodyLimit
            for type in ["application/json", "application/x-www-form-urlencoded"] {
                let sent = SentText(type: type, bytes: [UInt8](repeating: UInt8(ascii: "a"), count: limit + 1))
                let answer = try await site.post(path, sent, as: .learner, accept: Answer.json)
                #expect(answer.status == 413)
                let detail = try #require(try answer.object()["detail"] as? String)
                #expect(detail == "Cette adresse accepte au plus \(limit / 1024) Kio.")
            }
            let whole = SentText.json("{" + String(repeating: " ", count: limit - 2) + "}")
            #expect(try await site.post(path, whole, as: .learner, accept: Answer.json).status != 413)
        }
    }

    @Test("JSON that is none says where it stops being one", arguments: readers)
    func malformed(_ path: String) async throws {
        try await withSite { site in
            let path = try await address(path, site)
            for (text, place) in [
                ("{\"events\":[", "ligne 1, caractère 12"), ("", "ligne 1, caractère 1"),
                ("{\n  \"é\": tru }", "ligne 2, caractère 11"),
                ("{} x", "ligne 1, caractère 4"), ("{'a':1}", "ligne 1, caractère 2"), ("[1, 2", "ligne 1, caractère 6"),
            ] {
                let answer = try await site.post(path, .json(text), as: .learner, accept: Answer.json)
                #expect(answer.status == 400, "\(text)")
                let detail = try #require(try answer.object()["detail"] as? String)
                #expect(detail == "Le corps de la demande n’est pas du JSON correct : \(place).", "\(text)")
            }
        }
    }

    @Test("bytes that are not UTF-8, and nesting without end, are refused")
    func hostile() async throws {
        try await withSite { site in
            let invalid = SentText(
                type: "application/json", bytes: Array("{\"login\":\"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8))
            let answer = try await site.post("/sign-in", invalid, accept: Answer.json)
            #expect(answer.status == 400)
            #expect(try #require(try answer.object()["detail"] as? String).contains("caractère 11"))
            for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
                let deep = String(repeating: open, count: 20_000) + "1" + String(repeating: close, count: 20_000)
                let nested = try await site.post(
                    Address.events(TestCourse.welcome), .json(String(deep.prefix(120_000))), as: .learner, accept: Answer.json)
                #expect(nested.status == 400)
            }
        }
    }

    static let wrongShapes: [(json: String, detail: String)] = [
        ("[]", "« / » n’est pas du type attendu."), ("{}", "Il manque « events »."),
        (#"{"events":{}}"#, "« events » n’est pas du type attendu."),
        (#"{"events":null}"#, "« events » n’est pas du type attendu."),
        (#"{"events":[1]}"#, "« events[0] » n’est pas du type attendu."),
        (#"{"events":[{}]}"#, "Il manque « events[0].id »."),
        (#"{"events":[{"id":"x","kind":"opened","occurredAt":1}]}"#, "« events[0].id » n’a pas la forme attendue."),
        (#"{"events":[{"id":"\#(id)","kind":"closed","occurredAt":1}]}"#, "« events[0].kind » n’a pas la forme attendue."),
        (#"{"events":[{"id":"\#(id)","kind":"opened"}]}"#, "Il manque « events[0].occurredAt »."),
        (
            #"{"events":[{"id":"\#(id)","kind":"opened","occurredAt":"1"}]}"#,
            "« events[0].occurredAt » n’est pas du type attendu."
        ),
        (
            #"{"events":[{"id":"\#(id)","kind":"opened","occurredAt":1},{"id":"\#(id)","kind":"opened","occurredAt":null}]}"#,
            "« events[1].occurredAt » n’est pas du type attendu."
        ),
        (
            #"{"events":[{"id":"\#(id)","kind":"heartbeat","occurredAt":1,"seconds":"30"}]}"#,
            "« events[0].seconds » n’est pas du type attendu."
        ),
    ]
    private static let id = "0192f0aa-1111-7222-8333-444455556666"

    @Test("JSON of another shape says which value is wrong", arguments: wrongShapes)
    func shapes(_ json: String, _ detail: String) async throws {
        try await withSite { site in
            let answer = try await site.post(Address.events(TestCourse.welcome), .json(json), as: .learner, accept: Answer.json)
            #expect(answer.status == 400)
            #expect(try answer.object()["detail"] as? String == detail)
            #expect(try await site.campus.campus.outline(TestCourse.key, for: site.campus.viewer(.learner)).states.isEmpty)
        }
    }

    static let unreadableForms: [(text: String, detail: String)] = [
        ("login=%00&password=x", "Le champ « login » du formulaire n’est pas du texte lisible (UTF-8, sans caractère nul)."),
        (
            "login=a&password=%FF%FE",
            "Le champ « password » du formulaire n’est pas du texte lisible (UTF-8, sans caractère nul)."
        ),
        ("a=b&%C3=x", "Le champ 2 du formulaire n’est pas du texte lisible (UTF-8, sans caractère nul)."),
        ("login=%ED%A0%80", "Le champ « login » du formulaire n’est pas du texte lisible (UTF-8, sans caractère nul)."),
    ]

    @Test("a form with a NUL or with bytes that are no text says in which field", arguments: unreadableForms)
    func unreadable(_ text: String, _ detail: String) async throws {
        try await withSite { site in
            let answer = try await site.post("/sign-in", .form(text), accept: Answer.json)
            #expect(answer.status == 400)
            #expect(try answer.object()["detail"] as? String == detail)
            #expect(try await site.post("/sign-in", .form(text)).status == 400)
        }
    }

    @Test("a form of more fields than anybody fills in is refused")
    func fields() async throws {
        try await withSite { site in
            let started = try await site.post(Address.attempts, as: .learner)
            let path = try #require(started.location) + "/answers"
            let many = SentText.form(String(repeating: "role=c1&", count: 10_001))
            #expect(try await site.post(path, many, as: .learner).status == 400)
            let enough = SentText.form(String(repeating: "&", count: 60_000) + "role=c1")
            #expect(try await site.post(path, enough, as: .learner).status == 303)
        }
    }

    @Test(
        "forms are read as browsers write them",
        arguments: [
            ("a=1&b=2", ["a": ["1"], "b": ["2"]]), ("a=1&a=2", ["a": ["1", "2"]]), ("a", ["a": [""]]),
            ("a=&=b", ["a": [""], "": ["b"]]),
            ("a=b=c", ["a": ["b=c"]]), ("a+b=c+d", ["a b": ["c d"]]), ("a=%2B%26%3D", ["a": ["+&="]]), ("a=%C3%A9", ["a": ["é"]]),
            ("a=100%", ["a": ["100%"]]), ("a=%zz", ["a": ["%zz"]]), ("a=%4", ["a": ["%4"]]), ("", [:]), ("&&", [:]),
            ("a=1%0D%0A2", ["a": ["1\r\n2"]]),
        ])
    func forms(_ text: String, _ expected: [String: [String]]) throws {
        let fields = try FormDecoding.fields(Array(text.utf8))
        #expect(Set(fields.names) == Set(expected.keys))
        for (name, values) in expected { #expect(fields.all(name) == values) }
    }
}
