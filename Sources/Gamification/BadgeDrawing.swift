/// The picture of a badge, drawn from what it says: a seal with a path that leads up, and its title. Pure.
package struct BadgeDrawing: Sendable {
    private let sketch: BadgeSketch

    package init(_ sketch: BadgeSketch) {
        self.sketch = sketch
    }

    /// White is read on all of them (at least 6 to 1).
    private static let colours = [
        "green": "#0b6457", "blue": "#1b4fd6", "plum": "#6d2a70", "amber": "#8a4b00", "red": "#a3261c",
    ]
    private static let (lineLength, mostLines) = (17, 3)

    /// The picture as SVG.
    /// - Parameters:
    ///   - standsAlone: names its namespace and what it shows; within a page its title stands beside it.
    ///   - token: a credential that the file carries (Open Badges 3.0, section 5.3.2).
    package func svg(standsAlone: Bool, token: String? = nil) -> String {
        let colour = Self.colours[sketch.colour] ?? "#0b6457"
        var head = "<svg viewBox=\"0 0 240 240\""
        var inside = ""
        if standsAlone {
            head += " xmlns=\"http://www.w3.org/2000/svg\" width=\"480\" height=\"480\" role=\"img\""
            inside = "<title>\(Self.escaped(sketch.title))</title>"
        } else {
            head += " class=\"seal\" aria-hidden=\"true\" focusable=\"false\""
        }
        if let token {
            head += " xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\""
            inside = "<openbadges:credential verify=\"\(Self.escaped(token))\"></openbadges:credential>" + inside
        }
        return head + ">" + inside + Self.scallop(colour)
            + "<circle cx=\"120\" cy=\"120\" r=\"92\" fill=\"none\" stroke=\"#fff\" stroke-width=\"3\"/>"
            + "<path d=\"M72 98l28-34 16 18 20-26 32 42\" fill=\"none\" stroke=\"#fff\" stroke-width=\"7\""
            + " stroke-linejoin=\"round\" stroke-linecap=\"round\"/>" + title + "</svg>"
    }

    private var title: String {
        let lines = Self.lines(of: sketch.title)
        // A bold letter is some 0.6 of its height wide, and the circle leaves 150.
        let size = min(22, 240 / max(1, lines.map(\.count).max() ?? 1))
        let first = 146 - (lines.count - 1) * 11
        return lines.enumerated().map { index, line in
            "<text x=\"120\" y=\"\(first + index * 22)\" fill=\"#fff\" font-family=\"sans-serif\" font-weight=\"700\""
                + " font-size=\"\(size)\" text-anchor=\"middle\">\(Self.escaped(line))</text>"
        }.joined()
    }

    /// A round shape with sixteen soft points.
    private static func scallop(_ colour: String) -> String {
        // Sixteenths of a circle, and what lies outside between them, in whole numbers: every machine draws the same.
        let inner = [
            (224, 120), (216, 80), (194, 46), (160, 24), (120, 16), (80, 24), (46, 46), (24, 80), (16, 120), (24, 160),
            (46, 194), (80, 216), (120, 224), (160, 216), (194, 194), (216, 160),
        ]
        let outer = [
            (234, 97), (217, 54), (186, 23), (143, 6), (97, 6), (54, 23), (23, 54), (6, 97), (6, 143), (23, 186), (54, 217),
            (97, 234), (143, 234), (186, 217), (217, 186), (234, 143),
        ]
        var path = "M224 120"
        for index in inner.indices {
            let next = inner[(index + 1) % inner.count]
            path += "Q\(outer[index].0) \(outer[index].1) \(next.0) \(next.1)"
        }
        return "<path d=\"\(path)Z\" fill=\"\(colour)\"/>"
    }

    /// The title in a few lines that fit; a title that is longer ends in an ellipsis.
    static func lines(of title: String) -> [String] {
        var lines: [String] = []
        for word in title.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, last.count + 1 + word.count <= lineLength {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        var shown = lines.prefix(mostLines).map { $0.count <= lineLength ? $0 : $0.prefix(lineLength - 1) + "…" }
        if lines.count > mostLines, let last = shown.last { shown[mostLines - 1] = last.prefix(lineLength - 1) + "…" }
        return shown
    }

    /// Text within XML 1.0: its signs are written as they can be, and what it cannot hold is left out.
    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "\t", "\n", "\r": out += " "
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
