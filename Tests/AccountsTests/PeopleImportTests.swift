import Essentials
import SQL
import Synchronization
import TestSupport
import Testing

@testable import Accounts

@Suite("Importing people")
struct PeopleImportTests {
    private func rows(_ text: String) throws -> [PersonRow] { try PeopleCSV.parse(Array(text.utf8)).get() }

    private func importing(_ text: String, _ database: any SQLDatabase) async throws -> PeopleImport.Report {
        let rows = try rows(text)
        let plan = try await database.read { try PeopleImport.plan(rows, in: $0) }
        let prepared = try await PeopleImport.prepare(plan, hasher: cheapHasher())
        return try await database.writeAlone { try PeopleImport.apply(prepared, at: monday, in: $0) }
    }

    /// Cohort `cyber-1` (1) with its group `matin` (1), and cohort `anglais-1` (2).
    private func withCohorts(_ backend: Backend, _ body: (any SQLDatabase) async throws -> Void) async throws {
        try await withAccounts(backend) { database in
            try await database.write { tx in
                try CohortStore().add(cohort(1, "cyber-1"), in: tx)
                try CohortStore().add(cohort(2, "anglais-1"), in: tx)
                try CohortStore().add(Group(id: id(1), cohort: id(1), key: "matin", title: "Matin"), in: tx)
            }
            try await body(database)
        }
    }

    private static let file = """
        login;prenom;nom;courriel;langue;role;promo;groupe;mot_de_passe
        awa;Awa;Diallo;awa@exemple.fr;en;;cyber-1;matin;
        binta;Binta;Ba;;;tutrice;cyber-1;;trois pommes vertes
        binta;Binta;Ba;;;formatrice;anglais-1;;
        carla;Carla;Sow;;;;;;

        """

