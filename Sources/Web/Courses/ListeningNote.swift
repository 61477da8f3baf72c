import CourseContent
import Essentials
import HTML
import Progress

/// What is left to listen to in a lesson that is completed by playing, and what one can say instead.
struct ListeningNote: View {
    let listening: LessonModel.Listening
    /// Whether nothing else is asked for.
    let isAll: Bool
    /// Where a form says what happened.
    let events: String
    let words: Words

    var body: some Markup {
        div(.class("notice")) {
            words.icon("clock")
            div {
                if isAll { p { words(.listenTo(share: listening.share)) } }
                p(.data("played", words(.playedSoFar(percent: "{n}")))) {
                    words(.playedSoFar(percent: String(listening.played)))
                }
                p(.role(.status), .data("played-done", words(.listeningDone))) {}
            }
        }
        details(.class("more")) {
            summary { words(.listenedElsewhere) }
            p { words(.listenedElsewhereHow(seconds: listening.declarableAfter)) }
            form(.class("actions"), .method(.post), .action(events)) {
                if listening.hasBegun {
                    button(
                        .class("button"), .name("kind"), .value(EventKind.declaredPlayed.rawValue),
                        .data("busy", words(.oneMoment))
                    ) {
                        words(.iHaveListened)
                    }
                } else {
                    button(.class("button"), .name("kind"), .value(EventKind.opened.rawValue), .data("busy", words(.oneMoment))) {
                        words(.iBeginListening)
                    }
                }
            }
        }
    }
}
