import CourseContent
import Essentials
import HTML

/// One's own points: how many, why each of them, and what can be earned next. They are no mark.
struct PointsPage: Page {
    struct Model: Encodable, Sendable {
        let balance: Int
        let level: LevelModel
        /// The newest first.
        let entries: [Entry]
        /// The address of the next page of entries.
        let next: String?
        let courses: [Course]
        let streak: Streak
        /// What is due this week; left out when nothing is.
        let quest: Quest?
        /// What one's cohorts try together.
        let challenges: [ChallengeModel]
        let ladders: [LadderLink]

        struct LadderLink: Encodable, Sendable {
            let cohort: String
            let title: String
            let link: String
        }

        struct Streak: Encodable, Sendable {
            let days: Int
            let since: CalendarDay?
            let longest: Int
            let forgivenLeft: Int
            let hasLearnedToday: Bool
        }

        struct Quest: Encodable, Sendable {
            let until: CalendarDay
            let steps: [Step]

            struct Step: Encodable, Sendable {
                let course: String
                let activity: String
                let title: String
                let language: Language
                let isDone: Bool
            }
        }

        struct Entry: Encodable, Sendable {
            let number: Int
            let rule: String
            let ruleVersion: Int
            /// Negative for what was taken back.
            let amount: Int
            /// What the rule would have given without caps.
            let due: Int
            let isReversal: Bool
            let isCapped: Bool
            /// What was achieved: `activity`, `module`, `course`, `week` or `day`.
            let subject: String
            let title: String
            /// A part of it: a mark in percent.
            let step: Int?
            let day: CalendarDay
            let at: Instant
            let link: String?
        }

        struct Course: Encodable, Sendable {
            let key: String
            let title: String
            let language: Language
            let balance: Int
            let next: [NextEarningModel]
            let rules: [Rule]

            struct Rule: Encodable, Sendable {
                let fact: PointsRule.Fact
                let amount: Int
                let mostADay: Int?
                let mostAWeek: Int?
                let from: CalendarDay?
                let until: CalendarDay?
                let version: Int
            }
        }
    }

    let model: Model
    var menu: MenuEntry? { .profile }

    func heading(_ words: Words) -> String { words(.myPoints) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.home)) {
                    words.icon("back")
                    " "
                    words(MenuEntry.home.words)
                }
                h1 { words(.myPoints) }
                p(.class("lead")) { words(.pointsLead) }
            }
            section(.class("card"), .aria(.labelledby, "level")) {
                h2(.id("level")) { words(.pointsAndLevel(model.balance, model.level.number)) }
                LevelBar(balance: model.balance, level: model.level, words: words)
            }
            p { a(.href(Links.badges)) { words(.myBadges) } }
            RegularityView(streak: model.streak, words: words)
            if let quest = model.quest { QuestView(quest: quest, words: words) }
            if !model.challenges.isEmpty {
                section(.class("stack"), .aria(.labelledby, "together")) {
                    h2(.id("together")) { words(.together) }
                    ForEach(model.challenges) { ChallengeView(challenge: $0, words: words) }
                }
            }
            ForEach(model.ladders) { ladder in
                p { a(.href(ladder.link)) { words(.ladderOf(ladder.title)) } }
            }
            ForEach(model.courses) { course in next(course, words) }
            section(.class("stack"), .aria(.labelledby, "why")) {
                h2(.id("why")) { words(.whyPoints) }
                if model.entries.isEmpty { p(.class("quiet")) { words(.noPointsYet) } }
                ul(.class("rows")) { ForEach(model.entries) { row($0, words) } }
            }
            if let next = model.next {
                nav(.class("pager"), .aria(.label, words(.pages))) {
                    a(.class("button"), .rel("next"), .href(next)) { words(.followingPage) }
                }
            }
            p(.class("quiet")) {
                words(.pointsCanBeHidden) + " "
                a(.href(Links.profile + "#points")) { words(.profile) }
            }
        }
    }

    @MarkupBuilder private func next(_ course: Model.Course, _ words: Words) -> some Markup {
        section(.class("stack"), .aria(.labelledby, "course-\(course.key)")) {
            h2(.id("course-\(course.key)"), .lang(words.lang(of: course.language))) { course.title }
            p(.class("quiet")) { words(.pointsInCourse(course.balance)) }
            if !course.next.isEmpty {
                h3 { words(.earnNext) }
                EarningList(earning: course.next, words: words)
            }
            details(.class("more")) {
                summary { words(.whatGivesPoints) }
                ul { ForEach(course.rules) { rule in li { words(rule.phrase) } } }
            }
        }
    }

    private func row(_ entry: Model.Entry, _ words: Words) -> some Markup {
        li {
            div(.class("row")) {
                span(.class("row-main")) {
                    if let link = entry.link {
                        a(.href(link)) { words(.earnedFor(entry.rule, entry.title, entry.step)) }
                    } else {
                        words(.earnedFor(entry.rule, entry.title, entry.step))
                    }
                    " "
                    span(.class("quiet small")) { detail(entry, words) }
                }
                span(.class("badge"), .class("badge-notice", when: entry.amount < 0)) { words(.pointsMore(entry.amount)) }
            }
        }
    }

    private func detail(_ entry: Model.Entry, _ words: Words) -> String {
        var parts = [words.moment(entry.at)]
        if entry.isReversal { parts.append(words(.pointsTakenBack)) }
        if entry.isCapped { parts.append(words(.pointsCapped(entry.due))) }
        return parts.joined(separator: " · ")
    }
}

