package import CourseContent
package import Essentials

/// What a learner's level is taken to be, and how it came to that. Pure.
///
/// A placement test and a tutor's decision say a level. After that it only rises: to a level of the course once two thirds of the units of that level are mastered (their
/// evaluation is passed or, where a unit has none, all of it is done). What one says of oneself stands beside it and changes nothing: people who learn a language judge
/// themselves too high and too low alike.
package struct LevelJourney: Sendable, Hashable {
    /// A unit with its level: the highest of its can-do statements.
    package struct Unit: Sendable, Hashable {
        package let id: String
        package let level: CEFRLevel
        /// Since when it is mastered; `nil` before.
        package let masteredAt: Instant?

        package init(id: String, level: CEFRLevel, masteredAt: Instant?) {
            self.id = id
            self.level = level
            self.masteredAt = masteredAt
        }
    }

    /// What says a level.
    package enum Source: String, Sendable, Hashable, Codable {
        /// What the course begins with: nothing was measured.
        case course
        case placement
        case tutor
        case units
    }

    /// A level from a day on.
    package struct Step: Sendable, Hashable {
        package let level: CEFRLevel
        package let source: Source
        /// `nil` for what the course begins with.
        package let at: Instant?

        package init(level: CEFRLevel, source: Source, at: Instant?) {
            self.level = level
            self.source = source
            self.at = at
        }
    }

    /// From the first to the last, which holds.
    package let steps: [Step]

    package var level: CEFRLevel? { steps.last?.level }

    /// Of the units of a level, how many are to be mastered: two thirds, rounded up.
    package static func needed(of units: Int) -> Int { (units * 2 + 2) / 3 }

    /// - Parameters:
    ///   - from: the level that the course begins with.
    ///   - said: by placement tests and tutors, in any order.
    package init(from: CEFRLevel?, said: [Step], units: [Unit]) {
        var steps: [Step] = from.map { [Step(level: $0, source: .course, at: nil)] } ?? []
        var measured = said
        for (level, own) in Dictionary(grouping: units, by: \.level) {
            let mastered = own.compactMap(\.masteredAt).sorted()
            let needed = Self.needed(of: own.count)
            if mastered.count >= needed { measured.append(Step(level: level, source: .units, at: mastered[needed - 1])) }
        }
        let order: [Source] = [.course, .units, .placement, .tutor]
        func rank(_ step: Step) -> Int { order.firstIndex(of: step.source) ?? 0 }
        for step in measured.sorted(by: { ($0.at?.milliseconds ?? 0, rank($0)) < ($1.at?.milliseconds ?? 0, rank($1)) }) {
            if step.source == .units, let last = steps.last, last.level >= step.level { continue }
            steps.append(step)
        }
        self.steps = steps
    }
}

extension CEFRLevel: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The three hours of a week of a language course, as its syllabus shares them.
package enum WeeklyShare: String, Sendable, Hashable, Codable, CaseIterable {
    case lessons, reviews, speaking, classes

    /// Minutes a week.
    package var minutes: Int {
        switch self {
        case .lessons: 80
        case .reviews: 25
        case .speaking: 15
        case .classes: 60
        }
    }

    /// Seconds that a card takes: what a deck's length is estimated by.
    package static let secondsOfCard = 15

    /// Where an activity belongs.
    package init(_ kind: ActivityKind) {
        self =
            switch kind {
            case .session: .classes
            case .speaking, .assignment: .speaking
            case .deck: .reviews
            default: .lessons
            }
    }
}
