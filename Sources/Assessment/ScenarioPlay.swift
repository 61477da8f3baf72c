package import CourseContent

/// A scenario being played: where one is, and what the variables are. Pure; made again from the path each time.
package struct ScenarioPlay: Sendable, Hashable {
    /// What was chosen where.
    package struct Step: Sendable, Hashable {
        package let scene: String
        package let choice: String

        package init(scene: String, choice: String) {
            self.scene = scene
            self.choice = choice
        }
    }

    /// A scene that was left, as it was then.
    package struct Passage: Sendable, Hashable {
        package let scene: ScenarioScene
        package let chosen: ScenarioChoice
        /// The other choices of the scene, and whether each was offered.
        package let others: [(choice: ScenarioChoice, wasOffered: Bool)]
        /// Variables after it.
        package let numbers: [String: Int]

        package static func == (one: Self, other: Self) -> Bool {
            one.scene == other.scene && one.chosen == other.chosen && one.numbers == other.numbers
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(scene.id)
            hasher.combine(chosen.id)
        }
    }

    /// With so many steps the story goes round: it is stopped, and worth nothing.
    package static let mostSteps = 500

    package let content: ScenarioContent
    /// The scene that one is in; `nil` only for a content without its first scene, which Authoring refuses.
    package private(set) var scene: ScenarioScene?
    package private(set) var numbers: [String: Int]
    package private(set) var path: [Passage] = []

    /// The beginning.
    package init(_ content: ScenarioContent) {
        self.content = content
        scene = content.scene(content.start)
        numbers = Dictionary(content.variables.map { ($0.id, $0.start) }, uniquingKeysWith: { first, _ in first })
    }

    /// After a path. A step that the content does not allow, which only a damaged record has, ends it there.
    package init(_ content: ScenarioContent, path: [Step]) {
        self.init(content)
        for step in path {
            guard (try? take(step)) != nil else { return }
        }
    }

    /// The choices that are offered now.
    package var choices: [ScenarioChoice] { scene?.choices.filter { isOffered($0) } ?? [] }

    package var ending: ScenarioEnding? { scene?.ending }

    /// What was chosen last.
    package var last: Passage? { path.last }

    private func isOffered(_ choice: ScenarioChoice) -> Bool {
        choice.conditions.allSatisfy { $0.holds(for: numbers[$0.variable] ?? 0) }
    }

    /// Takes a choice of the scene that one is in.
    /// - throws: ``ScenarioRefusal``; nothing changed then.
    package mutating func take(_ step: Step) throws(ScenarioRefusal) {
        guard let current = scene, content.scene(step.scene) != nil else { throw .unknownScene }
        guard current.id == step.scene else { throw .otherScene }
        guard let choice = current.choices.first(where: { $0.id == step.choice }) else { throw .unknownChoice }
        guard isOffered(choice), let next = content.scene(choice.to) else { throw .notOffered }
        let others = current.choices.filter { $0.id != choice.id }.map { (choice: $0, wasOffered: isOffered($0)) }
        for effect in choice.effects { apply(effect) }
        path.append(Passage(scene: current, chosen: choice, others: others, numbers: numbers))
        scene = next
    }

    private mutating func apply(_ effect: ScenarioEffect) {
        guard let variable = content.variables.first(where: { $0.id == effect.variable }) else { return }
        let number = effect.kind == .set ? effect.value : (numbers[variable.id] ?? variable.start) + effect.value
        numbers[variable.id] = min(max(number, variable.minimum), variable.maximum)
    }

    /// Whether so many steps were taken that no more are.
    package var isStopped: Bool { ending == nil && path.count >= Self.mostSteps }

    /// What the ending is worth, 0 to 100; `nil` before an ending.
    package var score: Int? {
        guard let ending else { return isStopped ? 0 : nil }
        let points = ending.factors.reduce(ending.base) { $0 + (numbers[$1.variable] ?? 0) * $1.points }
        return min(max(points, 0), 100)
    }
}

/// Why a step is not taken.
package enum ScenarioRefusal: Error, Sendable, Hashable, CaseIterable {
    /// The scenario has no such scene.
    case unknownScene
    /// One is in another scene by now.
    case otherScene
    /// The scene has no such choice.
    case unknownChoice
    /// What one did before closed this choice.
    case notOffered
    /// The story is over.
    case ended
}
