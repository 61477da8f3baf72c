import Foundation
import Glibc
import TestSupport
import Testing

@Suite("rebond course preview")
struct PreviewTests {
    private func copy() throws -> URL {
        let folder = URL(filePath: TemporaryFolder.newPath("course"), directoryHint: .isDirectory)
        try FileManager.default.copyItem(at: Program.root.appending(path: Program.smallCourse), to: folder)
        return folder
    }

    /// A preview of a folder, ended whatever happens.
    private func withPreview(_ folder: URL, _ body: (Int) async throws -> Void) async throws {
        let (output, errors) = (Program.file(named: "out"), Program.file(named: "err"))
        let spawned = try Spawned(
            [try Program.path, "course", "preview", folder.path, "--port", "0", "--language", "fr"],
            environment: ["PATH": "/usr/bin:/bin"], folder: Program.root.path, output: output, errors: errors)
        var port: Int?
        for _ in 0..<1200 where port == nil {
            try await Task.sleep(for: .milliseconds(50))
            let said = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
            port = said.firstMatch(of: /127\.0\.0\.1:(\d+)\/courses\n/).flatMap { Int($0.1) }
        }
        do {
            try await body(try #require(port))
        } catch {
            spawned.signal(SIGKILL)
            _ = await spawned.end()
            throw error
        }
        spawned.signal(SIGTERM)
        #expect(await spawned.end() == 0)
    }

    private func page(_ path: String, _ port: Int) async throws -> String {
        let answer = try await LocalAnswer.of(
            "GET", path, port: port, headers: ["Accept": "text/html", "Accept-Language": "fr"])
        #expect(answer.status == 200)
        return String(decoding: answer.body, as: UTF8.self)
    }

    private func revision(_ port: Int) async throws -> String {
        String(decoding: try await LocalAnswer.of("GET", "/preview/revision", port: port).body, as: UTF8.self)
    }

    /// Waits until another revision is there; a busy machine gets time.
    private func changed(from revision: String, _ port: Int) async throws -> String {
        for _ in 0..<400 {
            let now = try await self.revision(port)
            if now != revision { return now }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("nothing changed after \(revision)")
        return revision
    }

    @Test("pages are the real ones, follow every save, and say what is wrong; nothing is left behind")
    func follows() async throws {
        let folder = try copy()
        let lesson = folder.appending(path: "01-lire/01-courte.md")
        let text = try String(contentsOf: lesson, encoding: .utf8)
        try await withPreview(folder) { port in
            #expect(try await page("/courses", port).contains("Un cours d’essai"))
            let first = try await page("/courses/essai/activities/courte", port)
            #expect(first.contains("Elle est courte") && first.contains("Aucun problème") && first.contains("data-events"))
            var revision = try await revision(port)

            try Data((text + "\nUne phrase de plus.\n").utf8).write(to: lesson)
            revision = try await changed(from: revision, port)
            #expect(try await page("/courses/essai/activities/courte", port).contains("Une phrase de plus."))

            try Data((text + "\n# Trop haut\n").utf8).write(to: lesson)
            revision = try await changed(from: revision, port)
            let broken = try await page("/courses/essai/activities/courte", port)
            #expect(broken.contains("01-lire/01-courte.md:") && broken.contains("Une phrase de plus."))
            #expect(broken.contains("1 erreur (la dernière version sans erreur est montrée)"))

            try Data(text.utf8).write(to: lesson)
            _ = try await changed(from: revision, port)
            #expect(try await page("/courses/essai/activities/courte", port).contains("Aucun problème"))
        }
    }

    @Test("one looks as a learner or as a tutor, and only from this machine")
    func roles() async throws {
        try await withPreview(try copy()) { port in
            #expect(!(try await page("/", port).contains("href=\"/cohorts\"")))
            let form = "role=tutor&next=/cohorts"
            let headers = ["Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"]
            let answer = try await LocalAnswer.of("POST", "/preview/role", port: port, headers: headers, body: form)
            #expect(answer.status == 303 && answer.headers["location"] == "/cohorts")
            #expect(try await page("/cohorts", port).contains("Aperçu"))
            let away = try await LocalAnswer.of(
                "POST", "/preview/role", port: port, headers: headers, body: "role=learner&next=//evil.example")
            #expect(away.headers["location"] == "/")
            let other = try await LocalAnswer.of("GET", "/courses", port: port, headers: ["Host": "evil.example"])
            #expect(other.status == 403)
        }
    }

    @Test("a folder that is not there, a port that is none")
    func refused() async throws {
        #expect(try await Program.run(["course", "preview", "/no/such/folder", "--language", "fr"]).code == 66)
        #expect(try await Program.run(["course", "preview", Program.smallCourse, "--port", "70000"]).code == 64)
    }
}
