import ArgumentParser
import Foundation

/// Where the data is.
struct DataOptions: ParsableArguments {
    @Option(
        name: .customLong("data"),
        help: ArgumentHelp(
            "Dossier des données (sinon REBOND_DATA, sinon ./data). / Data directory.", valueName: "DIR"))
    var given: String?

    var path: String {
        if let given { return given }
        let named = ProcessInfo.processInfo.environment["REBOND_DATA"] ?? ""
        return named.isEmpty ? "./data" : named
    }
}
