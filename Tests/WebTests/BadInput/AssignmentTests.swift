import Assessment
import Campus
import CourseContent
import Essentials
import Foundation
import HTTPTypes
import Progress
import TestSupport
import Testing

@Suite("Handing in, over HTTP")
struct AssignmentTests {
    private static let page = Address.activity(TestCourse.assignment)
    private static let id = "0192f0aa-1111-7222-8333-444455556666"

    private func withAssignment(_ body: @Sendable @escaping (TestSite) async throws -> Void) async throws {
        try await withSite { site in
            _ = try await site.campus.campus.apply(try TestCourse.authored(withAssignment: true))
            try await body(site)
        }
    }

    /// What a browser sends for a form with files.
    private func form(_ fields: [String: String], files: [(name: String, bytes: [UInt8])] = []) -> SentText {
        var bytes: [UInt8] = []
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            bytes += Array("--XyZ\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for file in files {
            let head = "--XyZ\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(file.name)\"\r\n"
            bytes += Array((head + "Content-Type: application/octet-stream\r\n\r\n").utf8) + file.bytes + Array("\r\n".utf8)
        }
        return SentText(type: "multipart/form-data; boundary=XyZ", bytes: bytes + Array("--XyZ--\r\n".utf8))
    }

    private func handIn(
        _ text: String = "Bonjour à vous", files: [(name: String, bytes: [UInt8])] = [], id: String = Self.id, to site: TestSite,
        accept: String = Answer.json
    ) async throws -> Answer {
        try await site.post(
            Self.page + "/submissions", form(["submission": id, "text": text], files: files), as: .learner, accept: accept)
    }

