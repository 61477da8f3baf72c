package import Essentials

/// Something wrong in a course folder, told to the author: where, what, and what to do.
package struct Problem: Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable, Codable {
        /// The course is refused.
        case error
        /// Worth a look; the course is accepted.
        case warning
    }

    package var severity: Severity
    /// Path in the course folder, with `/` between its parts.
    package var file: String
    /// Line in that file, from 1.
    package var line: Int
    /// Column in that line, from 1, counted in Unicode scalars.
    package var column: Int
    /// A stable name of this kind of problem, in kebab-case.
    package var code: String
    package var message: Phrase
    /// What to do about it.
    package var hint: Phrase

    package init(
        severity: Severity, file: String, line: Int, column: Int, code: String, message: Phrase, hint: Phrase
    ) {
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.code = code
        self.message = message
        self.hint = hint
    }
}

extension Problem: Comparable {
    /// Problems in the order in which one reads the folder: file, line, column, then code.
    package static func < (left: Self, right: Self) -> Bool {
        if left.file != right.file { return left.file < right.file }
        if left.line != right.line { return left.line < right.line }
        if left.column != right.column { return left.column < right.column }
        if left.code != right.code { return left.code < right.code }
        return left.message.en < right.message.en
    }
}
