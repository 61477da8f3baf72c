import ArgumentParser
import Essentials

/// Where a password comes from: never the command line, which other people of the machine can read.
struct PasswordInput: ParsableArguments {
    @Flag(
        name: .customLong("password-stdin"),
        help:
            "Lit le mot de passe sur la première ligne de l’entrée ; sans cela, Rebond en fabrique un. / Reads the password from standard input."
    )
    var isOnStandardInput = false

    @Flag(
        name: .customLong("keep-password"),
        help: "La personne pourra garder ce mot de passe. / The person may keep this password.")
    var mayBeKept = false

    /// The password that was given; `nil` when one is to be made up.
    /// - throws: ``CommandFailure`` when standard input is empty.
    func read() throws -> String? {
        guard isOnStandardInput else { return nil }
        guard let line = readLine(), !line.isEmpty else {
            throw CommandFailure(
                .refused,
                Phrase(
                    fr: "L’entrée est vide. Donnez le mot de passe sur sa première ligne.",
                    en: "Standard input is empty. Give the password on its first line."))
        }
        return line
    }
}
