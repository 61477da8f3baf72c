package import Essentials
import Foundation

/// Problems as text for people and as JSON for programs.
package enum ProblemReport {
    /// One problem in two lines: `file:line:column: error: message [code]`, then the hint, indented. The words `error` and
    /// `warning` stay as they are in every language, because editors look for them.
    /// - Parameter folder: what to put before the file's path so that an editor can open it; empty for nothing.
    package static func text(_ problem: Problem, folder: String, in language: Language) -> String {
        let place = path(problem.file, folder: folder) + ":\(problem.line):\(problem.column)"
        return """
            \(place): \(problem.severity.rawValue): \(problem.message.in(language)) [\(problem.code)]
                \(problem.hint.in(language))
            """
    }

    /// How many errors and warnings there are, for the end of a check.
    package static func summary(_ problems: [Problem]) -> Phrase {
        let errors = problems.count { $0.severity == .error }
        let warnings = problems.count - errors
        let errorText = Phrase.counted(
            errors, fr: ("\(errors) erreur", "\(errors) erreurs"), en: ("\(errors) error", "\(errors) errors"))
        let warningText = Phrase.counted(
            warnings, fr: ("\(warnings) avertissement", "\(warnings) avertissements"),
            en: ("\(warnings) warning", "\(warnings) warnings"))
        return Phrase(fr: "\(errorText.fr), \(warningText.fr)", en: "\(errorText.en), \(warningText.en)")
    }

    /// A JSON array with one object for each problem: `folder`, `file`, `line`, `column`, `severity`, `code`, `message`, `hint`.
    /// - Parameter checked: each folder as it was named, and its problems.
    /// - throws: `EncodingError`, for a text that JSON cannot hold.
    package static func json(_ checked: [(folder: String, problems: [Problem])], in language: Language) throws -> String {
        let items = checked.flatMap { folder, problems in
            problems.map { problem in
                Item(
                    folder: folder, file: problem.file, line: problem.line, column: problem.column,
                    severity: problem.severity, code: problem.code, message: problem.message.in(language),
                    hint: problem.hint.in(language))
            }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(items), as: UTF8.self)
    }

    private struct Item: Encodable {
        var folder: String
        var file: String
        var line: Int
        var column: Int
        var severity: Problem.Severity
        var code: String
        var message: String
        var hint: String
    }

    static func path(_ file: String, folder: String) -> String {
        if folder.isEmpty || folder == "." { return file }
        return folder.hasSuffix("/") ? folder + file : folder + "/" + file
    }
}
