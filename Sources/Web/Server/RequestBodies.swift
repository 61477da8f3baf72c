import Campus
import Essentials
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The fields of a form, or the body of a JSON request.
enum SentBody: Sendable {
    case form(FormFields)
    case json(Data)
}

/// `application/x-www-form-urlencoded` fields; a name may come several times.
struct FormFields: Sendable {
    private let values: [String: [String]]

    init(_ values: [String: [String]]) {
        self.values = values
    }

    /// The first value of a field.
    subscript(_ name: String) -> String? { values[name]?.first }

    /// Every value of a field.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// The names that were sent.
    var names: [String] { Array(values.keys) }
}

extension Request {
    /// The body within the route's limit, as a form or as JSON.
    /// - throws: ``WebError/tooLarge(limit:)``, ``WebError/unsupportedMediaType``, ``WebError/malformedBody(_:)``.
    func sentBody(limit: Int) async throws -> SentBody {
        let type = headers[.contentType]?.split(separator: ";").first?.trimmingSpaces().lowercased()
        guard type == nil || type == "application/x-www-form-urlencoded" || type == "application/json" else {
            throw WebError.unsupportedMediaType
        }
        let bytes = try await collected(limit: limit)
        if type == "application/json" { return .json(Data(bytes)) }
        return .form(try FormDecoding.fields(bytes))
    }

    /// The body within the route's limit, as a form that may hold files, or as JSON.
    /// - throws: as ``sentBody(limit:)``.
    func sentFormOrJSON(limit: Int) async throws -> (form: MultipartForm?, json: SentBody?) {
        let type = headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("multipart/form-data") else {
            switch try await sentBody(limit: limit) {
            case .form(let fields): return (MultipartForm(fields: fields), nil)
            case .json(let data): return (nil, .json(data))
            }
        }
        return (try MultipartForm(Data(try await collected(limit: limit)), type: type), nil)
    }

    private func collected(limit: Int) async throws -> [UInt8] {
        if let announced = headers[.contentLength].flatMap(Int.init), announced > limit {
            throw WebError.tooLarge(limit: limit)
        }
        do {
            let buffer = try await body.collect(upTo: limit)
            return Array(buffer.readableBytesView)
        } catch is NIOTooManyBytesError {
            throw WebError.tooLarge(limit: limit)
        }
    }
}

extension SentBody {
    private static let decoder = JSONDecoder()

    /// JSON decoded as `type`.
    /// - throws: ``WebError/malformedBody(_:)`` with the path of what is wrong; ``WebError/unsupportedMediaType`` for a form.
    func decoded<Value: Decodable>(as type: Value.Type) throws -> Value {
        guard case .json(let data) = self else { throw WebError.unsupportedMediaType }
        do {
            return try Self.decoder.decode(type, from: data)
        } catch let error as DecodingError {
            throw WebError.malformedBody(Self.phrase(error, data))
        }
    }

    private static func phrase(_ error: DecodingError, _ data: Data) -> Phrase {
        switch error {
        case .keyNotFound(let key, let context):
            let path = Self.path(context.codingPath + [key])
            return Phrase(fr: "Il manque « \(path) ».", en: "\"\(path)\" is missing.")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            let path = Self.path(context.codingPath)
            return Phrase(fr: "« \(path) » n’est pas du type attendu.", en: "\"\(path)\" is not of the expected type.")
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            let path = Self.path(context.codingPath)
            return Phrase(fr: "« \(path) » n’a pas la forme attendue.", en: "\"\(path)\" does not have the expected form.")
        default: return .notJSON(JSONFault(in: data))
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        var text = ""
        for key in keys {
            if let index = key.intValue { text += "[\(index)]" } else { text += (text.isEmpty ? "" : ".") + key.stringValue }
        }
        return text.isEmpty ? "/" : text
    }
}

/// Reads `application/x-www-form-urlencoded` (URL Standard, section 5.1).
enum FormDecoding {
    /// At most this many fields: a quiz of 500 questions with 12 choices stays far below.
    static let maximumFields = 10_000

    static func fields(_ bytes: [UInt8]) throws -> FormFields {
        var values: [String: [String]] = [:]
        var count = 0
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            count += 1
            guard count <= maximumFields else { throw WebError.malformedBody(.malformedDetail) }
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = text(parts[0]) else { throw WebError.malformedBody(.unreadableField(String(count))) }
            guard let value = parts.count > 1 ? text(parts[1]) : "" else {
                throw WebError.malformedBody(.unreadableField("« \(name.prefix(64)) »"))
            }
            values[name, default: []].append(value)
        }
        return FormFields(values)
    }

    /// A name or a value; `nil` when it holds a NUL or is not UTF-8.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String? {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.endIndex, let high = hexadecimal(bytes[index + 1]),
                let low = hexadecimal(bytes[index + 2])
            {
                out.append(high << 4 | low)
                index += 3
            } else {
                out.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
                index += 1
            }
        }
        return out.contains(0) ? nil : String(validating: out, as: UTF8.self)
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
