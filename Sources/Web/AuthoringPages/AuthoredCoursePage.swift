import Campus
import CourseContent
import Essentials
import HTML

/// A course and its versions.
struct AuthoredCoursePage: Page {
    struct Model: Encodable, Sendable {
        let course: AuthoredCoursesPage.Model.Course
        let versions: [Version]
        /// What learners saw from when on, the latest first.
        let publications: [Publication]

        struct Version: Encodable, Sendable {
            let number: Int
            let digest: String
            let appliedAt: Instant
            let appliedBy: String?
            let isPublished: Bool
        }

        struct Publication: Encodable, Sendable {
            let version: Int
            let publishedAt: Instant
            /// Left out for the command line.
            let publishedBy: String?
        }

        init(_ history: CourseHistory) {
            let course = history.course
            self.course = AuthoredCoursesPage.Model.Course(course)
            publications = history.publications.map {
                Publication(version: $0.number, publishedAt: $0.publishedAt, publishedBy: $0.publishedBy)
            }
            versions = history.versions.map { version in
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
            publications(words)
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
                                if version.isPublished {
                                    "\(version.number) "
                                    span(.class("badge badge-done")) { words(.published) }
                                } else {
                                    a(.href(Links.authoredVersion(model.course.key, version.number))) {
                                        words(.versionNumber(version.number))
                                    }
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

    @MarkupBuilder private func publications(_ words: Words) -> some Markup {
        if model.publications.count > 1 {
            section(.aria(.labelledby, "publications")) {
                h2(.id("publications")) { words(.publications) }
                ul {
                    ForEach(model.publications) { publication in
                        li {
                            strong { words(.versionNumber(publication.version)) }
                            ", " + words.moment(publication.publishedAt) + ", " + (publication.publishedBy ?? words(.commandLine))
                        }
                    }
                }
            }
        }
    }
}
