import Campus
import CourseContent
import Essentials
import HTML

/// An assignment: what to do, a form to hand it in, what was handed in and what the tutor said.
struct AssignmentPage: Page {
    let model: AssignmentModel
    /// What was typed and refused.
    var typed: String?
    var problem: Problem?
    var menu: MenuEntry? { .courses }

    func heading(_ words: Words) -> String { model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(
            .id("main"), .class("page"), .tabindex(-1),
            .data("time", !model.isPreview && model.mayHandIn ? Links.events(model.course, model.id) : nil)
        ) {
            ActivityHeader(
                course: model.course, activity: model.id, courseTitle: model.courseTitle,
                courseLanguage: model.courseLanguage, title: model.title,
                language: model.language,
                facts: ActivityFacts(
                    kind: .assignment, minutes: model.minutes, place: model.place, isOptional: model.isOptional,
                    isEvaluation: model.isEvaluation, due: model.due, words: words))
            div(.class("lesson"), .lang(model.language.rawValue)) { SafeHTML(model.instructions) }
            expected(words)
            if !model.rubric.isEmpty { RubricView(rubric: model.rubric, given: [:], language: model.language, words: words) }
            if model.completedAt != nil {
                div(.class("notice notice-right")) {
                    words.icon("done")
                    div { p { words(model.passScore == nil ? .workHandedIn : .workPassed) } }
                }
            }
            if model.isPreview {
                p(.class("quiet")) { words(.previewNotice) }
            } else if model.mayHandIn {
                handIn(words)
            } else if let endedAt = model.endedAt {
                p(.class("quiet")) { words(.closedSince(words.lastDay(before: endedAt))) }
            } else {
                p(.class("quiet")) { words(.noSubmissionLeft) }
            }
            if !model.submissions.isEmpty { history(words) }
            nav(.class("after"), .aria(.label, words(.afterThis))) {
                NextRow(course: model.course, next: model.next, words: words)
            }
        }
    }

    private func expected(_ words: Words) -> some Markup {
        ul {
            if let text = model.text { li { words(.textExpected(text.minimumWords, text.maximumWords)) } }
            if let files = model.files, files.recordingSeconds == nil { li { words(files.phrase) } }
            RuleItem(rule: model.completion.rule, words: words)
            if let allowed = model.submissionsAllowed {
                li { words(.submissionsAllowed(allowed, used: model.submissions.count)) }
            }
            if model.isPortfolioPiece { li { words(.portfolioPiece) } }
        }
    }

    private func handIn(_ words: Words) -> some Markup {
        section(.aria(.labelledby, "hand-in")) {
            h2(.id("hand-in")) { words(model.submissions.isEmpty ? .yourWork : .handInAgain) }
            if let problem {
                div(.class("notice notice-warning"), .role(.alert)) {
                    words.icon("warning")
                    div { p { words(problem.fields.first?.message ?? problem.detail) } }
                }
            }
            form(
                .class("form"), .method(.post), .action(Links.handIn(model.course, model.id)), .enctype("multipart/form-data"),
                .data("draft", model.text == nil ? nil : Links.draft(model.course, model.id)), .data("sequence", model.sequence),
                .data("recording", model.files?.recordingSeconds)
            ) {
                input(.type(.hidden), .name("submission"), .value(model.newSubmission.text))
                if let text = model.text { self.text(text, words) }
                if let files = model.files { self.files(files, words) }
                p(
                    .class("save-state"), .role(.status), .data("save-state"), .data("saved", words(.draftSaved)),
                    .data("waiting", words(.readingWaiting))
                ) {}
                div(.class("actions")) {
                    button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.handIn) }
                    if model.text != nil {
                        button(
                            .class("button"), .formaction(Links.draft(model.course, model.id)), .data("busy", words(.oneMoment))
                        ) { words(.keepDraft) }
                    }
                }
            }
        }
    }

    private func text(_ text: TextToHandIn, _ words: Words) -> some Markup {
        div(.class("field")) {
            label(.for("text")) { words(.yourText) }
            p(.class("field-hint"), .id("text-hint")) { words(.textExpected(text.minimumWords, text.maximumWords)) }
            textarea(
                .class("input"), .id("text"), .name("text"), .rows(12), .lang(model.language.rawValue),
                .aria(.describedby, "text-hint")
            ) { typed ?? model.draft ?? "" }
        }
    }

    private func files(_ files: FilesToHandIn, _ words: Words) -> some Markup {
        div(.class("field")) {
            label(.for("files")) {
                words(files.recordingSeconds != nil ? .yourRecording : files.maximumCount == 1 ? .yourFile : .yourFiles)
            }
            p(.class("field-hint"), .id("files-hint")) { words(files.phrase) }
            if let seconds = files.recordingSeconds {
                VoiceRecorder(name: "enregistrement", seconds: seconds, attached: .recordingAttached, words: words)
            }
            input(
                .class("input"), .id("files"), .name("files"), .type(.file), .multiple(files.maximumCount > 1),
                .accept(files.kinds.map { "." + $0 }.joined(separator: ",")), .aria(.describedby, "files-hint"))
        }
    }

    private func history(_ words: Words) -> some Markup {
        section(.class("stack"), .aria(.labelledby, "handed-in")) {
            h2(.id("handed-in")) { words(.handedIn) }
            ForEach(model.submissions.reversed()) { submission in
                section(.class("card"), .aria(.labelledby, "submission-\(submission.number)")) {
                    h3(.id("submission-\(submission.number)")) {
                        a(.href(Links.handedIn(submission.id))) {
                            words(.submissionOf(submission.number, words.moment(submission.submittedAt)))
                        }
                    }
                    SubmissionView(submission: submission, rubric: model.rubric, language: model.language, words: words)
                }
            }
        }
    }
}

extension FilesToHandIn {
    fileprivate var phrase: Phrase {
        recordingSeconds.map { .recordingExpected(seconds: $0, megabytes: maximumSize / 1_000_000) }
            ?? .filesExpected(maximumCount, kinds: kinds.joined(separator: ", "), megabytes: maximumSize / 1_000_000)
    }
}
