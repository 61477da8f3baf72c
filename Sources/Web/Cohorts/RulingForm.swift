import Campus
import Essentials
import HTML
import Progress

/// To exempt a learner from an activity, count it as done, or correct a mark.
struct RulingForm: View {
    let model: PacePage.Model
    let typed: PacePage.Typed?
    let words: Words

    private static let actions: [Ruling.Action] = [.exempted, .completed, .mark]

    var body: some Markup {
        form(.class("form card"), .method(.post), .action(Links.rulings(model.cohort, model.person)), .novalidate()) {
            h2 { words(.ruleOnActivity) }
            p { words(.rulingLead) }
            div(.class("field"), .class("field-wrong", when: typed?.message("activity") != nil)) {
                label(.for("ruling-activity")) { words(.activity) }
                select(.class("input"), .id("ruling-activity"), .name("activity"), .autocomplete("off")) {
                    ForEach(model.courses) { course in
                        optgroup(.label(course.title)) {
                            ForEach(course.activities) { activity in
                                option(
                                    .value("\(course.key)/\(activity.id)"), .lang(words.lang(of: activity.language)),
                                    .selected(typed?.fields["activity"] == "\(course.key)/\(activity.id)")
                                ) { activity.title + (activity.isCompleted ? " (" + words(.stepDone) + ")" : "") }
                            }
                        }
                    }
                }
                if let message = typed?.message("activity") {
                    FieldError(id: "ruling-activity-error", message: message, words: words)
                }
            }
            div(.class("field"), .class("field-wrong", when: typed?.message("action") != nil)) {
                label(.for("ruling-action")) { words(.decision) }
                select(.class("input"), .id("ruling-action"), .name("action"), .autocomplete("off")) {
                    ForEach(Self.actions) { action in
                        option(.value(action.rawValue), .selected(typed?.fields["action"] == action.rawValue)) {
                            words(.ruling(action))
                        }
                    }
                }
                if let message = typed?.message("action") {
                    FieldError(id: "ruling-action-error", message: message, words: words)
                }
            }
            NumberField(id: "ruling-score", name: "score", title: .rulingScore, typed: typed, words: words)
            NumberField(id: "ruling-minutes", name: "minutes", title: .rulingMinutes, typed: typed, words: words)
            NoteField(id: "ruling-note", title: .whyMoreTime, hint: nil, typed: typed, words: words)
            div(.class("actions")) { button(.class("button"), .data("busy", words(.oneMoment))) { words(.save) } }
        }
    }
}

/// A number of a ruling, for those that have one.
private struct NumberField: View {
    let id: String
    let name: String
    let title: Phrase
    let typed: PacePage.Typed?
    let words: Words

    var body: some Markup {
        let message = typed?.message(name)
        div(.class("field"), .class("field-wrong", when: message != nil)) {
            label(.for(id)) { words(title) }
            input(
                .class("input input-short"), .id(id), .name(name), .type(.text), .inputmode("numeric"), .autocomplete("off"),
                .value(typed?.fields[name]), .aria(.describedby, message == nil ? nil : "\(id)-error"),
                .attribute("aria-invalid", message == nil ? nil : "true"))
            if let message { FieldError(id: "\(id)-error", message: message, words: words) }
        }
    }
}

/// What was decided about an activity and holds, with the form that takes it back.
struct PaceRuling: View {
    let ruling: PacePage.Model.Decided
    let model: PacePage.Model
    let words: Words

    var body: some Markup {
        li(.class("row")) {
            div(.class("row-main")) {
                strong {
                    span(.lang(words.lang(of: ruling.language))) { ruling.title }
                    ", " + words(.ruled(ruling.action, score: ruling.score, minutes: ruling.minutes))
                }
                p(.class("quiet small")) {
                    [ruling.reason, words.moment(ruling.setAt), ruling.setBy ?? words(.commandLine)].joined(separator: " · ")
                }
            }
            form(.method(.post), .action(Links.rulings(model.cohort, model.person))) {
                input(.type(.hidden), .name("activity"), .value("\(ruling.course)/\(ruling.activity)"))
                input(.type(.hidden), .name("action"), .value(Ruling.Action.withdrawn.rawValue))
                input(.type(.hidden), .name("note"), .value(words(.takenBack)))
                button(.class("button button-quiet"), .data("busy", words(.oneMoment))) {
                    words(.takeBack)
                    span(.class("visually-hidden")) { " " + ruling.title }
                }
            }
        }
    }
}