    @Test("a text and files are kept, read again byte for byte, marked and counted; sent twice, they count once")
    func whole() async throws {
        try await withAssignment { site in
            let bytes = Array("Bonjour --XyZ\r\n-- pas une limite\r\n".utf8) + [0, 1, 2, 255]
            let first = try await handIn(files: [("moi.txt", bytes), ("", [])], to: site)
            #expect(first.status == 201)
            #expect(try await handIn(files: [("moi.txt", bytes)], to: site).status == 200)
            let model = try await site.get(Self.page, as: .learner, accept: Answer.json).object()
            #expect((model["submissions"] as? [Any])?.count == 1)
            #expect(model["completedAt"] != nil)

            let file = "/submissions/\(Self.id)/files/1"
            let kept = try await site.get(file, as: .learner)
            #expect(kept.body == bytes)
            #expect(kept.headers[.contentDisposition] == "attachment; filename*=UTF-8''moi.txt")
            #expect(try await site.get(file, as: .tutor).status == 200)
            #expect(try await site.get(file, as: .secondLearner, accept: Answer.json).status == 404)

            let marks = "/submissions/\(Self.id)/marks"
            let levels = #"{"levels":{"clair":"l2","juste":"l1"},"comment":"<b>Bien</b>"}"#
            let mark = try await site.post(marks, .json(levels), as: .tutor, accept: Answer.json)
            #expect(try mark.object()["score"] as? Int == 50)
            let page = try await site.get(Self.page, as: .learner)
            #expect(page.text.contains("&lt;b&gt;Bien&lt;/b&gt;"))
            let outline = try await site.campus.campus.outline(TestCourse.key, for: site.campus.viewer(.learner))
            let state = try await site.campus.states(of: .learner).values.first { $0.attempts == 1 }
            #expect(state?.bestScore == 50)
            // Said again, nothing changes; a correction is another mark.
            _ = try await site.post(marks, .json(levels), as: .tutor, accept: Answer.json)
            let events = try await site.campus.campus.outline(TestCourse.key, for: site.campus.viewer(.learner)).standing?.state
                .eventCount
            #expect(events == outline.standing?.state.eventCount)
            let better = try await site.post(
                marks, .form("levels.clair=l2&levels.juste=l2&comment="), as: .trainer, accept: Answer.html)
            #expect(better.status == 303)
            let reading = try await site.get("/submissions/\(Self.id)", as: .learner, accept: Answer.json).object()
            #expect((reading["submission"] as? [String: Any])?["mark"] as? [String: Any] != nil)
            #expect(reading["mayMark"] as? Bool == false)
            #expect(try await site.get("/portfolio", as: .learner).text.contains("Bonjour à vous"))
            #expect(
                try await site.get("/cohorts/\(TestCampus.cohortKey)/learners/\(site.campus[.learner].id.text)", as: .tutor).text
                    .contains("/submissions/\(Self.id)"))
        }
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var text = "Bonjour à vous"
        var files: [(name: String, bytes: [UInt8])] = []
        var status = 422
    }

    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    static let refused: [Refused] = [
        Refused(testDescription: "nothing", text: " \n "),
        Refused(testDescription: "too few words", text: "Un deux"),
        Refused(testDescription: "too many words", text: String(repeating: "mot ", count: 61)),
        Refused(testDescription: "too long", text: String(repeating: "a", count: 100_001)),
        Refused(testDescription: "too many files", files: [("a.txt", [1]), ("b.txt", [1]), ("c.txt", [1])]),
        Refused(testDescription: "another kind", files: [("a.exe", [1])]),
        Refused(testDescription: "no ending", files: [("notes", [1])]),
        Refused(testDescription: "an empty file", files: [("a.txt", [])]),
        Refused(testDescription: "too large", files: [("a.txt", [UInt8](repeating: 65, count: 1_000_001))]),
        Refused(testDescription: "not what it says", files: [("a.pdf", png)]),
        Refused(testDescription: "a text with a NUL", text: "Bonjour\u{0} à vous", status: 400),
    ]

    @Test("what is not asked for is refused, the text is kept as a draft, and nothing is handed in", arguments: refused)
    func refusals(_ given: Refused) async throws {
        try await withAssignment { site in
            #expect(try await handIn(given.text, files: given.files, to: site).status == given.status)
            let page = try await handIn(given.text, files: given.files, to: site, accept: Answer.html)
            #expect(page.status == given.status)
            let model = try await site.get(Self.page, as: .learner, accept: Answer.json).object()
            #expect((model["submissions"] as? [Any])?.isEmpty == true)
            if given.status == 422, given.text.count < 1_000 { #expect(model["draft"] as? String == given.text) }
        }
    }

    @Test(
        "a form that is none is refused",
        arguments: [
            "", "--XyZ", "--XyZ\r\n", "--XyZ\r\nContent-Disposition: form-data\r\n\r\nx\r\n--XyZ--", "--XyZ\r\nname\r\n--XyZ--",
            "--AbC\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nx\r\n--AbC--",
            "--XyZ\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nsans fin",
        ])
    func malformed(_ body: String) async throws {
        try await withAssignment { site in
            let sent = SentText(type: "multipart/form-data; boundary=XyZ", bytes: Array(body.utf8))
            let refused = try await site.post(Self.page + "/submissions", sent, as: .learner, accept: Answer.json)
            #expect(refused.status == 400)
            let without = SentText(type: "multipart/form-data", bytes: Array(body.utf8))
            let unbounded = try await site.post(Self.page + "/submissions", without, as: .learner, accept: Answer.json)
            #expect(unbounded.status == 400)
        }
    }

    @Test("a draft is kept; of two, the one with the higher sequence; handing in ends it")
    func drafts() async throws {
        try await withAssignment { site in
            func save(_ text: String, _ sequence: Int64) async throws {
                let body = "{\"text\":\"\(text)\",\"sequence\":\(sequence)}"
                #expect(try await site.post(Self.page + "/draft", .json(body), as: .learner, accept: Answer.json).status == 200)
            }
            func draft() async throws -> String? {
                try await site.get(Self.page, as: .learner, accept: Answer.json).object()["draft"] as? String
            }
            try await save("deux", 2)
            try await save("un", 1)
            #expect(try await draft() == "deux")
            #expect(try await site.post(Self.page + "/draft", form(["text": "trois"]), as: .learner).status == 303)
            #expect(try await draft() == "trois")
            site.campus.clock.advance(seconds: 1)
            #expect(try await handIn(to: site).status == 201)
            #expect(try await draft() == nil)
            #expect(
                try await site.post(Self.page + "/draft", .json(#"{"text":"x","sequence":0}"#), as: .learner, accept: Answer.json)
                    .status == 422)
        }
    }

    @Test("no more than the submissions allowed, and no other learner's id")
    func limits() async throws {
        try await withAssignment { site in
            let ids = (1...4).map { "0192f0aa-1111-7222-8333-44445555666\($0)" }
            for id in ids.prefix(3) { #expect(try await handIn(id: id, to: site).status == 201) }
            #expect(try await handIn(id: ids[3], to: site).status == 409)
            let stolen = try await site.post(
                Self.page + "/submissions", form(["submission": ids[0], "text": "Bonjour à vous"]), as: .secondLearner,
                accept: Answer.json)
            #expect(stolen.status == 409)
        }
    }

    @Test(
        "a mark that does not fit the rubric is refused",
        arguments: [
            "{}", #"{"levels":{"clair":"l2"}}"#, #"{"levels":{"clair":"l9","juste":"l1"}}"#,
            #"{"levels":{"clair":"l1","juste":"l1","x":"l1"}}"#, #"{"points":4}"#,
        ])
    func marks(_ body: String) async throws {
        try await withAssignment { site in
            _ = try await handIn(to: site)
            let answer = try await site.post("/submissions/\(Self.id)/marks", .json(body), as: .tutor, accept: Answer.json)
            #expect(answer.status == 422)
            let reading = try await site.get("/submissions/\(Self.id)", as: .tutor, accept: Answer.json).object()
            #expect((reading["submission"] as? [String: Any])?["mark"] == nil)
        }
    }
}
