import CourseContent
import Essentials
import Foundation

/// Numbers and dates in words.
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
        case .speaking: Phrase(fr: "À l'oral", en: "Speaking")
        case .discussion: Phrase(fr: "Discussion", en: "Discussion")
        case .document: Phrase(fr: "Document", en: "Document")
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

    /// « mardi 24 novembre », in Europe/Paris.
    static func day(_ instant: Instant) -> Phrase { dated(instant, fr: "EEEE d MMMM", en: "EEEE d MMMM") }
    /// « 24 novembre 2026 à 14:05 », in Europe/Paris.
    static func moment(_ instant: Instant) -> Phrase { dated(instant, fr: "d MMMM y 'à' HH:mm", en: "d MMMM y 'at' HH:mm") }

    private static func dated(_ instant: Instant, fr: String, en: String) -> Phrase {
        Phrase(fr: formatted(instant, "fr_FR", fr), en: formatted(instant, "en_GB", en))
    }

    private static func formatted(_ instant: Instant, _ locale: String, _ pattern: String) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: locale)
        formatter.timeZone = TimeZone(identifier: "Europe/Paris")
        formatter.dateFormat = pattern
        return formatter.string(from: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
    }

    /// « aujourd'hui », « hier », « il y a 3 jours »: whole days between two moments, in Europe/Paris.
    static func daysAgo(_ instant: Instant, now: Instant) -> Phrase {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Paris") ?? .gmt
        let from = calendar.startOfDay(for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
        let to = calendar.startOfDay(for: Date(timeIntervalSince1970: Double(now.milliseconds) / 1000))
        let days = calendar.dateComponents([.day], from: from, to: to).day ?? 0
        switch days {
        case ..<1: return Phrase(fr: "aujourd'hui", en: "today")
        case 1: return Phrase(fr: "hier", en: "yesterday")
        default: return Phrase(fr: "il y a \(days) jours", en: "\(days) days ago")
        }
    }
}
