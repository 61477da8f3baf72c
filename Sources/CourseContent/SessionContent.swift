/// A session as the course describes it. When and where it takes place is the calendar's.
package struct SessionContent: Codable, Sendable, Hashable {
    package var form: SessionForm
    /// Safe HTML: what one does there.
    package var html: String
    /// Safe HTML: what one does before; `nil` for nothing.
    package var preparation: String?
    /// Plain text: what one comes with.
    package var bring: [String]
    package var assets: [String]

    package init(form: SessionForm, html: String, preparation: String? = nil, bring: [String] = [], assets: [String] = []) {
        self.form = form
        self.html = html
        self.preparation = preparation
        self.bring = bring
        self.assets = assets
    }
}

/// How people meet.
package enum SessionForm: String, Codable, Sendable, Hashable, CaseIterable {
    case virtual
    case inPerson = "in-person"
}
