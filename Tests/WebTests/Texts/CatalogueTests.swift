import Foundation
import TestSupport
import Testing

@Suite("The catalogue of texts")
struct CatalogueTests {
    private static let pairs = Result { try PhraseScan.pairs(in: "Sources") }

    @Test("is found")
    func found() throws {
        let pairs = try Self.pairs.get()
        #expect(pairs.count > 250)
        #expect(pairs.contains { $0.fr.first?.text == "Se connecter" && $0.en.first?.text == "Sign in" })
        #expect(pairs.contains { $0.fr.map(\.text).map { $0.dropFirst() } == [" stagiaire", " stagiaires"] })
    }

    @Test("says everything in both languages")
    func complete() throws {
        for pair in try Self.pairs.get() {
            let (fr, en) = (Self.said(pair.fr), Self.said(pair.en))
            #expect(fr.isEmpty == en.isEmpty, "\(pair)")
            #expect(pair.fr.count == pair.en.count, "\(pair)")
        }
    }

    @Test("inserts the same values in both languages")
    func insertions() throws {
        for pair in try Self.pairs.get() {
            #expect(Self.inserted(pair.fr, "fr") == Self.inserted(pair.en, "en"), "\(pair)")
            #expect(Self.placeholders(pair.fr) == Self.placeholders(pair.en), "\(pair)")
        }
    }

    @Test("speaks plainly: no word of the machine room, no double space, no space at the ends")
    func plain() throws {
        let words = ["null", "nil", "SQL", "JSON decoder", "exception", "NaN", "undefined", "TODO", "FIXME", "tu peux", "lorem"]
        for pair in try Self.pairs.get() {
            for literal in pair.fr + pair.en {
                // A terminal may set an address apart by two spaces.
                #expect(!literal.text.contains("  ") || pair.place.hasPrefix("rebond/"), "\(pair)")
                // Who runs the server chooses between two engines, and knows their names.
                let text =
                    pair.place.hasPrefix("rebond/")
                    ? literal.text.replacing("PostgreSQL", with: "").replacing("SQLite", with: "") : literal.text
                for word in words { #expect(!text.contains(word), "\(pair)") }
            }
        }
    }

    @Test("French is written with the typographic apostrophe")
    func apostrophes() throws {
        guard let elided = try? Regex("[\\p{L}\u{FFFC}]'[\\p{L}\u{FFFC}]") else { return #expect(Bool(false)) }
        for pair in try Self.pairs.get() where !pair.place.hasPrefix("TestSupport/") {
            for literal in pair.fr { #expect(!literal.text.contains(elided), "\(pair)") }
        }
    }

    private static func said(_ literals: [PhraseScan.Literal]) -> String {
        literals.map(\.text).joined().trimmingCharacters(in: .whitespaces)
    }

    /// What is inserted, whatever the language's own variant of it: `left.fr` and `left.en` are the same.
    private static func inserted(_ literals: [PhraseScan.Literal], _ language: String) -> Set<String> {
        let quoted = try? Regex("\"[^\"]*\"")
        return Set(
            literals.flatMap(\.insertions).map { insertion in
                let plain =
                    insertion == language ? "" : insertion.hasSuffix("." + language) ? String(insertion.dropLast(3)) : insertion
                return quoted.map { plain.replacing($0, with: "\"\"") } ?? plain
            })
    }

    /// `{n}`: what a script fills in.
    private static func placeholders(_ literals: [PhraseScan.Literal]) -> Set<String> {
        guard let pattern = try? Regex("\\{[a-z]+\\}") else { return [] }
        return Set(literals.flatMap { $0.text.matches(of: pattern).map { String($0.output[0].substring ?? "") } })
    }
}
