import Campus
import Essentials
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Tutoring

@testable import Campus
@testable import Web

@Suite("Files of messages")
struct MessageFileTests {
    private static let png = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array(repeating: 0, count: 56))
    private static let html = Data("<html><script>alert(1)</script></html>".utf8)
    private static let pdf = Data("%PDF-1.7\n<script>alert(1)</script>".utf8)

    private func post(
        _ files: [(String, Data)], text: String = "Voici", id: String = "0192f0aa-0000-7000-8000-0000000000f1", _ site: TestSite,
        as role: TestRole = .learner
    ) async throws -> Answer {
        var body = Data()
        for (name, value) in [("id", id), ("text", text)] {
            body += Data("--x\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for (name, bytes) in files {
            body += Data("--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(name)\"\r\n\r\n".utf8)
            body += bytes + Data("\r\n".utf8)
        }
        body += Data("--x--\r\n".utf8)
        return try await site.post(
            address(site) + "/messages", SentText(type: "multipart/form-data; boundary=x", bytes: Array(body)), as: role,
            accept: Answer.json)
    }

    private func address(_ site: TestSite) -> String {
        "/conversations/\(TestCampus.cohortKey)/tutoring/\(site.campus[.learner].id.text)"
    }

    private func files(_ site: TestSite) async throws -> [[String: Any]] {
        let page = try await site.get(address(site), as: .tutor, accept: Answer.json).object()
        return (page["messages"] as? [[String: Any]])?.flatMap { $0["files"] as? [[String: Any]] ?? [] } ?? []
    }

    @Test("are given back as downloads that run nothing, to those who may read the message")
    func story() async throws {
        try await withSite { site in
            #expect(try await post([("photo.png", Self.png), ("cv.pdf", Self.pdf)], text: "", site).status == 201)
            // Sent again, they are there once.
            _ = try await post([("photo.png", Self.png), ("cv.pdf", Self.pdf)], text: "", site)
            let kept = try await files(site)
            #expect(kept.compactMap { $0["name"] as? String } == ["photo.png", "cv.pdf"])
            #expect(kept.compactMap { $0["isPicture"] as? Bool } == [true, false])
            let path = try #require(kept[1]["address"] as? String)
            let file = try await site.get(path, as: .tutor)
            #expect(Data(file.body) == Self.pdf && file.type == "application/pdf")
            #expect(file.headers[.contentSecurityPolicy] == "default-src 'none'; sandbox")
            #expect(file.headers[.contentDisposition]?.hasPrefix("attachment;") == true)
            for role in [TestRole.secondLearner, .mentor, .outsideTutor, .admin] {
                #expect(try await site.get(path, as: role, accept: Answer.json).status == 404, "\(role)")
            }
            _ = try await site.post("/messages/0192f0aa-0000-7000-8000-0000000000f1/removal", .form(""), as: .learner)
            #expect(try await site.get(path, as: .tutor, accept: Answer.json).status == 404)
        }
    }

    @Test(
        "are refused when they are not what they say, or would run",
        arguments: [
            ("page.html", html), ("photo.png", html), ("dessin.svg", Data("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)),
            ("script.js", Data("alert(1)".utf8)), ("archive.zip", Data([0x50, 0x4B, 3, 4])), ("sans-fin", png),
            ("vide.pdf", Data()),
            ("facture\u{202E}fdp.exe", png), ("grand.png", png + Data(count: MessageFile.largest)),
        ])
    func refused(name: String, bytes: Data) async throws {
        try await withSite { site in
            let answer = try await post([(name, bytes)], site)
            #expect(answer.status == 422 && answer.text.contains("files"))
            #expect(try await files(site).isEmpty)
            #expect(try await post(Array(repeating: ("photo.png", Self.png), count: MessageFile.most + 1), site).status == 422)
        }
    }

    @Test(
        "have names that read as what they are",
        arguments: [
            ("cv.pdf", "cv.pdf"), ("../../etc/passwd.png", "....etcpasswd.png"), ("a\u{202E}gnp.png", "agnp.png"),
            ("\u{0}\u{7}", "fichier"),
            ("", "fichier"), (" é t é .png ", "é t é .png"), ("نامه.pdf", "نامه.pdf"),
        ])
    func names(typed: String, kept: String) {
        #expect(Campus.fileName(typed) == kept)
        #expect(Campus.fileName(String(repeating: "a", count: 500) + ".pdf").count == MessageFile.longestName)
    }
}
