import Foundation

/// How far long work is, on one line of standard error that is written over: only where somebody watches.
struct ProgressLine: Sendable {
    private let isWatched = isatty(STDERR_FILENO) == 1

    func show(_ done: Int, of total: Int) {
        guard isWatched, total > 0 else { return }
        let width = 24
        let filled = String(repeating: "█", count: min(width, done * width / total))
        write("\r\(filled.padding(toLength: width, withPad: "░", startingAt: 0)) \(done)/\(total)")
    }

    /// Leaves the line empty.
    func end() {
        if isWatched { write("\r\u{1B}[2K") }
    }

    private func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
