import CourseContent
import Essentials
import HTML

/// A submission: its text, its files, its mark.
struct SubmissionView: View {
    let submission: SubmissionModel
    let rubric: [RubricCriterion]
    let language: Language
    /// Whether a tutor looks at it.
    var isForMarker = false
    let words: Words

    var body: some Markup {
        SubmittedWork(submission: submission, language: language, words: words)
        if let mark = submission.mark {
            p {
                strong { words(.markOutOf(words.number(mark.points), words.number(mark.maximumPoints), percent: mark.score)) }
                ", " + words.moment(mark.markedAt)
            }
            if !rubric.isEmpty { RubricView(rubric: rubric, given: mark.levels, language: language, words: words) }
            if let comment = mark.comment {
                div(.class("notice notice-info")) {
                    words.icon("messages")
                    div {
                        p { strong { words(isForMarker ? .commentForLearner : .tutorSays) } }
                        p(.class("answer-text")) { comment }
                    }
                }
            }
        } else {
            p(.class("quiet")) { words(isForMarker ? .waitsForYou : .waitsForTutor) }
        }
    }
}

/// The text and the files that were handed in.
struct SubmittedWork: View {
    let submission: SubmissionModel
    let language: Language
    let words: Words

    var body: some Markup {
        if let text = submission.text { p(.class("answer-text"), .lang(language.rawValue)) { text } }
        if !submission.files.isEmpty {
            ul {
                ForEach(submission.files) { file in
                    li {
                        if file.isSound {
                            audio(
                                .class("heard"), .src(Links.handedInFile(submission.id, file.position)), .controls(),
                                .preload("none"), .aria(.label, file.name)
                            ) {}
                        }
                        a(.href(Links.handedInFile(submission.id, file.position))) {
                            words.icon("download")
                            " " + file.name
                        }
                        span(.class("quiet small")) { " (" + words(FileSize.phrase(file.size)) + ")" }
                    }
                }
            }
        }
    }
}

/// What is looked at, level by level; the levels that were given stand out.
struct RubricView: View {
    let rubric: [RubricCriterion]
    let given: [String: String]
    let language: Language
    let words: Words

    var body: some Markup {
        details(.class("rubric"), .open(!given.isEmpty)) {
            summary { words(given.isEmpty ? .whatIsLookedAt : .rubricGiven) }
            ForEach(rubric) { criterion in
                div(.class("rubric-criterion"), .lang(words.lang(of: language))) {
                    p { strong { criterion.title } }
                    ul {
                        ForEach(criterion.levels) { level in
                            li(.class("rubric-given", when: given[criterion.id] == level.id)) {
                                if given[criterion.id] == level.id {
                                    words.icon("right")
                                    " "
                                }
                                strong { level.title }
                                span(.class("quiet small")) { " (" + words(.pointsWorth(words.number(level.points))) + ")" }
                                if let text = level.text { " " + text }
                            }
                        }
                    }
                }
            }
        }
    }
}
