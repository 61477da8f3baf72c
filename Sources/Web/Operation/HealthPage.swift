import Essentials
import HTML
import SQL

/// Whether the server is well, for monitors and for who looks after it.
struct HealthPage: Page {
    /// Alive: the program answers. Ready: it may be sent requests.
    struct Model: Encodable, Sendable {
        enum Status: String, Encodable, Sendable {
            case ok, unavailable
        }
        enum Database: String, Encodable, Sendable {
            case ok, unreachable
        }
        enum Schema: String, Encodable, Sendable {
            /// As this program wants it.
            case current
            /// Migrations are missing.
            case behind
            /// A newer version of the program made it, or something else is wrong with it.
            case foreign
        }

        let status: Status
        /// `nil` where it was not asked.
        let database: Database?
        let schema: Schema?

        /// The program answers; nothing else was asked.
        static let alive = Model(status: .ok, database: nil, schema: nil)
    }

    let model: Model
    var menu: MenuEntry? { nil }

    func heading(_ words: Words) -> String { words(model.status == .ok ? .allIsWell : .notReady) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page page-narrow"), .tabindex(-1)) {
            header(.class("page-head")) {
                h1 { heading(words) }
                if let advice { p(.class("lead")) { words(advice) } }
            }
        }
    }

    private var advice: Phrase? {
        if model.database == .unreachable { return .databaseAway }
        switch model.schema {
        case .behind: return .schemaBehind
        case .foreign: return .schemaForeign
        case .current, nil: return nil
        }
    }
}

extension HealthPage.Model {
    /// - Parameter standing: `nil` when the database does not answer.
    init(standing: SchemaStanding?) {
        switch standing {
        case nil: self.init(status: .unavailable, database: .unreachable, schema: nil)
        case .current: self.init(status: .ok, database: .ok, schema: .current)
        case .empty, .behind: self.init(status: .unavailable, database: .ok, schema: .behind)
        case .newer, .reordered, .foreign: self.init(status: .unavailable, database: .ok, schema: .foreign)
        }
    }
}

extension Phrase {
    fileprivate static let allIsWell = Phrase(fr: "Tout va bien", en: "All is well")
    fileprivate static let notReady = Phrase(fr: "Le serveur n’est pas prêt", en: "The server is not ready")
    fileprivate static let databaseAway = Phrase(
        fr: "La base de données ne répond pas. Ce que vous avez fait est gardé.",
        en: "The database does not answer. What you did is kept.")
    fileprivate static let schemaBehind = Phrase(
        fr: "La base de données n’est pas à jour. L’administration du serveur doit lancer : rebond migrate",
        en: "The database is not up to date. Whoever runs the server needs to run: rebond migrate")
    fileprivate static let schemaForeign = Phrase(
        fr: "La base de données vient d’une autre version de Rebond. Mettez ce serveur à jour.",
        en: "The database comes from another version of Rebond. Update this server.")
}
