import Foundation
import SQL

/// How an answer is kept: an object with one key that names the shape: `{"choice":"c1"}`, `{"choices":["a","b"]}`, `{"truth":true}`,
/// `{"number":"12,5"}`, `{"text":"quai"}`, `{"parts":{"g1":"quai"}}`.
extension Response: Codable {
    private enum Key: String, CodingKey {
        case choice, choices, truth, number, text, parts
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        guard let key = container.allKeys.first, container.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "expected one shape of answer"))
        }
        switch key {
        case .choice: self = .choice(try container.decode(String.self, forKey: key))
        case .choices: self = .choices(try container.decode([String].self, forKey: key))
        case .truth: self = .truth(try container.decode(Bool.self, forKey: key))
        case .number: self = .number(try container.decode(String.self, forKey: key))
        case .text: self = .text(try container.decode(String.self, forKey: key))
        case .parts: self = .parts(try container.decode([String: String].self, forKey: key))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .choice(let id): try container.encode(id, forKey: .choice)
        case .choices(let ids): try container.encode(ids, forKey: .choices)
        case .truth(let value): try container.encode(value, forKey: .truth)
        case .number(let text): try container.encode(text, forKey: .number)
        case .text(let text): try container.encode(text, forKey: .text)
        case .parts(let values): try container.encode(values, forKey: .parts)
        }
    }
}

extension Response {
    /// The text kept in the database. Written by hand: an attempt of twenty answers is saved at each keystroke's pause, and
    /// `JSONEncoder` costs more than the rest of it.
    var json: String {
        switch self {
        case .choice(let id): "{\"choice\":\(Self.quoted(id))}"
        case .choices(let ids): "{\"choices\":[\(ids.map(Self.quoted).joined(separator: ","))]}"
        case .truth(let value): "{\"truth\":\(value)}"
        case .number(let text): "{\"number\":\(Self.quoted(text))}"
        case .text(let text): "{\"text\":\(Self.quoted(text))}"
        case .parts(let values):
            "{\"parts\":{"
                + values.sorted { $0.key < $1.key }.map { Self.quoted($0.key) + ":" + Self.quoted($0.value) }
                .joined(separator: ",") + "}}"
        }
    }

    /// Reads kept answers together: one decoder for an attempt.
    /// - throws: ``SQLError/corrupt(_:)``.
    static func decode(_ texts: [String?]) throws -> [Response?] {
        if texts.isEmpty { return [] }
        let array = "[" + texts.map { $0 ?? "null" }.joined(separator: ",") + "]"
        do {
            return try JSONDecoder().decode([Response?].self, from: Data(array.utf8))
        } catch {
            throw SQLError.corrupt("an answer kept cannot be read: \(error)")
        }
    }

    private static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = [UInt8(ascii: "\"")]
        bytes.reserveCapacity(text.utf8.count + 2)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
        return String(decoding: bytes, as: UTF8.self)
    }
}
