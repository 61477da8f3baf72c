import CourseContent
import Essentials
import HTML
import LanguageLearning

extension LevelPage {
    private var isOwn: Bool { model.learner == nil }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                if let learner = model.learner {
                    a(.class("back"), .href(Links.learner(learner.cohort, learner.person))) {
                        words.icon("back")
                        " " + learner.name
                    }
                } else {
                    a(.class("back"), .href(Links.course(model.course))) {
                        words.icon("back")
                        " "
                        span(.lang(words.lang(of: model.language))) { model.title }
                    }
                }
                h1 { words(isOwn ? .myLevel : .levelOf) }
                if let level = model.level { p(.class("lead")) { words(.levelIs(level.rawValue)) } }
                if let last = model.history.last {
                    p(.class("quiet")) { words(.levelSource(last.source)) }
                }
            }
            FormProblem(problem: problem, words: words)
            if model.history.contains(where: { $0.at != nil }) { history(words) }
            BarPlot(
                id: "week", title: words(isOwn ? .weekOfThreeHours : .learnersWeek),
                columns: [words(.weekShare), words(.weekDone), words(.weekPlanned)],
                bars: model.week.map { share in
                    BarPlot.Bar(
                        label: words(.weekShare(share.share)), value: share.minutes,
                        words: words(.duration(minutes: share.minutes)),
                        target: (share.planned, words(.duration(minutes: share.planned))))
                }, tableTitle: words(.asTable))
            section(.class("stack"), .aria(.labelledby, "can-do")) {
                h2(.id("can-do")) { words(isOwn ? .canDoTitle : .learnersCanDo) }
                if isOwn {
                    p { words(.canDoLead) }
                    form(.class("form"), .method(.post), .action(Links.level(model.course))) {
                        input(.type(.hidden), .name("id"), .value(model.request.text))
                        units(words)
                        div(.class("actions")) {
                            button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.save) }
                        }
                    }
                } else {
                    units(words)
                }
            }
        }
    }

    private func history(_ words: Words) -> some Markup {
        section(.class("card"), .aria(.labelledby, "history")) {
            h2(.id("history")) { words(.levelHistory) }
            ol {
                ForEach(model.history) { step in
                    li {
                        strong { step.level.rawValue }
                        " · "
                        words(.levelSource(step.source))
                        if let at = step.at { " " + words.day(at) }
                    }
                }
            }
            if let placement = model.placement {
                p(.class("quiet small")) {
                    words(
                        .placementMeasured(
                            placement.measuredLevel.rawValue, percent: placement.confidence, answers: placement.answers))
                    if let ruling = placement.ruling { " " + ruling.reason }
                }
            }
        }
    }

    // MARK: Units

    /// The unit that is worked on stands open.
    private var openUnit: String? { (model.units.first { $0.masteredAt == nil } ?? model.units.first)?.id }

    private func units(_ words: Words) -> some Markup {
        ForEach(model.units) { unit in
            details(.class("card more"), .open(unit.id == openUnit), .id("unit-\(unit.id)")) {
                summary {
                    span {
                        strong(.lang(words.lang(of: model.language))) { unit.title }
                        " · "
                        words(.canDoAlone(unit.alone, of: unit.statements.count))
                        if unit.masteredAt != nil {
                            " "
                            span(.class("badge")) { words(.unitMastered) }
                        }
                    }
                }
                evidence(unit, words)
                ForEach(unit.statements) { statement in
                    if isOwn { choice(statement, of: unit, words) } else { said(statement, words) }
                }
            }
        }
    }

    private func evidence(_ unit: Model.Unit, _ words: Words) -> some Markup {
        ul(.class("facts")) {
            li { words(.unitActivities(unit.activitiesDone, of: unit.activitiesTotal)) }
            ForEach(unit.evaluations) { evaluation in
                li {
                    span(.lang(words.lang(of: model.language))) { evaluation.title }
                    " "
                    words(.unitEvaluation(evaluation.score, isPassed: evaluation.isPassed))
                }
            }
            if unit.cards > 0 { li { words(.unitCards(unit.cardsKnown, of: unit.cards)) } }
        }
    }

    private func choice(_ statement: Model.Statement, of unit: Model.Unit, _ words: Words) -> some Markup {
        fieldset(.class("field")) {
            legend {
                span(.class("badge")) { statement.level.rawValue }
                " "
                span(.lang(words.lang(of: model.language))) { statement.text }
            }
            div(.class("choices-line")) {
                ForEach(CanDoAnswer.Answer.allCases) { answer in
                    label(.class("choice")) {
                        input(
                            .type(.radio), .name("can.\(unit.id)/\(statement.id)"), .value(answer.rawValue),
                            .checked(answer == statement.answer))
                        span { words(.canDoAnswer(answer)) }
                    }
                }
            }
        }
    }

    private func said(_ statement: Model.Statement, _ words: Words) -> some Markup {
        p {
            span(.class("badge")) { statement.level.rawValue }
            " "
            span(.lang(words.lang(of: model.language))) { statement.text }
            " "
            strong { words(statement.answer.map { .canDoAnswer($0) } ?? .canDoUnsaid) }
            if let saidAt = statement.saidAt { " (" + words.day(saidAt) + ")" }
        }
    }
}