extension PointsPage.Model.Course.Rule {
    fileprivate var phrase: Phrase {
        PointsRule(fact, amount: amount, mostADay: mostADay, mostAWeek: mostAWeek, from: from, until: until).phrase
    }
}

/// What can be earned next, each a link to where.
struct EarningList: View {
    let earning: [NextEarningModel]
    let words: Words

    var body: some Markup {
        ul(.class("rows")) {
            ForEach(earning) { next in
                li {
                    a(.class("row"), .href(next.link)) {
                        span(.class("row-main"), .lang(next.language.flatMap { words.lang(of: $0) })) {
                            words(.nextEarning(next))
                        }
                        span(.class("badge")) { words(.pointsMore(next.amount)) }
                    }
                }
            }
        }
    }
}

/// How far one is in a level: a bar with its words.
struct LevelBar: View {
    let balance: Int
    let level: LevelModel
    let words: Words

    var body: some Markup {
        div(.class("progress")) {
            progress(.value(level.percent), .max(100), .aria(.label, words(.levelProgress))) { "\(level.percent) %" }
            p(.class("progress-words")) {
                words(level.next.map { .pointsToNextLevel($0 - balance, level.number + 1) } ?? .lastLevel)
            }
        }
    }
}

/// Points on home, in a line.
struct HomePoints: View {
    let points: PointsMentionModel
    let words: Words

    var body: some Markup {
        section(.class("stack"), .aria(.labelledby, "points")) {
            h2(.id("points")) { words(.myPoints) }
            p { words(.pointsAndLevel(points.balance, points.level.number)) }
            p { a(.href(Links.points)) { words(.seeMyPoints) } }
        }
    }
}

/// What was just earned, in the page that says what was done: a sentence, which nothing hides or takes away.
struct EarnedLine: View {
    let earned: [EarnedModel]
    let words: Words

    var body: some Markup {
        if !earned.isEmpty {
            p(.class("earned"), .role(.status)) {
                strong(.class("earned-points")) { words(.pointsMore(earned.reduce(0) { $0 + $1.amount })) }
                " "
                earned.map { words(.earnedFor($0.rule, $0.title, $0.step)) }.joined(separator: ", ")
                " "
                a(.href(Links.points)) { words(.seeMyPoints) }
            }
        }
    }
}

/// Whether points are seen, on one's own page.
struct PointsChoiceView: View {
    let seesPoints: Bool
    let words: Words

    var body: some Markup {
        section(.class("card"), .aria(.labelledby, "points")) {
            h2(.id("points")) { words(.myPoints) }
            p { words(seesPoints ? .pointsAreSeen : .pointsAreHidden) }
            if seesPoints {
                p { a(.href(Links.points)) { words(.seeMyPoints) } }
                p { a(.href(Links.badges)) { words(.myBadges) } }
            }
            form(.class("actions"), .method(.post), .action(Links.profilePoints)) {
                input(.type(.hidden), .name("seesPoints"), .value(seesPoints ? "no" : "yes"))
                button(.class("button")) { words(seesPoints ? .hidePoints : .showPoints) }
            }
        }
    }
}
