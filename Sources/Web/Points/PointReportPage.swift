import Accounts
import Campus
import Essentials
import Gamification
import HTML

/// Whether points are fair in a cohort, for who decides on it.
struct PointReportPage: Page {
    struct Model: Encodable, Sendable {
        let cohort: String
        let cohortTitle: String
        /// How far back it looks.
        let days: Int
        /// Those who earned most first.
        let learners: [Line]
        let rules: [Rule]

        struct Line: Encodable, Sendable {
            let person: String
            let givenName: String
            let familyName: String
            let points: Int
            /// Points by rule.
            let byRule: [String: Int]
            let capped: Int
            let patterns: [Pattern]
        }

        struct Pattern: Encodable, Sendable {
            enum Kind: String, Encodable, Sendable, CaseIterable {
                case burst, hasty, repeated, mutual
            }

            let kind: Kind
            let count: Int
        }

        struct Rule: Encodable, Sendable {
            let rule: String
            let points: Int
            let people: Int
        }

        init(_ reading: Campus.PointsReport) {
            cohort = reading.cohort.key
            cohortTitle = reading.cohort.title
            days = PointReport.days
            learners = reading.report.lines.map { line in
                let name = reading.people[line.person]
                return Line(
                    person: line.person.text, givenName: name?.given ?? "", familyName: name?.family ?? "", points: line.points,
                    byRule: line.byRule, capped: line.capped, patterns: line.patterns.map(Pattern.init))
            }
            rules = reading.report.rules.map { Rule(rule: $0.rule, points: $0.points, people: $0.people) }
        }
    }

    let model: Model
    var menu: MenuEntry? { .cohorts }

    func heading(_ words: Words) -> String { words(.fairPoints) + " · " + model.cohortTitle }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page page-wide"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.cohortPeople(model.cohort))) {
                    words.icon("back")
                    " "
                    words(.peopleAndCourses)
                }
                h1 { words(.fairPoints) }
                p(.class("lead")) { words(.fairPointsLead(model.days)) }
            }
            if model.learners.isEmpty {
                p(.class("quiet")) { words(.nobodyEarned) }
            } else {
                rules(words)
                learners(words)
                TableDownload(page: Links.cohortPoints(model.cohort), words: words)
            }
            section(.class("stack"), .aria(.labelledby, "patterns")) {
                h2(.id("patterns")) { words(.oddPatterns) }
                p { words(.oddPatternsHelp) }
                ul { ForEach(Model.Pattern.Kind.allCases) { kind in li { words(kind.threshold) } } }
            }
        }
    }

    private func rules(_ words: Words) -> some Markup {
        section(.class("stack"), .aria(.labelledby, "rules")) {
            h2(.id("rules")) { words(.whereFrom) }
            ul(.class("rows")) {
                ForEach(model.rules) { rule in
                    li(.class("row")) {
                        span(.class("row-main")) {
                            words(.ruleName(rule.rule)) + " "
                            span(.class("quiet small")) { words(.peopleWhoEarned(rule.people)) }
                        }
                        span(.class("badge")) { words(.pointCount(rule.points)) }
                    }
                }
            }
        }
    }

    private func learners(_ words: Words) -> some Markup {
        div(.class("data-scroll"), .role(.region), .tabindex(0), .aria(.labelledby, "learners")) {
            HTML.table(.class("data")) {
                HTML.caption(.id("learners")) { words(.whoEarned) }
                thead {
                    tr {
                        ForEach([Phrase.name, .pointsOfCohort, .capsMet, .oddPatterns]) { title in
                            th(.scope(.column)) { words(title) }
                        }
                    }
                }
                tbody {
                    ForEach(model.learners) { line in
                        tr {
                            th(.scope(.row)) {
                                a(.href(Links.learner(model.cohort, line.person))) { "\(line.familyName) \(line.givenName)" }
                            }
                            td(.class("numbers"), .data("label", words(.pointsOfCohort))) { "\(line.points)" }
                            td(.class("numbers"), .data("label", words(.capsMet))) { "\(line.capped)" }
                            td(.data("label", words(.oddPatterns))) {
                                line.patterns.isEmpty ? words(.noOddPattern) : Self.said(line.patterns, words)
                            }
                        }
                    }
                }
            }
        }
    }

    static func said(_ patterns: [Model.Pattern], _ words: Words) -> String {
        patterns.map { words($0.kind.phrase($0.count)) }.joined(separator: ", ")
    }
}

extension PointReportPage: TabularPage {
    func tables(_ words: Words) -> [PageTable] {
        let rules = model.rules.map(\.rule)
        return [
            PageTable(
                "points",
                [Phrase.familyName, .givenName, .pointsOfCohort, .capsMet].map { words($0) } + rules.map { words(.ruleName($0)) }
                    + [words(.oddPatterns)],
                rows: model.learners.map { line in
                    [.text(line.familyName), .text(line.givenName), .number(line.points), .number(line.capped)]
                        + rules.map { .number(line.byRule[$0] ?? 0) } + [.text(Self.said(line.patterns, words))]
                })
        ]
    }
}

extension PointReportPage.Model.Pattern {
    init(_ pattern: PointReport.Pattern) {
        switch pattern {
        case .burst(let count): self.init(kind: .burst, count: count)
        case .hasty(let count): self.init(kind: .hasty, count: count)
        case .repeated(let count): self.init(kind: .repeated, count: count)
        case .mutual(let count): self.init(kind: .mutual, count: count)
        }
    }
}

extension PointReportPage.Model.Pattern.Kind {
    /// What was found, beside a name.
    func phrase(_ count: Int) -> Phrase {
        switch self {
        case .burst: Phrase(fr: "\(count) activités d’un coup", en: "\(count) activities at once")
        case .hasty: Phrase(fr: "\(count) activités très vite", en: "\(count) activities very fast")
        case .repeated: Phrase(fr: "la même activité envoyée \(count) fois", en: "the same activity sent \(count) times")
        case .mutual: Phrase(fr: "\(count) réponses acceptées l’une par l’autre", en: "\(count) answers accepted in turn")
        }
    }

    /// From when on it is named.
    var threshold: Phrase {
        switch self {
        case .burst:
            Phrase(
                fr: "D’un coup : \(PointReport.burst) activités terminées ou plus en \(PointReport.burstMinutes) minutes.",
                en: "At once: \(PointReport.burst) activities or more completed in \(PointReport.burstMinutes) minutes.")
        case .hasty:
            Phrase(
                fr:
                    "Très vite : \(PointReport.hasty) activités ou plus terminées en moins de \(PointReport.hastyShare) % de leur durée annoncée (à partir de \(PointReport.hastyMinutes) minutes), donc plus vite qu’on ne lit.",
                en:
                    "Very fast: \(PointReport.hasty) activities or more completed in less than \(PointReport.hastyShare)% of their announced time (from \(PointReport.hastyMinutes) minutes on): faster than one reads."
            )
        case .repeated:
            Phrase(
                fr: "Envoyée encore et encore : une même activité envoyée \(PointReport.repeated) fois ou plus.",
                en: "Sent again and again: the same activity sent \(PointReport.repeated) times or more.")
        case .mutual:
            Phrase(
                fr:
                    "L’une par l’autre : deux personnes ont chacune accepté \(PointReport.mutual) réponses ou plus de l’autre. Les points n’en comptent qu’une en sept jours.",
                en:
                    "In turn: two people each accepted \(PointReport.mutual) answers or more of the other. Points count only one of them in seven days."
            )
        }
    }
}
