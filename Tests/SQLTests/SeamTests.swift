import Essentials
import SQL
import TestSupport
import Testing

/// What every engine does behind the seam.
@Suite("The seam to the database")
struct SeamTests {
    static let values: [[SQLValue]] = [
        [.integer(1), .text("plain"), .real(0.5), .bytes([1, 2, 3]), .null],
        [.integer(.max), .text(""), .real(0), .bytes([]), .null],
        [.integer(.min), .text("Élève 𝄞 👩‍🏫 l’été — ‮"), .real(1e300), .bytes([0, 255, 0]), .null],
        [.integer(0), .text("it's \"quoted\" ; -- $1 ?1 :a @b"), .null, .null, .null],
        [.integer(-1), .text(String(repeating: "é", count: 100_000)), .real(.leastNormalMagnitude), .null, .null],
    ]

    @Test("values come back as they went in", arguments: Backend.available, values)
    func roundTrip(_ backend: Backend, _ values: [SQLValue]) async throws {
        try await withTestDatabase(backend, Sample.migrations) { database in
            #expect(try await database.write { try $0.run(Sample.insert, values) } == 1)
            let found = try await database.read { reading in
                try reading.rows(Sample.byID, values[0]) { row -> [SQLValue] in
                    [
                        .integer(row.integer(0)), .text(row.text(1)),
                        row.realOrNil(2).map(SQLValue.real) ?? .null,
                        row.isNull(3) ? .null : .bytes(row.bytes(3)),
                        row.textOrNil(4).sqlValue,
                    ]
                }
            }
            #expect(found == [values])
        }
    }

    @Test("a null read as a value is the type's zero", arguments: Backend.available)
    func nulls(_ backend: Backend) async throws {
        try await withTestDatabase(backend, []) { database in
            let nothing = Statement("test.null", "SELECT NULL")
            let isZero = try await database.read { reading in
                try reading.first(nothing) { row in
                    row.isNull(0) && row.text(0).isEmpty && row.integer(0) == 0 && row.real(0) == 0 && row.bytes(0).isEmpty
                        && row.instantOrNil(0) == nil && row.textOrNil(0) == nil && !row.bool(0)
                }
            }
            #expect(isZero == true)
        }
    }

    @Test(
        "parameters are bound by their number, whatever their order and however often they appear", arguments: Backend.available)
    func parameterOrder(_ backend: Backend) async throws {
        try await withTestDatabase(backend, Sample.migrations) { database in
            let twice = Statement("test.twice", "SELECT id FROM thing WHERE name = $2 OR name || $1 = $2 OR id = $3")
            let found = try await database.write { writing in
                try writing.run(Sample.insertNamed, 7, "seven")
                return try writing.rows(twice, "n", "seven", 0) { $0.int(0) }
            }
            #expect(found == [7])
        }
    }

    static let refusals: [([SQLValue], SQLError)] = [
        ([.integer(2), .text("one"), .null, .null, .null], .uniqueViolation("name")),
        ([.integer(1), .text("two"), .null, .null, .null], .uniqueViolation("thing")),
        ([.integer(2), .text("two"), .null, .null, .text("nowhere")], .foreignKeyViolation("")),
        ([.integer(2), .text("two"), .real(-1), .null, .null], .checkViolation("size")),
        ([.integer(2), .null, .null, .null, .null], .checkViolation("thing.name")),
        ([.integer(2), .text("a\0b"), .null, .null, .null], .checkViolation("NUL")),
        ([.integer(2), .text("two")], .engine("5 values and was given 2")),
    ]

