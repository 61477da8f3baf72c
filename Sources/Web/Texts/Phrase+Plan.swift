import Essentials
import Scheduling

/// Words of series and of whole calendars.
extension Phrase {
    static let wholeCalendar = Phrase(fr: "Tout le calendrier", en: "The whole calendar")
    static let proposal = Phrase(fr: "Ce qui est proposé", en: "What is proposed")
    static let nothingToPlan = Phrase(fr: "Rien à proposer", en: "Nothing to propose")
    static let nothingToPlanAdvice = Phrase(
        fr: "Les cours de cette promo ne disent pas quelles séances reviennent chaque semaine, ou tout est passé.",
        en: "The courses of this cohort do not say which sessions come back each week, or all is over.")
    static func toBePlanned(_ count: Int) -> Phrase {
        .counted(
            count,
            fr: (
                "\(count) séance à prévoir, d’après les cours. Rien n’est gardé avant que vous appuyiez sur le bouton.",
                "\(count) séances à prévoir, d’après les cours. Rien n’est gardé avant que vous appuyiez sur le bouton."
            ),
            en: (
                "\(count) session to plan, as the courses ask. Nothing is kept before you press the button.",
                "\(count) sessions to plan, as the courses ask. Nothing is kept before you press the button."
            ))
    }
    static func planAll(_ count: Int) -> Phrase {
        .counted(
            count, fr: ("Prévoir \(count) séance", "Prévoir ces \(count) séances"),
            en: ("Plan \(count) session", "Plan these \(count) sessions"))
    }
    static func isPublicHoliday(_ day: String) -> Phrase {
        Phrase(fr: "\(day) est férié.", en: "\(day) is a public holiday.")
    }
    static func isTakenBy(_ day: String, _ title: String) -> Phrase {
        Phrase(fr: "\(day), il y a déjà « \(title) ».", en: "\(day), there is already “\(title)”.")
    }
    static let planItYourself = Phrase(
        fr: "Aucun autre jour de la semaine n’est libre à cette heure : prévoyez-la vous-même.",
        en: "No other day of that week is free at that hour: plan it yourself.")

    static let repeatSession = Phrase(fr: "Chaque semaine, ces jours", en: "Every week, on these days")
    static let repeatUntil = Phrase(fr: "Jusqu’au", en: "Until")
    static let repeatHint = Phrase(
        fr: "Vide : une seule séance. Les jours fériés sont laissés de côté.",
        en: "Empty: one session only. Public holidays are left out.")
    static let whichOfSeries = Phrase(fr: "Pour quelles séances", en: "For which sessions")
    static func scope(_ scope: SeriesScope, _ series: SeriesStanding) -> Phrase {
        switch scope {
        case .one: Phrase(fr: "Celle-ci seulement", en: "This one only")
        case .following:
            .counted(
                series.later,
                fr: ("Celle-ci et la suivante (\(series.later))", "Celle-ci et les \(series.later) suivantes"),
                en: ("This one and the one after it (\(series.later))", "This one and the \(series.later) after it"))
        case .all: Phrase(fr: "Toute la série (\(series.count))", en: "The whole series (\(series.count))")
        }
    }
}
