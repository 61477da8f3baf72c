import ArgumentParser
import Campus
import CourseContent
import Essentials
import Scheduling

/// `rebond session prepare ID --before COURSE/ACTIVITY`
struct SessionPrepare: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "prepare",
        abstract: "Dit ce qui est à faire avant une séance. / Says what is to be done before a session.",
        discussion: """
            rebond session prepare 0192f0aa-… --before developpeur-web/balises --before developpeur-web/quiz-1 --for developpeur-web/classe-1
            Ce qui était demandé avant est remplacé. / What was asked for before is replaced.
            """)

    @Argument(help: "La séance. / The session.") var session: String
    @Option(help: "formation/activité, plusieurs fois. / course/activity, several times.") var before: [String] = []
    @Option(
        name: .customLong("for"),
        help:
            "La séance de la formation pour laquelle elle est prévue : formation/activité. / The session of the course that it is for."
    )
    var activity: String?
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let id = try sessionID(session)
        let chosen = try before.map { try address($0, "before") }
        let held = try activity.map { try address($0, "for") }
        let kept = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().prepare(id, before: chosen, for: held, by: nil)
        }
        console.print("\(kept.id.text) \(kept.plan.start.day.text) \(kept.plan.start.hourText)")
    }

    private func address(_ text: String, _ field: String) throws -> ActivityAddress {
        guard let address = ActivityAddress(text) else { throw CampusError.invalid(field, .activityOfNoCourse(text)) }
        return address
    }
}
