import Essentials
import Foundation

/// Where a command speaks: results on standard output, everything else on standard error.
struct Console: Sendable {
    let language: Language

    /// A line of the result.
    func print(_ line: String) {
        Self.write(line + "\n", to: .standardOutput)
    }

    func print(_ phrase: Phrase) {
        print(phrase.in(language))
    }

    /// A line for whoever is watching; never part of the result.
    func note(_ phrase: Phrase) {
        Self.write(phrase.in(language) + "\n", to: .standardError)
    }

    /// A value as JSON: keys in order, one value a line, ending with a newline.
    func print(json value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// A reader that has closed its end (`| head`) is not an error.
    private static func write(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
