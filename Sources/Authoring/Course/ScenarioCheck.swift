import CourseContent
import Essentials

/// What must hold of the graph of a scenario: every scene is known and can be reached, and nobody is ever stuck.
struct ScenarioCheck {
    let content: ScenarioContent
    let places: ScenarioPlaces
    /// Where each variable is declared.
    let variables: [String: SourcePosition]
    let scope: FileScope

    func run() {
        checkVariables()
        guard !content.scenes.isEmpty else { return }
        let scenes = Dictionary(content.scenes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var isWhole = true
        if scenes[content.start] == nil {
            scope.report(.unknownScene(content.start, known: content.scenes.map(\.id)), at: places.start)
            isWhole = false
        }
        for scene in content.scenes {
            for choice in scene.choices where scenes[choice.to] == nil {
                let place = places.targets[.init(scene: scene.id, choice: choice.id)] ?? .start
                scope.report(.unknownScene(choice.to, known: content.scenes.map(\.id)), at: place)
                isWhole = false
            }
        }
        if content.scenes.allSatisfy({ $0.ending == nil }) {
            scope.report(.noEnding, at: scope.source.position(line: 1, byteColumn: 1))
            return
        }
        // What follows from a wrong name would only repeat it.
        guard isWhole else { return }
        let reached = reached(from: content.start, scenes)
        let saved = leadingToAnEnding()
        for scene in content.scenes {
            let place = places.scenes[scene.id] ?? .start
            if !reached.contains(scene.id) {
                scope.report(.unreachableScene(scene.id), at: place)
            } else if !saved.contains(scene.id) {
                scope.report(.noWayToAnEnding(scene.id), at: place)
            }
        }
    }

    private func reached(from start: String, _ scenes: [String: ScenarioScene]) -> Set<String> {
        var reached: Set<String> = [start]
        var open = [start]
        while let id = open.popLast() {
            for choice in scenes[id]?.choices ?? [] where reached.insert(choice.to).inserted { open.append(choice.to) }
        }
        return reached
    }

    /// The scenes from which an ending can be reached whatever the variables are: in each state of its variables, a scene offers a choice
    /// that leads to a scene known to be such. Nobody can be stuck in them.
    private func leadingToAnEnding() -> Set<String> {
        var saved = Set(content.scenes.filter { $0.ending != nil }.map(\.id))
        var hasGrown = true
        while hasGrown {
            hasGrown = false
            for scene in content.scenes where !saved.contains(scene.id) && alwaysLeads(scene, to: saved) {
                saved.insert(scene.id)
                hasGrown = true
            }
        }
        return saved
    }

    /// More states than this are not looked at one by one: a choice without conditions is asked for then.
    private static let mostStates = 20_000

    private func alwaysLeads(_ scene: ScenarioScene, to saved: Set<String>) -> Bool {
        let ways = scene.choices.filter { saved.contains($0.to) }.map(\.conditions)
        if ways.contains(where: \.isEmpty) { return true }
        if ways.isEmpty { return false }
        let names = Set(ways.joined().map(\.variable)).sorted()
        let values = names.map { name in turningPoints(of: name, in: ways.flatMap { $0 }) }
        let states = values.reduce(1) { min($0 * max($1.count, 1), Self.mostStates + 1) }
        guard states <= Self.mostStates else { return false }
        return (0..<states).allSatisfy { number in
            var rest = number
            var state: [String: Int] = [:]
            for (name, values) in zip(names, values) where !values.isEmpty {
                state[name] = values[rest % values.count]
                rest /= values.count
            }
            return ways.contains { way in way.allSatisfy { $0.holds(for: state[$0.variable] ?? 0) } }
        }
    }

    /// The values of a variable between which the truth of its conditions does not change.
    private func turningPoints(of name: String, in conditions: [ScenarioCondition]) -> [Int] {
        guard let variable = content.variables.first(where: { $0.id == name }) else { return [] }
        let near = conditions.filter { $0.variable == name }.flatMap { [$0.value - 1, $0.value, $0.value + 1] }
        let bounds = variable.minimum...variable.maximum
        return Set(near.filter(bounds.contains) + [bounds.lowerBound, bounds.upperBound]).sorted()
    }

    /// A variable that decides something and never changes, or changes and decides nothing and is not shown.
    private func checkVariables() {
        let choices = content.scenes.flatMap(\.choices)
        let changed = Set(choices.flatMap(\.effects).map(\.variable))
        let asked = Set(choices.flatMap(\.conditions).map(\.variable))
            .union(content.scenes.compactMap(\.ending).flatMap(\.factors).map(\.variable))
        for variable in content.variables {
            let place = variables[variable.id] ?? .start
            if !changed.contains(variable.id) {
                scope.report(.variableNeverSet(variable.id), at: place)
            } else if variable.isHidden, !asked.contains(variable.id) {
                scope.report(.variableWithoutUse(variable.id), at: place)
            }
        }
    }
}
