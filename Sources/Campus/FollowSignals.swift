import Accounts
import CourseContent
import Essentials
import SQL

/// What servers of one installation tell each other, so that none goes on with what another changed.
extension Signal {
    /// Something about a person that pages keep in memory: sessions, roles, preferences.
    static func changed(_ person: Identifier<Person>) -> Signal { Signal(personChanged, person.text) }
    /// The same of many people at once.
    static let manyChanged = Signal(personChanged)
    /// A version of a course is published, or published again.
    static func published(_ applied: AppliedVersion) -> Signal {
        Signal(coursePublished, "\(applied.version.outline.key) \(applied.publication)")
    }

    fileprivate static let personChanged = "person.changed"
    fileprivate static let coursePublished = "course.published"
}

extension Campus {
    /// Takes in what is signalled by this server and by others, until the database is closed or the task is cancelled.
    package func followSignals() async {
        for await event in database.signals() {
            switch event {
            case .signal(let signal): take(signal)
            case .gap:
                dropCaches()
                // A read that had begun before may bring back what was dropped.
                try? await Task.sleep(for: .milliseconds(500))
                dropCaches()
            }
        }
    }

    private func take(_ signal: Signal) {
        switch signal.topic {
        case Signal.personChanged:
            if let person = Identifier<Person>(signal.subject) { sessions.drop(person) } else { sessions.dropAll() }
        case Signal.coursePublished:
            let parts = signal.subject.split(separator: " ")
            guard parts.count == 2, let publication = Int(parts[1]) else { return library.dropPointers() }
            library.published(String(parts[0]), publication)
        default: break
        }
    }
}
