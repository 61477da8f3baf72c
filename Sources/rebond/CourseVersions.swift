import ArgumentParser
import Campus
import CourseContent
import Essentials

/// `rebond course versions KEY`
struct CourseVersions: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "versions",
        abstract: "Montre les versions d’un cours. / Lists the versions of a course.",
        discussion: """
            La version que voient les stagiaires est marquée ; « rebond course rollback » en publie une autre.
            The version that learners see is marked; "rebond course rollback" publishes another.
            """)

    @Argument(help: "Clé du cours. / Key of the course.")
    var key: String

    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let history = try await DataDirectory.with(data, .existing) { try await $0.campus().authoredCourse(key) }
        let published = history.course.version.number
        let list = Listing(
            course: key, published: published, versions: history.versions.map(Version.init),
            publications: history.publications.map(PublicationLine.init))
        try console.give(list, as: format) {
            var table = TextTable(
                [
                    Phrase(fr: "VERSION", en: "VERSION"), Phrase(fr: "FAITE LE", en: "MADE ON"), Phrase(fr: "PAR", en: "BY"),
                    Phrase(fr: "EMPREINTE", en: "DIGEST"), Phrase(fr: "PUBLIÉE", en: "PUBLISHED"),
                ], in: console.language)
            for version in history.versions {
                let last = history.publications.first { $0.number == version.number }
                let mark = version.number == published ? "* " : "  "
                table.add(
                    [
                        "\(version.number)", version.appliedAt.iso8601, version.appliedBy ?? "-",
                        String(version.digest.prefix(12)),
                        mark + (last.map { $0.publishedAt.iso8601 + ($0.publishedBy.map { ", \($0)" } ?? "") } ?? "-"),
                    ])
            }
            console.print(table)
        }
    }

    private struct Listing: Encodable {
        let course: String
        let published: Int
        let versions: [Version]
        let publications: [PublicationLine]
    }

    private struct Version: Encodable {
        let number: Int
        let digest: String
        let appliedAt: String
        let appliedBy: String?

        init(_ version: VersionSummary) {
            number = version.number
            digest = version.digest
            appliedAt = version.appliedAt.iso8601
            appliedBy = version.appliedBy
        }
    }

    private struct PublicationLine: Encodable {
        let version: Int
        let publishedAt: String
        let publishedBy: String?

        init(_ publication: Publication) {
            version = publication.number
            publishedAt = publication.publishedAt.iso8601
            publishedBy = publication.publishedBy
        }
    }
}
