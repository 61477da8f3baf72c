import CourseContent
import Essentials

/// The body of a scenario: variables and scenes, their texts rendered; then the graph is checked as a whole.
struct ScenarioFields {
    let fields: Fields
    let limits: FolderLimits
    private var scope: FileScope { fields.scope }

    /// Most scenes of a scenario, and choices of a scene.
    static let mostScenes = 300
    static let mostChoices = 8
    static let mostVariables = 12
    /// Numbers of variables, of conditions and of effects.
    static let numbers = -10_000...10_000

    init(fields: Fields, limits: FolderLimits) {
        self.fields = fields
        self.limits = limits
    }

    func content(_ renderer: inout ContentRenderer) -> ScenarioContent {
        let introduction = html("introduction", of: fields, &renderer)
        let variables = variables()
        let items = fields.list("scenes", required: true)
        if items.count > Self.mostScenes {
            scope.report(.tooMany(Phrase(fr: "scènes", en: "scenes"), limit: Self.mostScenes), at: fields.position(of: "scenes"))
        }
        var places = ScenarioPlaces()
        var scenes: [ScenarioScene] = []
        for item in items.prefix(Self.mostScenes) {
            guard let scene = scene(item, variables, &places, &renderer) else { continue }
            if let first = places.scenes[scene.id] {
                scope.report(.duplicateID(scene.id, file: scope.source.file, line: first.line), at: item)
            } else {
                places.scenes[scene.id] = item.position
                scenes.append(scene)
            }
        }
        let start = fields.identifier("start", required: false) ?? scenes.first?.id ?? ""
        places.start = fields.position(of: "start")
        let content = ScenarioContent(
            introduction: introduction, variables: variables.map(\.variable), start: start, scenes: scenes,
            assets: renderer.assets)
        let positions = Dictionary(variables.map { ($0.variable.id, $0.position) }, uniquingKeysWith: { first, _ in first })
        ScenarioCheck(content: content, places: places, variables: positions, scope: scope).run()
        return content
    }

    private func html(_ key: String, of fields: Fields, _ renderer: inout ContentRenderer, required: Bool = false) -> String? {
        guard let node = fields.value(key, required: required), let markdown = scope.markdown(node) else { return nil }
        return renderer.render(markdown, as: .text)
    }

    // MARK: Variables

    private typealias PlacedVariable = (variable: ScenarioVariable, position: SourcePosition)

    private func variables() -> [PlacedVariable] {
        var found: [PlacedVariable] = []
        let items = fields.list("variables")
        if items.count > Self.mostVariables {
            scope.report(
                .tooMany(Phrase(fr: "variables", en: "variables"), limit: Self.mostVariables),
                at: fields.position(of: "variables"))
        }
        for item in items.prefix(Self.mostVariables) {
            let keys = ["id", "title", "start", "min", "max", "unit", "hidden"]
            guard let fields = Fields(item, keys: keys, scope: scope), let id = fields.identifier("id") else { continue }
            if let other = found.first(where: { $0.variable.id == id }) {
                scope.report(.duplicateID(id, file: scope.source.file, line: other.position.line), at: fields.position(of: "id"))
                continue
            }
            let minimum = fields.integer("min", in: Self.numbers) ?? 0
            let maximum = fields.integer("max", in: Self.numbers) ?? 100
            if minimum >= maximum { scope.report(.boundsReversed, at: fields.position(of: "max")) }
            let start = fields.integer("start", in: Self.numbers, required: true) ?? minimum
            if minimum < maximum, !(minimum...maximum).contains(start) {
                scope.report(.outOfRange("\(minimum)", "\(maximum)"), at: fields.position(of: "start"))
            }
            let variable = ScenarioVariable(
                id: id, title: fields.text("title", required: true, atMost: TextLimit.title) ?? id, start: start,
                minimum: minimum,
                maximum: max(minimum, maximum), unit: fields.text("unit", atMost: 20), isHidden: fields.boolean("hidden") ?? false
            )
            found.append((variable, fields.position(of: "id")))
        }
        return found
    }

