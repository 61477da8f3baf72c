import CLibPQ
import SQL

extension PostgresConnection {
    /// The oldest server that is accepted: what Debian 11 has.
    static let oldestServer = 130_000

    /// - throws: ``PostgresOpeningError``.
    static func connect(_ settings: PostgresSettings, _ address: PostgresAddress) throws(PostgresOpeningError) -> OpaquePointer {
        // What stands before `dbname` gives way to the address; what stands after it does not.
        let parameters = [
            ("connect_timeout", String(settings.connectTimeout)), ("keepalives_idle", "20"), ("keepalives_interval", "5"),
            ("keepalives_count", "3"), ("tcp_user_timeout", "20000"), ("dbname", settings.address),
            ("fallback_application_name", settings.applicationName), ("client_encoding", "UTF8"),
        ]
        let opened = withCStrings(parameters.map(\.0)) { keywords in
            withCStrings(parameters.map(\.1)) { values in PQconnectdbParams(keywords, values, 1) }
        }
        guard let handle = opened else { throw PostgresOpeningError(.cannotConnect, address, "out of memory") }
        if PQstatus(handle) != CONNECTION_OK {
            // `FATAL:  …`: the server refused, in whatever language it speaks. Asked again, it gives its code too.
            let isServersWord = message(handle).contains(":  ")
            PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
            if isServersWord { PQreset(handle) }
        }
        guard PQstatus(handle) == CONNECTION_OK else {
            let words = message(handle)
            PQfinish(handle)
            throw PostgresOpeningError(.init(sqlState: sqlState(in: words)), address, words)
        }
        PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        return handle
    }

    /// Says what a session of Rebond's is like, and looks at who answers.
    func checkServer(_ settings: PostgresSettings, _ address: PostgresAddress) throws(PostgresOpeningError) {
        let result = PQexec(handle, settings.sessionScript)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_TUPLES_OK, PQntuples(result) == 1 else {
            throw PostgresOpeningError(.cannotConnect, address, Self.message(handle))
        }
        func value(_ column: Int32) -> String { String(cString: PQgetvalue(result, 0, column)) }
        let version = Int(value(0)) ?? 0
        guard version >= Self.oldestServer else {
            throw PostgresOpeningError(.tooOld, address, "the server is PostgreSQL \(version / 10_000)")
        }
        guard value(1) == "UTF8" else { throw PostgresOpeningError(.notUnicode, address, "the encoding is \(value(1))") }
        guard value(2) == "f" else { throw PostgresOpeningError(.readOnly, address, "the server is a standby") }
    }

    /// The code in a verbose message: `FATAL:  28P01: password authentication failed …`.
    static func sqlState(in message: String) -> String? {
        message.matches(of: #/:  ([0-9A-Z]{5}): /#).last.map { String($0.output.1) }
    }

    private static func message(_ handle: OpaquePointer) -> String {
        PQerrorMessage(handle).map { String(cString: $0).trimmed } ?? ""
    }
}

/// Gives `body` the texts as C strings, with a null pointer after them.
private func withCStrings<Value>(_ texts: [String], _ body: ([UnsafePointer<CChar>?]) -> Value) -> Value {
    func next(_ rest: ArraySlice<String>, _ pointers: [UnsafePointer<CChar>?]) -> Value {
        guard let text = rest.first else { return body(pointers + [nil]) }
        return text.withCString { next(rest.dropFirst(), pointers + [$0]) }
    }
    return next(texts[...], [])
}
