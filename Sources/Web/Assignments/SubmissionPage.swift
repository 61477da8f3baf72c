import Accounts
import Campus
import CourseContent
import Essentials
import HTML
import Tutoring

/// One submission: for the learner, what the tutor said; for a tutor, the work and a form to mark it.
struct SubmissionPage: Page {
    struct Model: Encodable, Sendable {
        let course: String
        let courseTitle: String
        let courseLanguage: Language
        let activity: String
        let title: String
        let language: Language
        let cohort: String
        let learner: String
        let givenName: String
        let familyName: String
        let rubric: [RubricCriterion]
        let points: Double
        let submission: SubmissionModel
        /// Who gave the mark that holds.
        let markedBy: String?
        /// Whether whoever looks may mark it.
        let mayMark: Bool
        /// What whoever marks keeps to write again; left out for the learner.
        let sentences: [SentenceModel]?

        init(_ handed: Campus.HandedIn) {
            course = handed.course.outline.key
            courseTitle = handed.course.outline.title
            courseLanguage = handed.course.outline.language
            activity = handed.activity.id
            title = handed.activity.title
            language = handed.activity.language
            cohort = handed.cohort.key
            learner = handed.learner.id.text
            givenName = handed.learner.name.given
            familyName = handed.learner.name.family
            rubric = handed.assignment.rubric
            points = handed.assignment.points
            submission = SubmissionModel(handed.reading, of: handed.assignment.points)
            markedBy = handed.markerName?.full
            mayMark = handed.mayMark
            sentences = handed.mayMark ? handed.sentences.map(SentenceModel.init) : nil
        }
    }

    let model: Model
    /// What was typed and refused.
    var typed: SentMark?
    var problem: Problem?
    var menu: MenuEntry? { model.mayMark ? .toMark : .courses }

    func heading(_ words: Words) -> String {
        model.mayMark ? "\(model.title) · \(model.givenName) \(model.familyName)" : model.title
    }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                if model.mayMark {
                    a(.class("back"), .href(Links.learner(model.cohort, model.learner))) {
                        words.icon("back")
                        " \(model.givenName) \(model.familyName)"
                    }
                } else {
                    a(.class("back"), .href(Links.activity(model.course, model.activity))) {
                        words.icon("back")
                        " "
                        span(.lang(words.lang(of: model.language))) { model.title }
                    }
                }
                h1(.lang(words.lang(of: model.language))) { model.title }
                p(.class("lead")) { words(.submissionOf(model.submission.number, words.moment(model.submission.submittedAt))) }
            }
            section(.class("card"), .aria(.label, words(model.mayMark ? .workOfLearner : .handedIn))) {
                SubmissionView(
                    submission: model.submission, rubric: model.rubric, language: model.language, isForMarker: model.mayMark,
                    words: words)
                if let name = model.markedBy { p(.class("quiet")) { words(.markedBy(name)) } }
            }
            if model.mayMark {
                marking(words)
                NextInQueue(position: model.position, words: words)
            }
        }
    }

    private func marking(_ words: Words) -> some Markup {
        section(.aria(.labelledby, "marking")) {
            h2(.id("marking")) { words(model.submission.mark == nil ? .markThis : .correctMark) }
            if let problem {
                div(.class("notice notice-warning"), .role(.alert)) {
                    words.icon("warning")
                    div { p { words(problem.fields.first?.message ?? problem.detail) } }
                }
            }
            form(.class("form"), .method(.post), .action(Links.marks(model.submission.id)), .novalidate()) {
                if model.rubric.isEmpty { whole(words) } else { ForEach(model.rubric) { self.criterion($0, words) } }
                div(.class("field")) {
                    label(.for("comment")) { words(.commentForLearner) }
                    p(.class("field-hint"), .id("comment-hint")) { words(.commentHint) }
                    textarea(.class("input"), .id("comment"), .name("comment"), .rows(6), .aria(.describedby, "comment-hint")) {
                        typed?.comment ?? model.submission.mark?.comment ?? ""
                    }
                }
                SentenceChoices(sentences: model.sentences ?? [], name: "sentence", words: words)
                MarkingActions(save: .saveMark, words: words)
            }
        }
    }

    private func whole(_ words: Words) -> some Markup {
        div(.class("field")) {
            label(.for("points")) { words(.pointsOf(words.number(model.points))) }
            input(
                .class("input input-short"), .id("points"), .name("points"), .type(.text), .inputmode("decimal"),
                .autocomplete("off"),
                .value(typed?.points ?? model.submission.mark.map { words.number($0.points) }))
        }
    }

    private func criterion(_ criterion: RubricCriterion, _ words: Words) -> some Markup {
        let given = typed?.levels[criterion.id] ?? model.submission.mark?.levels[criterion.id]
        return fieldset(.class("field")) {
            legend(.lang(words.lang(of: model.language))) { criterion.title }
            ForEach(criterion.levels) { level in
                label(.class("choice"), .lang(words.lang(of: model.language))) {
                    input(.type(.radio), .name("levels." + criterion.id), .value(level.id), .checked(given == level.id))
                    span {
                        strong { level.title }
                        " (" + words(.pointsWorth(words.number(level.points))) + ")"
                        if let text = level.text { " " + text }
                    }
                }
            }
        }
    }
}

extension SubmissionPage.Model {
    /// Where it stands, or stood, in the queue.
    var position: WaitingPosition { WaitingPosition(sentAt: submission.submittedAt, work: submission.id) }
}

/// A mark as it was typed.
struct SentMark: Sendable {
    var points: String?
    var comment: String?
    var levels: [String: String]
}
