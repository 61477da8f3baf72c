import Essentials
import LanguageLearning

/// Words about levels and what one can do.
extension Phrase {
    static let myLevel = Phrase(fr: "Mon niveau", en: "My level")
    static let levelOf = Phrase(fr: "Niveau", en: "Level")
    static func levelIs(_ level: String) -> Phrase { Phrase(fr: "Niveau estimé : \(level)", en: "Estimated level: \(level)") }
    static func levelSource(_ source: LevelJourney.Source) -> Phrase {
        switch source {
        case .course:
            Phrase(
                fr: "Niveau de départ du cours, pas encore mesuré.",
                en: "The level that the course begins with, not measured yet.")
        case .placement: Phrase(fr: "D’après le test de placement.", en: "From the placement test.")
        case .tutor: Phrase(fr: "Décidé par le tuteur ou la tutrice.", en: "Decided by the tutor.")
        case .units: Phrase(fr: "D’après les unités réussies.", en: "From the units that were mastered.")
        }
    }
    static let levelHistory = Phrase(fr: "Son histoire", en: "Its history")
    static let seeMyLevel = Phrase(fr: "Mon niveau et ce que je sais faire", en: "My level and what I can do")
    static let seeLevel = Phrase(fr: "Niveau et ce que la personne dit savoir faire", en: "Level and what they say they can do")
    static let levelTerm = Phrase(fr: "Niveau estimé", en: "Estimated level")

    // MARK: The week

    static let weekOfThreeHours = Phrase(fr: "Ma semaine : trois heures, en minutes", en: "My week: three hours, in minutes")
    static let learnersWeek = Phrase(fr: "Semaine : trois heures, en minutes", en: "The week: three hours, in minutes")
    static let weekShare = Phrase(fr: "Travail", en: "Work")
    static let weekDone = Phrase(fr: "Fait", en: "Done")
    static let weekPlanned = Phrase(fr: "Prévu", en: "Planned")
    static func weekShare(_ share: WeeklyShare) -> Phrase {
        switch share {
        case .lessons: Phrase(fr: "Leçons", en: "Lessons")
        case .reviews: Phrase(fr: "Cartes", en: "Cards")
        case .speaking: Phrase(fr: "Oral", en: "Speaking")
        case .classes: Phrase(fr: "Classe", en: "Class")
        }
    }

    // MARK: Statements

    static let canDoTitle = Phrase(fr: "Ce que je sais faire en anglais", en: "What I can do in English")
    static let learnersCanDo = Phrase(fr: "Savoir-faire en anglais, d’après la personne", en: "What they say they can do in English")
    static let canDoLead = Phrase(
        fr:
            "Dites ce qui est vrai aujourd’hui. Vous pouvez changer d’avis quand vous voulez ; vos réponses ne donnent pas de note.",
        en: "Say what is true today. You can change your mind at any time; your answers give no mark.")
    static func canDoAnswer(_ answer: CanDoAnswer.Answer) -> Phrase {
        switch answer {
        case .notYet: Phrase(fr: "Pas encore", en: "Not yet")
        case .withHelp: Phrase(fr: "Avec de l’aide", en: "With help")
        case .alone: Phrase(fr: "Sans aide", en: "On my own")
        }
    }
    static let canDoUnsaid = Phrase(fr: "Pas de réponse", en: "No answer")
    static func canDoAlone(_ count: Int, of total: Int) -> Phrase {
        Phrase(fr: "\(count) sur \(total) sans aide", en: "\(count) of \(total) on one’s own")
    }
    static let unitMastered = Phrase(fr: "Unité réussie", en: "Unit mastered")
    static func unitActivities(_ done: Int, of total: Int) -> Phrase {
        Phrase(fr: "\(done) activités sur \(total)", en: "\(done) activities of \(total)")
    }
    static func unitEvaluation(_ score: Int, isPassed: Bool) -> Phrase {
        isPassed
            ? Phrase(fr: "réussie, \(score) %", en: "passed, \(score) %")
            : Phrase(fr: "pas encore réussie, \(score) %", en: "not passed yet, \(score) %")
    }
    static func unitCards(_ known: Int, of total: Int) -> Phrase {
        Phrase(fr: "\(known) cartes connues sur \(total)", en: "\(known) cards known of \(total)")
    }
}
