import ArgumentParser
import Campus
import Essentials
import Gamification
import LanguageLearning
import Progress
import Scheduling

/// `rebond verify`
struct Verify: RebondCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Recalcule les progrès à partir des faits et dit ce qui diffère. / Recomputes progress from the facts and says what differs.",
        discussion: "rebond verify --repair")

    @Flag(help: "Remplace ce qui diffère par ce que disent les faits. / Replaces what differs by what the facts say.")
    var repair = false

    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        var report = Report()
        let summary = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().verifyProgress(repairing: repair) { found in
                switch format.chosen {
                case .text:
                    let phrase = found.phrase
                    let place = found.course ?? found.cohort ?? ""
                    console.print(Phrase(fr: "\(place) : \(phrase.fr)", en: "\(place): \(phrase.en)"))
                case .json: report.differences.append(Report.Difference(found))
                }
            }
        }
        let chains = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().verifyAttendance { cohort, fault in
                switch format.chosen {
                case .text: console.print(fault.phrase(cohort: cohort))
                case .json: report.brokenLinks.append(Report.BrokenLink(fault, cohort: cohort))
                }
            }
        }
        let points = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().verifyPoints(repairing: repair) { found in
                let (person, kept, sum) = (found.person.text, found.kept, found.recomputed)
                switch format.chosen {
                case .text:
                    console.print(
                        Phrase(
                            fr: "Points de \(person) : gardé \(kept), recalculé \(sum)",
                            en: "Points of \(person): kept \(kept), recomputed \(sum)"))
                case .json: report.points.append(Report.Balance(person: person, kept: kept, recomputed: sum))
                }
            }
        }
        let cards = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().verifyCards(repairing: repair) { found in
                switch format.chosen {
                case .text:
                    let place = "\(found.person) \(found.key.activity)/\(found.key.card)"
                    console.print(
                        Phrase(
                            fr: "\(place) : la carte n’est pas ce que disent ses révisions",
                            en: "\(place): the card is not what its reviews say"))
                case .json: report.cards.append(Report.Card(found))
                }
            }
        }
        report.summary = Report.Summary(summary)
        if format.chosen == .json { try console.print(json: report) }
        console.note(Self.sentence(summary))
        console.note(Self.sentence(entries: chains.entries, broken: chains.broken))
        console.note(Self.sentence(points))
        console.note(Self.sentence(cards))
        if summary.remaining > 0 || chains.broken > 0 || points.remaining > 0 || cards.remaining > 0 {
            throw ExitCode.refused
        }
    }

    private static func sentence(_ summary: Campus.VerificationSummary) -> Phrase {
        let checked = Phrase.counted(
            summary.enrolments,
            fr: ("\(summary.enrolments) inscription vérifiée", "\(summary.enrolments) inscriptions vérifiées"),
            en: ("\(summary.enrolments) enrolment checked", "\(summary.enrolments) enrolments checked"))
        let found = Phrase.counted(
            summary.differences, fr: ("\(summary.differences) différence", "\(summary.differences) différences"),
            en: ("\(summary.differences) difference", "\(summary.differences) differences"))
        let counts = Phrase(fr: "\(checked.fr), \(found.fr)", en: "\(checked.en), \(found.en)")
        guard summary.differences > 0 else { return Phrase(fr: counts.fr + ".", en: counts.en + ".") }
        let repaired = Phrase.counted(
            summary.repaired,
            fr: ("\(summary.repaired) inscription réparée", "\(summary.repaired) inscriptions réparées"),
            en: ("\(summary.repaired) enrolment repaired", "\(summary.repaired) enrolments repaired"))
        return Phrase(
            fr: "\(counts.fr), \(repaired.fr), reste \(summary.remaining).",
            en: "\(counts.en), \(repaired.en), \(summary.remaining) left.")
    }

    private static func sentence(entries: Int, broken: Int) -> Phrase {
        let read = Phrase.counted(
            entries, fr: ("\(entries) entrée d’émargement suivie", "\(entries) entrées d’émargement suivies"),
            en: ("\(entries) attendance entry followed", "\(entries) attendance entries followed"))
        let found = Phrase.counted(
            broken, fr: ("\(broken) registre rompu", "\(broken) registres rompus"),
            en: ("\(broken) broken log", "\(broken) broken logs"))
        return Phrase(fr: "\(read.fr), \(found.fr).", en: "\(read.en), \(found.en).")
    }

    private static func sentence(_ points: Campus.PointsVerification) -> Phrase {
        let checked = Phrase.counted(
            points.people, fr: ("\(points.people) solde de points", "\(points.people) soldes de points"),
            en: ("\(points.people) balance of points", "\(points.people) balances of points"))
        let found = Phrase.counted(
            points.differences, fr: ("\(points.differences) différence", "\(points.differences) différences"),
            en: ("\(points.differences) difference", "\(points.differences) differences"))
        return Phrase(fr: "\(checked.fr), \(found.fr).", en: "\(checked.en), \(found.en).")
    }

    private static func sentence(_ cards: Campus.CardVerification) -> Phrase {
        let checked = Phrase.counted(
            cards.cards, fr: ("\(cards.cards) carte vérifiée", "\(cards.cards) cartes vérifiées"),
            en: ("\(cards.cards) card checked", "\(cards.cards) cards checked"))
        let found = Phrase.counted(
            cards.differences, fr: ("\(cards.differences) différence", "\(cards.differences) différences"),
            en: ("\(cards.differences) difference", "\(cards.differences) differences"))
        return Phrase(
            fr: "\(checked.fr), \(found.fr), reste \(cards.remaining).",
            en: "\(checked.en), \(found.en), \(cards.remaining) left.")
    }

    private struct Report: Encodable {
        /// Cards that are not what their reviews say.
        var cards: [Card] = []
        /// The first one of each log that is broken.
        var brokenLinks: [BrokenLink] = []
        var summary = Summary(Campus.VerificationSummary())
        var differences: [Difference] = []
        /// Balances that are not what the entries add up to.
        var points: [Balance] = []

        struct Balance: Encodable {
            let person: String
            let kept: String
            let recomputed: String
        }

        struct Summary: Encodable {
            let courses: Int
            let enrolments: Int
            let differences: Int
            let repairedEnrolments: Int
            let remaining: Int

            init(_ summary: Campus.VerificationSummary) {
                courses = summary.courses
                enrolments = summary.enrolments
                differences = summary.differences
                repairedEnrolments = summary.repaired
                remaining = summary.remaining
            }
        }

        struct Card: Encodable {
            let person: String
            let activity: String
            let card: String
            let direction: String

            init(_ found: CardRebuild.Difference) {
                person = found.person.text
                activity = found.key.activity.text
                card = found.key.card
                direction = found.key.direction.rawValue
            }
        }

        struct BrokenLink: Encodable {
            let cohort: String
            let sequence: Int
            let entry: String?
            let problem: AttendanceFault.Problem

            init(_ fault: AttendanceFault, cohort: String) {
                self.cohort = cohort
                sequence = fault.sequence
                entry = fault.entry?.text
                problem = fault.problem
            }
        }

        struct Difference: Encodable {
            let course: String?
            /// For alerts and for what waits.
            let cohort: String?
            let enrolment: String
            let activity: String?
            let field: String
            let kept: String
            let recomputed: String

            init(_ found: Campus.VerifiedDifference) {
                course = found.course
                cohort = found.cohort
                enrolment = found.enrolment.text
                activity = found.activity
                field = found.field
                kept = found.kept
                recomputed = found.recomputed
            }
        }
    }
}
