package import Accounts
package import Essentials
package import SQL

/// A way of looking at one's learners that a person keeps under a name.
package struct KeptView: Sendable, Hashable {
    package let name: String
    /// The query of the address, without the question mark.
    package let query: String

    package init(name: String, query: String) {
        self.name = name
        self.query = query
    }

    /// How many one person keeps.
    package static let most = 20
}

/// The statements of kept views.
package enum KeptViewStatements {
    /// The caseload: one's own views, by name.
    package static let views = Statement(
        "tutoring.views", "SELECT name, query FROM caseload_view WHERE person_id = $1 ORDER BY name")

    /// Keeping a view, or keeping it anew.
    package static let save = Statement(
        "tutoring.saveView",
        """
        INSERT INTO caseload_view (person_id, name, query) VALUES ($1, $2, $3)
        ON CONFLICT (person_id, name) DO UPDATE SET query = excluded.query
        """)

    /// Forgetting one's own view.
    package static let remove = Statement(
        "tutoring.removeView", "DELETE FROM caseload_view WHERE person_id = $1 AND name = $2")
}

/// What is kept of views. Stateless.
package struct KeptViewStore: Sendable {
    package init() {}

    /// The views of a person, by name. One statement.
    package func views(of person: Identifier<Person>, in reading: any ReadTransaction) throws -> [KeptView] {
        try reading.rows(KeptViewStatements.views, person) { KeptView(name: $0.text(0), query: $0.text(1)) }
    }

    /// Keeps a view under its name, in the place of the one that had it.
    /// - throws: ``TutoringError/invalidView``, ``TutoringError/tooManyViews``.
    package func keep(_ view: KeptView, of person: Identifier<Person>, in writing: any WriteTransaction) throws {
        let name = view.name.trimmingWhitespace()
        guard (1...60).contains(name.unicodeScalars.count), !name.utf8.contains(0), view.query.utf8.count <= 1000,
            !view.query.utf8.contains(0)
        else { throw TutoringError.invalidView }
        let kept = try views(of: person, in: writing)
        guard kept.count < KeptView.most || kept.contains(where: { $0.name == name }) else {
            throw TutoringError.tooManyViews
        }
        try writing.run(KeptViewStatements.save, person, name, view.query)
    }

    /// Forgets a view; one that is not there is forgotten already.
    package func remove(_ name: String, of person: Identifier<Person>, in writing: any WriteTransaction) throws {
        try writing.run(KeptViewStatements.remove, person, name)
    }
}
