import ArgumentParser
import Essentials
import Foundation
import Logging
import NIOCore
import Outbound
import Scheduling
import Web

/// The settings of a server, from options, `REBOND_…` variables and a JSON file, in that order.
struct ServeSettings {
    let place: DataPlace
    let host: String
    let port: Int
    let publicDirectory: String?
    let site: SiteSettings
    let attendance: AttendanceRules
    let logLevel: Logger.Level
    /// `nil`: no mail is sent.
    let mail: MailSettings?
    /// Servers for virtual classes.
    let rooms: VirtualRooms

    /// - throws: ``CommandFailure``: 66 when the file of settings is missing, 65 when it is not JSON, 64 for a value that cannot be.
    init(_ options: ServeOptions) async throws {
        let sources = try await SettingsSources(options.data.settings)
        place = options.data.place(sources)
        host = options.host ?? sources.string("host") ?? "127.0.0.1"
        port = options.port ?? sources.int("port") ?? 8080
        publicDirectory = options.publicFiles ?? sources.string("public")
        mail = try MailSettings(sources)
        site = SiteSettings(
            siteName: options.name ?? sources.string("name") ?? "Rebond",
            organisation: options.organisation ?? sources.string("organisation"),
            activityNumber: options.nda ?? sources.string("nda"),
            publicAddress: try Self.origin(options.address ?? sources.string("address")),
            isBehindProxy: options.behindProxy || sources.bool("behindProxy"),
            proxies: try Self.proxies(options.proxies ?? sources.string("proxies") ?? ""), sendsMail: mail != nil)
        let usual = AttendanceRules.usual
        attendance = AttendanceRules(
            opensBefore: options.signingBefore ?? sources.int("signingBefore") ?? usual.opensBefore,
            closesAfter: options.signingAfter ?? sources.int("signingAfter") ?? usual.closesAfter)
        for minutes in [attendance.opensBefore, attendance.closesAfter] where !AttendanceRules.range.contains(minutes) {
            throw CommandFailure(.usage, .badSigningMinutes(minutes))
        }
        let level = options.logLevel ?? sources.string("logLevel") ?? "notice"
        guard let logLevel = Logger.Level(rawValue: level) else { throw CommandFailure(.usage, .unknownLevel(level)) }
        self.logLevel = logLevel
        rooms = try VirtualRooms(sources, site: site.publicAddress)
        // What letters link to.
        if mail != nil, site.publicAddress == nil { throw CommandFailure(.usage, .mailWithoutAddress) }
        guard (0...65535).contains(port) else { throw CommandFailure(.usage, .badPort(port)) }
    }

    /// The web client's files: where the settings say, else beside the program, else in the present directory.
    /// - throws: ``CommandFailure`` 66 when there are none.
    func publicFiles() throws -> PublicFiles { try Self.publicFiles(in: publicDirectory) }

    /// The same from a directory that was named, or not.
    static func publicFiles(in publicDirectory: String?) throws -> PublicFiles {
        let program = URL(filePath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath().deletingLastPathComponent()
        let candidates =
            publicDirectory.map { [URL(filePath: $0)] }
            ?? [program.appending(path: "../share/rebond/Public"), program.appending(path: "Public"), URL(filePath: "Public")]
        let found = candidates.first { FileManager.default.fileExists(atPath: $0.appending(path: "css").path) }
        guard let found else { throw CommandFailure(.noInput, .noPublicFiles(publicDirectory ?? "Public")) }
        return try PublicFiles(directory: found)
    }

    /// IP addresses with commas between them.
    private static func proxies(_ list: String) throws -> Set<String> {
        let addresses = list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        return Set(
            try addresses.map { address in
                guard let known = try? SocketAddress(ipAddress: address, port: 0), let plain = known.ipAddress else {
                    throw CommandFailure(.usage, .badProxy(address))
                }
                // As the system writes it, so that it can be compared with the other end of a connection.
                return plain
            })
    }

    /// Scheme, host and port, without a slash at the end: what `Origin` holds.
    private static func origin(_ address: String?) throws -> String? {
        guard let address else { return nil }
        guard let url = URL(string: address), let host = url.host(), url.scheme == "https" || url.scheme == "http" else {
            throw CommandFailure(.usage, .badAddress(address))
        }
        return "\(url.scheme ?? "https")://\(host)" + (url.port.map { ":\($0)" } ?? "")
    }
}

extension Phrase {
    fileprivate static func unknownLevel(_ level: String) -> Phrase {
        Phrase(
            fr: "« \(level) » n’est pas un niveau de journal : debug, info, notice, warning ou error.",
            en: "“\(level)” is not a log level: debug, info, notice, warning or error.")
    }
    fileprivate static func badSigningMinutes(_ minutes: Int) -> Phrase {
        Phrase(
            fr: "\(minutes) ne va pas : la signature s’ouvre et se ferme de 0 à 240 minutes avant et après.",
            en: "\(minutes) will not do: signing opens and closes 0 to 240 minutes before and after.")
    }
    fileprivate static func badProxy(_ address: String) -> Phrase {
        Phrase(
            fr: "« \(address) » n’est pas l’adresse IP d’un mandataire. Exemple : --proxies 10.0.0.5,10.0.0.6",
            en: "“\(address)” is not the IP address of a proxy. Example: --proxies 10.0.0.5,10.0.0.6")
    }
    fileprivate static func badPort(_ port: Int) -> Phrase {
        Phrase(fr: "\(port) n’est pas un port : 0 à 65535.", en: "\(port) is not a port: 0 to 65535.")
    }
    fileprivate static func badAddress(_ address: String) -> Phrase {
        Phrase(
            fr: "« \(address) » n’est pas une adresse publique. Exemple : https://apprendre.example.org",
            en: "“\(address)” is not a public address. Example: https://learn.example.org")
    }
    fileprivate static func noPublicFiles(_ path: String) -> Phrase {
        Phrase(
            fr: "Les fichiers du client web ne sont pas dans « \(path) ». Donnez leur dossier avec --public.",
            en: "The files of the web client are not in “\(path)”. Give their directory with --public.")
    }
}
