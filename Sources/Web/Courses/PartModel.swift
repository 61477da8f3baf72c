import Campus
import CourseContent
package import Essentials
import HTML
import Progress

/// When a module or a block of competencies is complete, and since when it is. Left out while nothing counts in it.
package struct PartModel: Encodable, Sendable, Hashable {
    package let isCompleted: Bool
    package let completedAt: Instant?
    /// The author's; left out where all is to be done.
    package let completion: GroupCompletionModel?

    init(_ standing: PartStanding) {
        isCompleted = standing.isCompleted
        completedAt = standing.completedAt
        completion = standing.completion.flatMap(GroupCompletionModel.init)
    }

    /// « Terminé le 3 décembre », or what completes it; `nil` where there is nothing more to say than what is left.
    func sentence(_ words: Words) -> String? {
        if isCompleted { return completedAt.map { words(.partDoneOn(words.date(ParisDays.day(of: $0)))) } ?? words(.partDone) }
        return completion.map { words($0.phrase) }
    }
}

/// What completes a group of activities: so many of them, or a share of their minutes.
package struct GroupCompletionModel: Encodable, Sendable, Hashable {
    package let some: Int?
    /// Percentage.
    package let weighted: Int?

    /// - Returns: `nil` for all of them.
    init?(_ completion: GroupCompletion) {
        switch completion {
        case .all: return nil
        case .atLeast(let count): (some, weighted) = (count, nil)
        case .weighted(let share): (some, weighted) = (nil, share)
        }
    }

    var phrase: Phrase {
        if let some {
            return .counted(
                some, fr: ("Terminé quand\u{A0}: \(some) activité faite", "Terminé quand\u{A0}: \(some) activités faites"),
                en: ("Done when: \(some) activity is done", "Done when: \(some) activities are done"))
        }
        return Phrase(
            fr: "Terminé quand\u{A0}: \(weighted ?? 100)\u{A0}% du temps prévu",
            en: "Done when: \(weighted ?? 100)% of the planned time")
    }
}

extension Phrase {
    static let partDone = Phrase(fr: "Terminé", en: "Done")
    static func partDoneOn(_ day: String) -> Phrase { Phrase(fr: "Terminé le \(day)", en: "Done on \(day)") }
    static let myModules = Phrase(fr: "Mes modules", en: "My modules")
}

/// « Terminé le … » under the title of a part, or what completes it.
struct StandingLine: View {
    let standing: PartModel
    let words: Words

    var body: some Markup {
        if let sentence = standing.sentence(words) {
            p(.class("quiet")) {
                if standing.isCompleted {
                    words.icon("done")
                    " "
                }
                sentence
            }
        }
    }
}

extension GroupCompletionModel {
    /// The same of a whole course.
    var coursePhrase: Phrase { Phrase(fr: "Cours t" + phrase.fr.dropFirst(), en: "Course d" + phrase.en.dropFirst()) }
}

extension Phrase {
    static func courseDoneOn(_ day: String) -> Phrase { Phrase(fr: "Cours terminé le \(day)", en: "Course completed on \(day)") }
}