    /// The bounds of a variable; one that does not exist is reported.
    private func bounds(_ name: String, _ variables: [PlacedVariable], at position: SourcePosition) -> ClosedRange<Int>? {
        guard let found = variables.first(where: { $0.variable.id == name })?.variable else {
            scope.report(.unknownVariable(name, known: variables.map(\.variable.id)), at: position)
            return nil
        }
        return found.minimum...found.maximum
    }

    // MARK: Scenes

    private func scene(
        _ node: YAMLNode, _ variables: [PlacedVariable], _ places: inout ScenarioPlaces, _ renderer: inout ContentRenderer
    ) -> ScenarioScene? {
        guard let fields = Fields(node, keys: ["id", "title", "speaker", "text", "choices", "ending"], scope: scope) else {
            return nil
        }
        let id = fields.identifier("id")
        let title = fields.text("title", required: true, atMost: TextLimit.title) ?? ""
        let speaker = fields.text("speaker", atMost: TextLimit.title)
        let text = html("text", of: fields, &renderer, required: true) ?? ""
        let items = fields.list("choices")
        if items.count > Self.mostChoices {
            scope.report(
                .tooMany(Phrase(fr: "choix", en: "choices"), limit: Self.mostChoices), at: fields.position(of: "choices"))
        }
        let ending = fields["ending"].flatMap { self.ending($0, variables, &renderer) }
        if fields["ending"] != nil, !items.isEmpty { scope.report(.endingWithChoices, at: fields.position(of: "choices")) }
        if fields["ending"] == nil, items.isEmpty { scope.report(.sceneWithoutChoice, at: node) }
        var choices: [ScenarioChoice] = []
        for (index, item) in items.prefix(Self.mostChoices).enumerated() {
            guard let id, let choice = choice(item, index, of: id, variables, &places, &renderer) else { continue }
            if choices.contains(where: { $0.id == choice.id }) {
                scope.report(.duplicateID(choice.id, file: scope.source.file, line: node.position.line), at: item)
            }
            choices.append(choice)
        }
        guard let id else { return nil }
        return ScenarioScene(id: id, title: title, speaker: speaker, text: text, choices: choices, ending: ending)
    }

    private func choice(
        _ node: YAMLNode, _ index: Int, of scene: String, _ variables: [PlacedVariable], _ places: inout ScenarioPlaces,
        _ renderer: inout ContentRenderer
    ) -> ScenarioChoice? {
        let keys = ["id", "text", "to", "if", "set", "add", "consequence"]
        guard let fields = Fields(node, keys: keys, scope: scope) else { return nil }
        let id = fields["id"].flatMap { scope.identifier($0) } ?? "c\(index + 1)"
        let text = fields.value("text", required: true).flatMap { scope.markdown($0) }.map { renderer.render($0, as: .phrase) }
        let target = fields.identifier("to")
        let place = ScenarioPlaces.Choice(scene: scene, choice: id)
        if places.targets[place] == nil { places.targets[place] = fields.position(of: "to") }
        let effects = effects("set", .set, fields, variables) + effects("add", .add, fields, variables)
        let consequence = html("consequence", of: fields, &renderer)
        let conditions = conditions(fields, variables)
        guard let target else { return nil }
        return ScenarioChoice(
            id: id, text: text ?? "", to: target, conditions: conditions, effects: effects, consequence: consequence)
    }

    /// `temps >= 20`, or a list of such comparisons.
    private func conditions(_ fields: Fields, _ variables: [PlacedVariable]) -> [ScenarioCondition] {
        guard let node = fields["if"] else { return [] }
        var nodes = [node]
        if case .list(let items) = node.content {
            nodes = items
            if items.isEmpty { scope.report(.emptyList("if"), at: node) }
        }
        return nodes.compactMap { node in
            guard let text = scope.text(node, atMost: 100) else { return nil }
            guard let condition = ScenarioCondition(text) else {
                scope.report(.badCondition(text), at: node)
                return nil
            }
            guard let bounds = bounds(condition.variable, variables, at: node.position) else { return nil }
            if !bounds.contains(where: condition.holds) {
                scope.report(.conditionNeverHolds(text, bounds), at: node)
            } else if bounds.allSatisfy(condition.holds) {
                scope.report(.conditionAlwaysHolds(text, bounds), at: node)
            }
            return condition
        }
    }

