/// Something to make and hand in: a text, files or both, which a tutor marks.
package struct AssignmentContent: Codable, Sendable, Hashable {
    /// What to do, as safe HTML.
    package var instructions: String
    /// `nil` when no text is asked for.
    package var text: TextToHandIn?
    /// `nil` when no files are asked for.
    package var files: FilesToHandIn?
    /// How many times one may hand in; `nil` for no limit.
    package var submissionsAllowed: Int?
    /// The most one can have.
    package var points: Double
    /// What is looked at; empty when the tutor gives points as a whole.
    package var rubric: [RubricCriterion]
    /// Whether it is a piece of the learner's portfolio.
    package var isPortfolioPiece: Bool
    /// Digests of the images and downloads in the instructions.
    package var assets: [String]

    package init(
        instructions: String, text: TextToHandIn?, files: FilesToHandIn?, submissionsAllowed: Int? = nil, points: Double,
        rubric: [RubricCriterion] = [], isPortfolioPiece: Bool = false, assets: [String] = []
    ) {
        self.instructions = instructions
        self.text = text
        self.files = files
        self.submissionsAllowed = submissionsAllowed
        self.points = points
        self.rubric = rubric
        self.isPortfolioPiece = isPortfolioPiece
        self.assets = assets
    }
}

/// The length of a text to hand in, in words; `nil` for no bound.
package struct TextToHandIn: Codable, Sendable, Hashable {
    package var minimumWords: Int?
    package var maximumWords: Int?

    package init(minimumWords: Int? = nil, maximumWords: Int? = nil) {
        self.minimumWords = minimumWords
        self.maximumWords = maximumWords
    }
}

/// The files that can be handed in.
package struct FilesToHandIn: Codable, Sendable, Hashable {
    /// Endings of names, in lower case.
    package var kinds: [String]
    /// How many at once.
    package var maximumCount: Int
    /// Bytes of each.
    package var maximumSize: Int
    /// How long one may speak, where the file is a recording of one's voice; `nil` for any other file.
    package var recordingSeconds: Int?

    package init(kinds: [String], maximumCount: Int, maximumSize: Int, recordingSeconds: Int? = nil) {
        self.kinds = kinds
        self.maximumCount = maximumCount
        self.maximumSize = maximumSize
        self.recordingSeconds = recordingSeconds
    }

    /// One recording of a voice: what browsers record, and what the recorders of telephones keep.
    /// - parameter seconds: how long one may speak.
    package static func recording(seconds: Int) -> FilesToHandIn {
        FilesToHandIn(
            kinds: ["webm", "ogg", "opus", "m4a", "mp4", "mp3"], maximumCount: 1, maximumSize: 10_000_000,
            recordingSeconds: seconds)
    }
}

/// One line of a rubric.
package struct RubricCriterion: Codable, Sendable, Hashable {
    package var id: String
    package var title: String
    /// From the weakest to the strongest.
    package var levels: [RubricLevel]

    package init(id: String, title: String, levels: [RubricLevel]) {
        self.id = id
        self.title = title
        self.levels = levels
    }

    /// The most it gives.
    package var points: Double { levels.map(\.points).max() ?? 0 }
}

/// How well a criterion is met.
package struct RubricLevel: Codable, Sendable, Hashable {
    package var id: String
    package var title: String
    /// What one sees at this level.
    package var text: String?
    package var points: Double

    package init(id: String, title: String, text: String? = nil, points: Double) {
        self.id = id
        self.title = title
        self.text = text
        self.points = points
    }
}
