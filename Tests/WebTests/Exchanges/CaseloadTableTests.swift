import Essentials
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite("The caseload as page, JSON and CSV")
struct CaseloadTableTests {
    @Test(
        "shows the same rows of the same query, in the same order",
        arguments: ["", "?order=name", "?q=SAM", "?q=benali+s%C3%A0mira", "?status=left", "?late=true"])
    func same(_ query: String) async throws {
        try await withSite { site in
            _ = try await site.post(Address.events(TestCourse.welcome), .form("kind=reached-end"), as: .learner)
            let json = try await site.get("/caseload" + query, as: .tutor, accept: Answer.json).object()
            let rows = json["rows"] as? [[String: Any]] ?? []
            let answer = try await site.get("/caseload" + query, as: .tutor, accept: "text/csv")
            #expect(answer.type == "text/csv; charset=utf-8; header=present")
            let lines = answer.text.split(separator: "\r\n").map { $0.split(separator: ";", omittingEmptySubsequences: false) }
            #expect(lines.first?.first == "Nom")
            #expect(lines.first?.count == 15)
            let names = rows.map { "\($0["familyName"] ?? "") \($0["givenName"] ?? "")" }
            #expect(lines.dropFirst().map { "\($0[0]) \($0[1])" } == names)
            #expect(lines.dropFirst().map { String($0[5]) } == rows.map { "\($0["percent"] ?? "")" })
            #expect(lines.dropFirst().map { String($0[9]) } == rows.map { "\($0["minutesLate"] ?? "")" })
            let html = try await site.get("/caseload" + query, as: .tutor).text
            let places = names.map { html.range(of: ">\($0)</a>")?.lowerBound }
            #expect(!places.contains(nil))
            #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
            #expect(
                rows.count
                    == (query.contains("late")
                        ? rows.count : query.isEmpty || query.contains("order") ? 2 : query.contains("q=") ? 1 : 0))
        }
    }

    @Test("the byte order mark comes when it is asked for")
    func forms() async throws {
        try await withSite { site in
            let plain = try await site.get("/caseload?format=csv", as: .tutor)
            #expect(Array(plain.body.prefix(3)) == Array("Nom".utf8))
            let marked = try await site.get("/caseload?format=csv&bom=true", as: .tutor)
            #expect(Array(marked.body.prefix(3)) == [0xEF, 0xBB, 0xBF])
        }
    }

    @Test(
        "what a spreadsheet would take for a formula is text",
        arguments: [
            ("=1+1", "'=1+1"), ("+33 6", "'+33 6"), ("-1+2", "'-1+2"), ("@sum", "'@sum"), ("\tx", "'\tx"), ("-12", "-12"),
            ("-0,5", "-0,5"),
            ("＝1", "'＝1"), ("Benali", "Benali"), ("", ""), ("-", "'-"),
        ])
    func safe(_ text: String, _ expected: String) {
        #expect(CSVTable.safe(text) == expected)
    }

    @Test("separators, quotes and line ends stay inside their field")
    func quoted() {
        let rows: [[TableCell]] = [
            [.text("x;y"), .text("say \"no\"")], [.text("line\nend"), .text("x,y")], [.number(-0.5), .number(1200)],
        ]
        let table = PageTable("t", ["a", "b"], rows: rows)
        func text(_ language: Language) -> String {
            String(decoding: CSVTable.bytes(of: table, Words(language, icons: ""), hasMark: false), as: UTF8.self)
        }
        #expect(text(.french) == "a;b\r\n\"x;y\";\"say \"\"no\"\"\"\r\n\"line\nend\";x,y\r\n-0,5;1200\r\n")
        #expect(text(.english).contains("x;y,\"say") && text(.english).hasSuffix("-0.5,1200\r\n"))
    }

    @Test("the workbook is a ZIP of XML with a sheet for each table, in which no text is a formula")
    func workbook() async throws {
        try await withSite { site in
            let answer = try await site.get("/caseload?format=xlsx", as: .tutor)
            #expect(answer.type == Representation.workbook && Array(answer.body.prefix(2)) == Array("PK".utf8))
            let asked = try await site.get("/caseload", as: .tutor, accept: Representation.workbook)
            #expect(asked.type == Representation.workbook)
            #expect(try await site.get("/caseload?format=xlsx&table=none", as: .tutor).status == 406)
            #expect(try await site.get("/profile?format=xlsx", as: .tutor).status == 406)
        }
    }

    @Test("a query that cannot be is refused", arguments: ["?status=moon", "?alert=violet", "?order=luck", "?after=x", "?q=%FF"])
    func refused(_ query: String) async throws {
        try await withSite { (site: TestSite) async throws in
            for format in [Answer.json, "text/csv"] {
                #expect(try await site.get("/caseload" + query, as: .tutor, accept: format).status == 422)
            }
        }
    }

    @Test("a view is kept in the page's own words and leads back to the same rows")
    func views() async throws {
        try await withSite { site in
            let kept = try await site.post(
                "/caseload/views", .form("name=Retard&query=late%3Dtrue%26order%3Dname%26evil%3D1"), as: .tutor)
            #expect(kept.location == "/caseload?late=true&order=name")
            let model = try await site.get("/caseload", as: .tutor, accept: Answer.json).object()
            let views = model["views"] as? [[String: String]]
            #expect(views == [["name": "Retard", "address": "/caseload?late=true&order=name"]])
            let empty = try await site.post("/caseload/views", .form("name=&query="), as: .tutor)
            #expect(empty.status == 422)
            let wrong = try await site.post("/caseload/views", .form("name=x&query=status%3Dmoon"), as: .tutor)
            #expect(wrong.status == 422)
            _ = try await site.post("/caseload/views/removed", .form("name=Retard"), as: .tutor)
            let after = try await site.get("/caseload", as: .tutor, accept: Answer.json).object()
            #expect((after["views"] as? [Any])?.isEmpty == true)
        }
    }
}
