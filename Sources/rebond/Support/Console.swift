import Essentials
import Foundation
import Synchronization

/// Where a command speaks: results on standard output, everything else on standard error.
struct Console: Sendable {
    let language: Language
    private let output = Output()

    init(language: Language) {
        self.language = language
    }

    /// Whether all of the result was written: a full disk must not pass for success.
    var isWritten: Bool { !output.hasFailed.withLock { $0 } }

    /// A line of the result.
    func print(_ line: String) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
        } catch {
            output.hasFailed.withLock { $0 = true }
        }
    }

    func print(_ phrase: Phrase) {
        print(phrase.in(language))
    }

    /// A line for whoever is watching; never part of the result.
    func note(_ phrase: Phrase) {
        // Nobody is told when nobody can be.
        try? FileHandle.standardError.write(contentsOf: Data((phrase.in(language) + "\n").utf8))
    }

    /// A value as JSON: keys in order, one value a line, ending with a newline.
    func print(json value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// What became of standard output.
    private final class Output: Sendable {
        let hasFailed = Mutex(false)
    }
}
