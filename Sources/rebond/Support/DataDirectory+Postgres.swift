import ArgumentParser
import Essentials
import PostgresDriver

extension DataDirectory {
    /// Opens a database on a PostgreSQL server.
    /// - throws: ``CommandFailure`` that says what to do, without the password.
    static func openPostgres(_ address: String) async throws -> PostgresDatabase {
        do {
            return try await PostgresDatabase.open(PostgresSettings(address: address))
        } catch let error as PostgresOpeningError {
            throw CommandFailure(error)
        }
    }
}

extension CommandFailure {
    /// What to do about a PostgreSQL that cannot be opened. The server's own words are told where only they can tell, and where no password
    /// can stand in them.
    init(_ error: PostgresOpeningError) {
        let name = error.address.map { "\($0)" } ?? "postgresql://…"
        switch error.reason {
        case .invalidAddress: self.init(.usage, .invalidAddress)
        case .cannotConnect: self.init(.unavailable, .cannotConnect(name, error.detail))
        case .authenticationRefused: self.init(.noPermission, .authenticationRefused(name))
        case .unknownDatabase: self.init(.noInput, .unknownDatabase(name))
        case .notAllowed: self.init(.noPermission, .notAllowed(name))
        case .tooManyConnections: self.init(.tryAgain, .tooManyConnections(name))
        case .notReady: self.init(.tryAgain, .serverNotReady(name))
        case .readOnly: self.init(.cannotCreate, .readOnlyServer(name))
        case .tooOld: self.init(.badData, .tooOld(name))
        case .notUnicode: self.init(.badData, .notUnicode(name))
        }
    }
}

extension Phrase {
    fileprivate static let invalidAddress = Phrase(
        fr:
            "L’adresse de la base ne se lit pas. Exemple : postgresql://rebond@base.example.org:5432/rebond (les signes @ : / ? # % d’un mot de passe s’écrivent %40 %3A %2F %3F %23 %25).",
        en:
            "The address of the database cannot be read. Example: postgresql://rebond@db.example.org:5432/rebond (the signs @ : / ? # % of a password are written %40 %3A %2F %3F %23 %25)."
    )

    fileprivate static func cannotConnect(_ name: String, _ detail: String) -> Phrase {
        let lines = detail.isEmpty ? "" : "\n" + detail
        return Phrase(
            fr:
                "Le serveur de la base « \(name) » ne répond pas. Vérifiez son nom, son port, le réseau et TLS ; rien n’a été changé.\(lines)",
            en:
                "The server of the database “\(name)” does not answer. Check its name, its port, the network and TLS; nothing was changed.\(lines)"
        )
    }

    fileprivate static func authenticationRefused(_ name: String) -> Phrase {
        Phrase(
            fr:
                "Le serveur de la base « \(name) » refuse le compte ou le mot de passe, ou veut une connexion chiffrée (TLS : ?sslmode=require). Corrigez l’adresse, ou demandez à qui tient ce serveur (pg_hba.conf).",
            en:
                "The server of the database “\(name)” refuses the account or the password, or wants an encrypted connection (TLS: ?sslmode=require). Correct the address, or ask whoever runs that server (pg_hba.conf)."
        )
    }

    fileprivate static func unknownDatabase(_ name: String) -> Phrase {
        Phrase(
            fr:
                "Il n’y a pas de base « \(name) ». Corrigez son nom, ou créez-la : createdb --encoding=UTF8 --template=template0 NOM",
            en: "There is no database “\(name)”. Correct its name, or make it: createdb --encoding=UTF8 --template=template0 NAME"
        )
    }

    fileprivate static func notAllowed(_ name: String) -> Phrase {
        Phrase(
            fr: "Ce compte n’a pas le droit d’utiliser la base « \(name) ». Donnez-le-lui : GRANT ALL ON DATABASE … TO …",
            en: "This account may not use the database “\(name)”. Allow it: GRANT ALL ON DATABASE … TO …")
    }

    fileprivate static func tooManyConnections(_ name: String) -> Phrase {
        Phrase(
            fr: "Le serveur de la base « \(name) » n’a plus de connexion libre. Réessayez, ou augmentez max_connections.",
            en: "The server of the database “\(name)” has no connection left. Try again, or raise max_connections.")
    }

    fileprivate static func serverNotReady(_ name: String) -> Phrase {
        Phrase(
            fr: "Le serveur de la base « \(name) » démarre ou s’arrête. Réessayez dans un instant.",
            en: "The server of the database “\(name)” is starting or stopping. Try again in a moment.")
    }

    fileprivate static func readOnlyServer(_ name: String) -> Phrase {
        Phrase(
            fr: "« \(name) » est une copie qui ne s’écrit pas. Donnez l’adresse du serveur principal.",
            en: "“\(name)” is a copy that cannot be written. Give the address of the primary server.")
    }

    fileprivate static func tooOld(_ name: String) -> Phrase {
        Phrase(
            fr: "Le serveur de la base « \(name) » est trop ancien : il faut PostgreSQL 13 ou plus récent.",
            en: "The server of the database “\(name)” is too old: PostgreSQL 13 or later is needed.")
    }

    fileprivate static func notUnicode(_ name: String) -> Phrase {
        Phrase(
            fr:
                "La base « \(name) » ne garde pas ses textes en UTF-8. Créez-en une autre : createdb --encoding=UTF8 --template=template0 NOM",
            en:
                "The database “\(name)” does not keep its text as UTF-8. Make another: createdb --encoding=UTF8 --template=template0 NAME"
        )
    }
}
