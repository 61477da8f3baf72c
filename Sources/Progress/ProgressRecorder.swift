package import CourseContent
package import Essentials
package import SQL

/// The one door through which something is known to have happened: keeps the events, and in the same transaction the states that
/// follow from them and the facts that became true.
///
/// An event costs five statements by key, with the one that finds the learner, and a heartbeat two more for its day; a batch shares the row of the course and the rows of its
/// activities.
package struct ProgressRecorder: Sendable {
    package init() {}

    /// Records a batch. Sending the same events again, in any order and in other batches, changes nothing.
    ///
    /// - Parameters:
    ///   - events: at most ``EventValidation/maximumBatch``, in the order in which they happened.
    ///   - enrolment: whose they are. That the caller may speak for it is checked above.
    ///   - source: ``EventSource/client`` unless the server itself made the events.
    ///   - rules: those of the published version of the course, read in this transaction.
    ///   - now: the server's clock: the time of arrival of the whole batch.
    /// - throws: ``ProgressError``; nothing of the batch may be kept then: let it leave the transaction.
    package func record(
        _ events: [LearningEvent], for enrolment: Identifier<Enrolment>, from source: EventSource = .client,
        rules: CourseRules, at now: Instant, in writing: any WriteTransaction
    ) throws -> RecordOutcome {
        try check(events, from: source)
        return try record(events, Recording(enrolment: enrolment, rules: rules, now: now, in: writing))
    }

    /// Records a batch that a client sent, for a learner whose course this very transaction has taken
    /// (``ProgressStore/takeCourse(_:of:in:)``): nothing of it is read again.
    /// - throws: as ``record(_:for:from:rules:at:in:)``.
    package func record(
        _ events: [LearningEvent], for learner: LearnerCourse, from source: EventSource = .client, rules: CourseRules,
        at now: Instant, in writing: any WriteTransaction
    ) throws -> RecordOutcome {
        try check(events, from: source)
        return try record(events, Recording(learner, rules: rules, now: now, in: writing))
    }

    private func check(_ events: [LearningEvent], from source: EventSource) throws {
        guard events.count <= EventValidation.maximumBatch else {
            throw ProgressError.tooManyEvents(count: events.count, limit: EventValidation.maximumBatch)
        }
        for event in events { try EventValidation.check(event, from: source) }
    }

    private func record(_ events: [LearningEvent], _ recording: Recording) throws -> RecordOutcome {
        var recording = recording
        try recording.requireCurrentRules()
        for event in events { try recording.record(event) }
        return try recording.finish()
    }

    /// Says of every figure made by one version that it is made by another one with the same rules. Call it in the place of
    /// ``reweigh(_:at:in:)``, in the transaction that moves the published pointer.
    package func move(
        from old: Identifier<CourseVersion>, to new: Identifier<CourseVersion>, in writing: any WriteTransaction
    ) throws {
        try writing.run(ProgressStatements.moveVersion, old, new)
    }

    /// Makes the figures of every enrolment of a course again, by the rules of the version that is being published. Call it in the
    /// transaction that moves the published pointer.
    ///
    /// Nothing that was completed is taken back and no date moves. Activities that left the course count no more; those that came in are
    /// to be done. Where a rule became easier, open enrolments that already fulfil it complete now.
    ///
    /// Work grows with the number of enrolments; memory does not.
    package func reweigh(
        _ rules: CourseRules, at now: Instant, in writing: any WriteTransaction
    ) throws -> ReweighOutcome {
        var outcome = ReweighOutcome()
        var last = ""
        while true {
            let page = try writing.rows(ProgressStatements.enrolmentsOfCourse, rules.course, last, 200) { row in
                (id: row.id(0) as Identifier<Enrolment>, status: try row.value(1) as EnrolmentStatus)
            }
            for (id, status) in page {
                var recording = try Recording(enrolment: id, rules: rules, now: now, in: writing)
                try recording.reweigh(try ProgressStore().activityStates(of: id, in: writing), isOpen: status.isOpen)
                let facts = try recording.finish().facts
                outcome.enrolments += 1
                if !facts.isEmpty { outcome.facts[id] = facts }
            }
            guard let end = page.last else { return outcome }
            last = end.id.text
        }
    }
}

/// What a new version of a course did to those who follow it.
package struct ReweighOutcome: Sendable, Hashable {
    /// How many were looked at.
    package var enrolments = 0
    /// What became true, for those for whom something did.
    package var facts: [Identifier<Enrolment>: [ProgressFact]] = [:]
}
