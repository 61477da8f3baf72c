import Essentials
import Outbound

extension MailSettings {
    /// What the variables and the file of settings say of mail; `nil` when they name no mail server.
    /// - throws: ``CommandFailure``: 64 for what cannot be, 66 when a file that is named cannot be read.
    init?(_ sources: SettingsSources) throws {
        guard let host = sources.string("mailHost") else { return nil }
        guard let typed = sources.string("mailFrom"), let from = MailAddress(typed) else {
            throw CommandFailure(.usage, .mailFromIsWrong)
        }
        let security = sources.string("mailSecurity") ?? Security.startTLS.rawValue
        guard let security = Security(rawValue: security.lowercased()) else { throw CommandFailure(.usage, .mailSecurityIsWrong) }
        self.init(
            host: host, port: sources.int("mailPort"), user: sources.string("mailUser"),
            password: try sources.secret("mailPassword"),
            from: from, security: security, certificates: sources.string("mailCertificates"),
            timeout: min(max(sources.int("mailTimeout") ?? 20, 1), 120), retry: min(max(sources.int("mailRetry") ?? 30, 1), 3600))
        switch problem {
        case nil: break
        case .host, .port: throw CommandFailure(.usage, .mailHostIsWrong)
        case .clearToAnotherMachine: throw CommandFailure(.usage, .mailInTheClear)
        case .passwordWithoutUser: throw CommandFailure(.usage, .mailWithoutUser)
        }
    }
}

extension Phrase {
    static let mailWithoutAddress = Phrase(
        fr: "Pour écrire aux gens, Rebond doit savoir où ils le trouvent. Donnez --address https://…",
        en: "To write to people, Rebond has to know where they find it. Give --address https://…")
    static let noMailServer = Phrase(
        fr: "Aucun serveur de courriel n’est nommé. Donnez REBOND_MAIL_HOST et REBOND_MAIL_FROM ; voyez docs/operating.md.",
        en: "No mail server is named. Give REBOND_MAIL_HOST and REBOND_MAIL_FROM; see docs/operating.md.")
    fileprivate static let mailFromIsWrong = Phrase(
        fr: "REBOND_MAIL_FROM n’est pas une adresse. Exemple : Centre des Alouettes <suivi@example.org>",
        en: "REBOND_MAIL_FROM is no address. Example: Centre des Alouettes <suivi@example.org>")
    fileprivate static let mailSecurityIsWrong = Phrase(
        fr: "REBOND_MAIL_SECURITY est starttls, tls ou none.", en: "REBOND_MAIL_SECURITY is starttls, tls or none.")
    fileprivate static let mailHostIsWrong = Phrase(
        fr: "REBOND_MAIL_HOST est un nom de machine, REBOND_MAIL_PORT un port : 1 à 65535.",
        en: "REBOND_MAIL_HOST is the name of a machine, REBOND_MAIL_PORT a port: 1 to 65535.")
    fileprivate static let mailInTheClear = Phrase(
        fr: "Sans chiffrement (REBOND_MAIL_SECURITY=none), le serveur de courriel doit être sur cette machine.",
        en: "Without encryption (REBOND_MAIL_SECURITY=none), the mail server has to be on this machine.")
    fileprivate static let mailWithoutUser = Phrase(
        fr: "Un mot de passe de courriel est donné sans REBOND_MAIL_USER.",
        en: "A mail password is given without REBOND_MAIL_USER.")
}
