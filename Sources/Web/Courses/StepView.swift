import CourseContent
import Essentials
import HTML

/// An activity on the path.
struct StepView: View {
    let step: OutlineModel.Step
    let course: String
    let words: Words

    var body: some Markup {
        let lang = words.lang(of: step.language)
        li(.class("step"), .class(stateClass)) {
            icon
            div(.class("step-body")) {
                if step.state == .coming {
                    span(.class("step-title"), .lang(lang)) { step.title }
                } else {
                    a(
                        .class("step-title"), .href(Links.activity(course, step.id)), .lang(lang),
                        .aria(.current, step.state == .here ? "step" : nil)
                    ) { step.title }
                }
                p(.class("step-facts")) {
                    span(.class("step-state")) { words(step.state.phrase) }
                    " "
                    span { words(.activityKind(step.kind)) }
                    if step.minutes > 0 {
                        " "
                        span { words(.duration(minutes: step.minutes)) }
                    }
                    if step.place == .inPerson {
                        " "
                        span { words(.inPerson) }
                    }
                    if step.isEvaluation {
                        " "
                        span { words(.evaluation) }
                    }
                    if step.isOptional {
                        " "
                        span { words(.optional) }
                    }
                    if let score = step.mark {
                        " "
                        span { words(.scorePercent(score)) }
                    }
                }
                if !step.closed.isEmpty {
                    ul(.class("step-reasons")) {
                        ForEach(step.closed) { ClosedReasonLine(reason: $0, course: course, words: words) }
                    }
                }
            }
        }
    }

    private var stateClass: String {
        switch step.state {
        case .done: "step-done"
        case .here: "step-here"
        case .started, .open: "step-next"
        case .closed: "step-closed"
        case .coming: "step-coming"
        }
    }

    private var icon: Icon {
        switch step.state {
        case .done: words.icon("done")
        case .here: words.icon("here")
        case .started, .open: words.icon("next")
        case .closed: words.icon("lock")
        case .coming: words.icon("coming")
        }
    }
}
