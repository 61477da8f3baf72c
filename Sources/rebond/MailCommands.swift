import ArgumentParser
import Campus
import Essentials
import Outbound

/// `rebond mail`
struct MailCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "Les messages par courriel : ce qui attend, ce qui n’est pas parti. / Mail: what waits, what was not sent.",
        subcommands: [MailList.self, MailRetry.self, MailTest.self])
}

/// `rebond mail list`
struct MailList: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Montre ce qui attend, les plus récents d’abord (500 au plus). / Lists what waits, the newest first.")

    @Flag(help: "Ceux qui ne partiront plus d’eux-mêmes. / Those that will not be tried again.") var dead = false
    @Flag(help: "Ceux qui sont partis. / Those that were sent.") var sent = false
    @Flag(help: "Les adresses refusées pour de bon. / Addresses that were refused for ever.") var addresses = false
    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    private struct Line: Encodable {
        let id: String
        let state: LetterState
        let kind: String
        let address: String
        let subject: String
        let tries: Int
        let writtenAt: String
        /// Waiting: when it is tried next; otherwise when it was settled.
        let at: String
        let error: String?
    }

    private struct Refused: Encodable {
        let address: String
        let refusedAt: String
        let reason: String
    }

    private func giveAddresses(_ console: Console) async throws {
        let bounces = try await DataDirectory.with(data, .existing) { try await $0.campus().bouncedAddresses() }
        let lines = bounces.map { Refused(address: $0.address, refusedAt: $0.at.iso8601, reason: $0.reason) }
        try console.give(lines, as: format) {
            var table = TextTable(
                [
                    Phrase(fr: "ADRESSE", en: "ADDRESS"), Phrase(fr: "QUAND", en: "WHEN"), Phrase(fr: "POURQUOI", en: "WHY"),
                ], in: console.language)
            for line in lines { table.add([line.address, line.refusedAt, line.reason]) }
            console.print(table)
        }
    }

    func perform(_ console: Console) async throws {
        if addresses { return try await giveAddresses(console) }
        let state: LetterState = dead ? .dead : sent ? .sent : .waiting
        let letters = try await DataDirectory.with(data, .existing) { try await $0.campus().letters(state) }
        let lines = letters.map { letter in
            Line(
                id: letter.id.text, state: letter.state, kind: letter.draft.kind, address: letter.draft.address,
                subject: letter.draft.subject, tries: letter.tries, writtenAt: letter.createdAt.iso8601,
                at: letter.dueAt.iso8601, error: letter.error)
        }
        try console.give(lines, as: format) {
            var table = TextTable(
                [
                    Phrase(fr: "MESSAGE", en: "LETTER"), Phrase(fr: "À", en: "TO"), Phrase(fr: "OBJET", en: "SUBJECT"),
                    Phrase(fr: "ESSAIS", en: "TRIES"), Phrase(fr: "QUAND", en: "WHEN"), Phrase(fr: "POURQUOI", en: "WHY"),
                ], in: console.language)
            for line in lines {
                table.add([line.id, line.address, String(line.subject.prefix(40)), "\(line.tries)", line.at, line.error ?? ""])
            }
            console.print(table)
        }
    }
}

/// `rebond mail retry [ID…]`
struct MailRetry: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract:
            "Réessaie tout ce qui n’est pas parti, ou ces messages. / Tries everything that was not sent again, or these letters."
    )

    @Argument(help: "Messages ; sinon tous ceux de « list --dead ». / Letters; otherwise all of “list --dead”.") var letters:
        [String] = []
    @Option(
        help: "Écrire de nouveau à cette adresse, qui avait été refusée. / Writes to this address again, which was refused."
    ) var address: String?
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let count = try await DataDirectory.with(data, .existing) { data in
            let campus = data.campus()
            if let address {
                try await campus.forgetBounce(of: address)
                if letters.isEmpty { return try await campus.retryDeadLetters(to: address) }
            }
            if letters.isEmpty { return try await campus.retryDeadLetters() }
            for text in letters {
                guard let id = Identifier<Letter>(text) else { throw CampusError.notFound(.noSuchLetter) }
                try await campus.retryLetter(id)
            }
            return letters.count
        }
        console.print("\(count)")
        console.note(
            Phrase.counted(
                count, fr: ("\(count) message attend de nouveau.", "\(count) messages attendent de nouveau."),
                en: ("\(count) letter waits again.", "\(count) letters wait again.")))
    }
}

/// `rebond mail test ADDRESS`
struct MailTest: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract:
            "Écrit à une adresse, tout de suite, avec les réglages du serveur. / Writes to an address, at once, with the server’s settings."
    )

    @Argument(help: "À qui. / To whom.") var address: String
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let sources = try await SettingsSources(data.settings)
        guard let settings = try MailSettings(sources) else { throw CommandFailure(.usage, .noMailServer) }
        guard MailAddress.isAddress(address) else { throw CommandFailure(.usage, .notAnAddress(address)) }
        let site = sources.string("address") ?? "http://localhost"
        let now = Clock.system.now
        let message = MailMessage(
            from: settings.from, to: address, id: "\(Identifier<Letter>.new(at: now).text)@\(settings.from.domain)",
            subject: Phrase(fr: "Essai de courriel de Rebond", en: "A test of mail from Rebond").in(console.language),
            body: Phrase(
                fr: "Ce message vient de Rebond (\(site)). S’il arrive, le courriel fonctionne.\n",
                en: "This message comes from Rebond (\(site)). If it arrives, mail works.\n"
            ).in(console.language), language: console.language, date: now)
        let host = site.split(separator: "/").last.map { String($0.split(separator: ":")[0]) } ?? "localhost"
        let client = SMTPClient(settings, presentedAs: host)
        let outcome = await client.send(message.bytes, from: settings.from.address, to: address)
        await client.close()
        switch outcome {
        case .accepted:
            console.print(message.id)
            console.note(
                Phrase(
                    fr: "Le serveur de courriel a pris le message pour \(address). Regardez s’il arrive.",
                    en: "The mail server took the message for \(address). See whether it arrives."))
        case .refused(let said), .noSuchAddress(let said): throw CommandFailure(.refused, .mailRefused(said))
        case .later(let said), .noServer(let said): throw CommandFailure(.unavailable, .mailNotTaken(said))
        }
    }
}

extension Phrase {
    fileprivate static func notAnAddress(_ text: String) -> Phrase {
        Phrase(fr: "« \(text) » n’est pas une adresse de courriel.", en: "“\(text)” is not an e-mail address.")
    }
    fileprivate static func mailRefused(_ said: String) -> Phrase {
        Phrase(fr: "Le serveur de courriel refuse : \(said)", en: "The mail server refuses: \(said)")
    }
    fileprivate static func mailNotTaken(_ said: String) -> Phrase {
        Phrase(
            fr: "Le serveur de courriel n’a pas pris le message. Vérifiez l’adresse, le compte et TLS : \(said)",
            en: "The mail server did not take the message. Check its address, the account and TLS: \(said)")
    }
}
