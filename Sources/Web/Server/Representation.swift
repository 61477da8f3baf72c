import Essentials

/// The two representations of a resource.
package enum Representation: String, Sendable, Hashable, CaseIterable {
    case html
    case json

    /// What an `Accept` header prefers (RFC 9110, section 12.5.1); HTML when both are as good.
    /// - Returns: `nil` when the client takes neither.
    package static func preferred(accept header: String?) -> Representation? {
        guard let header, !header.isEmpty, header != "*/*" else { return .html }
        var html = Preference()
        var json = Preference()
        var isEmpty = true
        WeightedMembers.forEach(in: header) { range, weight in
            guard range.contains(UInt8(ascii: "/")) else { return }
            isEmpty = false
            if WeightedMembers.equal(range, "*/*") {
                html.take(weight, specificity: 0)
                json.take(weight, specificity: 0)
            } else if WeightedMembers.equal(range, "text/*") {
                html.take(weight, specificity: 1)
            } else if WeightedMembers.equal(range, "application/*") {
                html.take(weight, specificity: 1)
                json.take(weight, specificity: 1)
            } else if WeightedMembers.equal(range, "text/html") || WeightedMembers.equal(range, "application/xhtml+xml") {
                html.take(weight, specificity: 2)
            } else if WeightedMembers.equal(range, "application/json") || WeightedMembers.equal(range, "application/problem+json")
            {
                json.take(weight, specificity: 2)
            }
        }
        if isEmpty { return .html }
        if html.weight <= 0, json.weight <= 0 { return nil }
        return json.weight > html.weight ? .json : .html
    }

    /// The weight of the most specific range that matches: `text/html;q=0, */*` wants no page.
    private struct Preference {
        private var specificity = -1
        /// In thousandths.
        private(set) var weight = 0

        mutating func take(_ weight: Int, specificity: Int) {
            guard (specificity, weight) > (self.specificity, self.weight) else { return }
            self.specificity = specificity
            self.weight = weight
        }
    }
}
