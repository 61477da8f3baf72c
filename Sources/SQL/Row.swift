package import Essentials

/// One row of a result, read by position while the cursor stands on it. Not to be kept.
///
/// The schema carries the types: reading a column as another type than the schema's is a programming error, and drivers
/// convert as their database does. A `NULL` read through a non-optional accessor gives the type's zero value, never a crash.
package protocol Row {
    func isNull(_ column: Int) -> Bool
    func text(_ column: Int) -> String
    func integer(_ column: Int) -> Int64
    func real(_ column: Int) -> Double
    func bytes(_ column: Int) -> [UInt8]
}

extension Row {
    package func textOrNil(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
    package func integerOrNil(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }
    package func realOrNil(_ column: Int) -> Double? { isNull(column) ? nil : real(column) }
    package func int(_ column: Int) -> Int { Int(integer(column)) }
    package func intOrNil(_ column: Int) -> Int? { isNull(column) ? nil : int(column) }
    package func bool(_ column: Int) -> Bool { integer(column) != 0 }
    package func instant(_ column: Int) -> Instant { Instant(milliseconds: integer(column)) }
    package func instantOrNil(_ column: Int) -> Instant? { isNull(column) ? nil : instant(column) }
    package func id<Subject>(_ column: Int) -> Identifier<Subject> { Identifier(trusted: text(column)) }
    package func idOrNil<Subject>(_ column: Int) -> Identifier<Subject>? { isNull(column) ? nil : id(column) }

    /// An enum kept as TEXT with a CHECK.
    /// - throws: ``SQLError/corrupt(_:)`` when the database holds a value that the enum does not know.
    package func value<Value: RawRepresentable<String>>(_ column: Int) throws -> Value {
        let raw = text(column)
        guard let value = Value(rawValue: raw) else {
            throw SQLError.corrupt("\(Value.self) has no case \(raw)")
        }
        return value
    }
}
