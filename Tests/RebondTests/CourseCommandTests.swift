import Foundation
import SQL
import SQLiteDriver
import TestSupport
import Testing

@Suite("rebond course, cohort and verify")
struct CourseCommandTests {
    private struct Applied: Decodable {
        let course: String
        let version: Int
        let isNew: Bool
    }

    /// A copy of the small course that a test may change.
    private func copy() throws -> URL {
        let folder = URL(filePath: TemporaryFolder.newPath("course"), directoryHint: .isDirectory)
        try FileManager.default.copyItem(at: Program.root.appending(path: Program.smallCourse), to: folder)
        return folder
    }

    @Test("apply publishes a version when something changed, and only then")
    func apply() async throws {
        let program = Program()
        let folder = try copy()
        let first = try await program.run("course", "apply", folder.path)
        #expect(first.code == 0 && first.lines == ["essai : version 1 publiée."])
        let second = try await program.run("course", "apply", folder.path)
        #expect(second.lines == ["essai : rien n’a changé depuis la version 1."])
        let lesson = folder.appending(path: "01-lire/01-courte.md")
        try Data((try String(contentsOf: lesson, encoding: .utf8) + "\nUne phrase de plus.\n").utf8).write(to: lesson)
        let third: [Applied] = try await program.run("course", "apply", folder.path, "--format", "json").json()
        #expect(third.map(\.version) == [2] && third.map(\.isNew) == [true])
    }

