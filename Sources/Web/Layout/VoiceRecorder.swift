import Essentials
import HTML

/// A button beside the files of a form that records a voice as one more of them. Hidden until the script has found that the browser can.
struct VoiceRecorder: View {
    /// What the file is called, without its ending; that of a message for `nil`.
    var name: String?
    /// How long one may speak; two minutes for `nil`.
    var seconds: Int?
    var attached: Phrase = .voiceAttached
    let words: Words

    var body: some Markup {
        div(
            .data("voice", name ?? ""), .data("seconds", seconds), .data("stop", words(.stopRecording)),
            .data("refused", words(.deviceRefused)), .data("attached", words(attached)), .hidden()
        ) {
            button(.class("button button-quiet"), .type(.button)) {
                words(seconds == nil ? .recordVoice : .recordOwnVoice)
            }
            p(.class("small"), .role(.status)) {}
        }
    }
}
