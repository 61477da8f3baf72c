package import CourseContent
package import Essentials

/// Something that became true with the events just recorded: what the other domains react to, in the same transaction.
package enum ProgressFact: Sendable, Hashable {
    /// The first event of an activity.
    case activityOpened(Identifier<Activity>)
    /// The activity's rule became true.
    case activityCompleted(Identifier<Activity>)
    /// The rule of a module or of a block of competencies became true.
    case partCompleted(CoursePart)
    /// Everything that counts is done, or as much as the course asks for, for the first time.
    case courseCompleted
}

/// What recording a batch did.
package struct RecordOutcome: Sendable, Hashable {
    /// Ids that were new, in the order given.
    package let accepted: [Identifier<LearningEvent>]
    /// Ids that were kept already with the same content: nothing changed for them.
    package let replayed: [Identifier<LearningEvent>]
    package let facts: [ProgressFact]
    /// As kept after the batch.
    package let course: CourseState
    /// The states of the activities that the batch is about, as kept after it; of those only replayed too.
    package let activities: [Identifier<Activity>: ActivityState]
}
