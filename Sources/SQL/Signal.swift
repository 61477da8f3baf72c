/// A word that a transaction says, when it is committed, to every server of the installation: something changed, look again.
///
/// It carries no data of its own: who receives it reads the database. `Signal("course.published", "dev-web-hybride")`.
package struct Signal: Sendable, Hashable {
    /// What kind of thing happened: `course.published`, `session.ended`. Letters, digits, `.` and `-`.
    package let topic: String
    /// To whom or what: an id or a key; may be empty.
    package let subject: String

    package init(_ topic: String, _ subject: String = "") {
        self.topic = topic
        self.subject = subject
    }

    /// The most bytes that topic and subject have together.
    package static let longest = 1000

    /// Both in one text, as it travels: the topic, a space, the subject.
    package var payload: String { "\(topic) \(subject)" }

    /// Reads ``payload``; `nil` for a text that is none.
    package init?(payload: String) {
        guard let space = payload.firstIndex(of: " "), space > payload.startIndex else { return nil }
        self.init(String(payload[..<space]), String(payload[payload.index(after: space)...]))
    }

    /// - throws: ``SQLError/engine(_:)`` for one that cannot travel.
    package func check() throws {
        guard topic.utf8.count + subject.utf8.count <= Self.longest, !topic.isEmpty, !topic.contains(" "), !payload.contains("\0")
        else { throw SQLError.engine("a signal has a topic without spaces, and at most \(Self.longest) bytes") }
    }
}

/// What comes out of ``SQLDatabase/signals()``.
package enum SignalEvent: Sendable, Hashable {
    case signal(Signal)
    /// Some may have been missed: whatever signals keep fresh is to be read again.
    case gap
}
