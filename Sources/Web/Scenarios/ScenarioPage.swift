import CourseContent
import Essentials
import HTML

/// A scenario before it is begun, and after.
struct ScenarioPage: Page {
    let model: ScenarioModel
    var menu: MenuEntry? { .courses }

    func heading(_ words: Words) -> String { model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            QuizHead(
                back: Links.course(model.course), backTitle: model.courseTitle, backLanguage: model.courseLanguage,
                title: model.title, language: model.language, words: words)
            ActivityFacts(
                kind: .scenario, minutes: model.minutes, place: model.place, isOptional: model.isOptional,
                isEvaluation: false, due: model.due, words: words)
            if !model.isPreview { QuestionLink(course: model.course, activity: model.id, words: words) }
            if let html = model.introduction {
                div(.class("lesson"), .lang(model.language.rawValue)) { SafeHTML(html) }
            }
            ul {
                li { words(.storyShape(scenes: model.sceneCount, endings: model.endingCount)) }
                RuleItem(rule: model.completion.rule, words: words)
                li { words(.playAgainFreely) }
            }
            if model.isPreview {
                p(.class("quiet")) { words(.previewNotice) }
            } else {
                entry(words)
            }
            if !model.runs.isEmpty { history(words) }
            if model.completedAt != nil {
                nav(.class("after"), .aria(.label, words(.afterThis))) {
                    NextRow(course: model.course, next: model.next, words: words)
                }
            }
        }
    }

    @MarkupBuilder private func entry(_ words: Words) -> some Markup {
        if model.completedAt != nil {
            div(.class("notice notice-right")) {
                words.icon("done")
                div { p { words(.scenarioPassed) } }
            }
        }
        if let open = model.openRun {
            div(.class("actions")) {
                a(.class("button button-main"), .href(Links.run(open.id))) { words(.goOnWithStory) }
            }
        } else if let endedAt = model.endedAt {
            p(.class("quiet")) { words(.closedSince(words.lastDay(before: endedAt))) }
        } else {
            StartAgain(
                course: model.course, activity: model.id, label: model.runs.isEmpty ? .startStory : .playAgain,
                isMain: model.completedAt == nil, words: words)
        }
    }

    private func history(_ words: Words) -> some Markup {
        section(.aria(.labelledby, "runs")) {
            h2(.id("runs")) { words(.myStories) }
            ul(.class("rows")) {
                ForEach(model.runs) { run in
                    li {
                        a(.class("row"), .href(Links.run(run.id))) {
                            span(.class("row-main")) {
                                strong { words(.storyNumber(run.number)) }
                                " "
                                span(.class("quiet")) { words.moment(run.endedAt ?? run.startedAt) }
                            }
                            span(.class("badge")) { words(run.score.map { .scorePercent($0) } ?? .storyOpen) }
                        }
                    }
                }
            }
        }
    }
}

/// Begins a story.
struct StartAgain: View {
    let course: String
    let activity: String
    let label: Phrase
    let isMain: Bool
    let words: Words

    var body: some Markup {
        form(.class("actions"), .method(.post), .action(Links.runs(course, activity))) {
            button(.class("button"), .class("button-main", when: isMain), .data("busy", words(.oneMoment))) { words(label) }
        }
    }
}
