import CourseContent
import Essentials
import Foundation
import Testing

@testable import Interchange

@Suite("Lists of cards")
struct CardListTests {
    @Test("a table with names of columns: quotes, a semicolon in a cell, a card that is there already, one without a side")
    func table() throws {
        let run = try ImportRun(Sample.url("cards/words.csv"))
        expectLaws(run, .cards, ["note": 5, "tags": 1])
        #expect(run.outcome.report.count(.imported) == 3)
        for words in [
            "front: un quai", "back: a dock", "example: Le camion est au quai 4.", "une palette; vide", "dire \\\"stop\\\"",
        ] {
            #expect(run.text.contains(words), "\(words)")
        }
    }

    @Test("notes of Anki: decks, HTML, gaps with hints, sounds and pictures that are left, and said so")
    func anki() throws {
        let run = try ImportRun(Sample.url("cards/anki.txt"))
        expectLaws(run, .cards, ["note": 3, "cloze note": 1, "sound": 1, "picture": 1, "tags": 1])
        #expect(run.files.keys.count { $0.hasSuffix(".deck.yml") } == 2)
        for words in [
            "front: the bill", "back: l’addition", "The bill, please.", "A table […] two, please.", "back: for",
            "A table for two, [polite word].", "back: please", "front: a fork", "Unit 1", "Unit 2",
        ] {
            #expect(run.text.contains(words), "\(words)")
        }
        #expect(!run.text.contains("sound:") && !run.text.contains("<b>") && !run.text.contains("a spoon"))
    }

    @Test("two columns with a tab need no head; what has no form of a list is not one")
    func bare() throws {
        let run = try ImportRun(bytes: Array("dock\tquai\r\nlorry\tcamion\tThe lorry is late.\r\n".utf8), name: "mots.txt")
        expectLaws(run, .cards, ["note": 2])
        #expect(run.text.contains("example: The lorry is late."))
        for text in ["dock, quai", "dock\tquai\nseul", "a;b\nc;d", "#separator:tab\n", "front;back\n"] {
            #expect(throws: ImportError.self) { try ImportRun(bytes: Array(text.utf8), name: "x.txt") }
        }
    }

    @Test("many cards are several decks; a side that is too long is shortened, and said so")
    func many() throws {
        let lines = (0..<1200).map { "word \($0)\tmeaning \($0)" } + [String(repeating: "a", count: 300) + "\tlong"]
        let run = try ImportRun(bytes: Array(lines.joined(separator: "\n").utf8), name: "many.txt")
        expectLaws(run, .cards, ["note": 1201])
        #expect(run.outcome.report.count(.converted) == 1)
        #expect(run.files.keys.count { $0.hasSuffix(".deck.yml") } == 3)
    }

    @Test(
        "cells are cut as tables write them",
        arguments: [
            ("a;b\nc;d", [["a", "b"], ["c", "d"]]), ("\"a;\"\"b\"\"\nc\";d", [["a;\"b\"\nc", "d"]]), ("\"a;b", [["\"a", "b"]]),
            ("a\"b;c", [["a\"b", "c"]]), (";;\n\n", []), ("a;", [["a", ""]]), ("\"\";x", [["", "x"]]),
        ])
    func cells(_ text: String, _ expected: [[String]]) {
        #expect(DelimitedText(text, separator: ";").records().map(\.cells) == expected)
    }

    @Test("a record says on which line it begins")
    func lines() {
        #expect(DelimitedText("a;\"b\n\nc\"\n\nd;e", separator: ";").records().map(\.line) == [1, 5])
    }
}
