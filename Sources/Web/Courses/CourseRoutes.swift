import Assessment
import Campus
import CourseContent
import Essentials
import Foundation
import Gamification
import HTTPTypes
import Hummingbird
import Progress

/// Outline, lessons, and the learning events of an activity.
struct CourseRoutes {
    let site: Site

    /// 500 events of some 150 bytes.
    private static let eventsLimit = 128 * 1024

    var routes: [Route] {
        [
            .signedIn(.get, "/courses/{course}") { request, context in try await outline(request, context) },
            .signedIn(.get, "/courses/{course}/activities/{activity}") { request, context in
                try await activity(request, context)
            },
            .signedIn(.post, "/courses/{course}/activities/{activity}/events", bodyLimit: Self.eventsLimit) { request, context in
                try await record(request, context)
            },
        ]
    }

    private func outline(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let key = try context.parameters.require("course")
        let reading = try await site.campus.outline(key, for: context.viewer)
        let closed = reading.closed.sorted { $0.key < $1.key }
        let tag = site.tag(
            reading.course.version.digest, reading.standing?.enrolment.id.text ?? "preview",
            "\(reading.standing?.state.eventCount ?? 0)", closed.isEmpty ? "" : "\(closed)",
            reading.plan?.tag ?? "", reading.earning.map { "\($0.map(\.amount))" } ?? "", for: request, in: context.visitor)
        if let response = site.notModified(tag, request) { return response }
        let page = OutlinePage(model: OutlineModel(reading), version: reading.course.version.digest, rows: site.outlines)
        return try site.respond(page, to: request, in: context, tag: tag)
    }

    /// An activity of any kind: the address is the activity's, whatever its kind.
    private func activity(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let course = try context.parameters.require("course")
        let key = try context.parameters.require("activity")
        let reading = try await site.campus.activity(key, of: course, for: context.viewer)
        if !reading.closed.isEmpty {
            return try site.respond(ClosedPage(model: .init(reading)), to: request, in: context)
        }
        switch reading.content {
        case .lesson(let lesson): return try self.lesson(lesson, reading, request, context)
        case .assignment(let assignment):
            let kept = try await site.campus.assignment(at: reading)
            let model = AssignmentModel(assignment, reading, kept, newID: .new(at: site.campus.clock.now))
            return try AssignmentRoutes(site: site).respond(AssignmentPage(model: model), to: request, in: context)
        case .quiz(let quiz):
            let attempts = try await site.campus.attempts(at: reading)
            let model = QuizModel(
                quiz: quiz, reading: reading, attempts: attempts, extraTime: try await site.campus.extraTime(at: reading))
            return try site.respond(QuizPage(model: model), to: request, in: context)
        case .scenario(let scenario):
            let attempts = try await site.campus.attempts(at: reading)
            let model = ScenarioModel(scenario: scenario, reading: reading, attempts: attempts)
            return try site.respond(ScenarioPage(model: model), to: request, in: context)
        case .survey(let survey):
            let cohorts = reading.learner == nil ? try await site.campus.surveyCohorts(at: reading, for: context.viewer) : []
            return try site.respond(SurveyPage(model: .init(survey, reading, cohorts: cohorts)), to: request, in: context)
        case .placement(let placement):
            let cohorts = reading.learner == nil ? try await site.campus.surveyCohorts(at: reading, for: context.viewer) : []
            let model = PlacementPage.Model(
                placement, reading, try await site.campus.placement(placement, at: reading), cohorts: cohorts,
                now: site.campus.clock.now)
            return try site.respond(PlacementPage(model: model), to: request, in: context)
        case .document, .session, .discussion, .deck:
            guard let model = StudyModel(reading) else { throw CampusError.notFound(.noSuchActivity) }
            return try site.respond(StudyPage(model: model, now: site.campus.clock.now), to: request, in: context)
        }
    }

