import ArgumentParser
import Configuration
import Essentials
import Foundation
import Logging
import SystemPackage
import Web

/// The settings of a server, from options, `REBOND_…` variables and a JSON file, in that order.
struct ServeSettings {
    let data: String
    let host: String
    let port: Int
    let publicDirectory: String?
    let site: SiteSettings
    let logLevel: Logger.Level

    /// - throws: ``CommandFailure``: 66 when the file of settings is missing, 65 when it is not JSON, 64 for a value that cannot be.
    init(_ options: ServeOptions) async throws {
        let sources = try await Sources(options.config)
        data = options.data ?? sources.string("data") ?? "./data"
        host = options.host ?? sources.string("host") ?? "127.0.0.1"
        port = options.port ?? sources.int("port") ?? 8080
        publicDirectory = options.publicFiles ?? sources.string("public")
        site = SiteSettings(
            siteName: options.name ?? sources.string("name") ?? "Rebond",
            publicAddress: try Self.origin(options.address ?? sources.string("address")),
            isBehindProxy: options.behindProxy || sources.bool("behindProxy"))
        let level = options.logLevel ?? sources.string("logLevel") ?? "notice"
        guard let logLevel = Logger.Level(rawValue: level) else { throw CommandFailure(.usage, .unknownLevel(level)) }
        self.logLevel = logLevel
        guard (0...65535).contains(port) else { throw CommandFailure(.usage, .badPort(port)) }
    }

    /// The web client's files: where the settings say, else beside the program, else in the present directory.
    /// - throws: ``CommandFailure`` 66 when there are none.
    func publicFiles() throws -> PublicFiles {
        let program = URL(filePath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath().deletingLastPathComponent()
        let candidates =
            publicDirectory.map { [URL(filePath: $0)] }
            ?? [program.appending(path: "../share/rebond/Public"), program.appending(path: "Public"), URL(filePath: "Public")]
        let found = candidates.first { FileManager.default.fileExists(atPath: $0.appending(path: "css").path) }
        guard let found else { throw CommandFailure(.noInput, .noPublicFiles(publicDirectory ?? "Public")) }
        return try PublicFiles(directory: found)
    }

    /// Scheme, host and port, without a slash at the end: what `Origin` holds.
    private static func origin(_ address: String?) throws -> String? {
        guard let address else { return nil }
        guard let url = URL(string: address), let host = url.host(), url.scheme == "https" || url.scheme == "http" else {
            throw CommandFailure(.usage, .badAddress(address))
        }
        return "\(url.scheme ?? "https")://\(host)" + (url.port.map { ":\($0)" } ?? "")
    }

    private struct Sources {
        private let environment = ConfigReader(provider: EnvironmentVariablesProvider()).scoped(to: "rebond")
        private let file: ConfigReader?

        init(_ path: String?) async throws {
            guard let path = path ?? environment.string(forKey: "config") else {
                file = nil
                return
            }
            guard FileManager.default.fileExists(atPath: path) else { throw CommandFailure(.noInput, .noSettings(path)) }
            do {
                file = ConfigReader(provider: try await FileProvider<JSONSnapshot>(filePath: FilePath(path)))
            } catch {
                throw CommandFailure(.badData, .badSettings(path))
            }
        }

        func string(_ key: String) -> String? {
            let key = ConfigKey([key])
            return environment.string(forKey: key) ?? file?.string(forKey: key)
        }

        func int(_ key: String) -> Int? {
            let key = ConfigKey([key])
            return environment.int(forKey: key) ?? file?.int(forKey: key)
        }

        func bool(_ key: String) -> Bool {
            let key = ConfigKey([key])
            return environment.bool(forKey: key) ?? file?.bool(forKey: key) ?? false
        }
    }
}

extension Phrase {
    fileprivate static func unknownLevel(_ level: String) -> Phrase {
        Phrase(
            fr: "« \(level) » n’est pas un niveau de journal : debug, info, notice, warning ou error.",
            en: "“\(level)” is not a log level: debug, info, notice, warning or error.")
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
    fileprivate static func noSettings(_ path: String) -> Phrase {
        Phrase(fr: "Le fichier de réglages « \(path) » n’existe pas.", en: "The file of settings “\(path)” does not exist.")
    }
    fileprivate static func badSettings(_ path: String) -> Phrase {
        Phrase(
            fr: "« \(path) » n’est pas un objet JSON de réglages. Exemple : {\"port\": 8080}",
            en: "“\(path)” is not a JSON object of settings. Example: {\"port\": 8080}")
    }
}
