import Authoring
import CourseContent

/// Gives ids that are stable: made from those of the source, the same for the same source, each once.
struct IdentifierPool {
    private var taken: Set<String> = []

    /// - Parameters:
    ///   - source: the id, or failing that the title, in the source.
    ///   - kind: what it is, before an id that begins with a digit or when nothing can be kept: `question`.
    mutating func take(_ source: String, kind: String) -> String {
        let first = source.trimmed.first { $0.isLetter || $0.isNumber }
        let isNumbered = first.map { $0.isNumber } ?? true
        var id = CourseNaming.identifier(for: isNumbered ? kind + "-" + source : source) ?? kind
        if id.utf8.count > 50 {
            // Long ones often differ at their ends only.
            id = id.prefix(41).trimmingHyphens + "-" + ContentDigest.of(Array(source.utf8)).prefix(8)
        }
        var unique = id
        var number = 2
        while !taken.insert(unique).inserted {
            unique = "\(id)-\(number)"
            number += 1
        }
        return unique
    }
}

extension StringProtocol {
    fileprivate var trimmingHyphens: String {
        var view = self[...]
        while view.last == "-" { view.removeLast() }
        return String(view)
    }
}
