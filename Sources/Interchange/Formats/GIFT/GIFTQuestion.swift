import Essentials
import Foundation

/// Escaped signs of GIFT, kept out of the way while a question is taken apart.
enum GIFTEscapes {
    private static let signs: [(Character, Character)] = [
        ("~", "\u{E000}"), ("=", "\u{E001}"), ("#", "\u{E002}"), ("{", "\u{E003}"), ("}", "\u{E004}"), (":", "\u{E005}"),
        ("\\", "\u{E006}"), ("%", "\u{E007}"),
    ]

    static func hide(_ text: String) -> String {
        var result = ""
        var rest = text.filter { !("\u{E000}"..."\u{E007}").contains($0) }[...]
        while let character = rest.popFirst() {
            guard character == "\\", let next = rest.first else {
                result.append(character)
                continue
            }
            if let hidden = signs.first(where: { $0.0 == next })?.1 {
                result.append(hidden)
                rest.removeFirst()
            } else if next == "n" {
                result.append("\n")
                rest.removeFirst()
            } else {
                result.append(character)
            }
        }
        return result
    }

    static func plain(_ text: String) -> String {
        String(text.map { character in signs.first { $0.1 == character }?.0 ?? character })
    }
}

/// A question of GIFT taken apart: name, form of its text, what stands before, between and after the braces.
struct GIFTQuestion {
    var name: String?
    var form = ""
    var before = ""
    /// `nil` without braces.
    var answers: String?
    var after = ""
    var isBroken = false

    init(_ text: String) {
        var rest = GIFTEscapes.hide(text).trimmed
        if rest.hasPrefix("::"), let end = rest.dropFirst(2).range(of: "::") {
            name = GIFTEscapes.plain(String(rest[rest.index(rest.startIndex, offsetBy: 2)..<end.lowerBound])).trimmed.ifAny
            rest = String(rest[end.upperBound...]).trimmed
        }
        for form in ["html", "moodle", "plain", "markdown"] where rest.lowercased().hasPrefix("[\(form)]") {
            self.form = form
            rest = String(rest.dropFirst(form.count + 2))
        }
        guard let open = rest.firstIndex(of: "{") else {
            before = rest
            return
        }
        before = String(rest[..<open])
        let inside = rest[rest.index(after: open)...]
        guard let close = inside.lastIndex(of: "}") else {
            answers = String(inside)
            isBroken = true
            return
        }
        answers = String(inside[..<close])
        after = String(inside[inside.index(after: close)...])
    }
}

/// Texts of one question, in the form that it states.
struct GIFTTexts {
    let reader: RichTextReader
    let form: String

    /// - Parameter text: with its escapes hidden.
    func rich(_ text: String) throws(ImportError) -> RichText {
        var text = text.trimmed
        var form = form
        for own in ["html", "moodle", "plain", "markdown"] where text.lowercased().hasPrefix("[\(own)]") {
            form = own
            text = String(text.dropFirst(own.count + 2)).trimmed
        }
        let plain = GIFTEscapes.plain(text)
        switch form {
        case "html": return try reader.html(plain)
        case "markdown": return try reader.markdown(plain)
        case "plain": return RichText(plain: plain)
        default: return Self.hasTags(plain) ? try reader.html(plain.replacing("\n", with: "<br>")) : RichText(plain: plain)
        }
    }

    /// Moodle's own form is text in which the tags of HTML count.
    private static func hasTags(_ text: String) -> Bool {
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: open)...]
            let name = rest.prefix { $0.isLetter || $0 == "/" }
            if !name.isEmpty, rest.contains(">"), name.contains(where: \.isLetter) { return true }
        }
        return false
    }
}
