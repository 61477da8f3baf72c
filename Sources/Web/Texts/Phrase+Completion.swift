import CourseContent
import Essentials

/// When an activity is done, in words.
extension Phrase {
    static func doneWhen(_ rule: CompletionRule) -> Phrase {
        let what = fulfils(rule)
        return Phrase(fr: "Terminé quand\u{A0}: \(what.fr)", en: "Done when: \(what.en)")
    }

    /// What fulfils a rule, in the middle of a sentence.
    static func fulfils(_ rule: CompletionRule) -> Phrase {
        switch rule {
        case .read(let seconds):
            guard let seconds else { return readToTheEnd }
            let time = timeOnPage(seconds)
            return Phrase(fr: "\(readToTheEnd.fr) ou \(time.fr)", en: "\(readToTheEnd.en) or \(time.en)")
        case .stayed(let seconds): return timeOnPage(seconds)
        case .passed(let score):
            return Phrase(fr: "résultat d’au moins \(score)\u{A0}%", en: "a result of at least \(score)%")
        case .played(let share):
            guard share < 100 else { return Phrase(fr: "tout écouté", en: "all of it played") }
            return Phrase(fr: "\(share)\u{A0}% écoutés", en: "\(share)% played")
        case .present: return Phrase(fr: "présence notée", en: "attendance recorded")
        case .contributed(let posts):
            return .counted(
                posts, fr: ("\(posts) message écrit", "\(posts) messages écrits"),
                en: ("\(posts) message written", "\(posts) messages written"))
        case .reviewed(let share):
            guard share < 100 else { return Phrase(fr: "toutes les cartes revues", en: "all cards reviewed") }
            return Phrase(fr: "\(share)\u{A0}% des cartes revues", en: "\(share)% of the cards reviewed")
        case .submitted: return Phrase(fr: "envoyé", en: "sent")
        case .marked: return Phrase(fr: "noté par votre tutrice ou tuteur", en: "marked by your tutor")
        case .reported: return Phrase(fr: "contenu interactif terminé", en: "the interactive content completed")
        case .all(let rules): return listed(rules, last: Phrase(fr: "et", en: "and"))
        case .any(let rules): return listed(rules, last: Phrase(fr: "ou", en: "or"))
        }
    }

    /// You read it: said once one did.
    static let endReached = Phrase(
        fr: "Vous êtes allé jusqu’au bout, c’est noté. Il reste une chose à faire.",
        en: "You came to the end, it is noted. Something is left to do.")
    static let quizDone = Phrase(fr: "Quiz terminé", en: "Quiz done")

    private static let readToTheEnd = Phrase(fr: "lu jusqu’au bout", en: "read to the end")

    private static func timeOnPage(_ seconds: Int) -> Phrase {
        let time = duration(minutes: (seconds + 59) / 60)
        return Phrase(fr: "\(time.fr) sur la page", en: "\(time.en) on the page")
    }

    /// Rules one after the other; those that are made of several stand in brackets.
    private static func listed(_ rules: [CompletionRule], last: Phrase) -> Phrase {
        let items = rules.map { rule -> Phrase in
            let words = fulfils(rule)
            guard rule.isCombined || rule.hasAlternative else { return words }
            return Phrase(fr: "(\(words.fr))", en: "(\(words.en))")
        }
        func joined(_ texts: [String], _ word: String) -> String {
            guard let end = texts.last, texts.count > 1 else { return texts.first ?? "" }
            return texts.dropLast().joined(separator: ", ") + " \(word) " + end
        }
        return Phrase(fr: joined(items.map(\.fr), last.fr), en: joined(items.map(\.en), last.en))
    }
}

extension CompletionRule {
    /// Whether its words hold an « ou ».
    fileprivate var hasAlternative: Bool {
        if case .read(let seconds) = self { return seconds != nil }
        return false
    }
}