    @Test("what the schema refuses is told apart, and nothing is written", arguments: Backend.available, refusals)
    func constraints(_ backend: Backend, _ refusal: (values: [SQLValue], expected: SQLError)) async throws {
        try await withTestDatabase(backend, Sample.migrations) { database in
            try await database.write { _ = try $0.run(Sample.insertNamed, 1, "one") }
            let error = try await #require(throws: SQLError.self) {
                try await database.write { writing in
                    try writing.run(Sample.insertNamed, 9, "before the refusal")
                    _ = try writing.run(Sample.insert, refusal.values)
                }
            }
            switch (error, refusal.expected) {
            case (.uniqueViolation(let detail), .uniqueViolation(let part)),
                (.foreignKeyViolation(let detail), .foreignKeyViolation(let part)),
                (.checkViolation(let detail), .checkViolation(let part)),
                (.engine(let detail), .engine(let part)):
                #expect(detail.hasPrefix("sample.insert: ") || detail.hasPrefix("sample.insert takes"))
                #expect(part.isEmpty || detail.contains(part))
            default:
                Issue.record("\(error) where \(refusal.expected) was expected")
            }
            #expect(try await database.read { try $0.first(Sample.count) { $0.int(0) } } == 1)
        }
    }

    @Test("after a refusal the transaction accepts nothing more, even when the body goes on", arguments: Backend.available)
    func refusalIsFinal(_ backend: Backend) async throws {
        try await withTestDatabase(backend, Sample.migrations) { database in
            try await database.write { _ = try $0.run(Sample.insertNamed, 1, "one") }
            await #expect(throws: SQLError.self) {
                try await database.write { writing in
                    do { try writing.run(Sample.insertNamed, 1, "again") } catch {}
                    #expect(throws: SQLError.self) { try writing.run(Sample.insertNamed, 2, "two") }
                    #expect(throws: SQLError.self) { try writing.first(Sample.count) { $0.int(0) } }
                    #expect(throws: SQLError.self) { try writing.runScript("DELETE FROM thing") }
                }
            }
            #expect(try await database.read { try $0.first(Sample.count) { $0.int(0) } } == 1)
            try await database.write { _ = try $0.run(Sample.insertNamed, 2, "two") }
        }
    }

    @Test("a refusal that comes after a statement's rows is not lost when the rows are left early", arguments: Backend.available)
    func lateRefusal(_ backend: Backend) async throws {
        struct Enough: Error {}
        let insert = Statement(
            "test.insertReturning", "INSERT INTO thing (id, name, place) VALUES ($1, $2, $3) RETURNING id")
        try await withTestDatabase(backend, Sample.migrations) { database in
            await #expect(throws: SQLError.self) {
                try await database.write { writing in
                    do {
                        try writing.forEach(insert, [.integer(1), .text("one"), .text("nowhere")]) { _ in throw Enough() }
                    } catch is Enough {}
                }
            }
            let count = try await database.read { try $0.first(Sample.count) { $0.int(0) } }
            #expect(count == 0)
        }
    }

    @Test("a statement is one statement", arguments: Backend.available)
    func oneStatement(_ backend: Backend) async throws {
        let two = Statement("test.two", "SELECT 1; SELECT 2")
        let empty = Statement("test.empty", " ")
        let closed = Statement("test.closed", "SELECT 1;\n")
        try await withTestDatabase(backend, []) { database in
            for statement in [two, empty] {
                await #expect(throws: SQLError.engine("\(statement.name): one statement, and one only")) {
                    try await database.read { try $0.forEach(statement, []) { _ in } }
                }
            }
            let one = try await database.read { try $0.first(closed) { $0.int(0) } }
            #expect(one == 1)
        }
    }

    @Test("ON CONFLICT and RETURNING", arguments: Backend.available)
    func upsert(_ backend: Backend) async throws {
        try await withTestDatabase(backend, Sample.migrations) { database in
            for expected in [1.0, 2, 3] {
                let size = try await database.write { try $0.first(Sample.upsert, 1, "one") { $0.real(0) } }
                #expect(size == expected)
            }
        }
    }

    @Test("the number of rows changed", arguments: Backend.available)
    func changes(_ backend: Backend) async throws {
        try await withTestDatabase(backend, Sample.migrations) { database in
            let change = Statement("test.change", "UPDATE thing SET size = 2 WHERE id >= $1")
            try await database.write { writing in
                for id in 1...5 { try writing.run(Sample.insertNamed, id, "thing \(id)") }
                #expect(try writing.run(change, 3) == 3)
                #expect(try writing.run(change, 9) == 0)
            }
        }
    }

    @Test("queries inside the loop over a query, the same one included", arguments: Backend.available)
    func nested(_ backend: Backend) async throws {
        try await withTestDatabase(backend, Sample.migrations) { database in
            try await database.write { writing in
                for id in 1...3 { try writing.run(Sample.insertNamed, id, "thing \(id)") }
            }
            let pairs = try await database.read { reading in
                try reading.rows(Sample.all) { outer -> [Int] in
                    let inner = try reading.rows(Sample.all) { $0.int(0) }
                    let same = try reading.first(Sample.byID, outer.int(0)) { $0.text(1) }
                    #expect(same == outer.text(1))
                    return inner.map { $0 * 10 + outer.int(0) }
                }
            }
            #expect(pairs == [[11, 21, 31], [12, 22, 32], [13, 23, 33]])
        }
    }

    @Test("a read sees one state, whatever is written meanwhile", arguments: Backend.available)
    func oneState(_ backend: Backend) async throws {
        let sizes = Statement("test.sizes", "SELECT size FROM thing WHERE id = $1")
        let give = Statement("test.give", "UPDATE thing SET size = size + $2 WHERE id = $1")
        // Gives a write the time to come between two queries of a read.
        let slow = Statement(
            "test.slow",
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) SELECT count(*) FROM n")
        try await withTestDatabase(backend, Sample.migrations) { database in
            try await database.write { writing in
                try writing.run(Sample.insert, [.integer(1), .text("a"), .real(1000), .null, .null])
                try writing.run(Sample.insert, [.integer(2), .text("b"), .real(0), .null, .null])
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for _ in 0..<100 {
                        try await database.write { writing in
                            try writing.run(give, 1, -1)
                            try writing.run(give, 2, 1)
                        }
                    }
                }
                for _ in 0..<3 {
                    group.addTask {
                        for _ in 0..<50 {
                            let total = try await database.read { reading -> Double in
                                let first = try reading.first(sizes, 1) { $0.real(0) } ?? 0
                                _ = try reading.first(slow) { $0.int(0) }
                                return try first + (reading.first(sizes, 2) { $0.real(0) } ?? 0)
                            }
                            #expect(total == 1000)
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test("what a body throws comes out, and its writes do not stay", arguments: Backend.available)
    func bodyThrows(_ backend: Backend) async throws {
        struct Refused: Error {}
        try await withTestDatabase(backend, Sample.migrations) { database in
            await #expect(throws: Refused.self) {
                try await database.write { writing in
                    try writing.run(Sample.insertNamed, 1, "one")
                    throw Refused()
                }
            }
            await #expect(throws: Refused.self) {
                try await database.writeAlone { writing in
                    try writing.run(Sample.insertNamed, 1, "one")
                    throw Refused()
                }
            }
            await #expect(throws: Refused.self) {
                try await database.read { try $0.forEach(Sample.count, []) { _ in throw Refused() } }
            }
            let count = try await database.read { try $0.first(Sample.count) { $0.int(0) } }
            #expect(count == 0)
        }
    }

    @Test("a read cannot write", arguments: Backend.available)
    func readOnly(_ backend: Backend) async throws {
        try await withTestDatabase(backend, Sample.migrations) { database in
            await #expect(throws: SQLError.self) {
                try await database.read { try $0.forEach(Sample.insertNamed, [.integer(1), .text("one")]) { _ in } }
            }
            let count = try await database.read { try $0.first(Sample.count) { $0.int(0) } }
            #expect(count == 0)
        }
    }

    @Test("what was accepted before closing is done, and what comes after is refused", arguments: Backend.available)
    func closing(_ backend: Backend) async throws {
        let database = try await TestDatabase.make(backend, Sample.migrations)
        try await database.write { _ = try $0.run(Sample.insertNamed, 1, "one") }
        try await database.close()
        await #expect(throws: SQLError.closed) { try await database.read { try $0.first(Sample.count) { $0.int(0) } } }
        await #expect(throws: SQLError.closed) { try await database.write { _ in } }
        await #expect(throws: SQLError.closed) { try await database.writeAlone { _ in } }
        try await database.close()
    }

    @Test("an enum that the database does not know is reported as corrupt", arguments: Backend.available)
    func unknownCase(_ backend: Backend) async throws {
        let word = Statement("test.word", "SELECT 'de'")
        try await withTestDatabase(backend, []) { database in
            await #expect(throws: SQLError.corrupt("Language has no case de")) {
                try await database.read { try $0.first(word) { try $0.value(0) as Language } }
            }
        }
    }

    @Test("each test's database is its own copy of the template", arguments: Backend.available)
    func templates(_ backend: Backend) async throws {
        try await withTestDatabase(backend, Sample.migrations) { one in
            try await withTestDatabase(backend, Sample.migrations) { other in
                try await one.write { _ = try $0.run(Sample.insertNamed, 1, "one") }
                #expect(try await one.read { try $0.first(Sample.count) { $0.int(0) } } == 1)
                #expect(try await other.read { try $0.first(Sample.count) { $0.int(0) } } == 0)
            }
        }
    }
}
