import Foundation
import Testing

@Suite("rebond person")
struct PersonCommandTests {
    private struct Listed: Decodable {
        let login: String
        let name: String
        let roles: [String]
    }

    private struct Account: Decodable {
        let login: String
        let password: String?
    }

    private struct Refusal: Decodable {
        let problems: [Problem]

        struct Problem: Decodable {
            let line: Int
            let column: String?
        }
    }

    private struct Imported: Decodable {
        let people: [Line]

        struct Line: Decodable {
            let login: String
            let outcome: String
            let password: String?
        }
    }

    private func people(_ program: Program) async throws -> [Listed] {
        try await program.run("person", "list", "--format", "json").json()
    }

    @Test("add, list, role: what is given is there, passwords on standard output only when made up")
    func add() async throws {
        let program = Program()
        let made = try await program.run("person", "add", "awa", "--given", "Awa", "--family", "Diallo", "--format", "json")
        #expect(made.code == 0)
        #expect(try made.json(Account.self).password?.count ?? 0 >= 20)
        let given = try await program.run(
            "person", "add", "leo", "--given", "Léo", "--role", "admin", "--password-stdin", "--keep-password", "--format",
            "json",
            typed: "tisane-galet-volcan\nautre ligne\n")
        #expect(given.code == 0)
        #expect(try given.json(Account.self).password == nil)
        #expect(!(given.output + given.errors).contains("tisane"))
        #expect(try await program.run("person", "role", "awa", "--give", "author").code == 0)
        let listed = try await people(program)
        #expect(listed.map(\.login) == ["awa", "leo"])
        #expect(listed.map(\.roles) == [["author"], ["admin"]])
        let table = try await program.run("person", "list")
        #expect(table.lines.first?.hasPrefix("IDENTIFIANT") == true)
        #expect(table.errors == "2 personnes.\n")
    }

    @Test(
        "what cannot be taken is refused with 1, and nobody is added",
        arguments: [
            (["a b", "--given", "Awa"], ""), (["awa"], ""), (["awa", "--given", "Awa", "--email", "x"], ""),
            (["awa", "--given", "Awa", "--password-stdin"], "azerty\n"), (["awa", "--given", "Awa", "--password-stdin"], ""),
        ])
    func refused(_ arguments: [String], _ typed: String) async throws {
        let program = Program()
        _ = try await program.run("migrate")
        let outcome = try await Program.run(
            ["person", "add"] + arguments + ["--data", program.data, "--language", "en"], typed: typed)
        #expect(outcome.code == 1)
        #expect(outcome.output.isEmpty && !outcome.errors.isEmpty)
        #expect(try await people(program).isEmpty)
    }

    @Test(
        "what cannot be read on the command line ends with 64",
        arguments: [
            ["person", "add"], ["person", "add", "awa", "--role", "king"], ["person", "role", "awa"], ["person", "dance"],
            ["cohort", "enrol", "web", "awa", "--role", "king"], ["verify", "--format", "xml"], ["nothing"],
        ])
    func usage(_ arguments: [String]) async throws {
        #expect(try await Program.run(arguments).code == 64)
    }

    @Test(
        "messages are French unless the option or the environment says English",
        arguments: [
            ([], [:], "Aucun compte"), ([], ["LC_ALL": "fr_FR.UTF-8"], "Aucun compte"),
            ([], ["LC_ALL": "", "LANG": "en_GB.UTF-8"], "No account"),
            (["--language", "fr"], ["LC_ALL": "en_US.UTF-8"], "Aucun compte"),
            (["--language", "en"], [:], "No account"), ([], ["LC_ALL": "de_DE.UTF-8"], "Aucun compte"),
        ] as [([String], [String: String], String)])
    func language(_ options: [String], _ environment: [String: String], _ expected: String) async throws {
        let program = Program()
        _ = try await program.run("migrate")
        let outcome = try await Program.run(
            ["person", "reset", "nobody", "--data", program.data] + options, environment: environment)
        #expect(outcome.code == 1)
        #expect(outcome.errors.hasPrefix(expected))
    }

    @Test("a result that cannot be written is not a success")
    func fullDisk() async throws {
        let program = Program()
        _ = try await program.run("person", "add", "awa", "--given", "Awa")
        let outcome = try await Program.run(["person", "list", "--data", program.data], output: "/dev/full")
        #expect(outcome.code == 74)
        #expect(outcome.errors.contains("n’a pas pu être écrit"))
    }

    @Test("a token is made, listed and revoked")
    func token() async throws {
        struct Token: Decodable {
            let id: String
            let isOpen: Bool
        }
        let program = Program()
        _ = try await program.run("person", "add", "awa", "--given", "Awa")
        let made = try await program.run("person", "token", "awa", "--label", "export", "--days", "3")
        #expect(made.code == 0 && made.output.hasPrefix("rbd_"))
        let listed: [Token] = try await program.run("person", "token", "list", "awa", "--format", "json").json()
        #expect(listed.map(\.isOpen) == [true])
        #expect(try await program.run("person", "token", "revoke", "awa", "not-an-id").code == 1)
        let id = try #require(listed.first?.id)
        #expect(try await program.run("person", "token", "revoke", "awa", id).code == 0)
        let after: [Token] = try await program.run("person", "token", "list", "awa", "--format", "json").json()
        #expect(after.map(\.isOpen) == [false])
    }

    @Test("a file with bad rows adds nobody, and says each by its line")
    func importRefused() async throws {
        let program = Program()
        _ = try await program.run("cohort", "new", "web", "Web")
        let file = try Program.file(
            """
            identifiant;prenom;nom;promo;role
            awa;Awa;Diallo;web;
            b ad;Bob;Noir;web;
            leo;Léo;Martin;nulle-part;
            mia;Mia;Blanc;web;roi
            """)
        let outcome = try await program.run("person", "import", file)
        #expect(outcome.code == 1)
        #expect(outcome.lines.map { String($0.dropFirst(file.count).prefix(3)) } == [":3:", ":4:", ":5:"])
        #expect(outcome.errors.contains("Personne n’a été ajouté"))
        let refusal = try await program.run("person", "import", file, "--format", "json")
        #expect(refusal.code == 1)
        #expect(try refusal.json(Refusal.self).problems.map(\.line) == [3, 4, 5])
        #expect(try await people(program).isEmpty)
    }

    @Test("a good file adds everybody and gives the passwords that were made up; again adds nobody")
    func importGood() async throws {
        let program = Program()
        _ = try await program.run("course", "apply", Program.smallCourse)
        _ = try await program.run("cohort", "new", "web", "Web")
        _ = try await program.run("cohort", "course", "web", "essai")
        let file = try Program.file(
            "login,given_name,family_name,cohort,password\nawa,Awa,Diallo,web,\nleo,Léo,Martin,web,tisane-galet-volcan\n")
        let first: Imported = try await program.run("person", "import", file, "--format", "json").json()
        #expect(first.people.map(\.outcome) == ["added", "added"])
        #expect(first.people.map { $0.password != nil } == [true, false])
        let second = try await program.run("person", "import", file, "--format", "json")
        #expect(second.code == 0)
        #expect(try second.json(Imported.self).people.map(\.outcome) == ["already-there", "already-there"])
        #expect(try await program.run("verify").errors.hasPrefix("2 inscriptions vérifiées"))
    }

    @Test(
        "a file that cannot be read is refused",
        arguments: [
            ("/no/such/file.csv", Int32(66)), ("/tmp", 66), ("", 66),
        ])
    func importMissing(_ file: String, _ code: Int32) async throws {
        #expect(try await Program().run("person", "import", file).code == code)
    }
}
