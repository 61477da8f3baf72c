import ArgumentParser
import Campus
import CourseContent
import Essentials

/// `rebond course list`
struct CourseList: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Montre les cours publiés. / Lists published courses.")

    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let courses = try await DataDirectory.with(data, .existing) { try await $0.campus().authoredCourses() }
        try console.give(courses.map(Line.init), as: format) {
            var table = TextTable(
                [
                    .key, .title, Phrase(fr: "VERSION", en: "VERSION"), Phrase(fr: "PUBLIÉE LE", en: "PUBLISHED ON"),
                    Phrase(fr: "ACTIVITÉS", en: "ACTIVITIES"),
                ], in: console.language)
            for course in courses.map(Line.init) {
                table.add(
                    [
                        course.key, course.title, "\(course.version)", String(course.publishedAt.prefix(10)),
                        "\(course.activities)",
                    ])
            }
            console.print(table)
        }
    }

    private struct Line: Encodable {
        let key: String
        let title: String
        let language: String
        let mode: String
        let version: Int
        let publishedAt: String
        /// Written ones; announced ones are counted apart.
        let activities: Int
        let planned: Int

        init(_ course: LibraryCourse) {
            let all = course.outline.activities
            key = course.outline.key
            title = course.outline.title
            language = course.outline.language.rawValue
            mode = course.outline.mode.rawValue
            version = course.version.number
            publishedAt = course.version.appliedAt.iso8601
            planned = all.count(where: \.isPlanned)
            activities = all.count - planned
        }
    }
}
