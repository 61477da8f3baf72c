/// The languages of the interface.
package enum Language: String, Hashable, Sendable, Codable, CaseIterable {
    case french = "fr"
    case english = "en"

    /// The best match for an `Accept-Language` header (RFC 9110, section 12.5.4); French when nothing fits.
    package init(acceptLanguage header: String) {
        var best: (language: Language, weight: Double) = (.french, 0)
        var named: Set<Language> = []
        var others = 0.0
        for part in header.split(separator: ",") {
            let pieces = part.split(separator: ";").map { $0.trimmingSpaces().lowercased() }
            guard let tag = pieces.first else { continue }
            let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            guard (0...1).contains(weight) else { continue }
            if tag == "*" { others = weight }
            guard let language = Self.allCases.first(where: { tag == $0.rawValue || tag.hasPrefix($0.rawValue + "-") })
            else { continue }
            named.insert(language)
            if weight > best.weight { best = (language, weight) }
        }
        // A star stands for the languages that the header does not name.
        if others > best.weight, let other = Self.allCases.first(where: { !named.contains($0) }) {
            best = (other, others)
        }
        self = best.language
    }
}

extension StringProtocol {
    /// Without the spaces and tabs at both ends.
    package func trimmingSpaces() -> String {
        var view = self[...]
        while let first = view.first, first == " " || first == "\t" { view = view.dropFirst() }
        while let last = view.last, last == " " || last == "\t" { view = view.dropLast() }
        return String(view)
    }
}
