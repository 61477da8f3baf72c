import ArgumentParser
import Campus
import Essentials
import Tutoring

/// `rebond alerts`
struct AlertCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts", abstract: "Les alertes : qui a besoin de quelqu’un. / Alerts: who needs somebody.",
        subcommands: [AlertSweepCommand.self, AlertList.self, AlertRulesCommand.self])
}

/// `rebond alerts sweep`
struct AlertSweepCommand: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep",
        abstract:
            "Évalue toutes les promos en cours, comme le serveur chaque matin. / Evaluates every cohort that runs, as the server does each morning.",
        discussion: "Une seconde fois ne change rien. / A second time changes nothing.")

    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    private struct Line: Encodable {
        let cohorts: Int
        let enrolments: Int
        let changes: Int
    }

    func perform(_ console: Console) async throws {
        let sweep = try await DataDirectory.with(data, .existing) { data in try await data.campus().sweepAlerts(always: true) }
        try console.give(Line(cohorts: sweep.cohorts, enrolments: sweep.enrolments, changes: sweep.changes), as: format) {
            console.print("\(sweep.cohorts) \(sweep.enrolments) \(sweep.changes)")
        }
        console.note(
            Phrase(
                fr: "\(sweep.enrolments) inscriptions vues dans \(sweep.cohorts) promos, \(sweep.changes) alertes ont changé.",
                en: "\(sweep.enrolments) enrolments seen in \(sweep.cohorts) cohorts, \(sweep.changes) alerts changed."))
    }
}

/// `rebond alerts list COHORT`
struct AlertList: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Montre les alertes ouvertes d’une promo. / Lists the open alerts of a cohort.")

    @Argument(help: "Clé de la promo. / Key of the cohort.")
    var cohort: String

    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    private struct Line: Encodable {
        let login: String
        let level: String
        let reasons: [AlertReason]
        let raisedAt: Int64
    }

    func perform(_ console: Console) async throws {
        let found = try await DataDirectory.with(data, .existing) { data in try await data.campus().openAlerts(in: cohort) }
        let lines = found.map { alert, login in
            Line(
                login: login, level: alert.level?.rawValue ?? "", reasons: alert.reasons,
                raisedAt: alert.raisedAt?.milliseconds ?? 0)
        }
        try console.give(lines, as: format) {
            var table = TextTable(
                [.login, Phrase(fr: "NIVEAU", en: "LEVEL"), Phrase(fr: "RAISONS", en: "REASONS"), .since], in: console.language)
            for line in lines {
                let reasons = line.reasons.map { "\($0.kind.rawValue) \($0.amount)" }.joined(separator: ", ")
                table.add([line.login, line.level, reasons, Instant(milliseconds: line.raisedAt).day])
            }
            console.print(table)
        }
    }
}

/// `rebond alerts rules COHORT`
struct AlertRulesCommand: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract:
            "Montre ou change les seuils d’une promo ; 0 éteint une règle. / Shows or changes the limits of a cohort; 0 switches a rule off.",
        discussion: "rebond alerts rules web-2026-09 --amber-inactive 3 --red-inactive 6")

    @Argument(help: "Clé de la promo. / Key of the cohort.")
    var cohort: String

    @Option(help: "Orange : jours ouvrés sans activité. / Amber: working days without activity.")
    var amberInactive: Int?
    @Option(help: "Orange : demi-journées non justifiées. / Amber: unjustified half-days.")
    var amberAbsences: Int?
    @Option(help: "Orange : moins de tant de % du travail prévu. / Amber: under so many % of the planned work.")
    var amberWork: Int?
    @Option(help: "Rouge : jours ouvrés sans activité. / Red: working days without activity.")
    var redInactive: Int?
    @Option(help: "Rouge : absences de suite. / Red: absences in a row.")
    var redAbsences: Int?
    @Option(help: "Rouge : heures sans connexion après le début. / Red: hours without signing in after the start.")
    var redSignIn: Int?
    @Option(help: "Rouge : première évaluation manquée ou échouée (true, false). / Red: first evaluation missed or failed.")
    var redEvaluation: Bool?

    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let wanted = self
        let rules = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().setAlertRules(of: cohort) { rules in
                rules.amberInactiveDays = wanted.amberInactive ?? rules.amberInactiveDays
                rules.amberAbsences = wanted.amberAbsences ?? rules.amberAbsences
                rules.amberWorkPercent = wanted.amberWork ?? rules.amberWorkPercent
                rules.redInactiveDays = wanted.redInactive ?? rules.redInactiveDays
                rules.redAbsencesInARow = wanted.redAbsences ?? rules.redAbsencesInARow
                rules.redHoursWithoutSignIn = wanted.redSignIn ?? rules.redHoursWithoutSignIn
                rules.redFirstEvaluation = wanted.redEvaluation ?? rules.redFirstEvaluation
            }
        }
        try console.give(rules, as: format) {
            for (name, number) in [
                ("amber-inactive", rules.amberInactiveDays), ("amber-absences", rules.amberAbsences),
                ("amber-work", rules.amberWorkPercent), ("red-inactive", rules.redInactiveDays),
                ("red-absences", rules.redAbsencesInARow), ("red-sign-in", rules.redHoursWithoutSignIn),
            ] {
                console.print("\(name) \(number)")
            }
            console.print("red-evaluation \(rules.redFirstEvaluation)")
        }
    }
}
