import Essentials
import HTML

/// Days of learning that follow each other, without any threat.
struct RegularityView: View {
    let streak: PointsPage.Model.Streak
    let words: Words

    var body: some Markup {
        section(.class("stack"), .aria(.labelledby, "regularity")) {
            h2(.id("regularity")) { words(.regularity) }
            p {
                words(streak.days == 0 ? .noStreak : .streak(streak.days))
                if let since = streak.since, streak.days > 1 { " " + words(.streakSince(words.day(since))) }
            }
            if streak.longest > streak.days { p(.class("quiet")) { words(.longestStreak(streak.longest)) } }
            p(.class("quiet")) { words(.streakRule(streak.forgivenLeft)) }
        }
    }
}

/// What is due this week, as a quest.
struct QuestView: View {
    let quest: PointsPage.Model.Quest
    let words: Words

    var body: some Markup {
        section(.class("stack"), .aria(.labelledby, "quest")) {
            h2(.id("quest")) { words(.questOfWeek) }
            p(.class("quiet")) {
                words(.questDone(quest.steps.count { $0.isDone }, of: quest.steps.count, until: words.day(quest.until)))
            }
            ul(.class("rows")) {
                ForEach(quest.steps) { step in
                    li {
                        a(.class("row"), .href(Links.activity(step.course, step.activity))) {
                            span(.class("row-main"), .lang(words.lang(of: step.language))) { step.title }
                            if step.isDone { span(.class("badge")) { words(.questStepDone) } }
                        }
                    }
                }
            }
        }
    }
}

extension Phrase {
    static let regularity = Phrase(fr: "Ma régularité", en: "My regularity")
    static func streak(_ days: Int) -> Phrase {
        .counted(
            days, fr: ("\(days) jour d’apprentissage.", "\(days) jours d’apprentissage qui se suivent."),
            en: ("\(days) day of learning.", "\(days) days of learning that follow each other."))
    }
    static func streakSince(_ day: String) -> Phrase { Phrase(fr: "Depuis le \(day).", en: "Since \(day).") }
    static let noStreak = Phrase(
        fr: "Une série commence avec votre prochain jour d’apprentissage.", en: "A run begins with your next day of learning.")
    static func longestStreak(_ days: Int) -> Phrase {
        Phrase(fr: "Votre plus longue série : \(days) jours.", en: "Your longest run: \(days) days.")
    }
    static func streakRule(_ left: Int) -> Phrase {
        Phrase(
            fr:
                "Week-ends, jours fériés et pauses ne comptent pas. Deux jours sans rien sont pardonnés chaque mois : il en reste \(left). Après une maladie, dites-le à votre tutrice ou tuteur : la série se répare.",
            en:
                "Week-ends, public holidays and pauses do not count. Two days without anything are forgiven each month: \(left) left. After an illness, tell your tutor: the run is mended."
        )
    }
    static let questOfWeek = Phrase(fr: "Ma semaine", en: "My week")
    static func questDone(_ done: Int, of total: Int, until day: String) -> Phrase {
        Phrase(fr: "\(done) sur \(total), jusqu’au \(day)", en: "\(done) of \(total), until \(day)")
    }
    static let questStepDone = Phrase(fr: "fait", en: "done")
}
