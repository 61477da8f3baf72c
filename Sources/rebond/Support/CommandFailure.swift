import ArgumentParser
import Essentials

/// Why a command stops, as its reader needs to hear it: one sentence, what to do, and the exit code. See docs/cli.md for the codes.
struct CommandFailure: Error {
    let code: ExitCode
    let phrase: Phrase

    init(_ code: ExitCode, _ phrase: Phrase) {
        self.code = code
        self.phrase = phrase
    }
}

/// The exit codes of every command, those of `sysexits.h` where one fits.
extension ExitCode {
    /// What was given is refused, or a check found something.
    static let refused = ExitCode(1)
    /// The command line cannot be read: ArgumentParser gives it too.
    static let usage = ExitCode(64)
    /// What was given is not what it should be: not a database, not text.
    static let badData = ExitCode(65)
    /// No such file or directory.
    static let noInput = ExitCode(66)
    /// A server that is needed does not answer.
    static let unavailable = ExitCode(69)
    /// A fault of Rebond's own, or of the database.
    static let fault = ExitCode(70)
    /// Something cannot be made.
    static let cannotCreate = ExitCode(73)
    /// Reading or writing failed midway.
    static let inputOutput = ExitCode(74)
    /// A server that is needed does not let this account in.
    static let noPermission = ExitCode(77)
    /// Busy: the same command can be tried again.
    static let tryAgain = ExitCode(75)
}
