import Campus
import CourseContent
import Essentials
import HTML

/// A version that is not the published one: what publishing it again would change for learners, and the form that does it.
struct AuthoredVersionPage: Page {
    struct Model: Encodable, Sendable {
        let course: String
        let title: String
        let language: Language
        let number: Int
        let appliedAt: Instant
        /// Left out for the command line.
        let appliedBy: String?
        let isPublished: Bool
        let forecast: CourseForecast.Report

        init(_ history: CourseHistory, _ version: VersionSummary, _ forecast: CourseForecast) {
            course = history.course.outline.key
            title = history.course.outline.title
            language = history.course.outline.language
            number = version.number
            appliedAt = version.appliedAt
            appliedBy = version.appliedBy
            isPublished = version.id == history.course.version.id
            self.forecast = forecast.report
        }
    }

    let model: Model
    let forecast: CourseForecast
    var menu: MenuEntry? { .authoring }

    init(_ history: CourseHistory, _ version: VersionSummary, _ forecast: CourseForecast) {
        model = Model(history, version, forecast)
        self.forecast = forecast
    }

    func heading(_ words: Words) -> String { words(.versionNumber(model.number)) + " · " + model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.authoredCourse(model.course))) {
                    words.icon("back")
                    " "
                    span(.lang(words.lang(of: model.language))) { model.title }
                }
                h1 { words(.versionNumber(model.number)) }
                p(.class("quiet")) { words.moment(model.appliedAt) + ", " + (model.appliedBy ?? words(.commandLine)) }
            }
            if model.isPublished {
                p { words(.versionIsPublished) }
            } else {
                changes(words)
                form(.class("form card"), .method(.post), .action(Links.publishedVersion(model.course))) {
                    input(.type(.hidden), .name("version"), .value("\(model.number)"))
                    p { words(.publishAgainLead) }
                    div(.class("actions")) {
                        button(.class("button button-main"), .data("busy", words(.oneMoment))) {
                            words(.publishAgain(model.number))
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private func changes(_ words: Words) -> some Markup {
        section(.aria(.labelledby, "changes")) {
            h2(.id("changes")) { words(.whatWouldChange) }
            ForEach(forecast.sentences) { sentence in p { words(sentence) } }
            ul {
                ForEach(forecast.modules) { module in
                    li {
                        strong(.lang(words.lang(of: model.language))) { module.title }
                        " · " + forecast.sentences(of: module).map { words($0) }.joined(separator: " ")
                    }
                }
                ForEach(forecast.activities) { activity in
                    li {
                        strong(.lang(words.lang(of: model.language))) { activity.change.outline?.title ?? "" }
                        " · " + activity.sentences.map { words($0) }.joined(separator: " ")
                    }
                }
            }
        }
    }
}