    private func lesson(
        _ lesson: LessonContent, _ reading: Campus.ActivityReading, _ request: Request, _ context: SignedInContext
    ) throws -> Response {
        let now = site.campus.clock.now
        let completedAt = reading.learner?.state?.completedAt
        let tag = site.tag(
            reading.course.version.digest, reading.activity.id, reading.learner?.course.enrolment.id.text ?? "preview",
            "\(reading.learner?.course.state.percent ?? 0)",
            // The page says how long ago the lesson was finished: another day, another page.
            completedAt.map { "\($0.milliseconds)/\(now.milliseconds / 3_600_000)" } ?? "",
            // So it says what was just earned.
            reading.earned.first.map { "\($0.number)/\(reading.earned.count)" } ?? "",
            // So it says until when it is to be done.
            reading.due.map { "\($0.dueOn) \($0.isLate) \($0.hasMoreTime)" } ?? "",
            // So it says where one is in its recordings.
            reading.activity.media == nil && !reading.activity.completion.isCombined
                ? "" : "\(reading.learner?.state?.lastEventAt.milliseconds ?? 0)", for: request,
            in: context.visitor)
        if let response = site.notModified(tag, request) { return response }
        let model = LessonModel(lesson: lesson, reading: reading)
        let text = site.bodies.body(reading.activity.contentDigest ?? "", html: lesson.html)
        let page = LessonPage(model: model, text: text, now: now, version: reading.course.version.digest, bodies: site.bodies)
        return try site.respond(page, to: request, in: context, tag: tag)
    }

    // MARK: Events

    private struct SentEvents: Decodable {
        struct Event: Decodable {
            let id: Identifier<LearningEvent>
            let kind: EventKind
            let occurredAt: Instant
            let seconds: Int?
            /// Of what was played: which recording, from when to when in milliseconds, and where one was at the end.
            let media: String?
            let parts: [[Int]]?
            let position: Int?

            var played: PlayedSpan? {
                get throws {
                    guard media != nil || parts != nil || position != nil || kind == .played else { return nil }
                    let ranges = (parts ?? []).compactMap { $0.count == 2 && $0[0] < $0[1] ? $0[0]..<$0[1] : nil }
                    guard kind == .played, let media, let position, let parts, ranges.count == parts.count else {
                        throw CampusError.invalid("events.\(id).\(EventProblem.played.rawValue)", EventProblem.played.phrase)
                    }
                    return PlayedSpan(media: media, parts: ranges, position: position)
                }
            }
        }

        let events: [Event]
    }

    private struct Recorded: Encodable {
        let accepted: [Identifier<LearningEvent>]
        let replayed: [Identifier<LearningEvent>]
        let percent: Int
        let isCompleted: Bool
        /// Percentage of the recordings that is played, in a lesson that has some.
        let played: Int?
        let next: String?
    }

    /// JSON: a batch of events made by the client. A form: « J'ai terminé », « Je commence » or « J'ai tout écouté ».
    private func record(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let course = try context.parameters.require("course")
        let activity = try context.parameters.require("activity")
        let outcome: RecordOutcome
        var staysHere = false
        switch try await request.sentBody(limit: Self.eventsLimit) {
        case .form(let fields):
            let now = site.campus.clock.now
            switch fields["kind"].flatMap(EventKind.init(rawValue:)) {
            case .declaredPlayed:
                outcome = try await site.campus.declarePlayed(activity, of: course, by: context.viewer)
            case .some(let kind) where kind == .reachedEnd || kind == .opened:
                staysHere = kind == .opened
                outcome = try await site.campus.record(
                    [.init(id: .new(at: now), kind: kind, occurredAt: now)], in: activity, of: course, by: context.viewer)
            default: throw CampusError.invalid("kind", .choiceUnknown)
            }
        case .json(let data):
            let events = try SentBody.json(data).decoded(as: SentEvents.self).events.map {
                Campus.SentEvent(
                    id: $0.id, kind: $0.kind, occurredAt: $0.occurredAt, seconds: $0.seconds, played: try $0.played)
            }
            outcome = try await site.campus.record(events, in: activity, of: course, by: context.viewer)
        }
        let library = try await site.campus.published(course)
        let following = library?.following(activity)?.id
        let state = library?.version.activityIDs[activity].flatMap { outcome.activities[$0] }
        let media = library?.activity(activity)?.media
        let recorded = Recorded(
            accepted: outcome.accepted, replayed: outcome.replayed, percent: outcome.course.percent,
            isCompleted: state?.isCompleted ?? false,
            played: media.flatMap { media in state.map { $0.playedPercent(of: media) } }, next: following)
        // After « J'ai terminé », the way goes on: to the next activity, or to the outline at the end.
        let onward = following.map { Links.activity(course, $0) } ?? Links.course(course)
        // So does one that asks for something more than to be read.
        let isLeft = library?.activity(activity)?.completion.isCombined ?? false && !(state?.isCompleted ?? false)
        let location = staysHere || isLeft ? Links.activity(course, activity) : onward
        return try site.changed(recorded, in: context.visitor, seeOther: location)
    }
}
