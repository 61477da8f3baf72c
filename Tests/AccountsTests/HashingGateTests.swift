import Synchronization
import Testing

@testable import Accounts

@Suite("The gate of password hashing")
struct HashingGateTests {
    @Test("no more run at once than the gate is wide, and all get their turn")
    func width() async throws {
        let gate = HashingGate(width: 2, longestQueue: 100)
        let tally = Tally()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try await gate.withTurn {
                        tally.begin()
                        await Task.yield()
                        tally.end()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(tally.most <= 2)
        #expect(tally.served.count == 50)
        #expect(gate.load == (0, 0))
    }

    @Test("a full queue turns people away at once, a patient one waits")
    func full() async throws {
        let gate = HashingGate(width: 1, longestQueue: 1)
        let door = Door()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await gate.withTurn { await door.wait() } }
            await reaches { gate.load == (1, 0) }
            group.addTask { try await gate.withTurn {} }
            await reaches { gate.load == (1, 1) }
            await #expect(throws: AccountsError.tooBusy) { try await gate.withTurn {} }
            group.addTask { try await gate.withTurn(patiently: true) {} }
            await reaches { gate.load == (1, 2) }
            door.open()
            try await group.waitForAll()
        }
        #expect(gate.load == (0, 0))
    }

    @Test("turns are given in the order of arrival")
    func order() async throws {
        let gate = HashingGate(width: 1, longestQueue: 10)
        let door = Door()
        let tally = Tally()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await gate.withTurn { await door.wait() } }
            await reaches { gate.load == (1, 0) }
            for number in 1...5 {
                group.addTask { try await gate.withTurn { tally.end(number) } }
                await reaches { gate.load == (1, number) }
            }
            door.open()
            try await group.waitForAll()
        }
        #expect(tally.served == [1, 2, 3, 4, 5])
    }

    @Test("who gives up while waiting leaves the queue, and the next is served")
    func cancelled() async throws {
        let gate = HashingGate(width: 1, longestQueue: 10)
        let door = Door()
        let holder = Task { try await gate.withTurn { await door.wait() } }
        await reaches { gate.load == (1, 0) }
        let waiter = Task { try await gate.withTurn {} }
        await reaches { gate.load == (1, 1) }
        waiter.cancel()
        await #expect(throws: CancellationError.self) { try await waiter.value }
        #expect(gate.load == (1, 0))
        door.open()
        try await holder.value
        try await gate.withTurn {}
        #expect(gate.load == (0, 0))
    }

    @Test("a body that throws gives its turn back")
    func throwing() async throws {
        struct Failure: Error {}
        let gate = HashingGate(width: 1, longestQueue: 10)
        await #expect(throws: Failure.self) { try await gate.withTurn { throw Failure() } }
        #expect(gate.load == (0, 0))
    }

    /// Lets other tasks run until `condition` holds.
    private func reaches(_ condition: () -> Bool) async {
        while !condition() { await Task.yield() }
    }
}

/// Holds tasks until it is opened.
private final class Door: Sendable {
    private let isOpen = Mutex(false)

    func open() { isOpen.withLock { $0 = true } }

    func wait() async {
        while !isOpen.withLock({ $0 }) { await Task.yield() }
    }
}

/// What a gate let through.
private final class Tally: Sendable {
    private let state = Mutex((now: 0, most: 0, served: [Int]()))

    var most: Int { state.withLock { $0.most } }
    var served: [Int] { state.withLock { $0.served } }

    func begin() {
        state.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1), $0.served) }
    }

    func end(_ number: Int = 0) {
        state.withLock { $0 = ($0.now - 1, $0.most, $0.served + [number]) }
    }
}
