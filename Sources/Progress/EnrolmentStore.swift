package import Accounts
package import CourseContent
package import Essentials
package import SQL

/// Who follows what. Stateless: every function works inside the caller's transaction; who may call it is decided above.
package struct EnrolmentStore: Sendable {
    package init() {}

    // MARK: Courses of a cohort

    /// A cohort follows a course; saying so again changes nothing. Its members are enrolled one by one by the caller.
    package func assign(
        _ course: Identifier<Course>, to cohort: Identifier<Cohort>, in writing: any WriteTransaction
    ) throws {
        try writing.run(EnrolmentStatements.assign, cohort, course)
    }

    /// A cohort no longer follows a course. Enrolments and what was done stay.
    package func unassign(
        _ course: Identifier<Course>, from cohort: Identifier<Cohort>, in writing: any WriteTransaction
    ) throws {
        try writing.run(EnrolmentStatements.unassign, cohort, course)
    }

    /// The courses that a cohort follows, in the order of their ids.
    package func courses(
        of cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> [Identifier<Course>] {
        try reading.rows(EnrolmentStatements.coursesOfCohort, cohort) { $0.id(0) }
    }

    /// The cohorts that follow a course, in the order of their ids.
    package func cohorts(
        of course: Identifier<Course>, in reading: any ReadTransaction
    ) throws -> [Identifier<Cohort>] {
        try reading.rows(EnrolmentStatements.cohortsOfCourse, course) { $0.id(0) }
    }

    // MARK: Enrolling

    /// Enrols a person and makes the empty state of the course. Repeatable: an enrolment that exists is returned as it is, whatever
    /// its status and days, so that enrolling a whole cohort again brings nobody back who left.
    ///
    /// - Parameters:
    ///   - rules: those of the published version of the course.
    ///   - startsOn: first day; `nil` where the cohort's holds. The same for `endsOn`.
    /// - Returns: the enrolment, and whether it is new.
    /// - throws: ``SQLError/foreignKeyViolation(_:)`` when the person or the cohort does not exist,
    ///   ``SQLError/checkViolation(_:)`` when the last day comes before the first.
    @discardableResult
    package func enrol(
        _ person: Identifier<Person>, in cohort: Identifier<Cohort>, following rules: CourseRules,
        startsOn: CalendarDay? = nil, endsOn: CalendarDay? = nil, at now: Instant, in writing: any WriteTransaction
    ) throws -> (enrolment: Enrolment, isNew: Bool) {
        let id = Identifier<Enrolment>.new(at: now)
        let inserted = try writing.run(
            EnrolmentStatements.enrol, id, person, cohort, rules.course, startsOn?.text, endsOn?.text, now)
        guard inserted == 0 else {
            try ProgressStore().save(CourseState(enrolment: id, rules: rules), in: writing)
            let enrolment = Enrolment(
                id: id, person: person, cohort: cohort, course: rules.course, startsOn: startsOn, endsOn: endsOn,
                createdAt: now)
            return (enrolment, true)
        }
        let known = try writing.first(EnrolmentStatements.find, person, rules.course, cohort) { try Enrolment($0) }
        guard let known else { throw SQLError.corrupt("an enrolment that refuses another cannot be read") }
        return (known, false)
    }

    /// Pauses, brings back, ends an enrolment. What was done stays.
    /// - throws: ``ProgressError/unknownEnrolment(_:)``.
    package func setStatus(
        _ status: EnrolmentStatus, of enrolment: Identifier<Enrolment>, in writing: any WriteTransaction
    ) throws {
        let changed = try writing.run(EnrolmentStatements.setStatus, enrolment, status.rawValue)
        if changed == 0 { throw ProgressError.unknownEnrolment(enrolment) }
    }

    /// The learner leaves the course: ``setStatus(_:of:in:)`` with `left`. Nothing is erased.
    package func withdraw(_ enrolment: Identifier<Enrolment>, in writing: any WriteTransaction) throws {
        try setStatus(.left, of: enrolment, in: writing)
    }

    /// Sets first and last day; `nil` where the cohort's own hold.
    /// - throws: ``ProgressError/unknownEnrolment(_:)``; ``SQLError/checkViolation(_:)`` when they end before they start.
    package func setDays(
        from startsOn: CalendarDay?, to endsOn: CalendarDay?, of enrolment: Identifier<Enrolment>,
        in writing: any WriteTransaction
    ) throws {
        let changed = try writing.run(EnrolmentStatements.setDays, enrolment, startsOn?.text, endsOn?.text)
        if changed == 0 { throw ProgressError.unknownEnrolment(enrolment) }
    }

    // MARK: Reading

    /// An enrolment by its id.
    package func enrolment(
        _ id: Identifier<Enrolment>, in reading: any ReadTransaction
    ) throws -> Enrolment? {
        try reading.first(EnrolmentStatements.enrolment, id) { try Enrolment($0) }
    }

    /// The enrolment of a person in a course through one cohort.
    package func enrolment(
        of person: Identifier<Person>, in cohort: Identifier<Cohort>, course: Identifier<Course>,
        in reading: any ReadTransaction
    ) throws -> Enrolment? {
        try reading.first(EnrolmentStatements.find, person, course, cohort) { try Enrolment($0) }
    }
}

extension Enrolment {
    /// Reads the eight columns with which every statement of enrolments begins.
    init(_ row: any Row) throws {
        self.init(
            id: row.id(0), person: row.id(1), cohort: row.id(2), course: row.id(3),
            startsOn: row.textOrNil(4).map { CalendarDay(trusted: $0) },
            endsOn: row.textOrNil(5).map { CalendarDay(trusted: $0) }, status: try row.value(6), createdAt: row.instant(7))
    }
}
