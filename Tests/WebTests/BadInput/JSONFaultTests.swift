import Foundation
import TestSupport
import Testing

@testable import Web

@Suite("Where a text stops being JSON")
struct JSONFaultTests {
    static let texts = [
        "null", "true", "false", "0", "-0", "1.5e+10", "-12E3", "\"\"", "\"é\\u00e9\\n\\\"\"", "[]", "{}", " [ 1 , [ ] , { } ] ",
        "{\"a\":{\"b\":[null,true,\"x\"]}}\n", "\"\\ud800\"", "\"\u{1F600}\"", "[[[[[[1]]]]]]",
    ]

    @Test("nowhere in JSON", arguments: texts)
    func good(_ text: String) throws {
        #expect(JSONFault(in: Data(text.utf8)) == nil)
    }

    static let faults: [(text: String, line: Int, column: Int)] = [
        ("", 1, 1), (" ", 1, 2), ("{", 1, 2), ("}", 1, 1), ("]", 1, 1), ("[1 2]", 1, 4), ("[1,]", 1, 4), ("{\"a\"}", 1, 5),
        ("{\"a\":}", 1, 6), ("{\"a\":1", 1, 7), ("{\"a\" 1}", 1, 6), ("{1:2}", 1, 2), ("nul", 1, 4), ("nulL", 1, 4), ("1.", 1, 3),
        (".5", 1, 1), ("-", 1, 2), ("1e", 1, 3), ("+1", 1, 1), ("0x1", 1, 2), ("\"", 1, 2), ("\"\\x\"", 1, 3),
        ("\"\\u12g4\"", 1, 6),
        ("[\n1,\n\n  é]", 4, 3), ("\"é\u{1}\"", 1, 3), ("[}", 1, 2), ("{]", 1, 2), ("1 1", 1, 3), ("NaN", 1, 1),
        ("\u{FEFF}{}", 1, 1),
        ("{\"a\":1,\"b\":2}}", 1, 14), ("[1]//", 1, 4),
    ]

    @Test("at the first character that cannot stand there", arguments: faults)
    func bad(_ text: String, _ line: Int, _ column: Int) throws {
        let fault = try #require(JSONFault(in: Data(text.utf8)))
        #expect(fault.line == line)
        #expect(fault.column == column)
    }

    @Test("bytes that are no UTF-8 are found")
    func bytes() throws {
        for tail: [UInt8] in [
            [0xFF], [0xC3], [0xE2, 0x82], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80],
        ] {
            let fault = try #require(JSONFault(in: Data(Array("[\"ab".utf8) + tail + Array("\"]".utf8))))
            #expect(fault.column == 5, "\(tail)")
        }
    }

    /// The decoder is the judge: whatever it refuses has a fault, and whatever it takes has none.
    @Test("the decoder and this agree on texts that were damaged at random", arguments: 1...40)
    func agreement(_ seed: Int) throws {
        let whole = Array(#"{"events":[{"id":"x","n":-1.5e3,"t":true,"u":null,"s":"é\n\u00e9"},[],{}],"k":[1,2,[3]]}"#.utf8)
        var random = SequenceRandom(seed: UInt64(seed))
        for _ in 0..<40 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes.remove(at: place)
                case 1: bytes[place] = "{}[]:,\"0e-.tn x\\".utf8.randomElement(using: &random) ?? 0x20
                default: bytes.insert("{}[]:,\"0e-.tn x\\".utf8.randomElement(using: &random) ?? 0x20, at: place)
                }
            }
            let isTaken = (try? JSONDecoder().decode(Anything.self, from: Data(bytes))) != nil
            let text = String(decoding: bytes, as: UTF8.self)
            // What the decoder takes beyond RFC 8259 is its own affair: nobody is told where that is wrong.
            if !isTaken { #expect(JSONFault(in: Data(bytes)) != nil, "\(text)") }
            if JSONFault(in: Data(bytes)) == nil { #expect(isTaken, "\(text)") }
        }
    }

    /// Any JSON, read and forgotten.
    private struct Anything: Decodable {
        init(from decoder: any Decoder) throws {
            if var list = try? decoder.unkeyedContainer() {
                while !list.isAtEnd { _ = try list.decode(Anything.self) }
            } else if let object = try? decoder.container(keyedBy: Name.self) {
                for name in object.allKeys { _ = try object.decode(Anything.self, forKey: name) }
            }
        }

        private struct Name: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }
    }
}
