import Essentials
import Progress

/// Words about the plan, what is due, and how somebody stands to it.
extension Phrase {
    static let paceTitle = Phrase(fr: "Rythme", en: "Pace")
    static let pauseOrMoreTime = Phrase(fr: "Mettre en pause, donner un délai", en: "Give a pause, give more time")
    static func paceOn(_ day: String) -> Phrase { Phrase(fr: "Au \(day)", en: "On \(day)") }
    static func days(_ count: Int) -> Phrase {
        .counted(count, fr: ("\(count) jour", "\(count) jours"), en: ("\(count) day", "\(count) days"))
    }
    static func paceLate(days: Int, minutes: Int) -> Phrase {
        let (count, work) = (self.days(days), duration(minutes: minutes))
        return Phrase(fr: "en retard de \(count.fr), soit \(work.fr) de travail", en: "\(count.en) late: \(work.en) of work")
    }
    static func paceAhead(minutes: Int) -> Phrase {
        let work = duration(minutes: minutes)
        return Phrase(fr: "en avance de \(work.fr) de travail", en: "ahead by \(work.en) of work")
    }
    static func pace(_ pace: Pace) -> Phrase {
        switch pace.status {
        case .late: .paceLate(days: pace.daysLate, minutes: pace.minutesLate)
        case .ahead: .paceAhead(minutes: pace.minutesAhead)
        case .notStarted, .onTime, .paused, .done: pace.status.phrase
        }
    }
    static func plannedAndDone(planned: Int, done: Int) -> Phrase {
        let (planned, done) = (duration(minutes: planned), duration(minutes: done))
        return Phrase(
            fr: "\(done.fr) de travail fait, \(planned.fr) prévues à ce jour",
            en: "\(done.en) of work done, \(planned.en) planned until today")
    }
    static let noPlan = Phrase(
        fr: "Ce cours n’a pas de calendrier : sa promo n’a pas de premier jour.",
        en: "This course has no calendar: its cohort has no first day.")
    static func forDay(_ day: String) -> Phrase { Phrase(fr: "pour \(day)", en: "by \(day)") }
    static func lateBy(_ count: Int) -> Phrase {
        let days = days(count)
        return Phrase(fr: "en retard de \(days.fr)", en: "\(days.en) late")
    }
    static let withMoreTime = Phrase(fr: "délai accordé", en: "more time given")

    static let pause = Phrase(fr: "Pause", en: "Pause")
    static let givePause = Phrase(fr: "Mettre en pause", en: "Give a pause")
    static let pauseLead = Phrase(
        fr:
            "Pendant une pause, rien n’est attendu : les dates limites se décalent, et les jours ne comptent pas comme une absence.",
        en: "During a pause nothing is expected: deadlines move, and the days do not count as an absence.")
    static let motive = Phrase(fr: "Motif", en: "Reason")
    static let firstDay = Phrase(fr: "Premier jour", en: "First day")
    static let lastDay = Phrase(fr: "Dernier jour", en: "Last day")
    static let pauseNote = Phrase(fr: "Précision (facultatif)", en: "Note (optional)")
    static let pauseNoteHint = Phrase(fr: "Rien de médical.", en: "Nothing medical.")
    static let giveMoreTime = Phrase(fr: "Donner un délai", en: "Give more time")
    static let moreTimeLead = Phrase(
        fr: "La date limite de cette activité change pour cette personne seulement.",
        en: "The last day of this activity changes for this person only.")
    static let whyMoreTime = Phrase(fr: "Pourquoi", en: "Why")
    static let decisions = Phrase(fr: "Ce qui a été décidé", en: "What was decided")
    static let nothingDecided = Phrase(fr: "Rien pour le moment.", en: "Nothing at the moment.")
    static let takeBack = Phrase(fr: "Retirer", en: "Take back")
    static let takenBack = Phrase(fr: "retiré", en: "taken back")
    static let notDoneYet = Phrase(fr: "À faire, avec les dates limites", en: "To do, with their last days")
    static func pauseFromTo(_ first: String, _ last: String, _ motive: Phrase) -> Phrase {
        first == last
            ? Phrase(fr: "Pause le \(first), \(motive.fr)", en: "Pause on \(first), \(motive.en)")
            : Phrase(fr: "Pause du \(first) au \(last), \(motive.fr)", en: "Pause from \(first) to \(last), \(motive.en)")
    }
    static func moreTimeUntil(_ day: String, _ title: String) -> Phrase {
        Phrase(fr: "« \(title) » jusqu’au \(day)", en: "“\(title)” until \(day)")
    }
    static let badDay = Phrase(fr: "Écrivez une date, par exemple 2026-11-23.", en: "Write a date, such as 2026-11-23.")
    static let chooseMotive = Phrase(fr: "Choisissez un motif dans la liste.", en: "Choose a reason from the list.")
    static let chooseActivity = Phrase(fr: "Choisissez une activité dans la liste.", en: "Choose an activity from the list.")
    static let ruleOnActivity = Phrase(fr: "Dispenser, valider, corriger une note", en: "Exempt, validate, correct a mark")
    static let rulingLead = Phrase(
        fr: "Votre décision est gardée avec son motif. Elle peut être retirée : ce que la personne a fait reste.",
        en: "Your decision is kept with its reason. It can be taken back: what the person did stays.")
    static let decision = Phrase(fr: "Décision", en: "Decision")
    static let chooseAction = Phrase(fr: "Choisissez une décision dans la liste.", en: "Choose a decision from the list.")
    static let rulingScore = Phrase(fr: "Note en pour cent, pour une note", en: "Mark in percent, for a mark")
    static let rulingMinutes = Phrase(
        fr: "Minutes validées, pour une activité validée (sinon celles de l’activité)",
        en: "Minutes validated, for a validated activity (otherwise those of the activity)")
    static func ruling(_ action: Ruling.Action) -> Phrase {
        switch action {
        case .exempted:
            Phrase(fr: "Dispenser : compte comme fait, aucun temps validé", en: "Exempt: counts as done, no time validated")
        case .completed: Phrase(fr: "Valider : compte comme fait", en: "Validate: counts as done")
        case .mark: Phrase(fr: "Donner une autre note", en: "Give another mark")
        case .withdrawn: takenBack
        }
    }
    static func ruled(_ action: Ruling.Action, score: Int?, minutes: Int?) -> Phrase {
        switch action {
        case .exempted: Phrase(fr: "dispense", en: "exempted")
        case .completed:
            Phrase(
                fr: "validée, \(duration(minutes: minutes ?? 0).fr)", en: "validated, \(duration(minutes: minutes ?? 0).en)")
        case .mark: Phrase(fr: "note \(score ?? 0)\u{A0}%", en: "mark \(score ?? 0)%")
        case .withdrawn: takenBack
        }
    }
}
