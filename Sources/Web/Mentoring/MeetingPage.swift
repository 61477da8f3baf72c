import Accounts
import Campus
import Essentials
import HTML
import Scheduling

/// One meeting: when, where, with whom; how to join; what came of it.
struct MeetingPage: Page {
    struct Model: Encodable, Sendable {
        let id: String
        let cohort: String
        let cohortTitle: String
        let host: String
        let learner: String
        /// What the person is in it; missing for a coordinator.
        let side: Side?
        let isCancelled: Bool
        let reason: String?
        let topic: String?
        let day: CalendarDay
        let hour: String
        let zone: String
        let minutes: Int
        let startsAt: Instant
        let endsAt: Instant
        let place: String?
        let isVirtual: Bool
        /// The room, while it can be joined; the host sees it always.
        let join: String?
        let isJoinable: Bool
        let isOver: Bool
        let mayMove: Bool
        let mayCancel: Bool
        let mayReport: Bool
        let report: Report?

        enum Side: String, Encodable, Sendable {
            case host, learner
        }

        struct Report: Encodable, Sendable {
            let outcome: MeetingOutcome
            let shared: String?
            /// Never there for the learner.
            let restricted: String?
            let nextStep: String?
            let nextDay: CalendarDay?
        }

        init(_ reading: Campus.MeetingReading, now: Instant) {
            let meeting = reading.meeting
            let session = meeting.session(titled: "")
            id = meeting.id.text
            cohort = reading.cohort.key
            cohortTitle = reading.cohort.title
            host = reading.host.full
            learner = reading.learner.full
            side = reading.isHost ? .host : reading.isLearner ? .learner : nil
            isCancelled = meeting.isCancelled
            reason = meeting.reason
            topic = meeting.topic
            day = meeting.start.day
            hour = meeting.start.hourText
            zone = meeting.zone.name
            minutes = meeting.length
            startsAt = meeting.startsAt
            endsAt = meeting.endsAt
            place = meeting.place
            isVirtual = meeting.link != nil
            isJoinable = session.isJoinable(at: now)
            join = reading.isHost || (isJoinable && reading.isLearner) ? meeting.link : nil
            isOver = meeting.endsAt <= now
            mayMove = reading.mayMove
            mayCancel = reading.mayCancel
            mayReport = reading.mayReport
            report = reading.report.map {
                Report(
                    outcome: $0.outcome, shared: $0.shared, restricted: $0.restricted, nextStep: $0.nextStep, nextDay: $0.nextDay)
            }
        }
    }

    let model: Model
    /// What was typed and refused, by the name of the field.
    var typed: [String: String] = [:]
    var problem: Problem?
    var menu: MenuEntry? { .agenda }

    private var others: String {
        switch model.side {
        case .host: model.learner
        case .learner: model.host
        case nil: model.host + " · " + model.learner
        }
    }

