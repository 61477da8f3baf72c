import Accounts
import Campus
import CourseContent
import Essentials
import Progress
import Tutoring

/// My learners over all my cohorts. Page, JSON and CSV show the same rows of the same query.
struct CaseloadModel: Encodable, Sendable {
    let query: Query
    /// How many fit the query.
    let total: Int
    let rows: [Row]
    /// The address of the next page of the list.
    let next: String?
    /// What one can choose among.
    let cohorts: [Choice]
    let courses: [Choice]
    let views: [View]
    /// What is done and planned until now in each cohort, in percent.
    let summaries: [Summary]

    struct Summary: Encodable, Sendable {
        let cohort: String
        let cohortTitle: String
        let learners: Int
        let done: Int
        let planned: Int
    }

    struct Query: Encodable, Sendable {
        let cohort: String?
        let course: String?
        let status: EnrolmentStatus?
        let late: Bool
        let alert: CaseloadQuery.AlertFilter?
        let search: String?
        let order: CaseloadQuery.Order

        init(_ query: CaseloadQuery) {
            cohort = query.cohort
            course = query.course
            status = query.status
            late = query.isLate
            alert = query.alert
            search = query.search
            order = query.order
        }
    }

    struct Choice: Encodable, Sendable {
        let key: String
        let title: String
    }

    struct View: Encodable, Sendable {
        let name: String
        let address: String
    }

    struct Row: Encodable, Sendable {
        let person: String
        let givenName: String
        let familyName: String
        let cohort: String
        let cohortTitle: String
        let course: String
        let courseTitle: String
        let courseLanguage: Language
        let status: EnrolmentStatus
        let percent: Int
        let activitiesDone: Int
        let activitiesTotal: Int
        /// Left out when nothing says when work is due.
        let pace: PaceStatus?
        let minutesLate: Int
        let lastEventAt: Instant?
        /// How much waits for a mark.
        let waiting: Int
        /// Since when a message waits for an answer; left out when none does.
        let unanswered: Instant?
        /// Left out when no alert is open.
        let alert: AlertLevel?
        let reasons: [AlertReason]

        init(_ row: CaseloadRow) {
            let learner = row.learner
            person = learner.person.text
            givenName = learner.givenName
            familyName = learner.familyName
            cohort = row.cohort.key
            cohortTitle = row.cohort.title
            course = row.course.outline.key
            courseTitle = row.course.outline.title
            courseLanguage = row.course.outline.language
            status = learner.status
            percent = learner.percent
            activitiesDone = learner.activitiesDone
            activitiesTotal = learner.activitiesTotal
            pace = row.pace
            minutesLate = row.minutesLate
            lastEventAt = learner.lastEventAt
            waiting = row.waiting
            unanswered = row.unanswered
            alert = row.alert?.level
            reasons = row.alert?.reasons ?? []
        }
    }

    init(_ reading: Campus.CaseloadReading) {
        query = Query(reading.query)
        total = reading.total
        rows = reading.rows.map(Row.init)
        next = reading.next.map { Links.caseload($0.text) }
        cohorts = reading.cohorts.map { Choice(key: $0.key, title: $0.title) }
        courses = reading.courses.map { Choice(key: $0.outline.key, title: $0.outline.title) }
        views = reading.views.map { View(name: $0.name, address: Links.caseload($0.query)) }
        summaries = reading.summaries.map {
            Summary(
                cohort: $0.cohort.key, cohortTitle: $0.cohort.title, learners: $0.learners, done: $0.done, planned: $0.planned)
        }
    }
}

extension CaseloadQuery {
    /// Reads the query of an address.
    /// - throws: ``CampusError/invalid(_:)`` for a value that none of the choices has.
    init(_ field: (String) -> String?) throws {
        self.init()
        func text(_ name: String) throws -> String? {
            guard let value = field(name), !value.isEmpty else { return nil }
            guard !value.utf8.contains(0), value.utf8.count <= 200 else { throw CampusError.invalid(name, .choiceUnknown) }
            return value
        }
        func choice<Value: RawRepresentable<String>>(_ name: String) throws -> Value? {
            guard let value = try text(name) else { return nil }
            guard let known = Value(rawValue: value) else { throw CampusError.invalid(name, .choiceUnknown) }
            return known
        }
        cohort = try text("cohort")
        course = try text("course")
        status = try choice("status")
        isLate = try text("late") != nil
        alert = try choice("alert")
        search = try text("q")
        order = try choice("order") ?? .need
        if let last = try text("after") {
            guard let enrolment = Identifier<Enrolment>(last) else { throw CampusError.invalid("after", .choiceUnknown) }
            after = enrolment
        }
    }

    /// As an address says it, without the question mark.
    var text: String {
        var parts: [String] = []
        func add(_ name: String, _ value: String?) {
            if let value { parts.append("\(name)=\(Links.encoded(value))") }
        }
        add("q", search)
        add("cohort", cohort)
        add("course", course)
        add("status", status?.rawValue)
        add("alert", alert?.rawValue)
        if isLate { add("late", "true") }
        if order != .need { add("order", order.rawValue) }
        add("after", after?.text)
        return parts.joined(separator: "&")
    }
}
