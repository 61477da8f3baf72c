import Accounts
import Campus
import CourseContent
import Essentials
import HTML
import Scheduling
import Tutoring

/// One session: when, where, with whom; how to join; for those who plan, its history.
struct SessionPage: Page {
    struct Model: Encodable, Sendable {
        let id: String
        let cohort: String
        let cohortTitle: String
        let group: String?
        let kind: SessionKind
        let status: SessionStatus
        let reason: String?
        let title: String
        /// Of its zone.
        let day: CalendarDay
        let hour: String
        let zone: String
        let minutes: Int
        let startsAt: Instant
        let endsAt: Instant
        let place: String?
        let notes: String?
        let trainers: [String]
        /// Whether there is a virtual room.
        let isVirtual: Bool
        /// The room, while it can be joined; those who plan see it always.
        let join: String?
        let isJoinable: Bool
        /// Whether the room is known not to open now.
        let isRoomDown: Bool
        let isOver: Bool
        let mayPlan: Bool
        /// Whether the person signs there, or sees who has.
        let seesAttendance: Bool
        let changes: [Change]
        /// The series that it is of, for those who plan; missing for none.
        let series: SeriesStanding?
        /// Learners of a virtual session and their devices, for those who plan, until it is over.
        let devices: [Device]
        /// What is to be done before it.
        let preparation: [Prepared]
        /// Whether the person sees who has done it.
        let seesPreparation: Bool
        /// Whether the person reads and writes in the session's own conversation.
        let mayTalk: Bool
        let recordings: [Recording]
        /// Whether what was recorded can be asked for.
        let mayFetchRecordings: Bool

        struct Recording: Encodable, Sendable {
            let key: String
            let address: String
            let startedAt: Instant
            let minutes: Int
            /// Of its length, for a learner.
            let watchedPercent: Int?
            /// How many learners have watched it, for those who follow the cohort.
            let watchers: Int?
        }

        struct Prepared: Encodable, Sendable {
            let course: String
            let activity: String
            let title: String
            let language: Language
            let kind: ActivityKind
            let minutes: Int
            /// For a learner.
            let isDone: Bool?
            /// For those who follow the cohort: how many learners have, of how many.
            let done: Int?
            let learners: Int?
        }

        struct Device: Encodable, Sendable {
            let name: String
            /// What worked the last time.
            let working: [DeviceTest.Part]
            /// Missing for who has not tried.
            let testedAt: Instant?
            let isReady: Bool
        }

        struct Change: Encodable, Sendable {
            let revision: Int
            let status: SessionStatus
            let day: CalendarDay
            let hour: String
            let place: String?
            /// `nil` for the command line.
            let changedBy: String?
            let changedAt: Instant
        }

        init(_ reading: Campus.SessionReading, now: Instant) {
            let session = reading.session
            let plan = session.plan
            id = session.id.text
            cohort = reading.cohort.key
            cohortTitle = reading.cohort.title
            group = reading.group?.title
            kind = plan.kind
            status = session.status
            reason = session.reason
            title = plan.title
            day = plan.start.day
            hour = plan.start.hourText
            zone = plan.zone.name
            minutes = plan.duration
            startsAt = session.startsAt
            endsAt = session.endsAt
            place = plan.place
            notes = plan.notes
            trainers = reading.trainers.map(\.full)
            isVirtual = plan.link != nil
            isJoinable = session.isJoinable(at: now)
            let door = plan.madeRoom == nil ? plan.link : Links.session(id) + "/join"
            join = isJoinable || reading.mayPlan ? door : nil
            isRoomDown = reading.isRoomDown
            isOver = session.endsAt <= now
            mayPlan = reading.mayPlan
            seesAttendance = reading.seesAttendance
            series = reading.series
            devices = reading.devices.map { line in
                Device(
                    name: line.name.full,
                    working: DeviceTest.Part.allCases.filter { line.test?.working.contains($0) ?? false },
                    testedAt: line.test?.testedAt, isReady: line.test?.isReady ?? false)
            }
            seesPreparation = reading.seesPreparation
            mayTalk = reading.mayTalk
            recordings = reading.recordings.map { recording in
                Recording(
                    key: recording.key, address: recording.address, startedAt: recording.startedAt, minutes: recording.minutes,
                    watchedPercent: reading.watched[recording.key]?.percent,
                    watchers: reading.watchers.map { $0[recording.key] ?? 0 })
            }
            mayFetchRecordings =
                reading.mayPlan && plan.madeRoom == .bigBlueButton && session.startsAt <= now && session.status != .cancelled
            preparation = reading.preparation.map { before in
                Prepared(
                    course: before.course, activity: before.activity.id, title: before.activity.title,
                    language: before.activity.language, kind: before.activity.kind, minutes: before.activity.minutes,
                    isDone: before.isDone, done: before.done, learners: before.learners)
            }
            changes = reading.changes.map { change in
                Change(
                    revision: change.revision, status: change.status, day: change.start.day, hour: change.start.hourText,
                    place: change.place, changedBy: change.changedBy.flatMap { reading.names[$0]?.full },
                    changedAt: change.changedAt)
            }
        }
    }

