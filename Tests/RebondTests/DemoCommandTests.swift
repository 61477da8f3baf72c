import Foundation
import Testing

@Suite("rebond demo")
struct DemoCommandTests {
    private struct Shown: Decodable {
        let address: String
        let isNew: Bool
        let accounts: [Account]

        struct Account: Decodable, Equatable {
            let role: String
            let login: String
            let password: String
        }
    }

    @Test("the real courses and their people, twice: the second time nothing changes and the same accounts are shown")
    func twice() async throws {
        let program = Program()
        let first: Shown = try await program.run("demo", "--courses", "Courses", "--format", "json").json()
        #expect(first.isNew)
        #expect(first.accounts.map(\.role) == ["learner", "tutor", "author", "coordinator"])
        let list = try await program.run("cohort", "list")
        let verified = try await program.run("verify", "--format", "json")
        #expect(verified.code == 0)

        let second = try await program.run("demo", "--address", "http://192.0.2.7:8090")
        #expect(second.code == 0)
        #expect(second.lines.first == "Ouvrez http://192.0.2.7:8090")
        #expect(second.lines.count == 6)
        for account in first.accounts {
            #expect(second.lines.contains { $0.contains(account.login) && $0.contains(account.password) })
        }
        #expect(try await program.run("cohort", "list").output == list.output)
        #expect(try await program.run("verify", "--format", "json").output == verified.output)
    }

    @Test("without the courses, or among people, there is no demonstration")
    func refused() async throws {
        let program = Program()
        #expect(try await program.run("demo", "--courses", "/no/such/folder").code == 66)
        let other = try await program.run("demo", "--courses", "Tests/Courses")
        #expect(other.code == 1 && other.errors.contains("dev-web-hybride"))
        _ = try await program.run("person", "add", "directrice", "--given", "Anne")
        let among = try await program.run("demo", "--courses", "Courses")
        #expect(among.code == 1 && among.errors.contains("autre dossier"))
    }
}