    private func effects(
        _ key: String, _ kind: ScenarioEffect.Kind, _ fields: Fields, _ variables: [PlacedVariable]
    ) -> [ScenarioEffect] {
        guard let node = fields[key] else { return [] }
        guard case .mapping(let entries) = node.content else {
            scope.report(.wrongType(.mapping, found: node), at: node)
            return []
        }
        return entries.compactMap { entry in
            guard let bounds = bounds(entry.key, variables, at: entry.position), let value = scope.integer(entry.value) else {
                return nil
            }
            let range = kind == .set ? bounds : Self.numbers
            guard range.contains(value) else {
                scope.report(.outOfRange("\(range.lowerBound)", "\(range.upperBound)"), at: entry.value)
                return nil
            }
            if kind == .add, value == 0 { scope.report(.addsNothing, at: entry.value) }
            return ScenarioEffect(variable: entry.key, kind: kind, value: value)
        }
    }

    // MARK: Endings

    private func ending(
        _ node: YAMLNode, _ variables: [PlacedVariable], _ renderer: inout ContentRenderer
    ) -> ScenarioEnding? {
        guard let fields = Fields(node, keys: ["score", "debrief"], scope: scope) else { return nil }
        let debrief = html("debrief", of: fields, &renderer, required: true) ?? ""
        guard let score = fields.value("score", required: true) else { return nil }
        guard case .mapping(let entries) = score.content else {
            guard let points = scope.integer(score) else { return nil }
            if !(0...100).contains(points) { scope.report(.outOfRange("0", "100"), at: score) }
            return ScenarioEnding(base: points, debrief: debrief)
        }
        var base = 0
        var factors: [ScenarioFactor] = []
        var range = 0...0
        for entry in entries {
            guard let points = scope.integer(entry.value) else { continue }
            guard Self.numbers.contains(points) else {
                scope.report(.outOfRange("\(Self.numbers.lowerBound)", "\(Self.numbers.upperBound)"), at: entry.value)
                continue
            }
            if entry.key == "base" {
                base = points
                range = (range.lowerBound + points)...(range.upperBound + points)
            } else if let bounds = bounds(entry.key, variables, at: entry.position) {
                factors.append(ScenarioFactor(variable: entry.key, points: points))
                let ends = [bounds.lowerBound * points, bounds.upperBound * points]
                range = (range.lowerBound + min(ends[0], ends[1]))...(range.upperBound + max(ends[0], ends[1]))
            }
        }
        if range.upperBound <= 0 || range.lowerBound >= 100, range.count > 1 {
            scope.report(.scoreOutOfRange(range), at: score)
        } else if range.lowerBound < 0 || range.upperBound > 100 {
            scope.report(.scoreIsCut(range), at: score)
        }
        return ScenarioEnding(base: base, factors: factors, debrief: debrief)
    }
}

/// Where the parts of a scenario stand, to say what is wrong with the whole.
struct ScenarioPlaces {
    struct Choice: Hashable {
        var scene: String
        var choice: String
    }

    var start = SourcePosition.start
    var scenes: [String: SourcePosition] = [:]
    /// Where a choice says the scene that follows.
    var targets: [Choice: SourcePosition] = [:]
}

extension ScenarioCondition {
    /// `temps >= 20`: a variable, one of `<`, `<=`, `=`, `!=`, `>=`, `>`, and a whole number.
    init?(_ text: String) {
        let words = text.split(whereSeparator: { $0 == " " || $0 == "\t" })
        guard words.count == 3, AuthoredIdentifier.isValid(String(words[0])),
            let comparison = Comparison(rawValue: String(words[1])), let value = Int(words[2]),
            ScenarioFields.numbers.contains(value)
        else { return nil }
        self.init(variable: String(words[0]), comparison: comparison, value: value)
    }
}
