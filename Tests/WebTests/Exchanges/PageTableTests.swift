import Foundation
import TestSupport
import Testing

@testable import Web

@Suite("The tables of pages for spreadsheets")
struct PageTableTests {
    /// Where a table is, which list of the page's model it shows, and the member that stands in its first column.
    struct Table: Sendable, CustomTestStringConvertible {
        let page: String
        var table: String?
        let list: [String]
        let first: String
        let column: Int

        var testDescription: String { "\(page) \(table ?? "")" }
    }

    /// Every page that is looked at here, and the caseload.
    static let routes = [
        "/caseload", "/cohorts/{cohort}", "/cohorts/{cohort}/courses/{course}/activities/{activity}",
        "/cohorts/{cohort}/courses/{course}/matrix", "/cohorts/{cohort}/learners/{person}", "/cohorts/{cohort}/points",
        "/cohorts/{cohort}/sheet",
        "/sessions/{session}/recordings/{recording}", "/sessions/{session}/sheet", "/to-mark", "/today",
    ]

    private static let matrix = "\(Address.cohort)/courses/\(TestCourse.key)/matrix"
    private static let review = "\(Address.cohort)/courses/\(TestCourse.key)/activities/\(TestCourse.quiz)"

    @Test(
        "have the rows of the page's model, in its order",
        arguments: [
            Table(page: Address.cohort, list: ["learners"], first: "familyName", column: 0),
            Table(page: matrix, list: ["rows"], first: "givenName", column: 1),
            Table(page: review, table: "questions", list: ["questions"], first: "text", column: 0),
            Table(page: review, list: ["stuck"], first: "familyName", column: 0),
            Table(page: "/today", list: ["people"], first: "familyName", column: 1),
            Table(page: "/to-mark", list: ["items"], first: "title", column: 0),
        ])
    func same(_ table: Table) async throws {
        try await withSite { site in
            _ = try await site.post(Address.events(TestCourse.welcome), .form("kind=reached-end"), as: .learner)
            var model: Any = try await site.get(table.page, as: .tutor, accept: Answer.json).object()
            for key in table.list { model = (model as? [String: Any])?[key] ?? [] }
            let expected = (model as? [[String: Any]] ?? []).map { "\($0[table.first] ?? "")" }
            let query = "?format=csv" + (table.table.map { "&table=\($0)" } ?? "")
            let answer = try await site.get(table.page + query, as: .tutor)
            #expect(answer.status == 200)
            #expect(answer.type == "text/csv; charset=utf-8; header=present")
            let lines = answer.text.split(separator: "\r\n").map { $0.split(separator: ";", omittingEmptySubsequences: false) }
            #expect(!lines.isEmpty)
            #expect(Set(lines.map(\.count)).count == 1)
            #expect(lines.dropFirst().map { String($0[table.column]) } == expected)
        }
    }

    @Test("of a learner: every activity of the course that one names")
    func learner() async throws {
        try await withSite { site in
            _ = try await site.post(Address.events(TestCourse.welcome), .form("kind=reached-end"), as: .learner)
            let cohort = try await site.get(Address.cohort, as: .tutor, accept: Answer.json).object()
            let people = (cohort["learners"] as? [[String: Any]] ?? []).compactMap { $0["person"] as? String }
            var titles: [String] = []
            for person in people {
                let page = "\(Address.cohort)/learners/\(person)"
                let lines = try await site.get("\(page)?format=csv&table=\(TestCourse.key)", as: .tutor).text
                    .split(separator: "\r\n")
                let model = try await site.get(page, as: .tutor, accept: Answer.json).object()
                let courses = model["courses"] as? [[String: Any]] ?? []
                let activities = (courses.first?["activities"] as? [[String: Any]] ?? []).map { "\($0["title"] ?? "")" }
                #expect(lines.dropFirst().map { $0.split(separator: ";").first.map(String.init) ?? "" } == activities)
                titles += activities
            }
            #expect(!titles.isEmpty)
        }
    }

    @Test(
        "are not where there is none: a page without any, a name that none has, a format that is none",
        arguments: ["/?format=csv", "\(Address.cohort)?format=csv&table=moon", "\(Address.cohort)?format=violet"])
    func none(_ address: String) async throws {
        try await withSite { (site: TestSite) async throws in
            #expect(try await site.get(address, as: .tutor).status == 406)
        }
    }

    @Test("what the link asks for goes before the header, and a refusal is a page")
    func asked() async throws {
        try await withSite { site in
            let json = try await site.get(Address.cohort + "?format=json", as: .tutor)
            #expect(json.type == "application/json")
            let refused = try await site.get(Address.cohort + "?format=csv", as: .learner)
            #expect(refused.status == 403)
            #expect(refused.type == "text/html; charset=utf-8")
        }
    }
}
