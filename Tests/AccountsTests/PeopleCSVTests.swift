import Essentials
import Testing

@testable import Accounts

@Suite("A file of people")
struct PeopleCSVTests {
    private static let header = "login;given_name;family_name;email;language;role;cohort;group;password\n"

    private static func parse(_ text: String) -> PeopleCSV.Result { PeopleCSV.parse(Array(text.utf8)) }

    /// Problems as `line column`, in order.
    private static func places(_ result: PeopleCSV.Result) -> [String] {
        result.problems.map { "\($0.line) \($0.column ?? "-")" }
    }

    @Test("a full row is read, cell by cell")
    func fullRow() throws {
        let rows = try Self.parse(
            Self.header + "awa.d;Awa;Diallo;awa@exemple.fr;en;tutrice;cyber-2026;matin;trois pommes vertes\n"
        ).get()
        #expect(
            rows == [
                PersonRow(
                    line: 2, login: try Login("awa.d"), name: try PersonName(given: "Awa", family: "Diallo"),
                    email: try EmailAddress("awa@exemple.fr"), language: .english,
                    enrolment: PersonRow.Enrolment(cohort: "cyber-2026", group: "matin", role: .tutor),
                    password: "trois pommes vertes")
            ])
    }

    @Test("only login and names are needed; a cohort without a role makes a learner")
    func shortRows() throws {
        let rows = try Self.parse("login,given_name,family_name,cohort\nawa,Awa,Diallo,\nbinta,Binta,,cyber-1\n").get()
        #expect(rows.map(\.enrolment) == [nil, PersonRow.Enrolment(cohort: "cyber-1", group: nil, role: .learner)])
        #expect(rows.map(\.password) == [nil, nil])
        #expect(rows.map(\.name.full) == ["Awa Diallo", "Binta"])
    }

    @Test(
        "French and English headers, commas, semicolons and tabs, BOM, and every line ending are read alike",
        arguments: [
            "login;given_name;family_name\nawa;Awa;Diallo\nbinta;Binta;Ba\n",
            "Identifiant,Prénom,Nom\nawa,Awa,Diallo\nbinta,Binta,Ba",
            "\u{FEFF}identifiant;prenom;nom\r\nawa;Awa;Diallo\r\nbinta;Binta;Ba\r\n",
            "Nom;Prénom;IDENTIFIANT\rDiallo;Awa;awa\rBa;Binta;binta\r",
            "login\tFirst name\tLast name\nawa\tAwa\tDiallo\nbinta\tBinta\tBa\n",
            "\"login\";\"given-name\";\"family name\"\n\"awa\";\"Awa\";\"Diallo\"\n\nbinta;Binta;Ba\n;;\n\n",
            "login,given_name,family_name,\nawa,Awa,Diallo,\nbinta,Binta,Ba,\n",
        ])
    func shapes(_ text: String) throws {
        let rows = try Self.parse(text).get()
        #expect(rows.map(\.login.text) == ["awa", "binta"])
        #expect(rows.map(\.name.full) == ["Awa Diallo", "Binta Ba"])
    }

    @Test("cells may hold separators, doubled quotes and line breaks, and lines are still counted as in the file")
    func quotedCells() {
        let result = Self.parse(
            """
            login;given_name;family_name
            awa;"Awa
            Marie";"Dia;llo"

            binta;"Bin ""B"" ta";Ba
            c c;Carla;Ba
            "dina";"Di

            na";Ba
            e e;Eva;Ba

            """)
        #expect(result.rows.map(\.name.full) == ["Awa Marie Dia;llo", "Bin \"B\" ta Ba", "Di na Ba"])
        #expect(result.rows.map(\.line) == [2, 5, 7])
        #expect(Self.places(result) == ["6 login", "10 login"])
    }

    @Test("carriage returns and line feeds together count as one line")
    func windowsLines() {
        #expect(Self.places(Self.parse("login;given_name;family_name\r\n\r\nawa;Awa;\"Dia\r\nllo\"\r\n!;B;C\r\n")) == ["5 login"])
    }

    @Test(
        "a header that does not fit is refused, column by column",
        arguments: [
            ("login;given_name\nawa;Awa\n", ["1 family_name"]),
            ("awa;Awa;Diallo\n", ["1 awa", "1 Awa", "1 Diallo", "1 login", "1 given_name", "1 family_name"]),
            ("login;prenom;nom;téléphone\nawa;Awa;Diallo;06\n", ["1 téléphone"]),
            ("login;prenom;nom;identifiant\nawa;Awa;Diallo;awa\n", ["1 identifiant"]),
            ("\n\nlogin;prenom\nawa;Awa\n", ["3 family_name"]),
            ("login;prenom;nom\n", ["1 -"]), ("login;prenom;nom\n\n;;\n", ["1 -"]), ("", ["1 -"]), ("\n\n", ["1 -"]),
            ("\"login;prenom;nom\nawa;Awa;Diallo\n", ["1 -"]),
        ])
    func headers(_ text: String, _ expected: [String]) {
        let result = Self.parse(text)
        #expect(Self.places(result).first == expected.first)
        if expected.first?.hasSuffix("-") == false { #expect(Self.places(result) == expected) }
        #expect(result.rows.isEmpty)
        #expect(throws: AccountsError.peopleRefused(result.problems)) { try result.get() }
    }

    @Test(
        "each bad cell is reported by its line and its column as the file names it",
        arguments: [
            ("a b;Awa;Diallo;;;;;;", ["2 login"]), (";Awa;Diallo;;;;;;", ["2 login"]), ("awa;;;;;;;;", ["2 given_name"]),
            ("awa;Awa;Diallo;pas une adresse;;;;;", ["2 email"]), ("awa;Awa;Diallo;;de;;;;", ["2 language"]),
            ("awa;Awa;Diallo;;;chef;cyber-1;;", ["2 role"]), ("awa;Awa;Diallo;;;admin;cyber-1;;", ["2 role"]),
            ("awa;Awa;Diallo;;;tuteur;;;", ["2 cohort"]), ("awa;Awa;Diallo;;;;;matin;", ["2 cohort"]),
            ("awa;Awa;Diallo;;;;Cyber 1;;", ["2 cohort"]), ("awa;Awa;Diallo;;;;cyber-1;Le matin;", ["2 group"]),
            ("awa;Awa;Diallo;;;;;;court", ["2 password"]), ("awa;Awa;Diallo;;;;;;awa diallo pomme verte", ["2 password"]),
            ("awa;Awa;Diallo;;;;;;;en trop", ["2 -"]), ("awa;A\"wa;Diallo;;;;;;", ["2 -"]),
            ("awa;\"Awa\"x;Diallo;;;;;;", ["2 -"]),
            (
                "a b;;;x;de;chef;Cyber 1;Le matin;court",
                ["2 login", "2 given_name", "2 email", "2 language", "2 role", "2 cohort", "2 group"]
            ),
        ])
    func badCells(_ row: String, _ expected: [String]) {
        let result = Self.parse(Self.header + row + "\n")
        #expect(Self.places(result) == expected)
        #expect(result.rows.isEmpty)
    }

    @Test("every role can be written in English and in French", arguments: CohortRole.allCases)
    func roles(_ role: CohortRole) {
        #expect(CohortRole(typed: role.rawValue.uppercased()) == role)
        #expect(CohortRole(typed: role.rawValue.replacing("-", with: "_")) == role)
    }

    @Test(
        "roles as French people write them",
        arguments: [
            ("Stagiaire", CohortRole.learner), ("tutrice", .tutor), ("Formateur", .trainer),
            ("Référent pédagogique", .coordinator),
            ("référente handicap", .disabilityOfficer), ("Conseillère en insertion", .jobAdviser), ("financeur", .funder),
        ])
    func frenchRoles(_ typed: String, _ role: CohortRole) {
        #expect(CohortRole(typed: typed) == role)
    }

    @Test("a password never appears in what is said of the file")
    func discreet() {
        let result = Self.parse(Self.header + "awa;Awa;Diallo;;;;;;s3cr3t\nawa;Awa;Diallo;;;;;;\"s3cr3t\"x\n")
        #expect(result.problems.count == 2)
        #expect(!result.problems.contains { $0.message.fr.contains("s3cr3t") || $0.message.en.contains("s3cr3t") })
    }

    @Test("a quote that is never closed is reported where it opens")
    func unclosed() {
        let result = Self.parse(Self.header + "awa;Awa;Diallo;;;;;;\nbinta;\"Binta;Ba;;;;;;\ncarla;Carla;Ba;;;;;;\n")
        #expect(Self.places(result) == ["3 -"])
        #expect(result.problems.first?.message == .unclosedQuote)
    }

    @Test("a login may stand on several lines to hold several roles, of one person")
    func repeats() {
        let good = Self.parse(
            "login;prenom;nom;role;promo\nawa;Awa;Diallo;tuteur;cyber-1\nAWA;awa;DIALLO;tuteur;cyber-2\nawa;Awa;Diallo;formateur;cyber-1\n"
        )
        #expect(good.problems.isEmpty)
        #expect(good.rows.count == 3)
        let bad = Self.parse(
            "login;prenom;nom;courriel;mot_de_passe\nawa;Awa;Diallo;a@exemple.fr;\nawa;Awa;Diallo;;\nawa;Binta;Ba;;\n"
                + "carla;Carla;Ba;A@exemple.fr;\n")
        #expect(Self.places(bad) == ["3 login", "4 login", "5 courriel"])
        #expect(bad.problems.map(\.message) == [.sameAsLine(2), .loginOnLine(2), .emailOnLine(2)])
        let passwords = Self.parse(
            "login;prenom;nom;role;promo;mot_de_passe\nawa;Awa;Diallo;tuteur;cyber-1;trois pommes vertes\n"
                + "awa;Awa;Diallo;tuteur;cyber-2;trois poires mûres\nawa;Awa;Diallo;tuteur;cyber-3;trois pommes vertes\n")
        #expect(Self.places(passwords) == ["3 mot_de_passe"])
    }

    @Test("a file in Windows-1252 or UTF-16 is refused with what to do")
    func encodings() {
        let latin = Array("login;prenom;nom\nawa;Awa;Diallo\nzoe;Zo".utf8) + [0xE9] + Array(";Ba\n".utf8)
        #expect(PeopleCSV.parse(latin).problems == [PeopleProblem(line: 3, message: .notUTF8)])
        let wide: [UInt8] = [0xFF, 0xFE] + Array("login;prenom;nom".utf8.map { [$0, 0] }.joined())
        #expect(PeopleCSV.parse(wide).problems == [PeopleProblem(line: 1, message: .notUTF8)])
        let nul = Array("login;prenom;nom\nawa;A\u{0}wa;Diallo\n".utf8)
        #expect(PeopleCSV.parse(nul).problems == [PeopleProblem(line: 2, message: .notText)])
        #expect(PeopleCSV.parse([0x50, 0x4B, 3, 4, 0, 0, 0xFF]).problems == [PeopleProblem(line: 1, message: .notText)])
        #expect(PeopleCSV.parse([0xEF, 0xBB, 0xBF]).problems == [PeopleProblem(line: 1, message: .emptyFile)])
    }

    @Test("a file over 5 MB or 10,000 rows is refused before it is read")
    func limits() {
        let long = [UInt8](repeating: 0x61, count: PeopleCSV.longestFile + 1)
        #expect(PeopleCSV.parse(long).problems == [PeopleProblem(line: 1, message: .fileTooLong)])
        let rows = (0...PeopleCSV.mostRows).map { "login\($0);A;B\n" }
        let many = PeopleCSV.parse(Array(("login;prenom;nom\n" + rows.joined()).utf8))
        #expect(many.problems == [PeopleProblem(line: PeopleCSV.mostRows + 2, message: .tooManyRows)])
    }

    @Test("no bytes make the reader fail otherwise than by saying what is wrong")
    func noise() {
        let alphabet = Array("ab;,\"\n\r \tlogin;prenom;nom\u{E9}".utf8)
        var seed: UInt64 = 42
        for length in 0..<400 {
            let bytes = (0..<length).map { _ -> UInt8 in
                seed = seed &* 6_364_136_223_846_793_005 &+ 1
                return alphabet[Int(seed >> 33) % alphabet.count]
            }
            let noise = PeopleCSV.parse(bytes)
            #expect(!noise.problems.isEmpty)
            let body = PeopleCSV.parse(Array("login;prenom;nom\n".utf8) + bytes)
            let lastLine = 2 + bytes.count
            #expect(body.problems.allSatisfy { (1...lastLine).contains($0.line) })
        }
    }
}
