import CourseContent
import Essentials
import HTML

/// A scene with its choices, or the end of the story.
struct RunPage: Page {
    let model: RunModel
    /// Why a choice was not taken.
    var refusal: Phrase?
    var menu: MenuEntry? { .courses }
    private var lang: String { model.language.rawValue }

    func heading(_ words: Words) -> String { model.scene.title + " · " + model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(
            .id("main"), .class("page"), .tabindex(-1),
            .data("time", model.result == nil ? Links.events(model.course, model.activity) : nil)
        ) {
            QuizHead(
                back: Links.activity(model.course, model.activity), backTitle: model.title, backLanguage: model.language,
                title: model.scene.title, language: model.language, words: words)
            if let refusal {
                div(.class("notice notice-warning"), .role(.alert)) {
                    words.icon("warning")
                    div { p { words(refusal) } }
                }
            }
            if !model.variables.isEmpty { StatePanel(variables: model.variables, lang: lang, words: words) }
            section(.id("scene"), .class("scene"), .tabindex(-1), .aria(.label, words(.scene))) {
                if let consequence = model.last?.consequence {
                    div(.class("notice consequence"), .role(.status), .lang(words.lang(of: model.language))) {
                        div { SafeHTML(consequence) }
                    }
                }
                if let speaker = model.scene.speaker {
                    p(.class("speaker"), .lang(words.lang(of: model.language))) { speaker }
                }
                div(.class("lesson"), .lang(lang)) { SafeHTML(model.scene.text) }
                if model.result == nil { choices(words) }
            }
            if let result = model.result { end(result, words) }
        }
    }

    private func choices(_ words: Words) -> some Markup {
        form(.class("choices"), .method(.post), .action(Links.steps(model.id)), .aria(.label, words(.whatDoYouDo))) {
            input(.type(.hidden), .name("step"), .value(String(model.step)))
            input(.type(.hidden), .name("scene"), .value(model.scene.id))
            p { strong { words(.whatDoYouDo) } }
            ForEach(model.choices) { choice in
                button(.class("button story-choice"), .name("choice"), .value(choice.id), .lang(lang)) {
                    span { SafeHTML(choice.text) }
                }
            }
        }
    }

    // MARK: The end

    @MarkupBuilder private func end(_ result: RunModel.Result, _ words: Words) -> some Markup {
        div(.class("score")) {
            p(.class("score-figure")) { words(.scorePercent(result.score)) }
            p { words(model.isPassed ? .storyPassed : .storyNotYet(model.passScore ?? 0)) }
        }
        if let debrief = result.debrief {
            section(.aria(.labelledby, "debrief")) {
                h2(.id("debrief")) { words(.debrief) }
                div(.class("lesson"), .lang(lang)) { SafeHTML(debrief) }
            }
        } else {
            p { words(.storyStopped) }
        }
        if let missed = model.missedWords {
            MissedWordsCard(
                missed: missed, course: model.course, activity: model.activity, language: model.language, words: words)
        }
        StartAgain(course: model.course, activity: model.activity, label: .playAgain, isMain: !model.isPassed, words: words)
        section(.aria(.labelledby, "path")) {
            h2(.id("path")) { words(.myPath) }
            ol(.class("story-path")) { ForEach(result.path) { passage($0, words) } }
        }
        nav(.class("after"), .aria(.label, words(.afterThis))) {
            NextRow(course: model.course, next: model.next, words: words)
        }
    }

    private func passage(_ passage: RunModel.Passage, _ words: Words) -> some Markup {
        li {
            p { strong(.lang(words.lang(of: model.language))) { passage.scene.title } }
            p {
                words.label(.youChose)
                span(.lang(lang)) { SafeHTML(passage.chosen.choice.text) }
            }
            if let consequence = passage.chosen.consequence {
                div(.class("quiet"), .lang(lang)) { SafeHTML(consequence) }
            }
            if !passage.others.isEmpty {
                details(.class("more")) {
                    summary { words(.whatElse) }
                    ul {
                        ForEach(passage.others) { other in
                            li {
                                span(.lang(lang)) { SafeHTML(other.choice.text) }
                                if !other.wasOffered {
                                    " "
                                    span(.class("quiet")) { words(.closedByThen) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What the choices so far made of things.
struct StatePanel: View {
    let variables: [RunModel.Variable]
    let lang: String
    let words: Words

    var body: some Markup {
        div(.role(.group), .aria(.label, words(.whereYouAre))) {
            dl(.class("state-panel")) {
                ForEach(variables) { variable in
                    div {
                        dt(.lang(lang)) { variable.title }
                        dd {
                            if let unit = variable.unit {
                                "\(variable.value)\u{A0}\(unit)"
                            } else {
                                words(.outOf(variable.value, variable.maximum))
                            }
                        }
                    }
                }
            }
        }
    }
}
