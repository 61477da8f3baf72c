import SQL
import TestSupport
import Testing

/// What every engine does with signals.
@Suite("Signals")
struct SignalTests {
    /// The next signal, whatever gaps come before it.
    private func next(_ events: inout AsyncStream<SignalEvent>.Iterator) async -> Signal? {
        while let event = await events.next(isolation: #isolation) {
            if case .signal(let signal) = event { return signal }
        }
        return nil
    }

    /// Returns once signals arrive: on PostgreSQL, listening begins a little later than asked.
    private func untilHeard(_ database: any SQLDatabase, _ events: inout AsyncStream<SignalEvent>.Iterator) async throws {
        guard database.dialect == .postgres else { return }
        let event1 = await events.next(isolation: #isolation)
        #expect(event1 == .gap)
    }

    @Test("are heard by everybody, in order, once their transaction is committed and not otherwise", arguments: Backend.available)
    func committed(_ backend: Backend) async throws {
        struct Refused: Error {}
        try await withTestDatabase(backend, Sample.migrations) { database in
            var one = database.signals().makeAsyncIterator()
            try await untilHeard(database, &one)
            var other = database.signals().makeAsyncIterator()
            await #expect(throws: Refused.self) {
                try await database.write { writing in
                    try writing.signal(Signal("sample.lost", "x"))
                    throw Refused()
                }
            }
            await #expect(throws: SQLError.self) {
                try await database.write { writing in
                    try writing.signal(Signal("sample.lost", "y"))
                    _ = try? writing.run(Sample.insert, 1, "a", -1, [UInt8]?.none, String?.none)
                }
            }
            try await database.write { writing in
                try writing.run(Sample.insertNamed, 1, "one")
                try writing.signal(Signal("sample.made", "one"))
                try writing.signal(Signal("sample.made", "un été"))
            }
            try await database.writeAlone { try $0.signal(Signal("sample.ended")) }
            for expected in [Signal("sample.made", "one"), Signal("sample.made", "un été"), Signal("sample.ended", "")] {
                let event4 = await next(&one)
                #expect(event4 == expected)
                let event5 = await next(&other)
                #expect(event5 == expected)
            }
        }
    }

    @Test("that cannot travel are refused", arguments: Backend.available)
    func refused(_ backend: Backend) async throws {
        try await withTestDatabase(backend, []) { database in
            for signal in [Signal("a b"), Signal(""), Signal("a", String(repeating: "x", count: 1000)), Signal("a", "\0")] {
                await #expect(throws: SQLError.self) { try await database.write { try $0.signal(signal) } }
            }
        }
    }

    @Test("end when the database is closed", arguments: Backend.available)
    func closing(_ backend: Backend) async throws {
        try await withTestDatabase(backend, []) { database in
            var events = database.signals().makeAsyncIterator()
            try await untilHeard(database, &events)
            try await database.close()
            let event2 = await events.next(isolation: #isolation)
            #expect(event2 == nil)
            var late = database.signals().makeAsyncIterator()
            let event3 = await late.next(isolation: #isolation)
            #expect(event3 == nil)
        }
    }

    @Test("a listener that is late is told that it missed some")
    func late() async throws {
        let hub = SignalHub(capacity: 3)
        var events = hub.events().makeAsyncIterator()
        hub.publish((1...5).map { .signal(Signal("sample.made", "\($0)")) })
        hub.close()
        var heard: [SignalEvent] = []
        while let event = await events.next(isolation: #isolation) { heard.append(event) }
        #expect(heard == [.signal(Signal("sample.made", "4")), .signal(Signal("sample.made", "5")), .gap])
    }

    @Test("a listener that leaves is forgotten")
    func leaving() async throws {
        let hub = SignalHub()
        let listening = Task { for await _ in hub.events() {} }
        while hub.listenerCount == 0 { await Task.yield() }
        listening.cancel()
        await listening.value
        while hub.listenerCount > 0 { await Task.yield() }
        #expect(hub.listenerCount == 0)
    }

    @Test("a payload is read back", arguments: [Signal("a.b", "c d"), Signal("a.b", ""), Signal("a", "é\n")])
    func payload(_ signal: Signal) {
        #expect(Signal(payload: signal.payload) == signal)
        #expect(Signal(payload: "") == nil)
        #expect(Signal(payload: " x") == nil)
    }
}
