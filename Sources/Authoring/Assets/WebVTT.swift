import Essentials

/// A file of captions (WebVTT), read strictly enough for a transcript to be made of it.
struct WebVTT {
    /// What is said, and when.
    struct Cue: Hashable {
        /// Milliseconds from the beginning.
        var start: Int
        var end: Int
        /// Who says it, when the file says so (`<v Amina>`).
        var voice: String?
        /// Without marks, lines joined.
        var text: String
    }

    private(set) var cues: [Cue] = []
    /// What is wrong, and in which line.
    private(set) var findings: [(finding: Finding, line: Int)] = []

    init(_ source: SourceText) {
        let count = source.lineStarts.count
        func line(_ number: Int) -> String { String(decoding: source.line(number), as: UTF8.self) }
        let first = line(1)
        guard first == "WEBVTT" || first.hasPrefix("WEBVTT ") || first.hasPrefix("WEBVTT\t") else {
            findings.append((.notCaptions, 1))
            return
        }
        var number = 2
        // The head goes on to the first blank line.
        while number <= count, !line(number).isEmpty { number += 1 }
        while number <= count {
            if line(number).isEmpty {
                number += 1
                continue
            }
            let begin = number
            while number <= count, !line(number).isEmpty { number += 1 }
            block(lines: (begin..<number).map { ($0, line($0)) })
        }
        if cues.isEmpty, findings.isEmpty { findings.append((.noCues, 1)) }
    }

    private mutating func block(lines: [(number: Int, text: String)]) {
        let word = lines[0].text.prefix { $0 != " " && $0 != "\t" }
        if ["NOTE", "STYLE", "REGION"].contains(word) { return }
        // A cue may have a name on the line above its times.
        guard let place = lines.prefix(2).firstIndex(where: { $0.text.contains("-->") }) else {
            findings.append((.badCueTimes, lines[0].number))
            return
        }
        guard let times = Self.times(lines[place].text) else {
            findings.append((.badCueTimes, lines[place].number))
            return
        }
        if let last = cues.last, times.start < last.start {
            findings.append((.cueOutOfOrder, lines[place].number))
        }
        var voice: String?
        var text = ""
        for line in lines[(place + 1)...] {
            let (plain, speaker) = Self.plain(line.text)
            voice = voice ?? speaker
            text += (text.isEmpty ? "" : " ") + plain
        }
        text = text.trimmingWhitespace()
        if text.isEmpty {
            findings.append((.emptyCue, lines[place].number))
        } else {
            cues.append(Cue(start: times.start, end: times.end, voice: voice, text: text))
        }
    }

    /// `00:01.000 --> 00:02.500 align:start`.
    private static func times(_ line: String) -> (start: Int, end: Int)? {
        let parts = line.split { $0 == " " || $0 == "\t" }
        guard parts.count >= 3, parts[1] == "-->", let start = time(parts[0]), let end = time(parts[2]), end > start else {
            return nil
        }
        return (start, end)
    }

    /// `mm:ss.ttt` or `hh:mm:ss.ttt`, in milliseconds.
    private static func time(_ text: Substring) -> Int? {
        let halves = text.split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count == 2, halves[1].utf8.count == 3, let thousandths = number(halves[1]) else { return nil }
        let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, parts.suffix(2).allSatisfy({ $0.utf8.count == 2 }) else { return nil }
        let numbers = parts.compactMap(number)
        guard numbers.count == parts.count, numbers.suffix(2).allSatisfy({ $0 < 60 }) else { return nil }
        return numbers.reduce(0) { $0 * 60 + $1 } * 1000 + thousandths
    }

    private static func number(_ text: Substring) -> Int? {
        guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    /// A line without its tags and with its entities replaced, and the voice that it names.
    private static func plain(_ line: String) -> (text: String, voice: String?) {
        var text = ""
        var voice: String?
        var rest = line[...]
        while let mark = rest.firstIndex(of: "<") {
            text += rest[..<mark]
            guard let end = rest[mark...].firstIndex(of: ">") else {
                rest = rest[rest.endIndex...]
                break
            }
            let tag = rest[rest.index(after: mark)..<end]
            let name = tag.prefix { $0 != " " && $0 != "\t" }
            if voice == nil, name == "v" || name.hasPrefix("v.") {
                voice = String(tag.dropFirst(name.count)).trimmingWhitespace()
            }
            rest = rest[rest.index(after: end)...]
        }
        text += rest
        return (decoded(text), voice.map(decoded).flatMap { $0.isEmpty ? nil : $0 })
    }

    private static func decoded(_ text: String) -> String {
        guard text.contains("&") else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&nbsp;", with: "\u{A0}")
            .replacing("&lrm;", with: "").replacing("&rlm;", with: "").replacing("&amp;", with: "&")
    }
}
