package import Essentials

/// One thing wrong in a file of people, and where.
package struct PeopleProblem: Error, Sendable, Hashable {
    /// The line of the file, from 1, on which the row begins.
    package let line: Int
    /// The column as the file names it; `nil` when the row or the file as a whole is meant.
    package let column: String?
    package let message: Phrase

    package init(line: Int, column: String? = nil, message: Phrase) {
        self.line = line
        self.column = column
        self.message = message
    }
}
