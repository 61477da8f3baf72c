package import Essentials

extension Identifier: SQLBindable {
    package var sqlValue: SQLValue { .text(text) }
}
extension Instant: SQLBindable {
    package var sqlValue: SQLValue { .integer(milliseconds) }
}
extension Language: SQLBindable {
    package var sqlValue: SQLValue { .text(rawValue) }
}
