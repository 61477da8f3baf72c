import Essentials

/// The representations of a resource: every one has the first two, a page with tables has the others.
package enum Representation: String, Sendable, Hashable, CaseIterable {
    case html
    case json
    /// A table (RFC 4180).
    case csv
    /// Tables as a workbook (Office Open XML, ISO/IEC 29500).
    case xlsx

    /// The media type of a workbook.
    static let workbook = "\(workbookType)"
    private static let workbookType: StaticString = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// Whether it is made of the tables of a page, with all their rows.
    var isTable: Bool { self == .csv || self == .xlsx }

    /// What an `Accept` header prefers (RFC 9110, section 12.5.1); HTML when all are as good.
    /// - Parameter hasTables: whether there is a table to be had.
    /// - Returns: `nil` when the client takes none.
    package static func preferred(accept header: String?, hasTables: Bool = true) -> Representation? {
        guard let header, !header.isEmpty, header != "*/*" else { return .html }
        var html = Preference()
        var json = Preference()
        var csv = Preference()
        var xlsx = Preference()
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
            } else if WeightedMembers.equal(range, "text/csv") {
                csv.take(weight, specificity: 2)
            } else if WeightedMembers.equal(range, workbookType) {
                xlsx.take(weight, specificity: 2)
            }
        }
        if isEmpty { return .html }
        let pages = max(html.weight, json.weight, 0)
        if hasTables, max(csv.weight, xlsx.weight) > pages { return xlsx.weight > csv.weight ? .xlsx : .csv }
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
