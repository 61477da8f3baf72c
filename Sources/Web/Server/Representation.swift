import Essentials

/// The two representations of a resource.
package enum Representation: String, Sendable, Hashable, CaseIterable {
    case html
    case json

    /// What an `Accept` header prefers (RFC 9110, section 12.5.1); HTML when both are as good.
    /// - Returns: `nil` when the client takes neither.
    package static func preferred(accept header: String?) -> Representation? {
        guard let header, !header.isEmpty, header != "*/*" else { return .html }
        // What programs send, without the reading of ranges.
        if header == "application/json" { return .json }
        let ranges = header.split(separator: ",").compactMap(MediaRange.init)
        guard !ranges.isEmpty else { return .html }
        let html = quality(["text/html", "application/xhtml+xml"], ranges)
        let json = quality(["application/json", "application/problem+json"], ranges)
        if html <= 0, json <= 0 { return nil }
        return json > html ? .json : .html
    }

    /// The weight of the most specific range that matches one of the types: `text/html;q=0, */*` wants no page.
    private static func quality(_ types: [String], _ ranges: [MediaRange]) -> Double {
        let matching = ranges.filter { range in types.contains(where: range.matches) }
        return matching.max { ($0.specificity, $0.weight) < ($1.specificity, $1.weight) }?.weight ?? 0
    }

    private struct MediaRange {
        let type: String
        let weight: Double

        init?(_ text: Substring) {
            let pieces = text.split(separator: ";").map { $0.trimmingSpaces().lowercased() }
            guard let type = pieces.first, type.contains("/") else { return nil }
            self.type = type
            weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
        }

        var specificity: Int { type == "*/*" ? 0 : type.hasSuffix("/*") ? 1 : 2 }

        func matches(_ other: String) -> Bool {
            type == "*/*" || type == other || (type.hasSuffix("/*") && other.hasPrefix(type.dropLast()))
        }
    }
}
