import CLibPQ

/// Where a database is, without the password: for messages and logs.
package struct PostgresAddress: Sendable, Hashable, CustomStringConvertible {
    package let host: String
    package let port: String
    package let database: String
    package let user: String

    /// Reads a `postgresql://` address.
    /// - throws: ``PostgresOpeningError`` with the reason ``PostgresOpeningError/Reason/invalidAddress``, and libpq's own words.
    package init(_ text: String) throws(PostgresOpeningError) {
        // The address itself is not repeated: a password may stand in it.
        guard text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") else {
            throw PostgresOpeningError(.invalidAddress, nil, "an address begins with postgresql://")
        }
        var complaint: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(text, &complaint) else {
            defer { PQfreemem(complaint) }
            let words = complaint.map { String(cString: $0).trimmed } ?? ""
            throw PostgresOpeningError(.invalidAddress, nil, words.replacing(text, with: "…"))
        }
        defer { PQconninfoFree(options) }
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        user = values["user"] ?? ""
        host = values["host"] ?? values["hostaddr"] ?? ""
        port = values["port"] ?? ""
        database = values["dbname"] ?? user
        for number in port.split(separator: ",") where UInt16(number) == nil {
            throw PostgresOpeningError(.invalidAddress, self, "a port is a number below 65536")
        }
    }

    package var description: String {
        let account = user.isEmpty ? "" : "\(user)@"
        let place = host.hasPrefix("/") ? "" : host + (port.isEmpty ? "" : ":\(port)")
        let socket = host.hasPrefix("/") ? "?host=\(host)" + (port.isEmpty ? "" : "&port=\(port)") : ""
        return "postgresql://\(account)\(place)/\(database)\(socket)"
    }
}

extension String {
    /// Without the line ends that libpq puts after its messages.
    var trimmed: String {
        var text = Substring(self)
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
