import CourseContent
import Essentials

/// Numbers in words.
extension Phrase {
    /// « 20 min », « 1 h 10 ».
    static func duration(minutes: Int) -> Phrase {
        let hours = minutes / 60
        let rest = minutes % 60
        guard hours > 0 else { return Phrase(fr: "\(rest) min", en: "\(rest) min") }
        guard rest > 0 else { return Phrase(fr: "\(hours) h", en: "\(hours) h") }
        let padded = rest < 10 ? "0\(rest)" : "\(rest)"
        return Phrase(fr: "\(hours) h \(padded)", en: "\(hours) h \(padded)")
    }

    /// « environ 2 h encore ». Rounded to what people plan with: 5 minutes, then half hours.
    static func remaining(minutes: Int) -> Phrase {
        let rounded = minutes < 60 ? (minutes + 4) / 5 * 5 : (minutes + 29) / 30 * 30
        let duration = duration(minutes: rounded)
        return Phrase(fr: "environ \(duration.fr) encore", en: "about \(duration.en) left")
    }

    /// « 3 activités sur 12, environ 2 h encore ».
    static func progress(done: Int, total: Int, minutesLeft: Int) -> Phrase {
        guard done < total else {
            return Phrase(fr: "Tout est fait : \(total) activités sur \(total)", en: "All done: \(total) activities of \(total)")
        }
        let count = Phrase.counted(
            done, fr: ("\(done) activité sur \(total)", "\(done) activités sur \(total)"),
            en: ("\(done) activity of \(total)", "\(done) activities of \(total)"))
        let left = remaining(minutes: minutesLeft)
        return Phrase(fr: "\(count.fr), \(left.fr)", en: "\(count.en), \(left.en)")
    }

    static func activityKind(_ kind: ActivityKind) -> Phrase {
        switch kind {
        case .lesson: Phrase(fr: "Leçon", en: "Lesson")
        case .quiz: Phrase(fr: "Quiz", en: "Quiz")
        case .assignment: Phrase(fr: "Travail à rendre", en: "Assignment")
        case .session: Phrase(fr: "Séance", en: "Session")
        case .scenario: Phrase(fr: "Mise en situation", en: "Scenario")
        case .deck: Phrase(fr: "Cartes", en: "Cards")
        case .dictation: Phrase(fr: "Dictée", en: "Dictation")
        case .dialogue: Phrase(fr: "Dialogue", en: "Dialogue")
        case .speaking: Phrase(fr: "À l’oral", en: "Speaking")
        case .discussion: Phrase(fr: "Discussion", en: "Discussion")
        case .document: Phrase(fr: "Document", en: "Document")
        case .survey: Phrase(fr: "Questionnaire", en: "Survey")
        case .placement: Phrase(fr: "Test de niveau", en: "Placement test")
        }
    }

    static func courseMode(_ mode: CourseMode) -> Phrase {
        switch mode {
        case .hybrid: Phrase(fr: "En salle et à distance", en: "In person and online")
        case .remote: Phrase(fr: "À distance", en: "Online")
        case .language: Phrase(fr: "Anglais professionnel, à distance", en: "Professional English, online")
        }
    }

    static let inPerson = Phrase(fr: "En salle", en: "In person")
    static let optional = Phrase(fr: "Facultatif", en: "Optional")
}
