import Campus
import CourseContent
import Essentials
import HTML

/// A lesson: the text, then « J'ai terminé » and what comes next.
struct LessonPage: Page {
    let model: LessonModel
    /// The author's text, rendered and compressed once.
    let text: PrerenderedHTML
    let now: Instant
    /// Digest of the course's version.
    let version: String
    /// Keeps what is the same for everybody.
    let bodies: LessonBodies
    var menu: MenuEntry? { .courses }

    func heading(_ words: Words) -> String { model.title }

    @MarkupBuilder func content(_ words: Words) -> some Markup {
        if model.media == nil {
            framed(words)
        } else {
            // It says where this very learner is in the recordings: not the same for anybody else.
            main(words, done: done(words))
        }
    }

    private func done(_ words: Words) -> String? { model.completedAt.map { words(.lessonDoneOn(words.daysAgo($0, now: now))) } }

    private func framed(_ words: Words) -> some Markup {
        let done = done(words)
        let key = LessonBodies.FrameKey(
            version: version, activity: model.id, language: words.language, isPreview: model.isPreview, done: done,
            isEndReached: isEndReached, due: model.due, earned: model.earned ?? [])
        return bodies.framed(text, key) { main(words, done: done) }
    }

    /// Whether the end was reached of a lesson that asks for something more.
    private var isEndReached: Bool { model.completion.rule.isCombined && model.hasReachedEnd }

    private func main(_ words: Words, done: String?) -> some Markup {
        HTML.main(
            .id("main"), .class("page"), .tabindex(-1), .data("position"),
            .data("activity", model.isPreview ? nil : model.id),
            .data("events", model.isPreview ? nil : Links.events(model.course, model.id)),
            .data("minimum-seconds", model.minimumSeconds), .data("media", places),
            .data("resume", places == nil ? nil : words(.resumesAt("{t}")))
        ) {
            ActivityHeader(
                course: model.course, activity: model.id, courseTitle: model.courseTitle,
                courseLanguage: model.courseLanguage, title: model.title,
                language: model.language,
                facts: ActivityFacts(
                    kind: .lesson, minutes: model.minutes, place: model.place, isOptional: model.isOptional,
                    isEvaluation: false, due: model.due, words: words))
            // Of what was done just before; what was earned here is said with it, at the end.
            if done == nil, let earned = model.earned {
                div(.class("notice notice-right")) {
                    words.icon("done")
                    div { EarnedLine(earned: earned, words: words) }
                }
            }
            article(.class("lesson"), .lang(model.language.rawValue)) { text }
            div(.class("lesson-end"), .data("end")) {
                if saysRule { CompletionLine(rule: model.completion.rule, words: words) }
                if model.isPreview {
                    p(.class("quiet")) { words(.previewNotice) }
                } else {
                    finish(words, done: done)
                }
                if model.hasWords {
                    p { a(.href(Links.words(model.course, model.id))) { words(.wordsOfLesson) } }
                }
                after(words)
                button(.class("button button-quiet no-print"), .type(.button), .data("print"), .hidden()) {
                    words.icon("print")
                    " "
                    words(.printPage)
                }
            }
        }
    }

    /// Where one is in each recording, for the script: `dock=61000 radio=`; `nil` when there is nothing to come back to.
    private var places: String? {
        guard let media = model.media, !model.isPreview else { return nil }
        return media.map { "\($0.name)=\($0.position.map(String.init) ?? "")" }.joined(separator: " ")
    }

    @MarkupBuilder private func finish(_ words: Words, done: String?) -> some Markup {
        p(
            .class("save-state"), .role(.status), .data("save-state"), .data("saved", words(.readingSaved)),
            .data("waiting", words(.readingWaiting))
        ) {}
        if let done {
            div(.class("notice notice-right")) {
                words.icon("done")
                div {
                    p { done }
                    EarnedLine(earned: model.earned ?? [], words: words)
                }
            }
        } else {
            if let listening = model.listening {
                ListeningNote(
                    listening: listening, isAll: model.completion.rule == .played(share: listening.share),
                    events: Links.events(model.course, model.id), words: words)
            }
            if isEndReached { p(.role(.status)) { words(.endReached) } } else if model.completion.rule.asksForEnd { end(words) }
        }
    }

    /// What the button and the note on recordings do not say.
    private var saysRule: Bool {
        switch model.completion.rule {
        case .read(let seconds): seconds != nil
        case .played: false
        default: true
        }
    }

    @MarkupBuilder private func end(_ words: Words) -> some Markup {
        form(.class("actions actions-stay"), .method(.post), .action(Links.events(model.course, model.id))) {
            button(.class("button button-main"), .name("kind"), .value("reached-end"), .data("busy", words(.oneMoment))) {
                words.icon("done")
                " "
                words(.iHaveFinished)
            }
        }
    }

    @MarkupBuilder private func after(_ words: Words) -> some Markup {
        nav(.class("after"), .aria(.label, words(.afterThis))) {
            NextRow(course: model.course, next: model.next, words: words)
        }
    }
}

/// The way on from an activity.
struct NextRow: View {
    let course: String
    let next: LessonModel.Neighbour?
    let words: Words

    var body: some Markup {
        if let next {
            a(.class("row"), .href(Links.activity(course, next.id))) {
                span(.class("row-main")) {
                    span(.class("quiet")) { words(.next) }
                    " "
                    strong(.lang(words.lang(of: next.language))) { next.title }
                }
                span(.class("badge")) { words(.activityKind(next.kind)) }
            }
        } else {
            p { words(.endOfCourse) }
        }
        a(.class("row"), .href(Links.course(course))) { span(.class("row-main")) { words(.backToOutline) } }
    }
}

/// The head of the page of an activity: the way back, its title and its facts.
struct ActivityHeader: View {
    let course: String
    let activity: String
    let courseTitle: String
    let courseLanguage: Language
    let title: String
    var summary: String?
    let language: Language
    let facts: ActivityFacts

    var body: some Markup {
        let words = facts.words
        header(.class("page-head")) {
            a(.class("back"), .href(Links.course(course))) {
                words.icon("back")
                " "
                span(.lang(words.lang(of: courseLanguage))) { courseTitle }
            }
            h1(.lang(words.lang(of: language))) { title }
            if let summary { p(.class("lead"), .lang(words.lang(of: language))) { summary } }
            facts
            QuestionLink(course: course, activity: activity, words: words)
        }
    }
}

/// The ways to a question about an activity: to one's tutors alone, and to everybody in the course.
struct QuestionLink: View {
    let course: String
    let activity: String
    let words: Words

    var body: some Markup {
        p(.class("small")) {
            a(.href(Links.question(course, activity))) { words(.askAboutActivity) }
            " · "
            a(.href(Links.discussion(course, activity))) { words(.discussWithOthers) }
        }
    }
}

/// Kind, minutes and place of an activity in a line.
struct ActivityFacts: View {
    let kind: ActivityKind
    let minutes: Int
    let place: ActivityPlace
    let isOptional: Bool
    let isEvaluation: Bool
    /// The last day, of what is not done.
    var due: DueDay?
    let words: Words

    var body: some Markup {
        ul(.class("facts")) {
            li { words(.activityKind(kind)) }
            if minutes > 0 {
                li {
                    words.icon("clock")
                    " "
                    words(.duration(minutes: minutes))
                }
            }
            if place == .inPerson { li { words(.inPerson) } }
            if isEvaluation { li { words(.evaluation) } }
            if isOptional { li { words(.optional) } }
            if let due {
                li {
                    words.icon("agenda")
                    " "
                    words.due(due)
                }
            }
        }
    }
}
