package import Accounts
package import CourseContent
package import Essentials

/// What a learner handed in, once. It never changes; handing in again makes another.
package struct Submission: Sendable, Hashable {
    package let id: Identifier<Submission>
    package let person: Identifier<Person>
    package let activity: Identifier<Activity>
    /// In what it is handed in: the id of the enrolment.
    package let context: String
    /// The version of the course that was published then.
    package let version: Identifier<CourseVersion>
    /// The very assignment that it answers, whatever is published since.
    package let contentDigest: String
    /// 1, 2, 3… in a context and an activity.
    package let number: Int
    package let text: String?
    package let submittedAt: Instant

    package init(
        id: Identifier<Submission>, person: Identifier<Person>, activity: Identifier<Activity>, context: String,
        version: Identifier<CourseVersion>, contentDigest: String, number: Int, text: String?, submittedAt: Instant
    ) {
        self.id = id
        self.person = person
        self.activity = activity
        self.context = context
        self.version = version
        self.contentDigest = contentDigest
        self.number = number
        self.text = text
        self.submittedAt = submittedAt
    }
}

/// A file of a submission; its bytes are kept by their digest.
package struct SubmittedFile: Sendable, Hashable {
    /// 1, 2, 3… in its submission.
    package let position: Int
    /// As the learner called it.
    package let name: String
    package let mediaType: String
    /// Bytes.
    package let size: Int
    /// SHA-256 in lower-case hexadecimal.
    package let digest: String

    package init(position: Int, name: String, mediaType: String, size: Int, digest: String) {
        self.position = position
        self.name = name
        self.mediaType = mediaType
        self.size = size
        self.digest = digest
    }
}

/// What a tutor gave a submission. A correction is another mark: the one with the highest number holds.
package struct SubmissionMark: Sendable, Hashable {
    /// 1, 2, 3… in its submission.
    package let number: Int
    package let marker: Identifier<Person>
    package let markedAt: Instant
    package let points: Double
    /// Whole percentage, 0 to 100.
    package let score: Int
    package let comment: String?
    /// The level given to each criterion of the rubric.
    package let levels: [String: String]

    package init(
        number: Int, marker: Identifier<Person>, markedAt: Instant, points: Double, score: Int, comment: String?,
        levels: [String: String]
    ) {
        self.number = number
        self.marker = marker
        self.markedAt = markedAt
        self.points = points
        self.score = score
        self.comment = comment
        self.levels = levels
    }
}

/// A submission with its files and the mark that holds.
package struct SubmissionReading: Sendable, Hashable {
    package let submission: Submission
    package let files: [SubmittedFile]
    package let mark: SubmissionMark?

    package init(submission: Submission, files: [SubmittedFile], mark: SubmissionMark?) {
        self.submission = submission
        self.files = files
        self.mark = mark
    }
}

/// A text on its way, kept so that nothing is lost.
package struct SubmissionDraft: Sendable, Hashable {
    package let text: String
    /// Higher is later.
    package let sequence: Int64
    package let savedAt: Instant
}
