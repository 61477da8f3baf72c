import Campus
import CourseContent
import Essentials
import HTML

/// The courses that are published.
struct AuthoredCoursesPage: Page {
    struct Model: Encodable, Sendable {
        let courses: [Course]

        struct Course: Encodable, Sendable {
            let key: String
            let title: String
            let language: Language
            let mode: CourseMode
            let version: Int
            let appliedAt: Instant
            let modules: Int
            let activities: Int
            let planned: Int
        }

        init(_ courses: [LibraryCourse]) {
            self.courses = courses.map(Course.init)
        }
    }

    let model: Model
    var menu: MenuEntry? { .authoring }

    func heading(_ words: Words) -> String { words(.authoredCourses) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) { h1 { words(.authoredCourses) } }
            if model.courses.isEmpty {
                div(.class("empty")) {
                    words.icon("author")
                    p(.class("empty-title")) { words(.noPublishedCourse) }
                    p { words(.publishAdvice) }
                }
            }
            ul(.class("rows")) {
                ForEach(model.courses) { course in
                    li {
                        a(.class("row"), .href(Links.authoredCourse(course.key))) {
                            span(.class("row-main")) {
                                strong(.lang(words.lang(of: course.language))) { course.title }
                                " "
                                span(.class("quiet")) {
                                    words(
                                        .courseContent(
                                            modules: course.modules, activities: course.activities, planned: course.planned))
                                }
                            }
                            span(.class("badge")) { words(.versionNumber(course.version)) }
                        }
                    }
                }
            }
        }
    }
}

extension AuthoredCoursesPage.Model.Course {
    init(_ course: LibraryCourse) {
        let activities = course.outline.activities
        key = course.outline.key
        title = course.outline.title
        language = course.outline.language
        mode = course.outline.mode
        version = course.version.number
        appliedAt = course.version.appliedAt
        modules = course.outline.modules.count
        planned = activities.count(where: \.isPlanned)
        self.activities = activities.count - planned
    }
}
