package import Essentials
package import SQL

/// The counts of failed sign-ins.
///
/// A try is counted against the login *before* the password is looked at, and the count is cleared when the password was
/// right: tries that arrive together cannot slip past the limit while none has failed yet. An address is only counted
/// when a try failed: a classroom behind one address may sign in all at once.
package struct ThrottleStore: Sendable {
    package let account: SignInThrottle
    package let address: SignInThrottle

    package init(account: SignInThrottle = .account, address: SignInThrottle = .address) {
        self.account = account
        self.address = address
    }

    /// Begins a try: counts it against the login.
    /// - throws: ``AccountsError/signInBlocked(until:waitSeconds:)`` when the login or the address must wait; nothing is counted.
    package func begin(_ attempt: SignInAttempt, at now: Instant, in tx: any WriteTransaction) throws {
        let byLogin = try count(attempt.accountKey, in: tx)
        let byAddress = try count(attempt.addressKey, in: tx)
        let waits = [account.blockedUntil(byLogin, at: now), address.blockedUntil(byAddress, at: now)].compactMap(\.self)
        if let until = waits.max() {
            let wait = (until.milliseconds - now.milliseconds + 999) / 1000
            throw AccountsError.signInBlocked(until: until, waitSeconds: wait)
        }
        try set(account.afterFailure(byLogin, at: now), for: attempt.accountKey, in: tx)
    }

    /// The password was right: the login's count is cleared, the address's stays.
    package func succeeded(_ attempt: SignInAttempt, in tx: any WriteTransaction) throws {
        try tx.run(AccountsStatements.clearThrottle, attempt.accountKey)
    }

    /// The password was wrong: the address is counted too.
    package func failed(_ attempt: SignInAttempt, at now: Instant, in tx: any WriteTransaction) throws {
        let byAddress = try count(attempt.addressKey, in: tx)
        try set(address.afterFailure(byAddress, at: now), for: attempt.addressKey, in: tx)
    }

    /// The password was never looked at (the server was too busy): the try is taken back.
    package func withdraw(_ attempt: SignInAttempt, at now: Instant, in tx: any WriteTransaction) throws {
        guard let byLogin = try count(attempt.accountKey, in: tx) else { return }
        try set(account.afterWithdrawal(byLogin, at: now), for: attempt.accountKey, in: tx)
    }

    /// Forgets the failures of a login: its password was just reset.
    package func clear(login: Login, in tx: any WriteTransaction) throws {
        try tx.run(AccountsStatements.clearThrottle, SignInAttempt.accountKey(login.text))
    }

    /// Deletes the counts that say nothing any more.
    /// - Returns: how many.
    @discardableResult
    package func deleteForgotten(at now: Instant, in tx: any WriteTransaction) throws -> Int {
        let window = max(account.windowSeconds, address.windowSeconds)
        return try tx.run(AccountsStatements.deleteOldThrottles, now.adding(seconds: -window))
    }

    private func count(_ key: String, in tx: any ReadTransaction) throws -> SignInThrottle.Count? {
        try tx.first(AccountsStatements.throttle, key) { row in
            SignInThrottle.Count(
                failures: row.int(0), windowStartedAt: row.instant(1), blockedUntil: row.instantOrNil(2))
        }
    }

    private func set(_ count: SignInThrottle.Count, for key: String, in tx: any WriteTransaction) throws {
        try tx.run(AccountsStatements.setThrottle, key, count.failures, count.windowStartedAt, count.blockedUntil)
    }
}
