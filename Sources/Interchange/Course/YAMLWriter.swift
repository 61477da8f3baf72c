import Foundation

/// A value of a course file.
indirect enum YAMLOutput {
    case text(String)
    case number(Double)
    case boolean(Bool)
    case list([YAMLOutput])
    case map([(String, YAMLOutput)])
    /// A mapping on one line.
    case inline([(String, YAMLOutput)])
}

/// Writes YAML that reads back as what it was: plain words as they are, several lines as a block, everything else between quotes.
enum YAMLWriter {
    static func write(_ entries: [(String, YAMLOutput)]) -> String {
        lines(.map(entries), indent: 0).joined(separator: "\n") + "\n"
    }

    private static func lines(_ value: YAMLOutput, indent: Int) -> [String] {
        let pad = String(repeating: " ", count: indent)
        switch value {
        case .map(let entries):
            return entries.flatMap { key, value in entry(key + ":", value, pad: pad, indent: indent) }
        case .list(let items):
            return items.flatMap { item -> [String] in
                switch item {
                case .map:
                    var inner = lines(item, indent: indent + 2)
                    if !inner.isEmpty { inner[0] = pad + "- " + inner[0].dropFirst(indent + 2) }
                    return inner
                default: return entry("-", item, pad: pad, indent: indent)
                }
            }
        default: return [pad + scalar(value)]
        }
    }

    private static func entry(_ head: String, _ value: YAMLOutput, pad: String, indent: Int) -> [String] {
        switch value {
        case .map(let entries) where !entries.isEmpty: return [pad + head] + lines(value, indent: indent + 2)
        case .list(let items) where !items.isEmpty: return [pad + head] + lines(value, indent: indent + 2)
        case .text(let text) where isBlock(text):
            let inner = String(repeating: " ", count: indent + 2)
            return [pad + head + " |-"]
                + text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : inner + $0 }
        default: return [pad + head + " " + scalar(value)]
        }
    }

    private static func scalar(_ value: YAMLOutput) -> String {
        switch value {
        case .text(let text): isPlain(text) ? text : quoted(text)
        case .number(let number): written(number)
        case .boolean(let value): value ? "true" : "false"
        case .list(let items): "[" + items.map { flow($0) }.joined(separator: ", ") + "]"
        case .map(let entries), .inline(let entries):
            "{ " + entries.map { "\($0.0): \(flow($0.1))" }.joined(separator: ", ") + " }"
        }
    }

    private static func flow(_ value: YAMLOutput) -> String {
        if case .text(let text) = value { return isPlain(text) && !text.contains(",") ? text : quoted(text) }
        return scalar(value)
    }

    /// Whether a text on several lines can stand as a block just as it is.
    private static func isBlock(_ text: String) -> Bool {
        guard text.contains("\n"), let first = text.first, !first.isWhitespace, text.last?.isWhitespace == false else {
            return false
        }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x0A: true
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xD800...0xDFFF, 0xFFFE...0xFFFF: false
            default: true
            }
        }
    }

    private static let words: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

    /// Whether a text reads as itself without quotes.
    static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic, text.last != ":",
            text.last?.isWhitespace == false,
            text.count <= 200, !words.contains(text.lowercased())
        else { return false }
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            defer { last = scalar }
            if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) { continue }
            if scalar == " ", last != ":", last != " " { continue }
            if "’'.!?()-/+;,«»…–—".unicodeScalars.contains(scalar) { continue }
            if scalar == ":", last != " " { continue }
            return false
        }
        // A colon is a text's own only when no space follows.
        return !text.contains(": ")
    }

    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default:
                switch scalar.value {
                case 0..<0x20, 0x7F..<0xA0: result += String(format: "\\x%02X", Int(scalar.value))
                case 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: result += String(format: "\\u%04X", Int(scalar.value))
                default: result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }

    /// A number as the format writes it.
    static func written(_ number: Double) -> String {
        guard number.isFinite else { return "0" }
        if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
        return "\(number)".replacing("e+", with: "e").replacing("e-0", with: "e-").replacing("e0", with: "e")
    }
}
