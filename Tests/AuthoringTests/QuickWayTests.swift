import Essentials
import Foundation
import Testing

@testable import Authoring

@Suite("What is done quickly gives what the long way gives")
struct QuickWayTests {
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    /// Pieces of which Markdown makes something, among words.
    static let pieces = [
        "le quai", " ", "  ", "é", "w", "ww", "www.", "WWW.a.fr", "http", ":", "//", "a.fr", "@", "1.", "2)", "-", "+", "=",
        "===", "---", "#",
        "##", "*", "_", "**", "`", "~", "~~", "[", "]", "(", ")", "!", "![", "<", ">", "&", "&amp;", "\\", "|", "\t", "\n",
        "\n\n", "\"", "'",
        "/", "?", "%", ",", ";", ".", "$", "^", "[^1]", "{", "{lang=fr}", "\u{FEFF}", "\u{A0}", "\u{2028}", "œ", "3", "12",
    ]

    @Test("a text without signs is rendered without the parser as the parser renders it")
    func plainTexts() throws {
        var dice = Dice(state: 7)
        var plain = 0
        for _ in 0..<30_000 {
            let count = Int.random(in: 1...6, using: &dice)
            let text = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &dice) }.joined().trimmingWhitespace()
            guard PlainText.isPlain(Array(text.utf8)) else { continue }
            plain += 1
            let lesson = Self.render(text, as: .lesson)
            for form in [ContentRenderer.Form.text, .phrase] {
                let quick = Self.render(text, as: form)
                #expect("<p>\(quick.html)</p>\n" == lesson.html, "\(text)")
                #expect(quick.words == lesson.words)
            }
            #expect(lesson.problems.isEmpty)
        }
        #expect(plain > 500)
    }

    @Test("lessons rendered on several threads at once are what they are one by one")
    func severalThreads() {
        let texts = (0..<400).map {
            "~~\($0)~~ www.a.fr/\($0) http://b.fr | x\n\n| a | b |\n|---|---|\n| \($0) | ~~y~~ |\n\n- [x] \($0)\n"
        }
        let one = texts.map { Self.render($0, as: .lesson).html }
        #expect(texts.concurrentMap { Self.render($0, as: .lesson).html } == one)
    }

    @Test("what is mapped on all cores keeps its order", arguments: [0, 1, 7, 8, 9, 64, 1001])
    func order(_ count: Int) {
        #expect(Array(0..<count).concurrentMap { $0 * 2 } == (0..<count).map { $0 * 2 })
    }

    private static func render(
        _ text: String, as form: ContentRenderer.Form
    ) -> (html: String, words: Int, problems: [Problem]) {
        let log = ProblemLog()
        let bytes = Array(text.utf8)
        let scope = FileScope(source: SourceText(file: "01-m/01-l.md", bytes: bytes), log: log)
        let folder = CourseFolder(root: URL(filePath: "/nowhere"), limits: FolderLimits())
        let links = CourseLinks(
            courseKey: "essai", written: [], planned: [], assets: AssetLibrary(folder: folder, log: log), glossary: Glossary())
        var renderer = ContentRenderer(scope: scope, links: links, language: .french)
        let html = renderer.render(MarkdownText(bytes: bytes, origin: .file(firstLine: 1)), as: form)
        return (html, renderer.words, log.sorted)
    }
}
