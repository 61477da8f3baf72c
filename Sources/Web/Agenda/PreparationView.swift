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
