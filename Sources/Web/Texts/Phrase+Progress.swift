import Essentials
import Progress

/// Words of a learner's own progress.
extension Phrase {
    static let myProgress = Phrase(fr: "Mes progrès", en: "My progress")
    static func myPace(_ pace: Pace) -> Phrase {
        switch pace.status {
        case .notStarted: Phrase(fr: "Votre formation commence bientôt.", en: "Your course begins soon.")
        case .ahead: Phrase(fr: "Vous avez de l’avance.", en: "You are ahead.")
        case .onTime: Phrase(fr: "Vous êtes dans les temps.", en: "You are on time.")
        case .paused: Phrase(fr: "Vous êtes en pause : rien n’est attendu.", en: "You have a pause: nothing is expected.")
        case .done: Phrase(fr: "Vous avez tout terminé.", en: "You have finished everything.")
        case .late:
            Phrase(
                fr: "Vous avez \(days(pace.daysLate).fr) de retard, soit \(duration(minutes: pace.minutesLate).fr) de travail.",
                en: "You are \(days(pace.daysLate).en) late: \(duration(minutes: pace.minutesLate).en) of work.")
        }
    }
    static func courseEndsOn(_ day: String) -> Phrase { Phrase(fr: "Jusqu’au \(day).", en: "Until \(day).") }
    static let whatIsDue = Phrase(fr: "À faire, avec les dates", en: "To do, with the dates")
    static let nothingIsDueAnyMore = Phrase(fr: "Rien n’attend de date.", en: "Nothing waits for a date.")
    static func andMore(_ count: Int) -> Phrase {
        .counted(
            count, fr: ("et \(count) autre, plus tard", "et \(count) autres, plus tard"),
            en: ("and \(count) more, later", "and \(count) more, later"))
    }
    static let myMarks = Phrase(fr: "Mes notes", en: "My marks")
    static let noMarkYet = Phrase(fr: "Pas encore de note.", en: "No mark yet.")
    static func attemptCount(_ count: Int) -> Phrase {
        .counted(count, fr: ("\(count) essai", "\(count) essais"), en: ("\(count) attempt", "\(count) attempts"))
    }
    static let waitsForMark = Phrase(fr: "à corriger", en: "to be marked")
    static let meanOfMarks = Phrase(fr: "Moyenne", en: "Mean")
    static let myTime = Phrase(fr: "Mon temps", en: "My time")
    static let threeDurations = Phrase(
        fr:
            "Prévu : la durée annoncée. Connecté : le temps mesuré quand une page est ouverte et utilisée. Validé : accordé à la fin de chaque activité.",
        en:
            "Planned: the announced duration. Connected: measured while a page is open and in use. Validated: granted at the end of each activity."
    )
    static let byWeek = Phrase(fr: "Par semaine", en: "By week")
    static let byActivity = Phrase(fr: "Par activité", en: "By activity")
    static let week = Phrase(fr: "Semaine", en: "Week")
    static func weekOf(_ day: String) -> Phrase { Phrase(fr: "du \(day)", en: "of \(day)") }
    static let inAll = Phrase(fr: "En tout", en: "In all")
    static let plannedTime = Phrase(fr: "Temps prévu", en: "Planned time")
    static let validatedTime = Phrase(fr: "Temps validé", en: "Validated time")
    static let myCompetencies = Phrase(fr: "Mes compétences", en: "My competencies")
    static func doneOf(_ done: Int, _ total: Int) -> Phrase { Phrase(fr: "\(done) sur \(total)", en: "\(done) of \(total)") }
}