    @Test("diff says what apply would change; rollback goes back; versions say who saw what when")
    func versions() async throws {
        struct Difference: Decodable {
            let publishedVersion: Int?
            let isSame: Bool
            let activities: [Activity]

            struct Activity: Decodable {
                let id: String
                let changes: [String]
            }
        }
        struct Listing: Decodable {
            let published: Int
            let publications: [Line]

            struct Line: Decodable {
                let version: Int
            }
        }
        let program = Program()
        let folder = try copy()
        #expect(try await program.run("course", "diff", folder.path).code == 66)
        _ = try await program.run("course", "apply", folder.path)
        #expect(try await program.run("course", "rollback", "essai").code == 1)
        let lesson = folder.appending(path: "01-lire/01-courte.md")
        let text = try String(contentsOf: lesson, encoding: .utf8)
        try Data((text + "\nUne phrase de plus.\n").utf8).write(to: lesson)
        let difference: Difference = try await program.run("course", "diff", folder.path, "--format", "json").json()
        #expect(difference.publishedVersion == 1 && !difference.isSame)
        #expect(difference.activities.map(\.id) == ["courte"] && difference.activities.first?.changes == ["content"])
        let said = try await program.run("course", "diff", folder.path)
        #expect(said.code == 0 && said.lines.contains("~ courte « Une leçon courte »") && said.output.contains("contenu."))
        _ = try await program.run("course", "apply", folder.path)
        #expect(try await program.run("course", "diff", folder.path).output.contains("Rien ne changerait."))
        #expect(try await program.run("course", "rollback", "essai", "--dry-run").output.contains("~ courte"))
        #expect(
            try await program.run("course", "rollback", "essai").lines == [
                "essai : version 1 publiée, à la place de la version 2."
            ])
        #expect(
            try await program.run("course", "rollback", "essai", "--to", "1").lines == ["essai : la version 1 est déjà publiée."])
        let listing: Listing = try await program.run("course", "versions", "essai", "--format", "json").json()
        #expect(listing.published == 1 && listing.publications.map(\.version) == [1, 2, 1])
        #expect(try await program.run("course", "versions", "essai").lines.count == 3)
        for arguments in [["rollback", "essai", "--to", "9"], ["rollback", "rien"], ["versions", "rien"]] {
            #expect(try await Program.run(["course"] + arguments + ["--data", program.data]).code == 1, "\(arguments)")
        }
        try Data(text.replacingOccurrences(of: "## Ce", with: "# Ce").utf8).write(to: lesson)
        #expect(try await program.run("course", "diff", folder.path).code == 1)
    }

    @Test("export gives back the folder that was applied, from the data and from the folder; what is there already stays")
    func export() async throws {
        let program = Program()
        let folder = try copy()
        let file = { (name: String) in Program.file(named: "export-" + name) }
        _ = try await program.run("course", "apply", folder.path)
        let (kept, direct) = (file("kept.zip"), file("direct.zip"))
        let outcome = try await program.run("course", "export", "essai", "--to", kept)
        #expect(outcome.code == 0 && outcome.output == "")
        #expect(try await program.run("course", "export", folder.path, "--to", direct).code == 0)
        #expect(try Data(contentsOf: URL(filePath: kept)) == Data(contentsOf: URL(filePath: direct)))
        #expect(try await program.run("course", "export", "essai", "--to", kept).code == 73)
        #expect(try await program.run("course", "export", "essai", "--to", kept, "--force").code == 0)

        let unpacked = file("unpacked")
        let python = Process()
        python.executableURL = URL(filePath: "/usr/bin/python3")
        python.arguments = ["-m", "zipfile", "-e", kept, unpacked]
        try python.run()
        python.waitUntilExit()
        #expect(
            try await program.run("course", "apply", unpacked + "/essai").lines == [
                "essai : rien n’a changé depuis la version 1."
            ])

        let (cartridge, page) = (file("essai.imscc"), file("essai.html"))
        let lines = try await program.run("course", "export", "essai", "--to", cartridge, "--format", "imscc").lines
        #expect(lines.first == "  courte: page" && lines.last?.hasPrefix("! plus-tard: annoncée") == true)
        #expect(try await program.run("course", "export", "essai", "--to", page, "--format", "html").code == 0)
        #expect(try String(contentsOfFile: page, encoding: .utf8).contains("<article id=\"a-quiz\""))
        #expect(try await program.run("course", "export", "rien", "--to", file("x")).code == 1)
        #expect(try await program.run("course", "export", "essai", "--version", "7", "--to", file("x")).code == 1)
        #expect(try await program.run("course", "export", "essai", "--to", "/no/such/folder/x.zip").code == 73)

        // A version of before folders were kept; the same content once more keeps it.
        let database = try SQLiteDatabase.open(at: program.data + "/rebond.sqlite")
        try await database.write { try $0.runScript("UPDATE course_version SET sources = NULL") }
        try await database.close()
        let refused = try await program.run("course", "export", "essai", "--to", file("old.zip"))
        #expect(refused.code == 1 && refused.errors.contains("n’a pas été gardé"))
        _ = try await program.run("course", "apply", folder.path)
        #expect(try await program.run("course", "export", "essai", "--to", file("again.zip")).code == 0)
    }

    @Test("one course with an error, and none is published; problems are those of check")
    func refused() async throws {
        let program = Program()
        let broken = try copy()
        let quiz = broken.appending(path: "02-verifier/01-quiz.quiz.yml")
        let text = try String(contentsOf: quiz, encoding: .utf8)
        try Data(text.replacingOccurrences(of: "answer: 9", with: "answer: neuf").utf8).write(to: quiz)
        let outcome = try await program.run("course", "apply", Program.smallCourse, broken.path)
        #expect(outcome.code == 1)
        let checked = try await Program.run(["course", "check", Program.smallCourse, broken.path, "--language", "fr"])
        #expect(outcome.output == checked.output && !outcome.output.isEmpty)
        #expect(outcome.errors.contains("Rien n’est publié."))
        #expect(try await program.run("course", "list").code == 66)
        #expect(try await program.run("course", "apply", "/no/such/folder").code == 66)
    }

    @Test("a cohort, its course and its people: from nothing to a list")
    func cohort() async throws {
        struct Listed: Decodable {
            let key: String
            let people: [String: Int]
            let courses: [String]
        }
        let program = Program()
        _ = try await program.run("course", "apply", Program.smallCourse)
        for login in ["awa", "leo"] { _ = try await program.run("person", "add", login, "--given", login) }
        let made = try await program.run("cohort", "new", "web", "Web", "--from", "2026-09-07", "--to", "2026-12-11")
        #expect(made.code == 0 && made.lines == ["web"])
        #expect(try await program.run("cohort", "enrol", "web", "awa").code == 0)
        #expect(try await program.run("cohort", "enrol", "web", "leo", "--role", "tutor").code == 0)
        #expect(try await program.run("cohort", "course", "web", "essai").errors == "Un cours d’essai : 1 inscription.\n")
        let listed: [Listed] = try await program.run("cohort", "list", "--format", "json").json()
        #expect(listed.map(\.people) == [["learner": 1, "tutor": 1]] && listed.map(\.courses) == [["essai"]])
        #expect(try await program.run("cohort", "list", "web").output.contains("awa"))
        #expect(try await program.run("cohort", "leave", "web", "awa").code == 0)
        #expect(!(try await program.run("cohort", "list", "web").output.contains("awa")))
        for arguments in [
            ["new", "web", "Web"], ["enrol", "web", "nobody"], ["course", "web", "nothing"], ["list", "nowhere"],
        ] {
            let outcome = try await Program.run(["cohort"] + arguments + ["--data", program.data])
            #expect(outcome.code == 1, "\(arguments)")
        }
    }

    @Test("verify finds a row that was tampered with, and repairs it when asked")
    func verify() async throws {
        struct Report: Decodable {
            let differences: [Difference]
            let summary: Summary

            struct Difference: Decodable {
                let course: String
                let field: String
                let kept: String
            }

            struct Summary: Decodable {
                let remaining: Int
                let repairedEnrolments: Int
            }
        }
        let program = Program()
        _ = try await program.run("course", "apply", Program.smallCourse)
        _ = try await program.run("cohort", "new", "web", "Web")
        _ = try await program.run("cohort", "course", "web", "essai")
        _ = try await program.run("person", "add", "awa", "--given", "Awa")
        _ = try await program.run("cohort", "enrol", "web", "awa")
        #expect(try await program.run("verify").code == 0)

        let database = try SQLiteDatabase.open(at: program.data + "/rebond.sqlite")
        try await database.write { try $0.runScript("UPDATE course_state SET percent = 42") }
        try await database.close()

        let found = try await program.run("verify", "--format", "json")
        #expect(found.code == 1)
        let report = try found.json(Report.self)
        #expect(report.differences.map(\.field) == ["percent"] && report.differences.map(\.kept) == ["42"])
        #expect(report.summary.remaining == 1)
        let text = try await program.run("verify")
        #expect(text.code == 1 && text.lines.count == 1 && text.output.contains("essai : "))

        let repaired = try await program.run("verify", "--repair", "--format", "json")
        #expect(repaired.code == 0)
        #expect(try repaired.json(Report.self).summary.repairedEnrolments == 1)
        #expect(try await program.run("verify").code == 0)
    }
}

