import Campus
import Essentials
import HTML

/// What lesson pages are put together from: the author's text, made into bytes and compressed once, and what stands around it.
struct LessonBodies: Sendable {
    /// What the part of a lesson page around the author's text depends on.
    struct FrameKey: Hashable, Sendable {
        /// Digest of the course's version.
        let version: String
        let activity: String
        let language: Language
        let isPreview: Bool
        /// The sentence that says when the lesson was finished.
        let done: String?
        /// Whether it says that the end was reached and something else is left.
        var isEndReached = false
        /// The last day that it says.
        var due: DueDay?
        /// What it says was just earned.
        var earned: [EarnedModel] = []
    }

    /// What stands before the author's text and after it, within `main`.
    struct Frame: Sendable {
        let before: PrerenderedHTML
        /// `nil` when the text could not be told from the rest: `before` is the whole then.
        let after: PrerenderedHTML?
    }

    private let bodies = BoundedCache<String, PrerenderedHTML>(capacity: 1000)
    private let frames = BoundedCache<FrameKey, Frame>(capacity: 4000)

    /// The body kept under `digest`, made from `html` the first time.
    func body(_ digest: String, html: @autoclosure () -> String) -> PrerenderedHTML {
        bodies.value(digest) { Deflate.fragment(Array(html().utf8)) }
    }

    /// A page's `main` around `text`, written once for all those who see the same.
    /// - Parameter main: the whole, with `text` in it once.
    func framed(_ text: PrerenderedHTML, _ key: FrameKey, main: () -> some Markup) -> FramedLesson {
        let frame = frames.value(key) {
            let buffer = main().rendered()
            guard let span = buffer.spans.first, buffer.spans.count == 1 else {
                return Frame(before: PrerenderedHTML(buffer.bytes), after: nil)
            }
            return Frame(
                before: Deflate.part(Array(buffer.bytes[..<span.offset])),
                after: Deflate.part(Array(buffer.bytes[span.range.upperBound...])))
        }
        return FramedLesson(frame: frame, text: text)
    }
}

/// A lesson's text in its frame.
struct FramedLesson: Markup {
    let frame: LessonBodies.Frame
    let text: PrerenderedHTML

    func write(into buffer: inout HTMLBuffer) {
        buffer.append(frame.before)
        guard let after = frame.after else { return }
        buffer.append(text)
        buffer.append(after)
    }
}
