import CourseContent
import Essentials
import HTML

/// What is to be done before a session, on its page: to a learner as a list to work through, to others with how many have.
struct PreparationView: View {
    let session: SessionPage.Model
    let words: Words

    var body: some Markup {
        if !session.preparation.isEmpty || (session.mayPlan && !session.isOver) {
            section(.class("card"), .aria(.labelledby, "before")) {
                h2(.id("before")) { words(.preparation) }
                ul(.class("rows")) {
                    ForEach(session.preparation) { line in
                        li {
                            a(.class("row"), .href(Links.activity(line.course, line.activity))) {
                                span(.class("row-main")) {
                                    strong(.lang(words.lang(of: line.language))) { line.title }
                                    " "
                                    span(.class("quiet")) {
                                        words(.activityKind(line.kind)) + ", " + words(.duration(minutes: line.minutes))
                                    }
                                }
                                badge(line)
                            }
                        }
                    }
                }
                if session.seesPreparation {
                    p {
                        a(.href(Links.preparation(session.id))) {
                            words(session.preparation.isEmpty ? .choosePreparation : .seePreparation)
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private func badge(_ line: SessionPage.Model.Prepared) -> some Markup {
        if let isDone = line.isDone {
            span(.class(isDone ? "badge badge-done" : "badge badge-notice")) { words(isDone ? .stepDone : .toDoBefore) }
        } else if let done = line.done, let learners = line.learners {
            span(.class("badge")) { words(.doneBefore(done, of: learners)) }
        }
    }
}

/// What was recorded of a session, on its page. It plays where it was recorded.
struct RecordingsView: View {
    let session: SessionPage.Model
    let words: Words

    var body: some Markup {
        if !session.recordings.isEmpty || session.mayFetchRecordings {
            section(.class("card"), .aria(.labelledby, "recordings")) {
                h2(.id("recordings")) { words(.recordings) }
                if session.recordings.isEmpty { p(.class("quiet")) { words(.noRecording) } }
                ul {
                    ForEach(session.recordings) { recording in
                        li {
                            a(.href(recording.address), .rel("noreferrer")) {
                                words(.recordingOf(words.moment(recording.startedAt)))
                            }
                            ", "
                            words(.duration(minutes: recording.minutes))
                        }
                    }
                }
                if session.mayFetchRecordings {
                    form(.method(.post), .action(Links.recordings(session.id))) {
                        button(.class("button"), .data("busy", words(.oneMoment))) { words(.fetchRecordings) }
                    }
                }
            }
        }
    }
}
