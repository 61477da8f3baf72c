import Essentials
import Testing

@testable import Accounts

@Suite("What people type")
struct TypedTextTests {
    @Test(
        "a login is kept as typed and compared folded",
        arguments: [
            ("awa.diallo", "awa.diallo"), ("  Zoé  ", "zoe"), ("ÉLODIE", "elodie"), ("a1", "a1"),
            ("jean@exemple.fr", "jean@exemple.fr"),
            ("Anne-Marie_2+x", "anne-marie_2+x"), ("O’Neil", "o'neil"), ("42", "42"), ("Ωmega", "ωmega"),
        ])
    func goodLogins(_ typed: String, _ key: String) throws {
        #expect(try Login(typed).key == key)
    }

    @Test("two spellings of one letter make one login")
    func composed() throws {
        #expect(try Login("zoe\u{301}").key == Login("zo\u{E9}").key)
        #expect(try Login("zoe\u{301}").text.unicodeScalars.count == 3)
    }

    @Test(
        "a login with a space, a sign or an odd length is refused",
        arguments: [
            "", "a", "awa diallo", "a;b", "<b>", "a\u{0}b", "a\nb", "a\u{202E}b", "--", "@@", String(repeating: "a", count: 65),
            "😀😀", "a\u{200B}b",
        ])
    func badLogins(_ typed: String) {
        #expect(throws: AccountsError.badLogin) { try Login(typed) }
    }

    @Test(
        "an e-mail address needs a name, an @ and a domain with a dot",
        arguments: [
            ("awa@exemple.fr", true), ("a.b+c@sous.exemple.fr", true), ("Zoé@exemple.fr", true), ("awa", false), ("awa@", false),
            ("@exemple.fr", false), ("awa@exemple", false), ("awa@@exemple.fr", false), ("awa@exemple..fr", false),
            ("awa@.fr", false), ("a wa@exemple.fr", false), ("Awa <awa@exemple.fr>", false), ("a\u{0}@exemple.fr", false),
            ("awa@exemple.fr\nBcc: b@exemple.fr", false), ("a@-exemple.fr", false),
            (String(repeating: "a", count: 65) + "@exemple.fr", false),
        ])
    func emails(_ typed: String, _ isGood: Bool) {
        #expect(((try? EmailAddress(typed)) != nil) == isGood)
    }

    @Test(
        "a name is tidied",
        arguments: [
            ("  Awa ", "  DIALLO  ", "Awa DIALLO", "diallo awa"),
            ("Jean\t Paul", "Le  Goff", "Jean Paul Le Goff", "le goff jean paul"),
            ("", "Suharto", "Suharto", "suharto"), ("Élodie", "", "Élodie", "elodie"),
            ("Zoë", "Œuvrard", "Zoë Œuvrard", "oeuvrard zoe"),
        ])
    func names(_ given: String, _ family: String, _ full: String, _ sortKey: String) throws {
        let name = try PersonName(given: given, family: family)
        #expect(name.full == full)
        #expect(name.sortKey == sortKey)
    }

    @Test(
        "a name that is empty, too long or holds invisible marks is refused",
        arguments: [
            ("", ""), ("   ", "\t"), ("A\u{0}wa", "Diallo"), ("Awa\u{202E}", "Diallo"),
            ("Awa", String(repeating: "a", count: 101)),
            ("\u{7}", "Diallo"),
        ])
    func badNames(_ given: String, _ family: String) {
        #expect(throws: AccountsError.badName) { try PersonName(given: given, family: family) }
    }

    @Test("the end of a cohort does not come before its start")
    func cohortDates() throws {
        func make(_ start: String?, _ end: String?) throws -> Cohort {
            try Cohort.checked(id: id(1), key: "cyber-1", title: "Cyber", startsOn: start, endsOn: end, createdAt: monday)
        }
        #expect(throws: AccountsError.badDates) { try make("2026-09-02", "2026-09-01") }
        #expect(throws: AccountsError.badDates) { try make("demain", nil) }
        #expect(try make("2026-09-01", "2026-09-01").endsOn?.text == "2026-09-01")
        #expect(try make("", nil).startsOn == nil)
    }

    @Test(
        "a cohort's key is plain",
        arguments: [
            ("cyber-2026", true), ("a1", true), ("Cyber", false), ("été", false), ("-a", false), ("a-", false), ("a--b", false),
            ("a", false),
            ("a b", false), ("a/b", false), ("../etc", false), (String(repeating: "a", count: 65), false),
        ])
    func keys(_ key: String, _ isGood: Bool) {
        let made = try? Cohort.checked(id: id(1), key: key, title: "Titre", createdAt: monday)
        #expect((made != nil) == isGood)
    }
}
