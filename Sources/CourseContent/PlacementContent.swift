/// A placement test: the items that the next question is taken from, and what to begin with at each level.
package struct PlacementContent: Codable, Sendable, Hashable {
    /// Safe HTML before the test; empty for nothing.
    package var html: String
    package var items: [PlacementItem]
    /// One for each level, from the lowest on.
    package var paths: [PlacementPath]
    package var assets: [String]

    package init(html: String = "", items: [PlacementItem], paths: [PlacementPath], assets: [String] = []) {
        self.html = html
        self.items = items
        self.paths = paths
        self.assets = assets
    }

    /// What somebody of a level may begin with, as safe HTML; `nil` when nothing is said of it.
    package func path(at level: CEFRLevel) -> String? { paths.first { $0.level == level }?.html }
}

/// One item of a placement test: a text, a right choice and some wrong ones.
package struct PlacementItem: Codable, Sendable, Hashable {
    /// Unique in the test, the author's.
    package var id: String
    package var skill: PlacementSkill
    /// Safe HTML.
    package var text: String
    /// On the scale of levels: 1 is the middle of A1, 2 that of A2, 3 that of B1, 4 that of B2. Somebody who is there has an even chance.
    package var difficulty: Double
    /// How sharply it tells those below from those above: the slope of the curve at its difficulty, four times, by level.
    package var discrimination: Double
    /// Plain text.
    package var right: String
    package var wrong: [String]
    /// What is heard, and what it says; of a listening item only.
    package var audio: CourseAsset?
    package var said: String?

    package init(
        id: String, skill: PlacementSkill, text: String, difficulty: Double, discrimination: Double = usualDiscrimination,
        right: String, wrong: [String], audio: CourseAsset? = nil, said: String? = nil
    ) {
        self.id = id
        self.skill = skill
        self.text = text
        self.difficulty = difficulty
        self.discrimination = discrimination
        self.right = right
        self.wrong = wrong
        self.audio = audio
        self.said = said
    }

    /// Where the author gives none.
    package static let usualDiscrimination = 1.7
}

/// What an item of a placement test is about.
package enum PlacementSkill: String, Codable, Sendable, Hashable, CaseIterable {
    case grammar, words, reading, listening
}

/// What to begin with at a level.
package struct PlacementPath: Codable, Sendable, Hashable {
    package var level: CEFRLevel
    /// Safe HTML.
    package var html: String

    package init(level: CEFRLevel, html: String) {
        self.level = level
        self.html = html
    }
}
