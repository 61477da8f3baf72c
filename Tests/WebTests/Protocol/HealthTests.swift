import Campus
import HTTPTypes
import SQL
import TestSupport
import Testing

@Suite("Whether the server is well")
struct HealthTests {
    private static let forget = Statement("test.forget", "DELETE FROM schema_migration WHERE position > $1")
    private static let rename = Statement("test.rename", "UPDATE schema_migration SET name = 'future/0001-x' WHERE position = $1")

    @Test("alive and ready are told to people and to programs")
    func well() async throws {
        try await withSite { site in
            for (address, text) in [
                ("/health/live", #"{"status":"ok"}"#),
                ("/health/ready", #"{"database":"ok","schema":"current","status":"ok"}"#),
                ("/health", #"{"database":"ok","schema":"current","status":"ok"}"#),
            ] {
                let model = try await site.get(address, accept: Answer.json)
                #expect(model.status == 200)
                #expect(model.text == text)
                #expect(model.headers[.cacheControl] == "no-store")
                let page = try await site.get(address)
                #expect(page.status == 200)
                #expect(page.text.contains("<h1>Tout va bien</h1>"))
            }
        }
    }

    @Test("a schema that is not this program's is not ready, and alive all the same")
    func schema() async throws {
        for (statement, schema, words) in [
            (Self.forget, "behind", "rebond migrate"), (Self.rename, "foreign", "une autre version"),
        ] {
            try await withSite { site in
                try await site.campus.database.write { _ = try $0.run(statement, 3) }
                let model = try await site.get("/health/ready", accept: Answer.json)
                #expect(model.status == 503)
                #expect(model.text == "{\"database\":\"ok\",\"schema\":\"\(schema)\",\"status\":\"unavailable\"}")
                let page = try await site.get("/health/ready")
                #expect(page.status == 503)
                #expect(page.text.contains(words))
                #expect(try await site.get("/health/live").status == 200)
            }
        }
    }
}
