package import Assessment
package import Campus
package import CourseContent
package import Essentials
import Progress

/// An assignment: what to do, what is looked at, what one handed in.
package struct AssignmentModel: Encodable, Sendable {
    package let course: String
    package let courseTitle: String
    package let courseLanguage: Language
    package let id: String
    package let title: String
    package let summary: String?
    package let language: Language
    package let minutes: Int
    package let place: ActivityPlace
    package let isOptional: Bool
    package let isEvaluation: Bool
    package let isPreview: Bool
    /// Safe HTML.
    package let instructions: String
    package let text: TextToHandIn?
    package let files: FilesToHandIn?
    package let rubric: [RubricCriterion]
    package let points: Double
    package let isPortfolioPiece: Bool
    /// Percentage to reach; `nil` when handing in is enough.
    package let passScore: Int?
    package let completion: CompletionModel
    /// The last day; `nil` once it is done, and where nothing says it.
    package let due: DueDay?
    package let submissionsAllowed: Int?
    /// The first one first.
    package let submissions: [SubmissionModel]
    /// The text that was kept while it was written.
    package let draft: String?
    /// The sequence of the draft, to go on from.
    package let sequence: Int
    package let completedAt: Instant?
    /// Since when nothing more can be handed in, though it was completed.
    package let endedAt: Instant?
    /// The id under which the next one is handed in: sent twice, it counts once.
    package let newSubmission: Identifier<Submission>
    package let next: LessonModel.Neighbour?

    init(
        _ assignment: AssignmentContent, _ reading: Campus.ActivityReading, _ kept: Campus.AssignmentReading,
        newID: Identifier<Submission>
    ) {
        let activity = reading.activity
        course = reading.course.outline.key
        courseTitle = reading.course.outline.title
        courseLanguage = reading.course.outline.language
        id = activity.id
        title = activity.title
        summary = activity.summary
        language = activity.language
        minutes = activity.minutes
        place = activity.place
        isOptional = activity.isOptional
        isEvaluation = activity.isEvaluation
        isPreview = reading.learner == nil
        instructions = assignment.instructions
        text = assignment.text
        files = assignment.files
        rubric = assignment.rubric
        points = assignment.points
        isPortfolioPiece = assignment.isPortfolioPiece
        passScore = activity.completion.passScore
        completion = CompletionModel(activity.completion)
        due = reading.due
        submissionsAllowed = assignment.submissionsAllowed
        submissions = kept.submissions.map { SubmissionModel($0, of: assignment.points) }
        // What was handed in is not proposed again.
        let isOlder = kept.draft.map { draft in kept.submissions.contains { $0.submission.submittedAt >= draft.savedAt } } ?? true
        draft = isOlder ? nil : kept.draft?.text
        sequence = Int(kept.draft?.sequence ?? 0)
        completedAt = reading.learner?.state?.completedAt
        endedAt = reading.endedAt
        newSubmission = newID
        next = LessonModel.Neighbour(reading.course.following(activity.id))
    }

    /// Whether something may be handed in.
    package var mayHandIn: Bool {
        !isPreview && endedAt == nil && (submissionsAllowed.map { submissions.count < $0 } ?? true)
    }
}

/// What was handed in, once.
package struct SubmissionModel: Encodable, Sendable {
    package struct File: Encodable, Sendable {
        package let position: Int
        package let name: String
        package let mediaType: String
        /// Bytes.
        package let size: Int

        /// Whether it is to be listened to: browsers record a voice as WebM.
        package var isSound: Bool { mediaType.hasPrefix("audio/") || mediaType == "video/webm" }
    }

    package struct Mark: Encodable, Sendable {
        package let markedAt: Instant
        package let points: Double
        package let maximumPoints: Double
        /// Percentage.
        package let score: Int
        package let comment: String?
        /// The level given to each criterion.
        package let levels: [String: String]
    }

    package let id: String
    package let number: Int
    package let submittedAt: Instant
    package let text: String?
    package let files: [File]
    /// `nil` while it waits for a tutor.
    package let mark: Mark?

    init(_ reading: SubmissionReading, of points: Double) {
        id = reading.submission.id.text
        number = reading.submission.number
        submittedAt = reading.submission.submittedAt
        text = reading.submission.text
        files = reading.files.map { File(position: $0.position, name: $0.name, mediaType: $0.mediaType, size: $0.size) }
        mark = reading.mark.map {
            Mark(
                markedAt: $0.markedAt, points: $0.points, maximumPoints: points, score: $0.score, comment: $0.comment,
                levels: $0.levels)
        }
    }
}
