import Campus
import CourseContent
import Essentials
import HTML

/// What a learner made and may show: the newest submission of each piece.
struct PortfolioPage: Page {
    struct Model: Encodable, Sendable {
        struct Piece: Encodable, Sendable {
            let course: String
            let courseTitle: String
            let courseLanguage: Language
            let activity: String
            let title: String
            let language: Language
            let submission: SubmissionModel
        }

        let name: String
        /// The newest first.
        let pieces: [Piece]

        init(_ pieces: [Campus.HandedIn], name: String) {
            self.name = name
            self.pieces = pieces.map { handed in
                Piece(
                    course: handed.course.outline.key, courseTitle: handed.course.outline.title,
                    courseLanguage: handed.course.outline.language, activity: handed.activity.id, title: handed.activity.title,
                    language: handed.activity.language,
                    submission: SubmissionModel(handed.reading, of: handed.assignment.points))
            }
        }
    }

    let model: Model
    var menu: MenuEntry? { .courses }

    func heading(_ words: Words) -> String { words(.portfolio) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                h1 { words(.portfolio) }
                p(.class("lead")) { model.pieces.isEmpty ? words(.portfolioEmpty) : words(.portfolioLead) }
            }
            ForEach(model.pieces) { piece in
                section(.class("card"), .aria(.labelledby, "piece-\(piece.submission.id)")) {
                    h2(.id("piece-\(piece.submission.id)"), .lang(words.lang(of: piece.language))) {
                        a(.href(Links.activity(piece.course, piece.activity))) { piece.title }
                    }
                    p(.class("quiet")) {
                        span(.lang(words.lang(of: piece.courseLanguage))) { piece.courseTitle }
                        " · " + words.moment(piece.submission.submittedAt)
                    }
                    SubmittedWork(submission: piece.submission, language: piece.language, words: words)
                }
            }
            button(.class("button button-quiet no-print"), .type(.button), .data("print"), .hidden()) {
                words.icon("print")
                " "
                words(.printPage)
            }
        }
    }
}
