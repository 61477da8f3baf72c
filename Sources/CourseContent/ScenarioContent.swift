/// A branching scenario, ready to be played: scenes, the choices that lead from one to another, variables that choices change, endings.
package struct ScenarioContent: Codable, Sendable, Hashable {
    /// Safe HTML shown before it begins.
    package var introduction: String?
    /// In the order in which they are shown.
    package var variables: [ScenarioVariable]
    /// The id of the first scene.
    package var start: String
    package var scenes: [ScenarioScene]
    /// Digests of the images and downloads in its texts.
    package var assets: [String]

    package init(
        introduction: String? = nil, variables: [ScenarioVariable] = [], start: String, scenes: [ScenarioScene],
        assets: [String] = []
    ) {
        self.introduction = introduction
        self.variables = variables
        self.start = start
        self.scenes = scenes
        self.assets = assets
    }

    package func scene(_ id: String) -> ScenarioScene? { scenes.first { $0.id == id } }
}

/// A whole number that choices change, within bounds.
package struct ScenarioVariable: Codable, Sendable, Hashable {
    package var id: String
    package var title: String
    package var start: Int
    package var minimum: Int
    package var maximum: Int
    /// What stands after the number.
    package var unit: String?
    /// Not shown to the learner while playing.
    package var isHidden: Bool

    package init(
        id: String, title: String, start: Int, minimum: Int = 0, maximum: Int = 100, unit: String? = nil,
        isHidden: Bool = false
    ) {
        self.id = id
        self.title = title
        self.start = start
        self.minimum = minimum
        self.maximum = maximum
        self.unit = unit
        self.isHidden = isHidden
    }

    /// Only two values: something happened, or not.
    package var isSwitch: Bool { maximum - minimum == 1 }
}

/// A moment of the story: either choices or an ending.
package struct ScenarioScene: Codable, Sendable, Hashable {
    package var id: String
    package var title: String
    /// Who speaks.
    package var speaker: String?
    /// Safe HTML.
    package var text: String
    package var choices: [ScenarioChoice]
    package var ending: ScenarioEnding?

    package init(
        id: String, title: String, speaker: String? = nil, text: String, choices: [ScenarioChoice] = [],
        ending: ScenarioEnding? = nil
    ) {
        self.id = id
        self.title = title
        self.speaker = speaker
        self.text = text
        self.choices = choices
        self.ending = ending
    }
}

/// What one can do in a scene.
package struct ScenarioChoice: Codable, Sendable, Hashable {
    /// The author's id, or `c1`, `c2`… by position.
    package var id: String
    /// Safe HTML, words in a line.
    package var text: String
    /// The id of the scene that follows.
    package var to: String
    /// All of them must hold; it is not offered otherwise.
    package var conditions: [ScenarioCondition]
    package var effects: [ScenarioEffect]
    /// What happened, shown above the scene that follows. Safe HTML.
    package var consequence: String?

    package init(
        id: String, text: String, to: String, conditions: [ScenarioCondition] = [], effects: [ScenarioEffect] = [],
        consequence: String? = nil
    ) {
        self.id = id
        self.text = text
        self.to = to
        self.conditions = conditions
        self.effects = effects
        self.consequence = consequence
    }
}

/// A comparison of a variable with a whole number: the only one that there is.
package struct ScenarioCondition: Codable, Sendable, Hashable {
    package enum Comparison: String, Codable, Sendable, Hashable, CaseIterable {
        case less = "<"
        case atMost = "<="
        case equal = "="
        case unequal = "!="
        case atLeast = ">="
        case more = ">"
    }

    package var variable: String
    package var comparison: Comparison
    package var value: Int

    package init(variable: String, comparison: Comparison, value: Int) {
        self.variable = variable
        self.comparison = comparison
        self.value = value
    }

    package func holds(for number: Int) -> Bool {
        switch comparison {
        case .less: number < value
        case .atMost: number <= value
        case .equal: number == value
        case .unequal: number != value
        case .atLeast: number >= value
        case .more: number > value
        }
    }
}

/// What a choice does to a variable. The result stays within the variable's bounds.
package struct ScenarioEffect: Codable, Sendable, Hashable {
    package enum Kind: String, Codable, Sendable, Hashable {
        case set, add
    }

    package var variable: String
    package var kind: Kind
    package var value: Int

    package init(variable: String, kind: Kind, value: Int) {
        self.variable = variable
        self.kind = kind
        self.value = value
    }
}

/// How a story ends: what it is worth, and what there is to learn from it.
package struct ScenarioEnding: Codable, Sendable, Hashable {
    /// Points to begin with.
    package var base: Int
    /// What each variable is worth: its value times this many points.
    package var factors: [ScenarioFactor]
    /// Safe HTML.
    package var debrief: String

    package init(base: Int, factors: [ScenarioFactor] = [], debrief: String) {
        self.base = base
        self.factors = factors
        self.debrief = debrief
    }
}

/// Points for each unit of a variable.
package struct ScenarioFactor: Codable, Sendable, Hashable {
    package var variable: String
    package var points: Int

    package init(variable: String, points: Int) {
        self.variable = variable
        self.points = points
    }
}
