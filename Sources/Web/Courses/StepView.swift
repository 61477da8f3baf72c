import CourseContent
import Essentials
import HTML

/// An activity on the path.
struct StepView: View {
    let step: OutlineModel.Step
    let course: String
    let words: Words

    var body: some Markup {
        let activity = step.activity
        let lang = words.lang(of: activity.language)
        li(.class("step"), .class(stateClass)) {
            icon
            div(.class("step-body")) {
                if step.state == .coming {
                    span(.class("step-title"), .lang(lang)) { activity.title }
                } else {
                    a(
                        .class("step-title"), .href(Links.activity(course, activity.id)), .lang(lang),
                        .aria(.current, step.state == .here ? "step" : nil)
                    ) { activity.title }
                }
                p(.class("step-facts")) {
                    span(.class("step-state")) { words(step.state.phrase) }
                    " "
                    span { words(.activityKind(activity.kind)) }
                    if activity.minutes > 0 {
                        " "
                        span { words(.duration(minutes: activity.minutes)) }
                    }
                    if activity.place == .inPerson {
                        " "
                        span { words(.inPerson) }
                    }
                    if activity.isEvaluation {
                        " "
                        span { words(.evaluation) }
                    }
                    if activity.isOptional {
                        " "
                        span { words(.optional) }
                    }
                    if let due = step.due {
                        " "
                        span { words.dueInRow(due) }
                    }
                    if step.saysRule {
                        " "
                        span { words(.doneWhen(activity.completion)) }
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
