import Foundation

/// How far long work is, on one line of standard error that is written over: only where somebody watches, and only once it takes time.
struct ProgressLine: Sendable {
    private let isWatched = isatty(STDERR_FILENO) == 1
    private let begin = ContinuousClock.now
    /// What is done sooner shows nothing.
    private static let patience = Duration.milliseconds(400)

    func show(_ done: Int, of total: Int) {
        guard isWatched, total > 0, ContinuousClock.now - begin > Self.patience else { return }
        let width = 24
        let filled = String(repeating: "█", count: min(width, done * width / total))
        write("\r\(filled.padding(toLength: width, withPad: "░", startingAt: 0)) \(done)/\(total)")
    }

    /// Leaves the line empty.
    func end() {
        if isWatched, ContinuousClock.now - begin > Self.patience { write("\r\u{1B}[2K") }
    }

    /// Does work that says how far it is, with the line taken away at its end.
    static func during<Result>(
        _ work: (_ progress: @escaping @Sendable (Int, Int) -> Void) throws -> Result
    ) rethrows -> Result {
        let line = ProgressLine()
        defer { line.end() }
        return try work { line.show($0, of: $1) }
    }

    private func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
