import Campus
import CourseContent
import Essentials
import HTML

/// An activity that is not open for this learner: why, and what opens it.
struct ClosedPage: Page {
    struct Model: Encodable, Sendable {
        let course: String
        let courseTitle: String
        let courseLanguage: Language
        let id: String
        let title: String
        let summary: String?
        let language: Language
        let kind: ActivityKind
        let minutes: Int
        let place: ActivityPlace
        let isOptional: Bool
        let isEvaluation: Bool
        /// Always true: what tells this representation from the activity's own.
        let isClosed: Bool
        let closed: [ClosedReasonModel]

        init(_ reading: Campus.ActivityReading) {
            let activity = reading.activity
            course = reading.course.outline.key
            courseTitle = reading.course.outline.title
            courseLanguage = reading.course.outline.language
            id = activity.id
            title = activity.title
            summary = activity.summary
            language = activity.language
            kind = activity.kind
            minutes = activity.minutes
            place = activity.place
            isOptional = activity.isOptional
            isEvaluation = activity.isEvaluation
            isClosed = true
            closed = reading.closed.map { ClosedReasonModel($0, named: reading.course.activity) }
        }
    }

    let model: Model
    var menu: MenuEntry? { .courses }

    func heading(_ words: Words) -> String { model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            ActivityHeader(
                course: model.course, activity: model.id, courseTitle: model.courseTitle,
                courseLanguage: model.courseLanguage, title: model.title,
                summary: model.summary, language: model.language,
                facts: ActivityFacts(
                    kind: model.kind, minutes: model.minutes, place: model.place, isOptional: model.isOptional,
                    isEvaluation: model.isEvaluation, words: words))
            div(.class("notice notice-info")) {
                words.icon("lock")
                div {
                    p { strong { words(.notOpenYet) } }
                    ul { ForEach(model.closed) { ClosedReasonLine(reason: $0, course: model.course, words: words) } }
                }
            }
            a(.class("row"), .href(Links.course(model.course))) { span(.class("row-main")) { words(.backToOutline) } }
        }
    }
}
