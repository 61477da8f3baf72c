import CMarkGFM
import Essentials

/// The notes at the foot of one text: how many calls of each are written so far.
struct Footnotes {
    private var written: [String: Int] = [:]

    /// The id of the next call of a note: `note-1-ref`, then `note-1-ref-2`.
    mutating func nextCall(of number: String) -> String {
        let call = written[number, default: 0] + 1
        written[number] = call
        return Self.callID(number, call)
    }

    func calls(of number: String) -> Int { written[number, default: 0] }

    static func noteID(_ number: String) -> String { "note-" + number }
    static func callID(_ number: String, _ call: Int) -> String { "note-\(number)-ref" + (call > 1 ? "-\(call)" : "") }
    /// cmark-gfm numbers notes in the order of their first calls.
    static func number(_ call: MarkdownNode) -> String { String(decoding: call.literal, as: UTF8.self) }
}

extension ContentRenderer {
    /// The small number that leads to a note.
    mutating func footnoteCall(_ node: MarkdownNode) {
        guard form == .lesson else {
            report(.noteInQuiz, at: node)
            return
        }
        guard !isInLink else {
            report(.noteInLink, at: node)
            return
        }
        let number = Footnotes.number(node)
        html.markup("<sup class=\"note-call\"><a")
        html.attribute("href", "#" + Footnotes.noteID(number))
        html.attribute("id", footnotes.nextCall(of: number))
        html.attribute("aria-label", Phrase(fr: "Note \(number)", en: "Note \(number)").in(language))
        html.markup(">")
        html.text(number.utf8)
        html.markup("</a></sup>")
    }

    /// The notes, at the end of the lesson, each with the way back to where it is called.
    mutating func footnoteList(_ root: MarkdownNode) {
        let notes = root.children.filter { $0.type == CMARK_NODE_FOOTNOTE_DEFINITION }
        guard form == .lesson else { return }
        reportNotesWithoutCall(root, notes: notes)
        guard !notes.isEmpty else { return }
        // Notes may call notes: the ways back are known once all are written.
        let outside = html
        let bodies = notes.map { noteBody($0) }
        html = outside
        html.markup("<section class=\"notes\" aria-labelledby=\"notes-title\">\n<h2 id=\"notes-title\">Notes</h2>\n<ol>\n")
        for (index, body) in bodies.enumerated() {
            let number = String(index + 1)
            html.markup("<li")
            html.attribute("id", Footnotes.noteID(number))
            html.markup(">")
            html.append(body.html)
            if !body.isOpen { html.markup("<p>") }
            waysBack(from: number)
            html.markup("</p>\n</li>\n")
        }
        html.markup("</ol>\n</section>\n")
    }

    /// What a note says; open when its last paragraph is left without its end.
    private mutating func noteBody(_ note: MarkdownNode) -> (html: HTMLText, isOpen: Bool) {
        html = HTMLText()
        let blocks = Array(note.children)
        for child in blocks.dropLast() { block(child) }
        guard let last = blocks.last, last.type == CMARK_NODE_PARAGRAPH, onlyImage(of: last) == nil else {
            if let last = blocks.last { block(last) }
            return (html, false)
        }
        html.markup("<p>")
        inlines(of: last)
        return (html, true)
    }

    private mutating func waysBack(from number: String) {
        let calls = footnotes.calls(of: number)
        for call in 1..<(calls + 1) {
            html.markup(" <a class=\"note-back\"")
            html.attribute("href", "#" + Footnotes.callID(number, call))
            let label =
                calls == 1
                ? Phrase(fr: "Retour au texte, note \(number)", en: "Back to the text, note \(number)")
                : Phrase(
                    fr: "Retour au texte, note \(number), passage \(call)", en: "Back to the text, note \(number), place \(call)")
            html.attribute("aria-label", label.in(language))
            html.markup(">↩")
            if call > 1 { html.text(String(call).utf8) }
            html.markup("</a>")
        }
    }

    /// cmark-gfm leaves out notes that nothing calls, and a second note of the same name: nothing is left out unseen.
    private func reportNotesWithoutCall(_ root: MarkdownNode, notes: [MarkdownNode]) {
        let source = SourceText(file: "", bytes: markdown.bytes)
        var covered = Set(notes.map { Int(cmark_node_get_start_line($0.pointer)) })
        for code in root.descendants where code.type == CMARK_NODE_CODE_BLOCK {
            let first = Int(cmark_node_get_start_line(code.pointer))
            covered.formUnion(first...max(first, Int(cmark_node_get_end_line(code.pointer))))
        }
        for line in 1...max(1, source.lineStarts.count) where !covered.contains(line) {
            let text = source.line(line)
            let indent = text.prefix { $0 == UInt8(ascii: " ") }.count
            guard indent <= 3, text.dropFirst(indent).starts(with: "[^".utf8) else { continue }
            let name = text.dropFirst(indent + 2).prefix { $0 != UInt8(ascii: "]") && $0 > 0x20 }
            guard !name.isEmpty, text[name.endIndex...].starts(with: "]:".utf8) else { continue }
            scope.report(
                .noteWithoutCall(String(decoding: name, as: UTF8.self)),
                at: markdown.position(line: line, byteColumn: indent + 1, in: scope.source))
        }
    }

