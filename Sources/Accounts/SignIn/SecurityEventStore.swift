package import Essentials
package import SQL

/// What happened to accounts: written once, never changed.
package struct SecurityEventStore: Sendable {
    package init() {}

    package func add(_ event: SecurityEvent, in tx: any WriteTransaction) throws {
        try tx.run(
            AccountsStatements.addSecurityEvent, event.id, event.person, event.kind.rawValue, event.at, event.detail)
    }

    /// One page of what happened to a person's account, newest first; the next page is `before` the last one's id.
    package func events(
        of person: Identifier<Person>, before last: Identifier<SecurityEvent>? = nil, limit: Int,
        in tx: any ReadTransaction
    ) throws -> [SecurityEvent] {
        try tx.rows(AccountsStatements.securityEvents, person, last?.text ?? "g", limit) { row in
            SecurityEvent(
                id: row.id(0), person: row.idOrNil(1), kind: try row.value(2), at: row.instant(3), detail: row.text(4))
        }
    }
}
