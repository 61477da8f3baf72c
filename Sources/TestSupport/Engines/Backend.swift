import Foundation

/// The database engine that tests run on: SQLite, or PostgreSQL when `REBOND_TEST_DATABASE=postgresql`. `make test` runs the suites that
/// keep something once on each.
///
/// ```swift
/// @Test("a name is kept as it was given", arguments: Backend.available)
/// func name(_ backend: Backend) async throws {
///     try await withTestDatabase(backend, AccountMigrations.all) { database in … }
/// }
/// ```
package enum Backend: String, Sendable, CaseIterable, CustomStringConvertible {
    case sqlite
    case postgresql

    /// The engine of this run.
    package static let chosen: Backend = {
        guard let name = ProcessInfo.processInfo.environment["REBOND_TEST_DATABASE"], !name.isEmpty else { return .sqlite }
        guard let backend = Backend(rawValue: name) else { preconditionFailure("REBOND_TEST_DATABASE is sqlite or postgresql") }
        return backend
    }()

    /// The engines of this run: one.
    package static var available: [Backend] { [chosen] }

    package var description: String { rawValue }
}
