import Essentials

/// Gathers the problems of one reading of one folder.
///
/// A reference, because every walker of the reading adds to the same log; it never leaves the reading.
final class ProblemLog {
    private var problems: Set<Problem> = []
    private var countByFile: [String: Int] = [:]
    private(set) var hasErrors = false

    /// More than this in one file helps nobody: one last problem says that the list was cut.
    static let mostInOneFile = 200

    /// - Parameter finding: made only if it can still matter, so that a file with very many problems costs no more than others.
    func add(_ finding: @autoclosure () -> Finding, in file: String, at position: @autoclosure () -> SourcePosition) {
        if hasErrors, countByFile[file, default: 0] > Self.mostInOneFile { return }
        let finding = finding()
        let position = position()
        if finding.severity == .error { hasErrors = true }
        let count = countByFile[file, default: 0]
        guard count <= Self.mostInOneFile else { return }
        let kept = count == Self.mostInOneFile ? Finding.tooManyProblems(Self.mostInOneFile) : finding
        let (inserted, _) = problems.insert(
            Problem(
                severity: kept.severity, file: file, line: position.line, column: position.column, code: kept.code,
                message: kept.message, hint: kept.hint))
        if inserted { countByFile[file] = count + 1 }
    }

    /// Everything found so far, in reading order, each once.
    var sorted: [Problem] { problems.sorted() }
}

extension Finding {
    static func tooManyProblems(_ count: Int) -> Finding {
        Finding(
            "too-many-problems",
            Phrase(
                fr: "Ce fichier a plus de \(count) problèmes : les suivants ne sont pas montrés.",
                en: "This file has more than \(count) problems: the following ones are not shown."),
            hint: Phrase(
                fr: "Corrigez ceux-ci, puis relancez la vérification.", en: "Fix these, then check again."))
    }
}
