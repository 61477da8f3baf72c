package import Campus
package import CourseContent
package import Essentials
import Progress

/// A document, a session, a discussion or a deck with its learner's state. One of the four members says what is particular to it.
package struct StudyModel: Encodable, Sendable {
    package let course: String
    package let courseTitle: String
    package let courseLanguage: Language
    package let id: String
    package let kind: ActivityKind
    package let title: String
    package let summary: String?
    package let language: Language
    package let minutes: Int
    package let place: ActivityPlace
    package let isOptional: Bool
    /// Whether it counts in the percentage of the course.
    package let isCounted: Bool
    package let isPreview: Bool
    package let completion: CompletionModel
    /// Whether the learner came to the end, or said so.
    package let hasReachedEnd: Bool
    /// The last day; `nil` once it is done, and where nothing says it.
    package let due: DueDay?
    package let completedAt: Instant?
    /// Percentage of the course that is done.
    package let percent: Int
    /// Whether the learner says when it is done; otherwise it is known from what happens.
    package let isFinishedByLearner: Bool
    /// Seconds after which staying is enough, if the author says so.
    package let minimumSeconds: Int?
    /// Empty when there is no text.
    package let html: String
    package let document: Document?
    package let session: Session?
    package let discussion: Discussion?
    package let deck: Deck?
    package let next: LessonModel.Neighbour?

    package struct Document: Encodable, Sendable {
        package let files: [File]
    }

    package struct File: Encodable, Sendable {
        package let title: String
        package let description: String?
        package let name: String
        package let mediaType: String
        /// Bytes.
        package let size: Int
        package let address: String
    }

    package struct Session: Encodable, Sendable {
        package let form: SessionForm
        package let preparation: String?
        package let bring: [String]
        package let wasPresent: Bool
    }

    package struct Discussion: Encodable, Sendable {
        /// Contributions that are expected, and those there are.
        package let posts: Int
        package let contributed: Int
    }

    package struct Deck: Encodable, Sendable {
        package let cards: [DeckCard]
        /// Percentages of the cards: to be reviewed at least once, when that completes the deck, and reviewed.
        package let share: Int?
        package let reviewed: Int
    }
}

extension StudyModel {
    /// - Returns: `nil` for an activity of another kind.
    init?(_ reading: Campus.ActivityReading) {
        let state = reading.learner?.state
        var (document, session, discussion, deck): (Document?, Session?, Discussion?, Deck?) = (nil, nil, nil, nil)
        switch reading.content {
        case .document(let content):
            html = content.html
            document = Document(files: content.files.map(File.init))
        case .session(let content):
            html = content.html
            session = Session(
                form: content.form, preparation: content.preparation, bring: content.bring,
                wasPresent: state?.attendedAt != nil)
        case .discussion(let content):
            html = content.html
            discussion = Discussion(posts: content.posts, contributed: state?.contributions ?? 0)
        case .deck(let content):
            html = content.html
            let share: Int? = if case .reviewed(let share) = reading.activity.completion { share } else { nil }
            deck = Deck(
                cards: content.cards, share: share, reviewed: state?.reviewedShare ?? 0)
        default: return nil
        }
        (self.document, self.session, self.discussion, self.deck) = (document, session, discussion, deck)
        let activity = reading.activity
        course = reading.course.outline.key
        courseTitle = reading.course.outline.title
        courseLanguage = reading.course.outline.language
        id = activity.id
        kind = activity.kind
        title = activity.title
        summary = activity.summary
        language = activity.language
        minutes = activity.minutes
        place = activity.place
        isOptional = activity.isOptional
        isCounted = activity.counts
        isPreview = reading.learner == nil
        completedAt = state?.completedAt
        percent = reading.learner?.course.state.percent ?? 0
        completion = CompletionModel(activity.completion)
        hasReachedEnd = state?.reachedEndAt != nil
        due = reading.due
        isFinishedByLearner = activity.completion.asksForEnd
        minimumSeconds = activity.completion.secondsToStay
        next = LessonModel.Neighbour(reading.course.following(activity.id))
    }
}

extension StudyModel.File {
    init(_ file: DocumentFile) {
        title = file.title
        description = file.description
        name = file.asset.name
        mediaType = file.asset.mediaType
        size = file.asset.size
        address = file.asset.path
    }
}
