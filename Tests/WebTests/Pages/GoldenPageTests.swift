import Essentials
import TestSupport
import Testing

@Suite("Pages, rendered from models without a database")
struct GoldenPageTests {
    @Test("in French", arguments: GoldenPage.allCases)
    func french(_ page: GoldenPage) throws {
        try Golden.expect(try page.render(.french), is: "pages/\(page.rawValue).fr.html")
    }

    @Test(
        "in English",
        arguments: [
            GoldenPage.signIn, .home, .outline, .progress, .lesson, .attempt, .result, .cohort, .attendanceOwn, .attendanceSheet,
            .notFound,
        ])
    func english(_ page: GoldenPage) throws {
        try Golden.expect(try page.render(.english), is: "pages/\(page.rawValue).en.html")
    }

    @Test(
        "every page is well formed in both languages: elements close, ids are unique, references lead somewhere",
        arguments: GoldenPage.allCases)
    func structure(_ page: GoldenPage) throws {
        for language in Language.allCases {
            let tree = try HTMLOutline(try page.render(language))
            #expect(tree.problems == [], "\(page) in \(language)")
            #expect(tree.count("main") == 1)
            #expect(tree.count("h1") == 1)
            #expect(tree.count("title") == 1)
        }
    }

    @Test("what people typed is text in the page, never markup")
    func escaped() throws {
        let page = try GoldenPage.signInRefused.render(.french)
        #expect(page.contains("value=\"samira&#34;&lt;b&gt;\"") || page.contains("value=\"samira&quot;&lt;b&gt;\""))
        #expect(!page.contains("samira\"<b>"))
    }
}
