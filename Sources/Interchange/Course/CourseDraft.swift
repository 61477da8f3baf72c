import Essentials

/// A course on its way from another format to a folder.
struct CourseDraft: Sendable {
    var title: String
    var summary: String?
    var language: Language
    var modules: [ModuleDraft] = []
    var banks: [BankDraft] = []

    var activities: [ActivityDraft] { modules.flatMap(\.activities) }
}

struct ModuleDraft: Sendable {
    var id: String
    var title: String
    var summary: String?
    var activities: [ActivityDraft] = []
}

struct ActivityDraft: Sendable {
    enum Body: Sendable {
        case lesson(RichText)
        case quiz(QuizDraft)
        case assignment(AssignmentDraft)
        case discussion(RichText)
        case document(DocumentDraft)
        case deck(DeckDraft)
    }

    var id: String
    var title: String
    var isOptional = false
    /// What the source states; `nil` when it states nothing and the minutes are estimated.
    var minutes: Int?
    var body: Body

    /// Whether it can be an evaluation of the course.
    var isEvaluation: Bool {
        switch body {
        case .quiz, .assignment: true
        case .lesson, .discussion, .document, .deck: false
        }
    }
}

struct DocumentDraft: Sendable {
    struct File: Sendable {
        var path: String
        var title: String
    }

    var text: RichText
    var files: [File] = []
}

struct DeckDraft: Sendable {
    struct Card: Sendable {
        var id: String
        var front: String
        var back: String
        var example: String?
        /// Of the front, when it is not the course's.
        var language: String?
        /// Whether a side was too long.
        var isCut = false
    }

    var text: RichText
    var cards: [Card]
}

struct AssignmentDraft: Sendable {
    var text: RichText
    /// Whether a text can be handed in.
    var takesText = true
    /// Files that can be handed in; 0 for none.
    var files = 0
    var points: Double?
}

struct QuizDraft: Sendable {
    enum Item: Sendable {
        case question(QuestionDraft)
        case draw(Int, bank: String)
        /// Some of these.
        case drawFrom(Int, [QuestionDraft])
    }

    var instructions = RichText()
    var items: [Item] = []
    /// Percentage.
    var passScore: Int?
    var attempts: Int?
    /// Minutes.
    var timeLimit: Int?
    var shufflesQuestions = false
    var shufflesChoices = false
    var grade: String?

    var questions: [QuestionDraft] {
        items.flatMap { item in
            switch item {
            case .question(let question): [question]
            case .draw: [] as [QuestionDraft]
            case .drawFrom(_, let questions): questions
            }
        }
    }
}

struct BankDraft: Sendable {
    var id: String
    var title: String
    var questions: [QuestionDraft]
}

struct QuestionDraft: Sendable {
    var id: String
    var text: RichText
    var points = 1.0
    var explanation = RichText()
    var right = RichText()
    var wrong = RichText()
    var isShuffled: Bool?
    var body: Body

    enum Body: Sendable {
        case choice(isMultiple: Bool, isPartial: Bool, [Choice])
        case trueFalse(Bool, ifTrue: RichText, ifFalse: RichText)
        case numeric(Number)
        case shortText(accepted: [Text], wrong: [Text], isCaseSensitive: Bool)
        case gapFill([Piece], isCaseSensitive: Bool)
        case matching([Pair], distractors: [String])
        case ordering([RichText])
        case longAnswer(minimum: Int?, maximum: Int?, model: RichText)
        /// What is said, other ways to write it, and the path of the sound.
        case dictation(said: String, others: [String], audio: String)
    }

    struct Choice: Sendable {
        var text: RichText
        var isCorrect: Bool
        var feedback = RichText()
    }

    struct Number: Sendable {
        var answer: Double
        var tolerance = 0.0
        var unit: String?
        var units: [(unit: String, factor: Double)] = []
        var wrong: [(value: Double, tolerance: Double, feedback: RichText)] = []
    }

    struct Text: Sendable {
        var text: String
        var feedback = RichText()
    }

    enum Piece: Sendable {
        case text(String)
        /// One types; each is right.
        case typed([String])
        /// One chooses; the number of the right one.
        case chosen([String], right: Int)
    }

    struct Pair: Sendable {
        var left: RichText
        var right: String
    }
}
