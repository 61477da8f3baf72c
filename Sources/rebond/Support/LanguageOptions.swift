import ArgumentParser
import Essentials
import Foundation

/// In which language a command speaks.
struct LanguageOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Langue des messages, fr ou en (sinon celle de LANG, sinon le français). / Language of the messages.",
            valueName: "fr|en"))
    var language: Language?

    /// What was asked for, else what the environment says, else French.
    var chosen: Language { language ?? Language(environment: ProcessInfo.processInfo.environment) }
}

extension Language: ExpressibleByArgument {}

extension Language {
    /// What `LC_ALL`, `LC_MESSAGES` and `LANG` say, in the order in which POSIX reads them. `C` and other languages leave French.
    init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let tag = locale.prefix { $0.isLetter }.lowercased()
        self = Language(rawValue: tag) ?? .french
    }
}
