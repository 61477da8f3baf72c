import Foundation
import HTTPTypes
import TestSupport
import Yams

/// `docs/openapi.yaml`, as far as tests ask it.
struct OpenAPI: @unchecked Sendable {
    // Dictionaries, arrays, strings, numbers and booleans that nobody changes after they are read.
    private let root: [String: Any]

    /// One operation of the document.
    struct Operation {
        let method: String
        let path: String
        let access: String?
        let bodyLimit: Int
        let hasRequestBody: Bool
        let parameters: Set<String>
        /// By status.
        let responses: [String: [String: Any]]

        var name: String { "\(method) \(path)" }
        var statuses: Set<Int> { Set(responses.keys.compactMap { Int($0) }) }

        /// The media types of a status with their schemas.
        func content(_ status: Int) -> [String: Any] { responses["\(status)"]?["content"] as? [String: Any] ?? [:] }
    }

    let operations: [Operation]

    static let document = Result { try OpenAPI(SourceFolder.package.appending(path: "docs/openapi.yaml")) }

    init(_ file: URL) throws {
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        guard let root = try Yams.load(yaml: text) as? [String: Any] else { throw CocoaError(.fileReadCorruptFile) }
        self.root = root
        let reader = Reader(root: root)
        var operations: [Operation] = []
        for (path, item) in root["paths"] as? [String: [String: Any]] ?? [:] {
            let shared = item["parameters"] as? [[String: Any]] ?? []
            for (method, value) in item {
                guard let operation = value as? [String: Any] else { continue }
                let own = operation["parameters"] as? [[String: Any]] ?? []
                let parameters = (shared + own).map(reader.resolved).filter { $0["in"] as? String == "path" }
                operations.append(
                    Operation(
                        method: method.uppercased(), path: path, access: operation["x-access"] as? String,
                        bodyLimit: operation["x-body-limit"] as? Int ?? 0, hasRequestBody: operation["requestBody"] != nil,
                        parameters: Set(parameters.compactMap { $0["name"] as? String }),
                        responses: (operation["responses"] as? [String: [String: Any]] ?? [:]).mapValues(reader.resolved)))
            }
        }
        self.operations = operations.sorted { $0.name < $1.name }
    }

    /// What a schema, or a response, says once its reference is followed.
    func resolved(_ value: [String: Any]) -> [String: Any] { Reader(root: root).resolved(value) }

    /// Every reference of the document that leads nowhere.
    var brokenReferences: [String] { Reader(root: root).broken(in: root) }

    /// The operation that answers a request.
    func operation(_ method: HTTPRequest.Method, at address: String) -> Operation? {
        let asked = method == .head ? "GET" : method.rawValue
        let path = address.prefix { $0 != "?" }
        // `/sessions/{session}.ics` says more than `/sessions/{session}`.
        return operations.filter { $0.method == asked && Self.matches(path, $0.path) }.max { $0.path.count < $1.path.count }
    }

    private static func matches(_ path: Substring, _ template: String) -> Bool {
        let pieces = path.split(separator: "/")
        let parts = template.split(separator: "/")
        return pieces.count == parts.count
            && zip(parts, pieces).allSatisfy { part, piece in
                guard part.hasPrefix("{"), let end = part.lastIndex(of: "}") else { return part == piece }
                return piece.hasSuffix(part[part.index(after: end)...])
            }
    }
}

/// Follows `$ref` inside a document.
private struct Reader {
    let root: [String: Any]

    func resolved(_ value: [String: Any]) -> [String: Any] {
        guard let reference = value["$ref"] as? String else { return value }
        return target(reference).map(resolved) ?? [:]
    }

    private func target(_ reference: String) -> [String: Any]? {
        guard reference.hasPrefix("#/") else { return nil }
        var place: Any? = root
        for key in reference.dropFirst(2).split(separator: "/") { place = (place as? [String: Any])?[String(key)] }
        return place as? [String: Any]
    }

    func broken(in value: Any) -> [String] {
        if let array = value as? [Any] { return array.flatMap(broken) }
        guard let dictionary = value as? [String: Any] else { return [] }
        var found = dictionary.values.flatMap(broken)
        if let reference = dictionary["$ref"] as? String, target(reference) == nil { found.append(reference) }
        return found
    }
}