    func heading(_ words: Words) -> String { words(SessionKind.mentoring.phrase) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(model.side == nil ? Links.agenda : Links.mentoring)) {
                    words.icon("back")
                    " "
                    words(model.side == nil ? MenuEntry.agenda.words : .mentoring)
                }
                h1 { words(SessionKind.mentoring.phrase) }
                p(.class("lead")) { others }
            }
            if model.isCancelled {
                div(.class("notice notice-danger")) {
                    words.icon("warning")
                    div {
                        p { strong { words(.meetingCancelled) } }
                        if let reason = model.reason { p { reason } }
                    }
                }
            }
            if typed["outcome"] == nil { FormProblem(problem: problem, words: words) }
            section(.class("card"), .aria(.labelledby, "when")) {
                h2(.id("when")) { words(.whenAndWhere) }
                p { strong { words.weekday(model.day, withYear: true) + ", " + words.hours(model.startsAt, model.endsAt) } }
                if model.zone != WallZone.paris.name { p(.class("quiet")) { words(.inZone(model.hour, model.zone)) } }
                if let place = model.place { p { place } }
                if let topic = model.topic {
                    p(.class("typed-text")) {
                        words.label(.topic)
                        topic
                    }
                }
                room(words)
                if model.side != nil { p { a(.href(Links.meetingCalendar(model.id))) { words(.intoCalendar) } } }
            }
            if model.report != nil || model.mayReport { report(words) }
            if model.mayMove || model.mayCancel { changes(words) }
        }
    }

    @MarkupBuilder private func room(_ words: Words) -> some Markup {
        if model.isVirtual, !model.isCancelled, !model.isOver, model.side != nil {
            if model.isJoinable, let join = model.join {
                p(.class("actions")) { a(.class("button button-main"), .href(join), .rel("noreferrer")) { words(.joinMeeting) } }
            } else {
                p(.class("quiet")) { words(.joinMeetingLater) }
                if let join = model.join { p { a(.href(join), .rel("noreferrer")) { words(.meetingAddress) } } }
            }
        }
    }

    private func changes(_ words: Words) -> some Markup {
        section(.class("card"), .aria(.labelledby, "changes")) {
            h2(.id("changes")) { words(.changeMeeting) }
            if model.mayMove {
                p(.class("actions")) { a(.class("button"), .href(Links.moveMeeting(model.id))) { words(.moveMeeting) } }
            }
            if model.mayCancel {
                form(.class("form"), .method(.post), .action(Links.cancelMeeting(model.id)), .novalidate()) {
                    TextField(
                        name: "reason", text: .cancelMeetingReason, value: typed["reason"] ?? "", hint: .cancelMeetingHint,
                        problem: problem, words: words)
                    div(.class("actions")) {
                        button(.class("button button-danger"), .data("busy", words(.oneMoment))) { words(.cancelMeeting) }
                    }
                }
            }
        }
    }

    private func report(_ words: Words) -> some Markup {
        section(.class("card"), .aria(.labelledby, "report")) {
            h2(.id("report")) { words(.meetingNotes) }
            if let report = model.report, !model.mayReport {
                p { strong { words(report.outcome.phrase) } }
                if let shared = report.shared { div(.class("typed-text")) { shared } }
                if let next = report.nextStep {
                    p(.class("typed-text")) {
                        words.label(.nextStep)
                        next
                        if let day = report.nextDay { " (" + words.weekday(day) + ")" }
                    }
                }
                if let restricted = report.restricted {
                    h3 { words(.restrictedNote) }
                    div(.class("typed-text")) { restricted }
                }
            }
            if model.mayReport { reportForm(words) }
        }
    }

    private func reportForm(_ words: Words) -> some Markup {
        let report = model.report
        let outcome = typed["outcome"] ?? report?.outcome.rawValue ?? MeetingOutcome.held.rawValue
        return form(.class("form"), .method(.post), .action(Links.meetingNotes(model.id)), .novalidate()) {
            if typed["outcome"] != nil { FormProblem(problem: problem, words: words) }
            fieldset(.class("field")) {
                legend { words(.meetingOutcome) }
                ForEach(MeetingOutcome.allCases) { choice in
                    label(.class("choice")) {
                        input(
                            .type(.radio), .name("outcome"), .value(choice.rawValue), .checked(choice.rawValue == outcome))
                        span { words(choice.phrase) }
                    }
                }
            }
            note("shared", .sharedNote, .sharedNoteHint, typed["shared"] ?? report?.shared, words)
            note("restricted", .restrictedNote, .restrictedNoteHint, typed["restricted"] ?? report?.restricted, words)
            TextField(
                name: "nextStep", text: .nextStep, value: typed["nextStep"] ?? report?.nextStep ?? "", problem: problem,
                words: words)
            TextField(
                name: "nextDay", text: .nextStepDay, value: typed["nextDay"] ?? report?.nextDay?.text ?? "", type: .date,
                problem: problem, words: words)
            div(.class("actions")) { button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.save) } }
        }
    }

    private func note(_ name: String, _ text: Phrase, _ hint: Phrase, _ value: String?, _ words: Words) -> some Markup {
        div(.class("field")) {
            label(.for(name)) { words(text) }
            p(.class("quiet small"), .id("\(name)-hint")) { words(hint) }
            textarea(
                .class("input"), .id(name), .name(name), .rows(3), .maxlength(MeetingReport.longest),
                .aria(.describedby, "\(name)-hint")
            ) { value ?? "" }
        }
    }
}