@Suite("What an apply remembers")
struct RememberedTests {
    @Test("an apply after one edit, after the loss of the database and after the loss of what is remembered publishes the same")
    func losses() async throws {
        let program = Program()
        let folder = URL(filePath: TemporaryFolder.newPath("course"), directoryHint: .isDirectory)
        try FileManager.default.copyItem(at: Program.root.appending(path: Program.smallCourse), to: folder)
        #expect(try await program.run("course", "apply", folder.path).lines == ["essai : version 1 publiée."])
        let cache = URL(filePath: program.data, directoryHint: .isDirectory).appending(path: "cache")
        #expect(try FileManager.default.contentsOfDirectory(atPath: cache.path).count == 1)
        let lesson = folder.appending(path: "01-lire/01-courte.md")
        try Data((try String(contentsOf: lesson, encoding: .utf8) + "\nUne phrase de plus.\n").utf8).write(to: lesson)
        #expect(try await program.run("course", "apply", folder.path).lines == ["essai : version 2 publiée."])
        let exported = URL(filePath: TemporaryFolder.newPath("export.html"))
        #expect(try await program.run("course", "export", "essai", "--format", "html", "--to", exported.path).code == 0)

        // Another data directory that has what this one remembered, and none of its bodies.
        let other = Program()
        try FileManager.default.createDirectory(atPath: other.data, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: cache, to: URL(filePath: other.data, directoryHint: .isDirectory).appending(path: "cache"))
        #expect(try await other.run("course", "apply", folder.path).lines == ["essai : version 1 publiée."])
        let again = URL(filePath: TemporaryFolder.newPath("export.html"))
        #expect(try await other.run("course", "export", "essai", "--format", "html", "--to", again.path).code == 0)
        #expect(try Data(contentsOf: exported) == Data(contentsOf: again))

        try FileManager.default.removeItem(at: cache)
        #expect(try await program.run("course", "apply", folder.path).lines == ["essai : rien n’a changé depuis la version 2."])
    }
}
