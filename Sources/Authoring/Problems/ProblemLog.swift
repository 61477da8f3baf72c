import Essentials
import Synchronization

/// Gathers the problems of one reading of one folder.
///
/// A reference, because every walker of the reading adds to the same log, from several threads at once; it never leaves the reading.
final class ProblemLog: Sendable {
    private struct State {
        var problems: Set<Problem> = []
        var countByFile: [String: Int] = [:]
        var hasErrors = false

        func isFull(_ file: String) -> Bool { countByFile[file, default: 0] > ProblemLog.mostInOneFile }
    }

    private let state = Mutex(State())

    var hasErrors: Bool { state.withLock { $0.hasErrors } }

    /// More than this in one file helps nobody: one last problem says that the list was cut.
    static let mostInOneFile = 200

    /// - Parameter finding: made only if it can still matter, so that a file with very many problems costs no more than others.
    func add(_ finding: @autoclosure () -> Finding, in file: String, at position: @autoclosure () -> SourcePosition) {
        if state.withLock({ $0.hasErrors && $0.isFull(file) }) { return }
        let finding = finding()
        let position = position()
        state.withLock { state in
            if finding.severity == .error { state.hasErrors = true }
            if state.isFull(file) { return }
            let count = state.countByFile[file, default: 0]
            let kept = count == Self.mostInOneFile ? Finding.tooManyProblems(Self.mostInOneFile) : finding
            let (inserted, _) = state.problems.insert(
                Problem(
                    severity: kept.severity, file: file, line: position.line, column: position.column, code: kept.code,
                    message: kept.message, hint: kept.hint))
            if inserted { state.countByFile[file] = count + 1 }
        }
    }

    /// The files in which something was found so far.
    var files: Set<String> { state.withLock { Set($0.countByFile.keys) } }

    /// Everything found so far, in reading order, each once.
    var sorted: [Problem] { state.withLock { $0.problems }.sorted() }
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
