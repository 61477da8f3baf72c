import Essentials
import Foundation
import Outbound

extension VirtualRooms {
    /// What the variables and the file of settings say of servers for virtual classes.
    /// - throws: ``CommandFailure``: 64 for what cannot be, 66 when a file that is named cannot be read.
    init(_ sources: SettingsSources, site: String?) throws {
        self.init(site: site)
        if let base = sources.string("bbbAddress") {
            let secret = try sources.secret("bbbSecret") ?? ""
            let timeout = min(max(sources.int("bbbTimeout") ?? 6, 1), 20)
            guard
                let server = BigBlueButton(
                    base: base, secret: secret, certificates: sources.string("bbbCertificates"), timeout: timeout)
            else { throw CommandFailure(.usage, .bigBlueButtonIsWrong) }
            bigBlueButton = server
        }
        if let host = sources.string("jitsiHost") {
            let application = sources.string("jitsiApplication") ?? ""
            guard let server = Jitsi(host: host, application: application, secret: try sources.secret("jitsiSecret") ?? "") else {
                throw CommandFailure(.usage, .jitsiIsWrong)
            }
            jitsi = server
        }
    }
}

extension SettingsSources {
    /// Of a variable, or the first line of a file (`…File`) that only the server reads.
    func secret(_ key: String) throws -> String? {
        if let said = string(key) { return said }
        guard let path = string(key + "File") else { return nil }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw CommandFailure(
                .noInput,
                Phrase(
                    fr: "Le fichier d’un secret, « \(path) », ne se lit pas.",
                    en: "The file of a secret, “\(path)”, cannot be read."))
        }
        return text.split(whereSeparator: \.isNewline).first.map(String.init)
    }
}

extension Phrase {
    fileprivate static let bigBlueButtonIsWrong = Phrase(
        fr: "REBOND_BBB_ADDRESS est l’adresse https que donne « bbb-conf --secret », REBOND_BBB_SECRET son secret.",
        en: "REBOND_BBB_ADDRESS is the https address that “bbb-conf --secret” gives, REBOND_BBB_SECRET its secret.")
    fileprivate static let jitsiIsWrong = Phrase(
        fr: "Pour Jitsi, donnez REBOND_JITSI_HOST, REBOND_JITSI_APPLICATION et REBOND_JITSI_SECRET.",
        en: "For Jitsi, give REBOND_JITSI_HOST, REBOND_JITSI_APPLICATION and REBOND_JITSI_SECRET.")
}
