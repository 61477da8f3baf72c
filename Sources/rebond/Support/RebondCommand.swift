import ArgumentParser
import Essentials

/// A command of Rebond: says what went wrong in a sentence and ends with a documented exit code, never with an internal error.
protocol RebondCommand: AsyncParsableCommand {
    var speech: LanguageOptions { get }

    /// What the command does.
    /// - throws: anything; known errors become a sentence.
    func perform(_ console: Console) async throws
}

extension RebondCommand {
    mutating func run() async throws {
        let console = Console(language: speech.chosen)
        do {
            try await perform(console)
            if !console.isWritten { throw CommandFailure(.inputOutput, .resultNotWritten) }
        } catch let code as ExitCode {
            throw code
        } catch {
            let failure = CommandFailure(error)
            console.note(failure.phrase)
            throw failure.code
        }
    }
}

extension Phrase {
    fileprivate static let resultNotWritten = Phrase(
        fr: "Le travail est fait, mais son résultat n’a pas pu être écrit. Vérifiez la place sur le disque.",
        en: "The work is done, but its result could not be written. Check the space on the disk.")
}
