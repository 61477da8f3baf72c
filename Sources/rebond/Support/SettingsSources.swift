import Configuration
import Essentials
import Foundation
import SystemPackage

/// What `REBOND_…` variables and a JSON file say of the settings, the variables first. An empty text says nothing.
struct SettingsSources {
    private let environment = ConfigReader(provider: EnvironmentVariablesProvider()).scoped(to: "rebond")
    private let file: ConfigReader?

    /// - Parameter path: of the file; without it `REBOND_CONFIG`.
    /// - throws: ``CommandFailure``: 66 when the file is missing, 65 when it is not JSON.
    init(_ path: String?) async throws {
        guard let path = path ?? environment.string(forKey: "config"), !path.isEmpty else {
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
        if let said = environment.string(forKey: key, isSecret: true), !said.isEmpty { return said }
        return file?.string(forKey: key, isSecret: true).flatMap { $0.isEmpty ? nil : $0 }
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

extension Phrase {
    fileprivate static func noSettings(_ path: String) -> Phrase {
        Phrase(fr: "Le fichier de réglages « \(path) » n’existe pas.", en: "The file of settings “\(path)” does not exist.")
    }
    fileprivate static func badSettings(_ path: String) -> Phrase {
        Phrase(
            fr: "« \(path) » n’est pas un objet JSON de réglages. Exemple : {\"port\": 8080}",
            en: "“\(path)” is not a JSON object of settings. Example: {\"port\": 8080}")
    }
}
