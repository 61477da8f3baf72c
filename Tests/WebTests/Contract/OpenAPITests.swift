import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Web

@Suite("docs/openapi.yaml and the route table")
struct OpenAPITests {
    private func routes() async throws -> [Route] {
        try await withTestSite { RouteTable($0.site).routes }
    }

    @Test("list the same operations with the same access and the same body limits")
    func operations() async throws {
        let document = try OpenAPI.document.get()
        let documented = Set(document.operations.map { "\($0.name) \($0.access ?? "?") \($0.bodyLimit)" })
        let served = Set(try await routes().map { "\($0.method.rawValue) \($0.path) \($0.access.rawValue) \($0.bodyLimit)" })
        #expect(documented.subtracting(served).sorted() == [], "documented and not served")
        #expect(served.subtracting(documented).sorted() == [], "served and not documented")
        #expect(try await routes().count == document.operations.count)
    }

    @Test("no reference leads nowhere")
    func references() throws {
        #expect(try OpenAPI.document.get().brokenReferences == [])
    }

    @Test("every parameter of a path is described")
    func parameters() throws {
        for operation in try OpenAPI.document.get().operations {
            let named = operation.path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
                // `{session}.ics`
                String($0.dropFirst().prefix { $0 != "}" })
            }
            #expect(Set(named) == operation.parameters, "\(operation.name)")
        }
    }

    @Test("every operation documents the refusals that follow from its access, its bodies and its representations")
    func refusals() async throws {
        let document = try OpenAPI.document.get()
        for route in try await routes() {
            let operation = try #require(
                document.operations.first { $0.method == route.method.rawValue && $0.path == route.path })
            var owed: Set<Int> = []
            if route.access != .anyone { owed.insert(401) }
            if route.access != .anyone, route.method == .get { owed.insert(303) }
            if [.staff, .author, .operator].contains(route.access) || route.method.isUnsafe { owed.insert(403) }
            if route.path.contains("{") { owed.insert(404) }
            if route.isResource { owed.formUnion([operation.statuses.contains(201) ? 201 : 200, 406]) }
            if operation.hasRequestBody { owed.formUnion([400, 413, 415, 422]) }
            if route.isResource, route.method.isUnsafe { owed.insert(303) }
            #expect(owed.subtracting(operation.statuses).sorted() == [], "\(operation.name)")
        }
    }

    @Test("a page has both representations")
    func representations() async throws {
        let document = try OpenAPI.document.get()
        for route in try await routes() where route.isResource && route.method == .get {
            let operation = try #require(document.operations.first { $0.method == "GET" && $0.path == route.path })
            let forms = Set(operation.content(200).keys).subtracting(["text/csv", Representation.workbook])
            #expect(forms == ["text/html", "application/json"], "\(operation.name)")
        }
    }

    @Test("the pages with tables for spreadsheets are those that are said to have them")
    func tables() async throws {
        let document = try OpenAPI.document.get()
        let said = document.operations.filter { $0.content(200).keys.contains("text/csv") }.map(\.path)
        #expect(Set(said) == Set(PageTableTests.routes))
        let workbooks = document.operations.filter { $0.content(200).keys.contains(Representation.workbook) }.map(\.path)
        #expect(workbooks == said)
    }

    @Test(
        "the check of shapes refuses what does not fit",
        arguments: [
            (#"{"events":[]}"#, true), (#"{}"#, false), (#"{"events":1}"#, false),
            (#"{"events":[{"id":"0192f0aa-1111-7222-8333-444455556666","kind":"opened","occurredAt":5}]}"#, true),
            (#"{"events":[{"id":"0192f0aa-1111-7222-8333-444455556666","kind":"opened","occurredAt":5,"seconds":3}]}"#, false),
            (#"{"events":[{"id":"0192f0aa-1111-7222-8333-444455556666","kind":"heartbeat","occurredAt":5,"seconds":3}]}"#, true),
            (
                #"{"events":[{"id":"0192f0aa-1111-7222-8333-444455556666","kind":"heartbeat","occurredAt":5,"seconds":true}]}"#,
                false
            ),
            (#"{"events":[{"id":"0192f0aa-1111-8222-8333-444455556666","kind":"opened","occurredAt":5}]}"#, false),
            (#"{"events":[{"id":"0192f0aa-1111-7222-8333-444455556666","kind":"closed","occurredAt":5}]}"#, false),
            (#"{"events":[{"id":"0192f0aa-1111-7222-8333-444455556666","kind":"opened","occurredAt":-5}]}"#, false),
        ])
    func shapes(_ text: String, _ fits: Bool) throws {
        let document = try OpenAPI.document.get()
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let problems = SchemaCheck(document: document).problems(value, ["$ref": "#/components/schemas/SentEvents"])
        #expect(problems.isEmpty == fits, "\(problems)")
    }
}
