import Essentials
import SQL
import TestSupport
import Testing

@testable import Accounts

@Suite("Throttling sign-in")
struct SignInThrottleTests {
    @Test(
        "a login waits after its fifth failure, twice as long each time, an hour at most",
        arguments: [
            (1, Int64?.none), (4, nil), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 960), (11, 1920), (12, 3600),
            (13, 3600),
            (100, 3600),
        ])
    func doubling(_ failures: Int, _ wait: Int64?) {
        let rule = SignInThrottle.account
        var count: SignInThrottle.Count?
        var now = monday
        for _ in 0..<failures {
            now = rule.blockedUntil(count, at: now) ?? now
            count = rule.afterFailure(count, at: now)
        }
        #expect(rule.blockedUntil(count, at: now)?.seconds(since: now) == wait)
    }

    @Test("failures are forgotten a quarter of an hour after the first, or after the last wait")
    func forgetting() {
        let rule = SignInThrottle.account
        var count = rule.afterFailure(nil, at: monday)
        for _ in 0..<3 { count = rule.afterFailure(count, at: monday) }
        #expect(count.failures == 4)
        #expect(rule.afterFailure(count, at: monday.adding(seconds: 899)).failures == 5)
        #expect(rule.afterFailure(count, at: monday.adding(seconds: 900)).failures == 1)
        let fifth = rule.afterFailure(count, at: monday.adding(seconds: 899))
        #expect(rule.afterFailure(fifth, at: monday.adding(seconds: 899 + 30 + 899)).failures == 6)
        #expect(rule.afterFailure(fifth, at: monday.adding(seconds: 899 + 30 + 900)).failures == 1)
    }

    @Test("an address waits until its quarter of an hour ends, after thirty failures")
    func address() {
        let rule = SignInThrottle.address
        var count: SignInThrottle.Count?
        for second in 0..<29 { count = rule.afterFailure(count, at: monday.adding(seconds: Int64(second))) }
        #expect(rule.blockedUntil(count, at: monday.adding(seconds: 29)) == nil)
        count = rule.afterFailure(count, at: monday.adding(seconds: 29))
        #expect(rule.blockedUntil(count, at: monday.adding(seconds: 29)) == monday.adding(seconds: 900))
        #expect(rule.blockedUntil(count, at: monday.adding(seconds: 900)) == nil)
    }

    @Test("a try taken back lifts the wait that it brought")
    func withdrawal() {
        let rule = SignInThrottle.account
        var count: SignInThrottle.Count?
        for _ in 0..<5 { count = rule.afterFailure(count, at: monday) }
        let fewer = count.map { rule.afterWithdrawal($0, at: monday) }
        #expect(fewer?.failures == 4)
        #expect(rule.blockedUntil(fewer, at: monday) == nil)
    }

    @Test(
        "an address counts as its network",
        arguments: [
            ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2"),
            ("2001:DB8:1:2::1", "2001:db8:1:2"), ("2001:0db8:0001:0002:ffff::", "2001:db8:1:2"), ("2001:db8::1", "2001:db8:0:0"),
            ("::1", "0:0:0:0"), ("fe80::1%eth0", "fe80:0:0:0"), ("", ""), ("unix", "unix"),
        ])
    func network(_ address: String, _ network: String) {
        #expect(SignInAttempt.network(of: address) == network)
    }

    @Test("a login is one key in any case, and the key shows nothing of it")
    func keys() {
        let one = SignInAttempt(login: "Zoé ", address: "192.0.2.7")
        #expect(one == SignInAttempt(login: "zoe", address: "192.0.2.7"))
        #expect(one != SignInAttempt(login: "zoo", address: "192.0.2.7"))
        #expect(!one.accountKey.contains("zoe"))
        #expect(!one.addressKey.contains("192"))
    }

    @Test(
        "a wait is said in words",
        arguments: [
            (Int64(0), "1 seconde", "1 second"), (1, "1 seconde", "1 second"), (30, "30 secondes", "30 seconds"),
            (60, "1 minute", "1 minute"),
            (61, "2 minutes", "2 minutes"), (3540, "59 minutes", "59 minutes"), (3541, "1 heure", "1 hour"),
            (3600, "1 heure", "1 hour"),
        ])
    func words(_ seconds: Int64, _ french: String, _ english: String) {
        #expect(Phrase.wait(seconds) == Phrase(fr: french, en: english))
        let error = AccountsError.signInBlocked(until: monday, waitSeconds: seconds)
        #expect(error.phrase.fr == "Trop d’essais. Réessayez dans \(french).")
    }
}

