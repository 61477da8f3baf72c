import Essentials
import Foundation

/// A form with files: `multipart/form-data` (RFC 7578). No library that reads it is in reach; it is read whole, within the route's limit.
struct MultipartForm: Sendable {
    /// A file that was chosen; a file field that was left empty gives none.
    struct File: Sendable {
        let field: String
        let name: String
        let bytes: Data
    }

    var fields: FormFields
    var files: [File]

    private static let maximumParts = 100

    /// A form without files.
    init(fields: FormFields) {
        self.fields = fields
        files = []
    }

    /// - Parameter type: the value of `Content-Type`.
    /// - throws: ``WebError/malformedBody(_:)``
    init(_ body: Data, type: String) throws {
        guard let boundary = Self.parameter("boundary", of: type), (1...70).contains(boundary.utf8.count) else {
            throw WebError.malformedBody(.malformedDetail)
        }
        var values: [String: [String]] = [:]
        var files: [File] = []
        for (count, part) in try Self.parts(body, boundary).enumerated() {
            guard count < Self.maximumParts, let end = part.range(of: Data("\r\n\r\n".utf8)) else {
                throw WebError.malformedBody(.malformedDetail)
            }
            let head = String(decoding: part[part.startIndex..<end.lowerBound], as: UTF8.self)
            let content = part[end.upperBound...]
            let disposition = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
            guard let disposition = disposition.map(String.init), let name = Self.parameter("name", of: disposition) else {
                throw WebError.malformedBody(.unreadableField(String(count + 1)))
            }
            if let file = Self.parameter("filename", of: disposition) {
                // Some browsers send a whole path.
                let own = file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
                if own.isEmpty, content.isEmpty { continue }
                files.append(File(field: name, name: own, bytes: Data(content)))
            } else {
                guard !content.contains(0), let text = String(validating: content, as: UTF8.self) else {
                    throw WebError.malformedBody(.unreadableField("« \(name.prefix(64)) »"))
                }
                // A form's line ends are CR LF, whatever the person typed.
                values[name, default: []].append(text.replacing("\r\n", with: "\n"))
            }
        }
        fields = FormFields(values)
        self.files = files
    }

    /// What stands between the lines that part it.
    private static func parts(_ body: Data, _ boundary: String) throws -> [Data] {
        let line = Data("\r\n--\(boundary)".utf8)
        guard body.starts(with: line.dropFirst(2)) else { throw WebError.malformedBody(.malformedDetail) }
        var parts: [Data] = []
        var start = body.startIndex + line.count - 2
        while true {
            let rest = body[start...]
            if rest.starts(with: "--".utf8) { return parts }
            guard rest.starts(with: "\r\n".utf8), let end = body.range(of: line, in: (start)..<body.endIndex) else {
                throw WebError.malformedBody(.malformedDetail)
            }
            parts.append(end.lowerBound > start + 2 ? body[(start + 2)..<end.lowerBound] : Data())
            start = end.upperBound
        }
    }

    /// The value of a parameter of a header: `name="a \"b\""` or a token.
    private static func parameter(_ name: String, of header: String) -> String? {
        var rest = header[...]
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " || $0 == "\t" }
            guard let equals = rest.firstIndex(of: "=") else { return nil }
            let found = rest[..<equals].lowercased()
            rest = rest[rest.index(after: equals)...]
            var value = ""
            if rest.first == "\"" {
                rest = rest.dropFirst()
                while let character = rest.first, character != "\"" {
                    rest = rest.dropFirst()
                    // Browsers write %22 for a quote; older ones escape it.
                    if character == "\\", let next = rest.first, next == "\"" || next == "\\" {
                        value.append(next)
                        rest = rest.dropFirst()
                    } else {
                        value.append(character)
                    }
                }
            } else {
                value = String(rest.prefix { $0 != ";" }).trimmingSpaces()
            }
            if found == name { return value.replacing("%22", with: "\"").replacing("%0D%0A", with: " ") }
        }
        return nil
    }
}
