package import Essentials
import Synchronization

/// What a server that previews one folder knows beside its pages: as whom one looks, and what is wrong in the folder.
package final class CoursePreview: Sendable {
    package enum Role: String, Sendable, CaseIterable {
        case learner, tutor
    }

    /// A problem, where it is and what to do.
    package struct Problem: Sendable, Hashable {
        package var isError: Bool
        /// `file:line:column`
        package var place: String
        package var message: Phrase
        package var hint: Phrase

        package init(isError: Bool, place: String, message: Phrase, hint: Phrase) {
            self.isError = isError
            self.place = place
            self.message = message
            self.hint = hint
        }
    }

    struct Look: Sendable {
        var role = Role.learner
        /// Goes up with every change: a page that shows an older one loads itself again.
        var revision = 1
        var problems: [Problem] = []
    }

    private let look = Mutex(Look())
    /// The sessions of the two people who are made for the preview.
    private let sessions: [Role: String]

    package init(sessions: [Role: String]) {
        self.sessions = sessions
    }

    /// The folder was read again.
    package func show(_ problems: [Problem]) {
        look.withLock { look in
            look.problems = problems
            look.revision += 1
        }
    }

    func look(as role: Role) { look.withLock { $0.role = role } }

    var now: Look { look.withLock { $0 } }
    var session: String? { sessions[now.role] }

    /// Only pages that were asked for under this machine's own name: another site that resolves its name to it learns nothing.
    static func isLocal(_ authority: String?) -> Bool {
        guard let authority else { return false }
        let host =
            authority.hasPrefix("[") ? String(authority.prefix { $0 != "]" }) + "]" : String(authority.prefix { $0 != ":" })
        return ["127.0.0.1", "localhost", "[::1]"].contains(host)
    }
}