    @Test("everyone gets an account, their roles, and a password that opens it", arguments: Backend.available)
    func everyone(_ backend: Backend) async throws {
        try await withCohorts(backend) { database in
            let report = try await importing(Self.file, database)
            #expect(report.lines.map(\.outcome) == [.added, .added, .rolesChanged, .added])
            #expect(report.lines.map(\.line) == [2, 3, 4, 5])
            #expect(report.lines.map { $0.madeUpPassword == nil } == [false, true, true, false])
            let (awa, binta) = try await database.read { tx in
                (
                    try PersonStore().credentials(for: "awa", in: tx), try PersonStore().credentials(for: "binta", in: tx)
                )
            }
            let madeUp = try #require(report.lines.first?.madeUpPassword)
            #expect(try await cheapHasher().verify(madeUp, against: awa?.passwordHash) == .right(newHash: nil))
            #expect(
                try await cheapHasher().verify("trois pommes vertes", against: binta?.passwordHash) == .right(newHash: nil))
            try await database.read { tx in
                let person = try PersonStore().person(login: try Login("awa"), in: tx)
                #expect(person?.language == .english)
                #expect(person?.email?.text == "awa@exemple.fr")
                #expect(person?.mustChangePassword == true)
                let awaID = try #require(person?.id)
                #expect(try PersonStore().roles(of: awaID, in: tx) == Roles(cohorts: [id(1): [.learner]]))
                #expect(try MembershipStore().memberships(of: awaID, in: tx).map(\.group) == [id(1)])
                let bintaID = try #require(binta?.person)
                #expect(
                    try PersonStore().roles(of: bintaID, in: tx) == Roles(cohorts: [id(1): [.tutor], id(2): [.trainer]]))
            }
        }
    }

    @Test("the same file again changes nothing and says so", arguments: Backend.available)
    func again(_ backend: Backend) async throws {
        try await withCohorts(backend) { database in
            _ = try await importing(Self.file, database)
            let before = try await state(of: database)
            let report = try await importing(Self.file, database)
            #expect(report.lines.map(\.outcome) == [.alreadyThere, .alreadyThere, .alreadyThere, .alreadyThere])
            #expect(report.lines.allSatisfy { $0.madeUpPassword == nil })
            #expect(try await state(of: database) == before)
        }
    }

    @Test("someone known gets the file's roles and keeps the rest of their account", arguments: Backend.available)
    func known(_ backend: Backend) async throws {
        try await withCohorts(backend) { database in
            _ = try await importing(Self.file, database)
            let report = try await importing(
                """
                login;prenom;nom;courriel;langue;role;promo;groupe;mot_de_passe
                AWA;AWA;Diallo;autre@exemple.fr;fr;mentor;anglais-1;;deux poires bien mûres
                awa;Awa;Diallo;;;;cyber-1;;

                """, database)
            #expect(report.lines.map(\.outcome) == [.rolesChanged, .alreadyThere])
            try await database.read { tx in
                let person = try #require(try PersonStore().person(login: try Login("awa"), in: tx))
                #expect(person.email?.text == "awa@exemple.fr")
                #expect(person.language == .english)
                #expect(
                    try PersonStore().roles(of: person.id, in: tx)
                        == Roles(cohorts: [id(1): [.learner], id(2): [.mentor]]))
                // A file that names no group takes nobody out of theirs.
                let memberships = try MembershipStore().memberships(of: person.id, in: tx)
                #expect(memberships.first { $0.role == .learner }?.group == id(1))
            }
        }
    }

    @Test("everything that only the database knows is reported at once, and nothing is written", arguments: Backend.available)
    func refused(_ backend: Backend) async throws {
        try await withCohorts(backend) { database in
            _ = try await importing(Self.file, database)
            try await database.write { tx in
                let carla = try #require(try PersonStore().person(login: try Login("carla"), in: tx))
                try PersonStore().disable(carla.id, at: monday, in: tx)
            }
            let before = try await state(of: database)
            let bad = """
                login;prenom;nom;courriel;promo;groupe
                dina;Dina;Ly;;cyber-1;
                awa;Aïcha;Diallo;;;
                eva;Eva;Ly;AWA@exemple.fr;inconnue;
                carla;Carla;Sow;;cyber-1;soir
                fanta;Fanta;Ly;;anglais-1;matin

                """
            let expected = AccountsError.peopleRefused([
                PeopleProblem(line: 3, column: "login", message: .loginOfAnother),
                PeopleProblem(line: 4, column: "email", message: AccountsError.emailTaken.phrase),
                PeopleProblem(line: 4, column: "cohort", message: .cohortUnknown),
                PeopleProblem(line: 5, column: "login", message: .accountClosed),
                PeopleProblem(line: 5, column: "group", message: .groupUnknown),
                PeopleProblem(line: 6, column: "group", message: .groupUnknown),
            ])
            await #expect(throws: expected) { try await importing(bad, database) }
            #expect(try await state(of: database) == before)
        }
    }

    @Test("what changed between looking and writing is noticed, and nothing is written", arguments: Backend.available)
    func meanwhile(_ backend: Backend) async throws {
        try await withCohorts(backend) { database in
            let rows = try rows("login;prenom;nom\nawa;Awa;Diallo\nbinta;Binta;Ba\n")
            let plan = try await database.read { try PeopleImport.plan(rows, in: $0) }
            #expect(plan.newAccounts == 2)
            let prepared = try await PeopleImport.prepare(plan, hasher: cheapHasher())
            let other = try newPerson(1, "binta", "Bintou", "Ba")
            try await database.write { try PersonStore().add(other, at: monday, in: $0) }
            let before = try await state(of: database)
            await #expect(
                throws: AccountsError.peopleRefused([PeopleProblem(line: 3, column: "login", message: .loginOfAnother)])
            ) {
                try await database.writeAlone { try PeopleImport.apply(prepared, at: monday, in: $0) }
            }
            #expect(try await state(of: database) == before)

            let unprepared = PeopleImport.Prepared(rows: rows.filter { $0.line == 2 }, passwords: [:])
            await #expect(
                throws: AccountsError.peopleRefused([PeopleProblem(line: 2, message: .changedMeanwhile)])
            ) {
                try await database.writeAlone { try PeopleImport.apply(unprepared, at: monday, in: $0) }
            }
        }
    }

    @Test("no more passwords are hashed at once than asked, and progress counts them all", arguments: Backend.available)
    func preparing(_ backend: Backend) async throws {
        try await withCohorts(backend) { database in
            let people = (0..<25).map { "p\($0)x;P;X\n" }.joined()
            let rows = try rows("login;prenom;nom\n" + people)
            let plan = try await database.read { try PeopleImport.plan(rows, in: $0) }
            let steps = Steps()
            // The queue has room for nobody: a patient import passes all the same.
            let hasher = cheapHasher(width: 1, longestQueue: 0)
            let prepared = try await PeopleImport.prepare(plan, hasher: hasher, width: 3) { steps.add($0) }
            #expect(prepared.passwords.count == 25)
            #expect(steps.all == Array(1...25))
            #expect(Set(prepared.passwords.values.compactMap(\.madeUp)).count == 25)
        }
    }

    /// Everything of accounts that an import could touch.
    private func state(of database: any SQLDatabase) async throws -> [String] {
        let people = Statement(
            "test.people",
            """
            SELECT id || login || given_name || family_name || coalesce(email, '-') || language || password_hash FROM person
            ORDER BY id
            """)
        let members = Statement(
            "test.members",
            """
            SELECT person_id || cohort_id || role || coalesce(group_id, '-') || joined_at || coalesce(left_at, 0)
            FROM membership ORDER BY person_id, cohort_id, role
            """)
        return try await database.read { tx in
            try tx.rows(people) { $0.text(0) } + tx.rows(members) { $0.text(0) }
        }
    }
}

private final class Steps: Sendable {
    private let counts = Mutex<[Int]>([])

    var all: [Int] { counts.withLock { $0 } }

    func add(_ count: Int) {
        counts.withLock { $0.append(count) }
    }
}
