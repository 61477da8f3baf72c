import Authoring
import CourseContent
import Foundation
import Testing

@Suite("Canonical JSON is what Foundation writes with sorted keys")
struct CanonicalJSONTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func foundation(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private struct Mixed: Encodable {
        enum Shape: Encodable {
            case nothing
            case one(Int)
            case two(width: Double, height: Double?)
        }

        var zebra = "z"
        var alpha: String? = "a"
        var missing: Int?
        var Capital = 1
        var a_b = 2
        var shapes: [Shape] = [.nothing, .one(3), .two(width: 1.5, height: nil), .two(width: 0, height: -0.25)]
        var empty: [Int] = []
        var table: [String: [String]] = ["z": [], "é": ["é"], "a": ["1", "2"], "B": [], "10": [], "9": []]
        var holes: [Int?] = [1, nil, 3]
        var deep: [[[Bool]]] = [[[true], []], []]
        var single: Set<String> = ["only"]
    }

    @Test("whatever the shape of a value")
    func shapes() throws {
        #expect(try ContentDigest.canonical(Mixed()).json == foundation(Mixed()))
    }

    @Test(
        "numbers",
        arguments: [
            0, -0.0, 1, -1, 0.1, 1.5, 60, 100, 1e15, 123_456_789_012, 1e16, 1e21, 1.0e-5, 1.0e-7, 0.000123, 2.0 / 3, 1e300,
            .leastNonzeroMagnitude,
            .greatestFiniteMagnitude,
        ] as [Double])
    func numbers(_ number: Double) throws {
        #expect(try ContentDigest.canonical([number]).json == foundation([number]))
        #expect(throws: EncodingError.self) { try ContentDigest.canonical([number / 0 * 0]) }
    }

    @Test("texts with every sign that JSON escapes, and some that it does not")
    func texts() throws {
        var texts = (0...0x2FF as ClosedRange<UInt32>).compactMap { Unicode.Scalar($0).map { "a\($0)b" } }
        texts += ["", "\u{2028}\u{2029}\u{FEFF}", "é\u{301}", "🙂", "a/b\\c\"d", "\r\n"]
        for text in texts { #expect(try ContentDigest.canonical([text]).json == foundation([text])) }
    }

    @Test("the courses of the demonstration", arguments: ["dev-web-hybride", "english-for-logistics", "support-cyber-spoc"])
    func courses(_ name: String) throws {
        let folder = Self.root.appending(path: "Courses").appending(path: name)
        let course = try #require(CourseReader.read(folder: folder).course)
        #expect(try ContentDigest.canonical(course.outline).json == foundation(course.outline))
        #expect(course.contents.count > 3)
        for content in course.contents.values { #expect(try ContentDigest.canonical(content).json == foundation(content)) }
    }
}
