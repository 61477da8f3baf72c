import Accounts
import ArgumentParser
import Campus
import Essentials
import Scheduling

/// `rebond slot`
struct SlotCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "slot", abstract: "Les créneaux des mentors et des tuteurs. / The free times of mentors and tutors.",
        subcommands: [SlotList.self])
}

/// `rebond slot list COHORT`
struct SlotList: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Montre ce qui est libre et peut être réservé. / Lists what is free and can be booked.")

    @Argument(help: "Clé de la promo. / Key of the cohort.") var cohort: String
    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let slots = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().freeSlots(of: cohort).map { Line($0.host, $0.slot) }
        }
        try console.give(slots, as: format) {
            var table = TextTable(
                [
                    Phrase(fr: "JOUR", en: "DAY"), Phrase(fr: "HEURE", en: "HOUR"), Phrase(fr: "MIN", en: "MIN"),
                    Phrase(fr: "AVEC", en: "WITH"), Phrase(fr: "LIEU", en: "PLACE"),
                ], in: console.language)
            for slot in slots { table.add([slot.day, slot.hour, "\(slot.minutes)", slot.host, slot.place ?? "-"]) }
            console.print(table)
        }
    }

    private struct Line: Encodable {
        let host: String
        let day: String
        let hour: String
        let zone: String
        let startsAt: String
        let minutes: Int
        let place: String?

        init(_ host: PersonListing, _ slot: MentoringSlot) {
            self.host = host.login
            day = slot.start.day.text
            hour = slot.start.hourText
            zone = slot.zone.name
            startsAt = slot.startsAt.iso8601
            minutes = slot.length
            place = slot.place ?? slot.link
        }
    }
}
