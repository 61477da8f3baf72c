/// Writes a definition as canonical JSON: the bytes that Foundation's `JSONEncoder` gives with sorted keys and unescaped slashes, in a
/// third of its time. Digests hang on these bytes; a test holds both writers together.
enum CanonicalJSON {
    /// - throws: `EncodingError` for a number that JSON cannot hold.
    static func bytes(_ value: some Encodable) throws -> [UInt8] {
        let writer = Writer()
        writer.write(try Writer.value(value))
        return writer.finish()
    }

    /// What stands in a place: plain values as they are, so that most of them cost nothing until they are written.
    fileprivate enum Value {
        case text(String)
        case integer(Int)
        case number(Double)
        case flag(Bool)
        case null
        case nested(Writer)
    }

    /// A value being encoded: its members are put in order once all are there.
    fileprivate final class Writer: Encoder {
        var codingPath: [any CodingKey] { [] }
        var userInfo: [CodingUserInfoKey: Any] { [:] }
        private var value: Value?
        private var members: [(key: String, value: Value)]?
        private(set) var items: [Value]?

        func finish() -> [UInt8] {
            var out: [UInt8] = []
            put(into: &out)
            return out
        }

        private func put(into out: inout [UInt8]) {
            if let items {
                out.append(UInt8(ascii: "["))
                for (index, item) in items.enumerated() {
                    if index > 0 { out.append(UInt8(ascii: ",")) }
                    Self.put(item, into: &out)
                }
                out.append(UInt8(ascii: "]"))
            } else if let value {
                Self.put(value, into: &out)
            } else {
                // Nothing at all: an empty object, as a case without values.
                out.append(UInt8(ascii: "{"))
                for (index, member) in (members ?? []).sorted(by: { $0.key < $1.key }).enumerated() {
                    if index > 0 { out.append(UInt8(ascii: ",")) }
                    Self.text(member.key, into: &out)
                    out.append(UInt8(ascii: ":"))
                    Self.put(member.value, into: &out)
                }
                out.append(UInt8(ascii: "}"))
            }
        }

        private static func put(_ value: Value, into out: inout [UInt8]) {
            switch value {
            case .text(let text): Self.text(text, into: &out)
            case .integer(let number): out.append(contentsOf: String(number).utf8)
            case .number(let number):
                let text = number.description
                out.append(contentsOf: text.hasSuffix(".0") ? text.dropLast(2).utf8 : text[...].utf8)
            case .flag(let flag): out.append(contentsOf: (flag ? "true" : "false").utf8)
            case .null: out.append(contentsOf: "null".utf8)
            case .nested(let writer): writer.put(into: &out)
            }
        }

        // MARK: Members and items

        func set(_ value: Value, for key: any CodingKey) {
            let name = key.stringValue
            if let index = members?.firstIndex(where: { $0.key == name }) {
                members?[index].value = value
            } else {
                members?.append((name, value))
            }
        }

        func append(_ value: Value) { items?.append(value) }
        func write(_ value: Value) { self.value = value }

        func member(_ key: any CodingKey) -> Writer {
            let writer = Writer()
            set(.nested(writer), for: key)
            return writer
        }

        func item() -> Writer {
            let writer = Writer()
            append(.nested(writer))
            return writer
        }

        func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
            if members == nil { members = [] }
            return KeyedEncodingContainer(Members(writer: self))
        }

        func unkeyedContainer() -> any UnkeyedEncodingContainer {
            if items == nil { items = [] }
            return Items(writer: self)
        }

        func singleValueContainer() -> any SingleValueEncodingContainer { Single(writer: self) }

        /// A value that is no container is taken as it is; any other encodes itself.
        static func value(_ value: some Encodable) throws -> Value {
            switch value {
            case let text as String: return .text(text)
            case let number as Int: return .integer(number)
            case let flag as Bool: return .flag(flag)
            case let number as Double: return try self.number(number)
            default:
                let writer = Writer()
                try value.encode(to: writer)
                return .nested(writer)
            }
        }

        static func number(_ number: Double) throws -> Value {
            if number.isFinite { return .number(number) }
            throw EncodingError.invalidValue(
                number, EncodingError.Context(codingPath: [], debugDescription: "JSON has no such number"))
        }

        private static let digits = Array("0123456789abcdef".utf8)

        static func text(_ text: String, into out: inout [UInt8]) {
            var text = text
            out.append(UInt8(ascii: "\""))
            text.withUTF8 { buffer in
                var start = 0
                for index in buffer.indices {
                    let byte = buffer[index]
                    if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { continue }
                    out.append(contentsOf: buffer[start..<index])
                    start = index + 1
                    out.append(UInt8(ascii: "\\"))
                    switch byte {
                    case UInt8(ascii: "\""), UInt8(ascii: "\\"): out.append(byte)
                    case 0x08: out.append(UInt8(ascii: "b"))
                    case 0x0C: out.append(UInt8(ascii: "f"))
                    case 0x0A: out.append(UInt8(ascii: "n"))
                    case 0x0D: out.append(UInt8(ascii: "r"))
                    case 0x09: out.append(UInt8(ascii: "t"))
                    default:
                        out.append(contentsOf: "u00".utf8)
                        out.append(digits[Int(byte >> 4)])
                        out.append(digits[Int(byte & 15)])
                    }
                }
                out.append(contentsOf: buffer[start...])
            }
            out.append(UInt8(ascii: "\""))
        }
    }

    private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let writer: Writer
        var codingPath: [any CodingKey] { [] }

        mutating func encodeNil(forKey key: Key) throws { writer.set(.null, for: key) }
        mutating func encode(_ value: Bool, forKey key: Key) throws { writer.set(.flag(value), for: key) }
        mutating func encode(_ value: String, forKey key: Key) throws { writer.set(.text(value), for: key) }
        mutating func encode(_ value: Double, forKey key: Key) throws { writer.set(try Writer.number(value), for: key) }
        mutating func encode(_ value: Int, forKey key: Key) throws { writer.set(.integer(value), for: key) }
        mutating func encode(_ value: some Encodable, forKey key: Key) throws { writer.set(try Writer.value(value), for: key) }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) -> KeyedEncodingContainer<Nested> {
            writer.member(key).container(keyedBy: type)
        }

        mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            writer.member(key).unkeyedContainer()
        }

        mutating func superEncoder() -> any Encoder { writer }
        mutating func superEncoder(forKey key: Key) -> any Encoder { writer.member(key) }
    }

    private struct Items: UnkeyedEncodingContainer {
        let writer: Writer
        var codingPath: [any CodingKey] { [] }
        var count: Int { writer.items?.count ?? 0 }

        mutating func encodeNil() throws { writer.append(.null) }
        mutating func encode(_ value: some Encodable) throws { writer.append(try Writer.value(value)) }

        mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
            writer.item().container(keyedBy: type)
        }

        mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { writer.item().unkeyedContainer() }
        mutating func superEncoder() -> any Encoder { writer.item() }
    }

    private struct Single: SingleValueEncodingContainer {
        let writer: Writer
        var codingPath: [any CodingKey] { [] }

        mutating func encodeNil() throws { writer.write(.null) }
        mutating func encode(_ value: Bool) throws { writer.write(.flag(value)) }
        mutating func encode(_ value: String) throws { writer.write(.text(value)) }
        mutating func encode(_ value: Double) throws { writer.write(try Writer.number(value)) }
        mutating func encode(_ value: Int) throws { writer.write(.integer(value)) }
        mutating func encode(_ value: some Encodable) throws { writer.write(try Writer.value(value)) }
    }
}
