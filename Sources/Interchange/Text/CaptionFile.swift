import Essentials
import Foundation

/// What is said in a recording, and when, as other platforms keep it: SubRip (`.srt`), the `.sjson` of Open edX, WebVTT.
struct CaptionFile: Hashable {
    struct Cue: Hashable {
        /// Milliseconds from the beginning.
        var start: Int
        var end: Int
        /// Plain words, a line each.
        var lines: [String]
    }

    /// In the order of their beginnings; none is empty.
    let cues: [Cue]

    /// More than anybody says in a recording.
    private static let mostCues = 50_000
    private static let longest = 100 * 3_600_000

    /// - Returns: `nil` when nothing in it can be read as captions.
    init?(_ bytes: [UInt8]) {
        guard let text = TextDecoding.text(bytes).map({ TextCleaning.clean($0) }) else { return nil }
        let first = text.first { !$0.isWhitespace }
        let found = first == "{" ? Self.timed(Data(text.utf8)) : Self.written(text)
        let fit = found.prefix(Self.mostCues).compactMap { cue -> Cue? in
            let lines = cue.lines.map(\.oneLine).filter { !$0.isEmpty }
            guard !lines.isEmpty, cue.start >= 0, cue.end > cue.start, cue.end < Self.longest else { return nil }
            return Cue(start: cue.start, end: cue.end, lines: lines)
        }
        // Sorted as they came: two that begin together keep their order.
        cues = fit.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(\.element)
        if cues.isEmpty { return nil }
    }

    // MARK: Forms

    /// `{"start": [0], "end": [2000], "text": ["Hello"]}`, the times in milliseconds.
    private static func timed(_ data: Data) -> [Cue] {
        guard data.prefix(200).count(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }) < 20,
            let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
            let starts = object["start"] as? [Any], let ends = object["end"] as? [Any], let texts = object["text"] as? [Any]
        else { return [] }
        return zip(zip(starts, ends), texts).compactMap { times, text in
            guard let start = milliseconds(times.0), let end = milliseconds(times.1), let text = text as? String else {
                return nil
            }
            return Cue(start: start, end: end, lines: text.split(whereSeparator: \.isNewline).map { plain(String($0)) })
        }
    }

    private static func milliseconds(_ value: Any) -> Int? {
        guard let number = (value as? NSNumber)?.doubleValue, number.isFinite, number >= 0, number < Double(longest) else {
            return nil
        }
        return Int(number)
    }

    /// SubRip and WebVTT: a line with times, then what is said, up to the next line with times.
    private static func written(_ text: String) -> [Cue] {
        var cues: [Cue] = []
        var isPassage = false
        var isAfterBlank = true
        /// Whether the last line stands alone after an empty one.
        var isAlone = false
        for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = raw.trimmed
            if let times = times(line) {
                // The number, or the name, of a cue stands on the line above its times.
                if isPassage, !isAfterBlank, let last = cues.last?.lines.last, isAlone || last.allSatisfy(\.isNumber) {
                    cues[cues.count - 1].lines.removeLast()
                }
                cues.append(Cue(start: times.start, end: times.end, lines: []))
                isPassage = true
                isAlone = false
            } else if line.isEmpty {
                isAfterBlank = true
                continue
            } else if isPassage {
                if isAfterBlank, ["NOTE", "STYLE", "REGION"].contains(line.prefix { $0 != " " }) {
                    isPassage = false
                } else {
                    cues[cues.count - 1].lines.append(plain(line))
                    isAlone = isAfterBlank
                }
            }
            isAfterBlank = false
        }
        return cues
    }

    /// `00:00:01,500 --> 00:00:04,000`; a dot for the comma, and no hours, occur too.
    private static func times(_ line: String) -> (start: Int, end: Int)? {
        guard let arrow = line.range(of: "-->") else { return nil }
        guard let start = time(line[..<arrow.lowerBound].trimmed),
            let end = time(line[arrow.upperBound...].trimmed.prefix { $0 != " " && $0 != "\t" }.trimmed)
        else { return nil }
        return (start, end)
    }

    private static func time(_ text: String) -> Int? {
        let halves = text.replacing(",", with: ".").split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(halves.count) else { return nil }
        let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.utf8.count <= 3 ? Int($0) : nil }
        guard (2...3).contains(parts.count), numbers.count == parts.count, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
        var thousandths = 0
        if halves.count == 2 {
            guard (1...3).contains(halves[1].utf8.count), let share = Int(halves[1]), share >= 0 else { return nil }
            thousandths = share * [100, 10, 1][halves[1].utf8.count - 1]
        }
        return numbers.reduce(0) { $0 * 60 + $1 } * 1000 + thousandths
    }

    /// A line without its marks: `<i>`, `{\an8}`, `&#39;`.
    private static func plain(_ line: String) -> String {
        var rest = line[...]
        while rest.hasPrefix("{\\"), let end = rest.firstIndex(of: "}") { rest = rest[rest.index(after: end)...] }
        return HTMLText.plain(String(rest))
    }

    // MARK: As a course has it

    /// As WebVTT.
    var webVTT: [UInt8] {
        var text = "WEBVTT\n"
        for cue in cues {
            text += "\n\(Self.written(cue.start)) --> \(Self.written(cue.end))\n"
            for line in cue.lines {
                text += line.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;") + "\n"
            }
        }
        return Array(text.utf8)
    }

    /// The words alone, a cue a line.
    var words: [UInt8] {
        Array((cues.map { $0.lines.joined(separator: " ") }.joined(separator: "\n") + "\n").utf8)
    }

    private static func written(_ milliseconds: Int) -> String {
        func digits(_ number: Int, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        let seconds = milliseconds / 1000
        return digits(seconds / 3600, 2) + ":" + digits(seconds / 60 % 60, 2) + ":" + digits(seconds % 60, 2) + "."
            + digits(milliseconds % 1000, 3)
    }
}
