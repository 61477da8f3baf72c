import Accounts
import Essentials
import SQL
import TestSupport

/// 1 September 2026, 08:00 UTC.
let monday = Instant(milliseconds: 1_788_249_600_000)

/// Runs `body` on a database of its own that holds the schema of accounts.
func withAccounts(_ backend: Backend, _ body: (any SQLDatabase) async throws -> Void) async throws {
    try await withTestDatabase(backend, AccountsMigrations.all, body)
}

/// Identifiers that are the same in every run: `id(3)`.
func id<Subject>(_ number: Int) -> Identifier<Subject> {
    let digits = String(number)
    return Identifier(trusted: "00000000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits)
}

/// A person about to be added, with next to no work for their password.
func newPerson(
    _ number: Int, _ login: String, _ given: String = "Awa", _ family: String = "Diallo", email: String? = nil,
    hash: PasswordHash? = nil
) throws -> NewPerson {
    NewPerson(
        id: id(number), login: try Login(login), name: try PersonName(given: given, family: family),
        email: try email.map { text throws(AccountsError) in try EmailAddress(text) }, passwordHash: hash,
        mustChangePassword: false)
}

/// A cohort whose key is also its title.
func cohort(_ number: Int, _ key: String) -> Cohort {
    Cohort(id: id(number), key: key, title: key, createdAt: monday)
}

/// A hasher that does next to no work, with a gate of its own.
func cheapHasher(width: Int = 2, longestQueue: Int = 1000) -> PasswordHasher {
    PasswordHasher(parameters: .cheap, gate: HashingGate(width: width, longestQueue: longestQueue))
}
