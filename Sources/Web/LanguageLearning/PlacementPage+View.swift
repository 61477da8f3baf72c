import Campus
import CourseContent
import Essentials
import HTML

extension PlacementPage {
    func heading(_ words: Words) -> String { model.title }

    func content(_ words: Words) -> some Markup {
        let lang = words.lang(of: model.language)
        return HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            ActivityHeader(
                course: model.course, activity: model.id, courseTitle: model.courseTitle,
                courseLanguage: model.courseLanguage, title: model.title,
                summary: model.summary, language: model.language,
                facts: ActivityFacts(
                    kind: .placement, minutes: model.minutes, place: model.place, isOptional: model.isOptional,
                    isEvaluation: false, words: words))
            if model.isOpen {
                asking(words)
            } else {
                if let result = model.results.first {
                    PlacementResult(result: result, path: model.path, lang: lang, words: words)
                }
                if !model.html.isEmpty { article(.class("lesson"), .lang(lang)) { SafeHTML(model.html) } }
                beginning(words)
                if model.results.count > 1 { history(words) }
            }
            staff(words)
            nav(.class("after"), .aria(.label, words(.afterThis))) {
                NextRow(course: model.course, next: model.next, words: words)
            }
        }
    }

    @MarkupBuilder private func refused(_ words: Words) -> some Markup {
        if let problem {
            div(.class("notice notice-danger"), .role(.alert)) {
                words.icon("warning")
                div { p { words(problem.fields.first?.message ?? problem.detail) } }
            }
        }
    }

    @MarkupBuilder private func asking(_ words: Words) -> some Markup {
        refused(words)
        if let question = model.question {
            PlacementQuestionView(
                question: question, longest: model.longest, lang: model.language.rawValue,
                address: Links.placementAnswers(model.course, model.id), words: words)
        } else {
            form(.class("quiz"), .method(.post), .action(Links.placementAnswers(model.course, model.id))) {
                p { words(.placementNothingLeft) }
                input(.type(.hidden), .name("item"), .value(""))
                div(.class("actions")) {
                    button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.placementSeeResult) }
                }
            }
        }
    }

    @MarkupBuilder private func beginning(_ words: Words) -> some Markup {
        refused(words)
        if model.isPreview {
            p { words(.placementOf(items: model.items, from: model.shortest, to: model.longest)) }
            p(.class("quiet")) { words(.previewNotice) }
        } else if model.mayBegin {
            form(.class("form card"), .method(.post), .action(Links.placement(model.course, model.id))) {
                h2 { words(model.results.isEmpty ? .placementHow : .placementAgain) }
                ul {
                    li { words(.placementLength(from: model.shortest, to: model.longest)) }
                    li { words(.placementAdapts) }
                    li { words(.placementPause) }
                }
                label(.class("choice")) {
                    input(.type(.checkbox), .name("silent"), .value("yes"))
                    span { words(.placementSilent) }
                }
                div(.class("actions")) {
                    button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.start) }
                }
            }
        } else if let again = model.againFrom {
            p(.class("quiet")) { words(.placementAgainFrom(words.day(again))) }
        }
    }

    private func history(_ words: Words) -> some Markup {
        section(.aria(.labelledby, "earlier")) {
            h2(.id("earlier")) { words(.placementEarlier) }
            ul(.class("rows")) {
                ForEach(model.results.dropFirst()) { result in
                    li(.class("row")) {
                        span(.class("row-main")) { words.day(result.finishedAt) }
                        span(.class("badge")) { result.level.rawValue }
                    }
                }
            }
        }
    }

    @MarkupBuilder private func staff(_ words: Words) -> some Markup {
        if !model.cohorts.isEmpty {
            section(.class("card"), .aria(.labelledby, "levels")) {
                h2(.id("levels")) { words(.placementLevels) }
                ul {
                    ForEach(model.cohorts) { cohort in
                        li { a(.href(Links.placementReview(cohort.cohort, model.course, model.id))) { cohort.title } }
                    }
                }
            }
        }
    }
}

/// The item that is asked: one a page.
private struct PlacementQuestionView: View {
    let question: PlacementPage.Model.Question
    let longest: Int
    let lang: String
    let address: String
    let words: Words

    var body: some Markup {
        form(.class("quiz"), .method(.post), .action(address)) {
            input(.type(.hidden), .name("item"), .value(question.item))
            fieldset(.class("question"), .id("question"), .tabindex(-1), .aria(.labelledby, "number text")) {
                legend(.id("number")) {
                    span(.class("question-number")) { words(.placementNumber(question.number, most: longest)) }
                }
                if let sound = question.audio {
                    figure(.class("dictation"), .data("dictation")) {
                        audio(.controls(), .preload("none"), .src(sound.address), .aria(.label, words(.placementSound))) {}
                        p(.class("actions")) {
                            button(.class("button"), .type(.button), .data("rate", "0.7"), .hidden()) { words(.listenSlowly) }
                            span(.class("quiet small")) { words(FileSize.phrase(sound.size)) }
                        }
                    }
                }
                div(.class("lesson question-text"), .id("text"), .lang(lang)) { SafeHTML(question.text) }
                ForEach(question.choices) { choice in
                    label(.class("choice")) {
                        input(.type(.radio), .name("choice"), .value("\(choice.number)"))
                        span(.lang(lang)) { choice.text }
                    }
                }
                label(.class("choice")) {
                    input(.type(.radio), .name("choice"), .value("unknown"))
                    span { words(.placementUnknown) }
                }
            }
            div(.class("actions")) {
                button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.placementAnswer) }
            }
            p(.class("quiet small")) { words(.placementKept) }
        }
    }
}

/// The level, how sure it is, and what to begin with.
private struct PlacementResult: View {
    let result: PlacementPage.Model.Result
    let path: String?
    let lang: String?
    let words: Words

    var body: some Markup {
        section(.class("card card-main"), .aria(.labelledby, "result")) {
            h2(.id("result")) { words(.placementYourLevel(result.level.rawValue)) }
            if let ruling = result.ruling {
                p { words(.placementDecided(words.day(ruling.decidedAt))) }
                blockquote { p { ruling.reason } }
                p(.class("quiet")) {
                    words(.placementMeasured(result.measuredLevel.rawValue, percent: result.confidence, answers: result.answers))
                }
            } else {
                p {
                    words(.placementSureness(result.confidence)) + " "
                        + words(.placementAnswers(result.answers))
                }
                if !result.hears { p { words(.placementWithoutSound) } }
            }
            if let path { div(.class("lesson"), .lang(lang)) { SafeHTML(path) } }
        }
        BarPlot(
            id: "shares", title: words(.placementShares), columns: [words(.levelColumn), words(.likelyColumn)],
            bars: result.shares.map { share in
                BarPlot.Bar(
                    label: share.level.rawValue, value: share.percent, words: words(.scorePercent(share.percent)))
            }, tableTitle: words(.asTable))
    }
}