    let model: Model
    var problem: Problem?
    var menu: MenuEntry? { .agenda }

    func heading(_ words: Words) -> String { model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.agenda(from: model.day.text))) {
                    words.icon("back")
                    " "
                    words(MenuEntry.agenda.words)
                }
                h1 { model.title }
                ul(.class("facts")) {
                    li { words(model.kind.phrase) }
                    li { model.cohortTitle }
                    if let group = model.group { li { group } }
                }
            }
            state(words)
            section(.class("card"), .aria(.labelledby, "when")) {
                h2(.id("when")) { words(.whenAndWhere) }
                p { strong { words.weekday(model.day, withYear: true) + ", " + words.hours(model.startsAt, model.endsAt) } }
                if model.zone != WallZone.paris.name { p(.class("quiet")) { words(.inZone(model.hour, model.zone)) } }
                p { words(.duration(minutes: model.minutes)) }
                if let place = model.place { p { place } }
                if let notes = model.notes { p(.class("typed-text")) { notes } }
                if !model.trainers.isEmpty {
                    p {
                        words.label(.withTrainers)
                        model.trainers.joined(separator: ", ")
                    }
                }
                room(words)
                p { a(.href(Links.sessionCalendar(model.id))) { words(.intoCalendar) } }
                if model.mayTalk {
                    p { a(.href(Links.conversation(model.cohort, .session, model.id))) { words(.talkInSession) } }
                }
                if model.seesAttendance {
                    p(.class("actions")) { a(.class("button"), .href(Links.attendance(model.id))) { words(.attendance) } }
                }
            }
            PreparationView(session: model, words: words)
            RecordingsView(session: model, words: words)
            if !model.devices.isEmpty { DeviceLines(lines: model.devices, words: words) }
            if model.mayPlan { plan(words) }
        }
    }

    @MarkupBuilder private func state(_ words: Words) -> some Markup {
        if model.status == .cancelled {
            div(.class("notice notice-danger")) {
                words.icon("warning")
                div {
                    p { strong { words(.sessionCancelled) } }
                    if let reason = model.reason { p { reason } }
                }
            }
        } else if model.status == .draft {
            div(.class("notice notice-info")) {
                words.icon("info")
                div { p { words(.sessionDraft) } }
            }
        } else if model.isOver {
            p(.class("quiet")) { words(.sessionIsOver) }
        }
    }

    @MarkupBuilder private func room(_ words: Words) -> some Markup {
        if model.isVirtual, model.status != .cancelled, !model.isOver {
            if model.isRoomDown {
                div(.class("notice notice-danger")) {
                    words.icon("warning")
                    div { p { words(.roomIsDown) } }
                }
            }
            if model.isJoinable, model.join != nil {
                p(.class("actions")) {
                    a(.class("button button-main"), .href(Links.joinSession(model.id)), .rel("noreferrer")) {
                        words(.joinSession)
                    }
                }
            } else {
                p(.class("quiet")) { words(.joinLater) }
                if !model.mayPlan { p { a(.href(Links.deviceTest)) { words(.tryDeviceFirst) } } }
                if let join = model.join { p { a(.href(join), .rel("noreferrer")) { words(.roomAddress) } } }
            }
        }
    }

    @MarkupBuilder private func plan(_ words: Words) -> some Markup {
        if model.status != .cancelled {
            section(.class("card"), .aria(.labelledby, "plan")) {
                h2(.id("plan")) { words(.changeSession) }
                p(.class("actions")) { a(.class("button"), .href(Links.sessionForm(model.id))) { words(.changeSession) } }
                form(.class("form"), .method(.post), .action(Links.cancelSession(model.id)), .novalidate()) {
                    div(.class("field"), .class("field-wrong", when: problem != nil)) {
                        label(.for("reason")) { words(.cancelReason) }
                        p(.class("field-hint"), .id("reason-hint")) { words(.cancelHint) }
                        input(
                            .class("input"), .id("reason"), .name("reason"), .type(.text), .autocomplete("off"),
                            .aria(.describedby, problem == nil ? "reason-hint" : "reason-hint reason-error"),
                            .attribute("aria-invalid", problem == nil ? nil : "true"))
                        if let problem {
                            p(.class("field-error"), .id("reason-error")) {
                                words.icon("warning")
                                " "
                                words(problem.fields.first?.message ?? problem.detail)
                            }
                        }
                    }
                    if let series = model.series { ScopeFields(series: series, chosen: .one, words: words) }
                    div(.class("actions")) {
                        button(.class("button button-danger"), .data("busy", words(.oneMoment))) { words(.cancelSession) }
                    }
                }
            }
        }
        section(.aria(.labelledby, "history")) {
            h2(.id("history")) { words(.sessionHistory) }
            ol {
                ForEach(model.changes) { change in
                    li {
                        words(change.status.phrase) + ", " + words.date(change.day) + ", " + change.hour
                            + (change.place.map { ", " + $0 } ?? "")
                        " "
                        span(.class("quiet")) {
                            words.moment(change.changedAt) + ", " + (change.changedBy ?? words(.commandLine))
                        }
                    }
                }
            }
        }
    }
}
