import CourseContent
package import Essentials
import Foundation
import HTML
import Progress

/// Why something is closed, and what opens it.
package struct ClosedReasonModel: Encodable, Sendable {
    package enum Code: String, Encodable, Sendable {
        case unfinished
        case scoreBelow = "score-below"
        case opensAt = "opens-at"
        case closedAt = "closed-at"
        case otherGroup = "other-group"
    }

    package let code: Code
    /// The activity to do first.
    package let activity: String?
    package let title: String?
    package let language: Language?
    /// Percentages: the one to reach, and the learner's best.
    package let atLeast: Int?
    package let best: Int?
    package let instant: Instant?
    package let groups: [String]?

    private init(
        _ code: Code, _ activity: ActivityOutline? = nil, atLeast: Int? = nil, best: Int? = nil, instant: Instant? = nil,
        groups: [String]? = nil
    ) {
        self.code = code
        self.activity = activity?.id
        title = activity?.title
        language = activity?.language
        self.atLeast = atLeast
        self.best = best
        self.instant = instant
        self.groups = groups
    }

    /// - Parameter named: an activity by the author's id.
    init(_ reason: ClosedReason, named: (String) -> ActivityOutline?) {
        switch reason {
        case .unfinished(let activity): self.init(.unfinished, named(activity))
        case .scoreBelow(let activity, let least, let best): self.init(.scoreBelow, named(activity), atLeast: least, best: best)
        case .opensAt(let instant): self.init(.opensAt, instant: instant)
        case .closedAt(let instant): self.init(.closedAt, instant: instant)
        case .otherGroup(let groups): self.init(.otherGroup, groups: groups)
        }
    }
}

/// A reason in words, with a link to what is to be done first.
struct ClosedReasonLine: View {
    let reason: ClosedReasonModel
    let course: String
    let words: Words

    var body: some Markup {
        let text = words(reason.phrase(words))
        li {
            if let activity = reason.activity, let title = reason.title, let place = text.range(of: title) {
                String(text[..<place.lowerBound])
                a(.href(Links.activity(course, activity)), .lang(reason.language.flatMap(words.lang(of:)))) { title }
                String(text[place.upperBound...])
            } else {
                text
            }
        }
    }
}

extension Words {
    /// The day that ends with a moment: the end of a day is the first moment of the next one.
    func lastDay(before end: Instant) -> String { day(end.adding(seconds: -1)) }
}

extension ClosedReasonModel {
    /// What opens it.
    fileprivate func phrase(_ words: Words) -> Phrase {
        switch code {
        case .unfinished: .opensAfter(title ?? "")
        case .scoreBelow: .opensWithScore(atLeast ?? 0, at: title ?? "", best: best)
        case .opensAt: .opensOn(instant.map(words.day) ?? "")
        case .closedAt: .closedSince(instant.map(words.lastDay) ?? "")
        case .otherGroup: .opensForGroups(groups ?? [])
        }
    }
}