@Suite("Throttling, as it is kept")
struct ThrottleStoreTests {
    private let store = ThrottleStore()

    @Test("five tries pass, the sixth waits, whether or not the login exists", arguments: Backend.available)
    func sixth(_ backend: Backend) async throws {
        let store = store
        try await withAccounts(backend) { database in
            let attempt = SignInAttempt(login: "personne", address: "192.0.2.7")
            for _ in 0..<5 { try await database.write { try store.begin(attempt, at: monday, in: $0) } }
            await #expect(
                throws: AccountsError.signInBlocked(until: monday.adding(seconds: 30), waitSeconds: 20)
            ) {
                try await database.write { try store.begin(attempt, at: monday.adding(seconds: 10), in: $0) }
            }
            let later = monday.adding(seconds: 30)
            try await database.write { try store.begin(attempt, at: later, in: $0) }
            await #expect(throws: AccountsError.signInBlocked(until: later.adding(seconds: 60), waitSeconds: 60)) {
                try await database.write { try store.begin(attempt, at: later, in: $0) }
            }
        }
    }

    @Test("tries that begin together cannot slip past the limit", arguments: Backend.available)
    func together(_ backend: Backend) async throws {
        let store = store
        try await withAccounts(backend) { database in
            let attempt = SignInAttempt(login: "awa", address: "192.0.2.7")
            let passed = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        (try? await database.write { try store.begin(attempt, at: monday, in: $0) }) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(passed == 5)
        }
    }

    @Test("a right password clears the login's count and leaves the address's", arguments: Backend.available)
    func success(_ backend: Backend) async throws {
        let store = ThrottleStore(
            address: SignInThrottle(freeFailures: 2, windowSeconds: 900, firstWaitSeconds: nil, longestWaitSeconds: 900))
        try await withAccounts(backend) { database in
            let attempt = SignInAttempt(login: "awa", address: "192.0.2.7")
            try await database.write { tx in
                for _ in 0..<4 { try store.begin(attempt, at: monday, in: tx) }
                try store.failed(attempt, at: monday, in: tx)
                try store.succeeded(attempt, in: tx)
                for _ in 0..<5 { try store.begin(attempt, at: monday, in: tx) }
                try store.succeeded(attempt, in: tx)
                try store.failed(attempt, at: monday, in: tx)
            }
            let other = SignInAttempt(login: "binta", address: "192.0.2.7")
            await #expect(throws: AccountsError.signInBlocked(until: monday.adding(seconds: 900), waitSeconds: 900)) {
                try await database.write { try store.begin(other, at: monday, in: $0) }
            }
            let elsewhere = SignInAttempt(login: "awa", address: "192.0.2.8")
            try await database.write { try store.begin(elsewhere, at: monday, in: $0) }
        }
    }

    @Test("a whole classroom may sign in from one address", arguments: Backend.available)
    func classroom(_ backend: Backend) async throws {
        let store = store
        try await withAccounts(backend) { database in
            try await database.write { tx in
                for number in 0..<60 {
                    try store.begin(SignInAttempt(login: "eleve\(number)", address: "192.0.2.7"), at: monday, in: tx)
                }
            }
        }
    }

    @Test("a try taken back does not count, and a reset clears the login", arguments: Backend.available)
    func withdrawn(_ backend: Backend) async throws {
        let store = store
        try await withAccounts(backend) { database in
            let attempt = SignInAttempt(login: "Awa", address: "192.0.2.7")
            try await database.write { tx in
                for _ in 0..<20 {
                    try store.begin(attempt, at: monday, in: tx)
                    try store.withdraw(attempt, at: monday, in: tx)
                }
                for _ in 0..<5 { try store.begin(attempt, at: monday, in: tx) }
                try store.clear(login: try Login("awa"), in: tx)
                try store.begin(attempt, at: monday, in: tx)
            }
        }
    }

    @Test("counts that say nothing any more are deleted, and no others", arguments: Backend.available)
    func cleaning(_ backend: Backend) async throws {
        let store = store
        try await withAccounts(backend) { database in
            try await database.write { tx in
                for _ in 0..<5 { try store.begin(SignInAttempt(login: "awa", address: "a"), at: monday, in: tx) }
                try store.begin(SignInAttempt(login: "binta", address: "a"), at: monday, in: tx)
                #expect(try store.deleteForgotten(at: monday.adding(seconds: 899), in: tx) == 0)
                #expect(try store.deleteForgotten(at: monday.adding(seconds: 900), in: tx) == 1)
                #expect(try store.deleteForgotten(at: monday.adding(seconds: 930), in: tx) == 1)
            }
        }
    }
}
