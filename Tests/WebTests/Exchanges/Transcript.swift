import Foundation
import HTTPTypes
import TestSupport
import Testing

/// A conversation with the server as text: what was asked, what was answered, with the headers that matter.
final class Transcript {
    private let site: TestSite
    private var parts: [String] = []

    init(_ site: TestSite) {
        self.site = site
    }

    private static let kept: [HTTPField.Name] = [
        .location, .contentType, .contentLanguage, .cacheControl, .vary, .eTag, .allow, .retryAfter, .wwwAuthenticate, .setCookie,
    ]

    /// Asks, writes the exchange down, and gives the answer back.
    /// - Parameter showsBody: whether the body of the answer is part of the text; pages have golden files of their own.
    @discardableResult
    func ask(
        _ method: HTTPRequest.Method, _ path: String, _ body: SentText? = nil, as role: TestRole? = nil,
        accept: String = "application/json", headers: HTTPFields = [:], showsBody: Bool = true
    ) async throws -> Answer {
        let answer = try await site.send(method, path, as: role, accept: accept, headers: headers, body: body)
        var lines = ["> \(method.rawValue) \(path)", "> Accept: \(accept)"]
        if let role { lines.append("> Cookie: (\(role.rawValue))") }
        for field in headers { lines.append("> \(field.name.rawName): \(field.value)") }
        if let body {
            lines.append("> Content-Type: \(body.type ?? "none")")
            lines.append(">")
            lines.append("> " + String(decoding: body.bytes, as: UTF8.self))
        }
        lines.append("< \(answer.status)")
        for name in Self.kept {
            for value in answer.headers[values: name] { lines.append("< \(name.rawName): \(value)") }
        }
        if showsBody, !answer.body.isEmpty { lines += ["<", Self.readable(answer)] }
        parts.append(lines.joined(separator: "\n"))
        return answer
    }

    var text: String { parts.joined(separator: "\n\n") + "\n" }

    /// JSON with a line for each value, a page with a line for each element.
    private static func readable(_ answer: Answer) -> String {
        guard answer.type?.contains("json") == true else { return Golden.unfolded(answer.text) }
        guard let value = try? JSONSerialization.jsonObject(with: Data(answer.body)),
            let data = try? JSONSerialization.data(
                withJSONObject: value, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        else { return answer.text }
        return String(decoding: data, as: UTF8.self)
    }
}
