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

/// A course and its versions.
struct AuthoredCoursePage: Page {
    struct Model: Encodable, Sendable {
        let course: AuthoredCoursesPage.Model.Course
        let versions: [Version]

        struct Version: Encodable, Sendable {
            let number: Int
            let digest: String
            let appliedAt: Instant
            let appliedBy: String?
            let isPublished: Bool
        }

        init(_ course: LibraryCourse, _ versions: [VersionSummary]) {
            self.course = AuthoredCoursesPage.Model.Course(course)
            self.versions = versions.map { version in
                Version(
                    number: version.number, digest: version.digest, appliedAt: version.appliedAt, appliedBy: version.appliedBy,
                    isPublished: version.id == course.version.id)
            }
        }
    }

    let model: Model
    var menu: MenuEntry? { .authoring }

    func heading(_ words: Words) -> String { model.course.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.authoring)) {
                    words.icon("back")
                    " "
                    words(.authoredCourses)
                }
                h1(.lang(words.lang(of: model.course.language))) { model.course.title }
                p(.class("quiet")) {
                    words(
                        .courseContent(
                            modules: model.course.modules, activities: model.course.activities, planned: model.course.planned))
                }
            }
            div(.class("actions")) {
                a(.class("button button-main"), .href(Links.course(model.course.key))) { words(.seeAsLearner) }
            }
            versions(words)
        }
    }

    @MarkupBuilder private func versions(_ words: Words) -> some Markup {
        div(.class("data-scroll"), .role(.region), .tabindex(0), .aria(.labelledby, "versions")) {
            table(.class("data")) {
                caption(.id("versions")) { words(.versions) }
                thead {
                    tr {
                        th(.scope(.column)) { words(.version) }
                        th(.scope(.column)) { words(.appliedOn) }
                        th(.scope(.column)) { words(.appliedBy) }
                        th(.scope(.column)) { words(.digest) }
                    }
                }
                tbody {
                    ForEach(model.versions) { version in
                        tr {
                            th(.scope(.row)) {
                                "\(version.number)"
                                if version.isPublished {
                                    " "
                                    span(.class("badge badge-done")) { words(.published) }
                                }
                            }
                            td(.data("label", words(.appliedOn))) { words.moment(version.appliedAt) }
                            td(.data("label", words(.appliedBy))) { version.appliedBy ?? words(.commandLine) }
                            td(.data("label", words(.digest))) { code { String(version.digest.prefix(12)) } }
                        }
                    }
                }
            }
        }
    }
}
