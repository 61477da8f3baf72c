import CourseContent
import Essentials
import HTML

/// What the certification asks for, and where the course works on it.
struct CompetenciesView: View {
    let competencies: [OutlineModel.Competency]
    let course: String
    let lang: String?
    let words: Words

    /// With the number of the first objective of each.
    private var numbered: [(first: Int, block: OutlineModel.Competency)] {
        var next = 1
        return competencies.map { block in
            defer { next += block.objectives.count }
            return (next, block)
        }
    }

    var body: some Markup {
        section(.class("card"), .aria(.labelledby, "competencies")) {
            h2(.id("competencies")) { words(.competencies) }
            p(.class("quiet")) { words(.competenciesAdvice) }
            div(.class("skills")) {
                SkillMap(competencies)
                div(.class("stack")) {
                    ForEach(numbered) { line in
                        BlockView(block: line.block, first: line.first, course: course, lang: lang, words: words)
                    }
                }
            }
        }
    }
}

/// A block and its objectives, numbered as on the map.
private struct BlockView: View {
    let block: OutlineModel.Competency
    /// The number of its first objective.
    let first: Int
    let course: String
    let lang: String?
    let words: Words

    var body: some Markup {
        section {
            h3(.lang(lang)) { [block.code, block.title].compactMap(\.self).joined(separator: " · ") }
            StandingLine(standing: block.standing, words: words)
            ForEach(block.objectives.enumerated().map { (number: first + $0.offset, target: $0.element) }) { line in
                TargetView(number: line.number, target: line.target, course: course, lang: lang, words: words)
            }
        }
    }
}

private struct TargetView: View {
    let number: Int
    let target: OutlineModel.Competency.Target
    let course: String
    let lang: String?
    let words: Words

    var body: some Markup {
        details(.class("more")) {
            summary {
                span {
                    "\(number). "
                    span(.lang(lang)) { target.title }
                    " "
                    span(.class("quiet")) {
                        words(
                            .targetProgress(
                                done: target.activities.count { $0.state == .done }, total: target.activities.count))
                    }
                }
            }
            if !target.activities.isEmpty {
                ul {
                    ForEach(target.activities) { work in
                        li {
                            a(.href(Links.activity(course, work.id)), .lang(words.lang(of: work.language))) { work.title }
                            " "
                            span(.class("quiet")) {
                                words(work.isEvaluation ? .evaluation : .activityKind(work.kind)) + " · "
                                    + words(work.state.phrase)
                            }
                        }
                    }
                }
            }
        }
    }
}

extension OutlineModel.State {
    /// In words, as beside an activity of the outline.
    var phrase: Phrase {
        switch self {
        case .done: .stepDone
        case .here: .stepHere
        case .started: .stepStarted
        case .open: .stepOpen
        case .closed: .stepClosed
        case .coming: .stepComing
        }
    }
}

extension Phrase {
    static let competencies = Phrase(fr: "Compétences visées", en: "Competencies it aims at")
    static let competenciesAdvice = Phrase(
        fr: "Ce que la certification évalue, bloc par bloc, et les activités qui vous y préparent.",
        en: "What the certification assesses, block by block, and the activities that prepare you for it.")
    static func targetProgress(done: Int, total: Int) -> Phrase {
        guard total > 0 else {
            return Phrase(fr: "aucune activité pour le moment", en: "no activity at the moment")
        }
        return .counted(
            done, fr: ("\(done) activité faite sur \(total)", "\(done) activités faites sur \(total)"),
            en: ("\(done) activity of \(total) done", "\(done) activities of \(total) done"))
    }
}
