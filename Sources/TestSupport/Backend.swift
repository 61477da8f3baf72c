/// A database engine that store suites run on.
///
/// ```swift
/// @Test("a name is kept as it was given", arguments: Backend.available)
/// func name(_ backend: Backend) async throws {
///     try await withTestDatabase(backend, AccountMigrations.all) { database in … }
/// }
/// ```
package enum Backend: String, Sendable, CaseIterable, CustomStringConvertible {
    case sqlite

    /// The engines that this machine can run.
    package static var available: [Backend] { [.sqlite] }

    package var description: String { rawValue }
}