    /// `[^name]` that stayed as it is, because there is no such note. `\[^name]` is text.
    mutating func reportCallsWithoutNote(in text: UnsafeBufferPointer<UInt8>, of node: MarkdownNode) {
        guard form == .lesson else { return }
        for (bracket, name) in WrittenCalls.calls(in: text) {
            let line = Int(cmark_node_get_start_line(node.pointer))
            guard line > 0 else {
                report(.callWithoutNote(name), at: node, offset: bracket)
                continue
            }
            var written = writtenCalls ?? WrittenCalls(markdown.bytes)
            writtenCalls = nil
            let columns = written.take(name, line: line)
            writtenCalls = written
            for column in columns {
                scope.report(.callWithoutNote(name), at: markdown.position(line: line, byteColumn: column, in: scope.source))
            }
        }
    }
}

/// The `[^name]` of a text where the author wrote them, without those in code or whose bracket is escaped: once parsed, an escaped one
/// looks like the others.
struct WrittenCalls {
    private struct Call: Hashable {
        var line: Int
        var name: String
    }

    private var columnsOf: [Call: [Int]] = [:]

    init(_ bytes: [UInt8]) {
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            for (bracket, name) in Self.calls(in: Self.withoutCode(line)) {
                columnsOf[Call(line: index + 1, name: name), default: []].append(bracket + 1)
            }
        }
    }

    /// Columns, in bytes from 1, of the calls of that line: once, so that many calls on one line cost no more than they are.
    mutating func take(_ name: String, line: Int) -> [Int] { columnsOf.removeValue(forKey: Call(line: line, name: name)) ?? [] }

    /// A line with blanks in the place of its code and of what a backslash escapes.
    private static func withoutCode(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var text = Array(line)
        var start = 0
        while start < text.count {
            if text[start] == UInt8(ascii: "\\"), start + 1 < text.count {
                text[start + 1] = 0x20
                start += 2
            } else if text[start] == UInt8(ascii: "`") {
                let ticks = text[start...].prefix { $0 == UInt8(ascii: "`") }.count
                let end = closing(ticks, in: text, from: start + ticks)
                if let end { for index in start..<end { text[index] = 0x20 } }
                start = end ?? start + ticks
            } else {
                start += 1
            }
        }
        return text
    }

    /// Where the code that so many backticks open is over; `nil` when nothing closes it on this line.
    private static func closing(_ ticks: Int, in text: [UInt8], from first: Int) -> Int? {
        var start = first
        while let tick = text[start...].firstIndex(of: UInt8(ascii: "`")) {
            let run = text[tick...].prefix { $0 == UInt8(ascii: "`") }.count
            if run == ticks { return tick + run }
            start = tick + run
        }
        return nil
    }

    /// Every `[^name]` and where its bracket stands.
    static func calls<Bytes: RandomAccessCollection<UInt8>>(in text: Bytes) -> [(bracket: Bytes.Index, name: String)] {
        var found: [(bracket: Bytes.Index, name: String)] = []
        var start = text.startIndex
        while let bracket = text[start...].firstIndex(of: UInt8(ascii: "[")) {
            start = text.index(after: bracket)
            guard start < text.endIndex, text[start] == UInt8(ascii: "^") else { continue }
            let name = text[text.index(after: start)...].prefix(60).prefix { $0 != UInt8(ascii: "]") && $0 > 0x20 }
            guard !name.isEmpty, name.endIndex < text.endIndex, text[name.endIndex] == UInt8(ascii: "]") else { continue }
            found.append((bracket, String(decoding: name, as: UTF8.self)))
        }
        return found
    }
}

extension Finding {
    static func noteWithoutCall(_ name: String) -> Finding {
        Finding(
            "note-without-call",
            Phrase(
                fr: "Rien n’appelle cette note, ou une autre porte déjà ce nom : « \(excerpt(name)) ».",
                en: "Nothing calls this note, or another has its name already: \"\(excerpt(name))\"."),
            hint: Phrase(
                fr: "Écrivez « [^\(excerpt(name))] » dans le texte, ou retirez la note.",
                en: "Write \"[^\(excerpt(name))]\" in the text, or take the note out."))
    }

    static func callWithoutNote(_ name: String) -> Finding {
        Finding(
            "call-without-note",
            Phrase(fr: "Il n’y a pas de note « \(excerpt(name)) ».", en: "There is no note \"\(excerpt(name))\"."),
            hint: Phrase(
                fr: "Ajoutez une ligne « [^\(excerpt(name))]: … », ou « \\[ » pour le signe lui-même.",
                en: "Add a line \"[^\(excerpt(name))]: …\", or write \"\\[\" for the sign itself."))
    }

    static let noteInQuiz = Finding(
        "note-in-quiz", Phrase(fr: "Les textes d’un quiz n’ont pas de notes.", en: "The texts of a quiz have no notes."),
        hint: Phrase(
            fr: "Dites-le dans le texte, ou dans l’explication.", en: "Say it in the text, or in the explanation."))

    static let noteInLink = Finding(
        "note-in-link", Phrase(fr: "Une note est appelée à l’intérieur d’un lien.", en: "A note is called inside a link."),
        hint: Phrase(
            fr: "Appelez-la après le lien : « [le site](https://…)[^1] ».",
            en: "Call it after the link: \"[the site](https://…)[^1]\"."))
}
