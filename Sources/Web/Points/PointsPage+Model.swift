import Accounts
import Campus
package import CourseContent
package import Essentials
import Gamification

/// A balance in a few words, for home.
struct PointsMentionModel: Encodable, Sendable {
    let balance: Int
    let level: LevelModel

    init(_ mention: Campus.PointsMention) {
        balance = mention.balance
        level = LevelModel(mention.level, balance: mention.balance)
    }
}

/// A level, and how far one is in it.
struct LevelModel: Encodable, Sendable {
    /// From 1; its name is of the language of the page.
    let number: Int
    let from: Int
    /// Points at which the next one begins; left out for the last.
    let next: Int?
    let percent: Int

    init(_ level: PointLevel, balance: Int) {
        number = level.number
        from = level.from
        next = level.next
        percent = level.percent(of: balance)
    }
}

/// Points that were just earned, and for what.
package struct EarnedModel: Encodable, Sendable, Hashable {
    package let rule: String
    package let amount: Int
    package let title: String
    package let step: Int?

    init(_ entry: PointEntry) {
        rule = entry.rule
        amount = entry.amount
        title = entry.title
        step = entry.subject.step
    }
}

extension PointsPage.Model {
    init(_ reading: Campus.PointsReading) {
        balance = reading.balance
        level = LevelModel(reading.level, balance: reading.balance)
        entries = reading.entries.map(Entry.init)
        next = reading.next.map { Links.points(before: $0) }
        courses = reading.courses.map(Course.init)
        let run = reading.streak
        streak = Streak(
            days: run.days, since: run.since, longest: run.longest, forgivenLeft: run.forgivenLeft,
            hasLearnedToday: run.hasLearnedToday)
        challenges = reading.challenges.map(ChallengeModel.init)
        ladders = reading.ladders.map { LadderLink(cohort: $0.key, title: $0.title, link: Links.ladder($0.key)) }
        quest = reading.quest.map { quest in
            Quest(
                until: quest.until,
                steps: quest.steps.map {
                    Quest.Step(
                        course: $0.course, activity: $0.activity.id, title: $0.activity.title, language: $0.activity.language,
                        isDone: $0.isDone)
                })
        }
    }
}

extension PointsPage.Model.Entry {
    init(_ entry: PointEntry) {
        self.init(
            number: entry.number, rule: entry.rule, ruleVersion: entry.ruleVersion, amount: entry.amount, due: entry.due,
            isReversal: entry.isReversal, isCapped: entry.isCapped, subject: entry.subject.kind.rawValue, title: entry.title,
            step: entry.subject.step, day: entry.day, at: entry.at, link: Self.link(entry.subject))
    }

    /// What it was earned for.
    private static func link(_ subject: PointSubject) -> String? {
        switch subject.kind {
        case .activity: Links.activity(subject.course, subject.key)
        case .module, .course: Links.course(subject.course)
        case .week: Links.goal
        case .day, .help: nil
        }
    }
}

extension PointsPage.Model.Course {
    init(_ reading: Campus.CoursePoints) {
        let outline = reading.course.outline
        self.init(
            key: outline.key, title: outline.title, language: outline.language, balance: reading.balance,
            next: reading.next.map { NextEarningModel($0.earning, amount: $0.amount, in: outline.key) },
            rules: reading.rules.map { rule in
                Rule(
                    fact: rule.fact, amount: rule.amount, mostADay: rule.mostADay, mostAWeek: rule.mostAWeek, from: rule.from,
                    until: rule.until, version: rule.version ?? 1)
            })
    }
}

/// What can be earned next, and where.
package struct NextEarningModel: Encodable, Sendable {
    package let fact: PointsRule.Fact
    package let amount: Int
    package let title: String
    package let language: Language?
    /// The last day; left out for what has none.
    package let until: CalendarDay?
    package let isGoalSet: Bool?
    package let link: String
}

extension NextEarningModel {
    init(_ earning: Campus.NextEarning, amount: Int, in course: String) {
        switch earning {
        case .activity(let activity):
            self.init(
                fact: .activityCompleted, amount: amount, title: activity.title, language: activity.language, until: nil,
                isGoalSet: nil, link: Links.activity(course, activity.id))
        case .evaluation(let activity):
            self.init(
                fact: .evaluationPassed, amount: amount, title: activity.title, language: activity.language, until: nil,
                isGoalSet: nil, link: Links.activity(course, activity.id))
        case .module(let module, let until):
            self.init(
                fact: .moduleOnTime, amount: amount, title: module.title, language: nil, until: until, isGoalSet: nil,
                link: Links.course(course))
        case .goal(let isSet):
            self.init(
                fact: .goalMet, amount: amount, title: "", language: nil, until: nil, isGoalSet: isSet, link: Links.goal)
        }
    }
}
