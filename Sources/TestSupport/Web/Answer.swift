import Foundation
package import HTTPTypes

/// What the server answered.
package struct Answer: Sendable {
    package let status: Int
    package let headers: HTTPFields
    package let body: [UInt8]

    /// What a browser accepts.
    package static let html = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    package static let json = "application/json"

    package var text: String { String(decoding: body, as: UTF8.self) }
    package var location: String? { headers[.location] }
    package var type: String? { headers[.contentType] }

    /// The body as a JSON object.
    /// - throws: `CocoaError` when it is none.
    package func object() throws -> [String: Any] {
        guard let object = try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] else {
            throw CocoaError(.propertyListReadCorrupt)
        }
        return object
    }

    /// The body as `type`.
    /// - throws: `DecodingError`.
    package func decoded<Value: Decodable>(as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(body))
    }

    /// The value that `Set-Cookie` gives to a cookie.
    package func cookie(_ name: String) -> String? {
        for header in headers[values: .setCookie] where header.hasPrefix(name + "=") {
            return String(header.dropFirst(name.count + 1).prefix { $0 != ";" })
        }
        return nil
    }
}
