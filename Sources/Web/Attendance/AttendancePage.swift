import Accounts
import Campus
import Essentials
import HTML
import Scheduling

/// The attendance of a session: to sign for oneself, and for those who hold it to see who has.
struct AttendancePage: Page {
    struct Model: Encodable, Sendable {
        let session: String
        let title: String
        let cohort: String
        let cohortTitle: String
        let day: CalendarDay
        let startsAt: Instant
        let endsAt: Instant
        let place: String?
        let status: SessionStatus
        /// Who looks.
        let me: String
        /// As whom whoever looks signs; absent for somebody who does not.
        let signsAs: AttendanceFact.Role?
        let seesAll: Bool
        let mayRun: Bool
        /// Whether learners sign with the code of the room.
        let asksForCode: Bool
        /// The code of the address, which a QR code holds.
        let code: String?
        /// What a form that signs sends, so that sending it twice signs once; one for each half-day.
        let newEntries: [String]
        let halves: [HalfDayModel]

        init(_ reading: Campus.AttendanceReading, me: Identifier<Person>, code: String?, now: Instant, newEntries: [String]) {
            let session = reading.session
            self.session = session.id.text
            title = session.plan.title
            cohort = reading.cohort.key
            cohortTitle = reading.cohort.title
            day = session.plan.start.day
            startsAt = session.startsAt
            endsAt = session.endsAt
            place = session.plan.place
            status = session.status
            self.me = me.text
            signsAs = reading.signsAs
            seesAll = reading.seesAll
            mayRun = reading.mayRun
            asksForCode = reading.asksForCode
            self.code = code
            self.newEntries = newEntries
            halves = reading.halves.map { HalfDayModel($0, in: reading, now: now) }
        }
    }

    let model: Model
    /// What was typed and refused.
    var typed: Campus.SentSignature?
    var problem: Problem?
    var menu: MenuEntry? { .agenda }

    func heading(_ words: Words) -> String { words(.attendance) + " · " + model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.session(model.session))) {
                    words.icon("back")
                    " "
                    model.title
                }
                h1 { words(.attendance) }
                p(.class("lead")) { words.weekday(model.day, withYear: true) + ", " + words.hours(model.startsAt, model.endsAt) }
            }
            if model.status == .cancelled { p { words(.sessionCancelled) } }
            ForEach(Array(zip(model.halves, model.newEntries))) { half, entry in self.half(half, entry, words) }
            if model.seesAll {
                p(.class("actions")) {
                    a(.class("button"), .href(Links.sheet(model.session))) { words(.attendanceSheet) }
                    a(.href(Links.weekSheet(model.cohort, model.day.text))) { words(.weekSheet) }
                }
            }
        }
    }

    private func half(_ half: HalfDayModel, _ entry: String, _ words: Words) -> some Markup {
        section(.class("card"), .aria(.labelledby, half.part.rawValue)) {
            h2(.id(half.part.rawValue)) { words(half.part.phrase) + ", " + words.hours(half.startsAt, half.endsAt) }
            if let role = model.signsAs { own(half, role, entry, words) }
            if model.seesAll { everybody(half, words) }
        }
    }

    // MARK: Signing for oneself

    @MarkupBuilder private func own(
        _ half: HalfDayModel, _ role: AttendanceFact.Role, _ entry: String, _ words: Words
    ) -> some Markup {
        let line = half.line(of: model.me)
        if let signature = line?.signature {
            div(.class("notice notice-right"), .role(.status)) {
                words.icon("done")
                div {
                    p { words(.youSigned(words.hour(signature.signedAt))) }
                    if let drawing = signature.drawing { SignatureView(path: drawing, words: words) }
                }
            }
        }
        if let absence = line?.absence {
            div(.class("notice notice-warning")) {
                words.icon("info")
                div { p { words(.noted) + " " + words.absence(absence) } }
            }
        }
        if let late = line?.lateArrival { p { words(.lateOf(late.minutes)) + (late.note.map { ", " + $0 } ?? "") } }
        if line?.signature == nil, line?.state != .absent, model.status == .published {
            switch half.window {
            case .notYet: p(.class("quiet")) { words(.signFrom(words.hour(half.opensAt))) }
            case .over: p(.class("quiet")) { words(.signingIsOver) }
            case .open, .late: form(half, role, entry, words)
            }
        }
    }

    private func form(
        _ half: HalfDayModel, _ role: AttendanceFact.Role, _ entry: String, _ words: Words
    ) -> some Markup {
        let isThis = typed?.part == half.part
        let problem = isThis ? problem : nil
        return HTML.form(
            .class("form"), .method(.post), .action(Links.attendance(model.session)), .novalidate(),
            .data("signature", when: true)
        ) {
            FormProblem(problem: problem, words: words)
            input(.type(.hidden), .name("entry"), .value(isThis ? typed?.id.text ?? entry : entry))
            input(.type(.hidden), .name("half"), .value(half.part.rawValue))
            if half.window == .late { p { words(.signingLate(words.hour(half.closesAt))) } }
            if model.asksForCode, role == .learner {
                TextField(
                    name: "code", text: .roomCode, value: (isThis ? typed?.code : nil) ?? model.code ?? "",
                    id: "code-" + half.part.rawValue, hint: .roomCodeHint, problem: problem, words: words)
            }
            if half.window == .late {
                TextField(
                    name: "reason", text: .whyLate, value: (isThis ? typed?.reason : nil) ?? "",
                    id: "reason-" + half.part.rawValue, problem: problem, words: words)
            }
            // A script puts a field to draw on here; without one, pressing the button is the signature.
            div(
                .data("signature-field"), .data("label", words(.drawHere)), .data("clear", words(.drawAgain)), .hidden()
            ) {}
            input(.type(.hidden), .name("drawing"), .value(""))
            p(.class("quiet")) { words(.signingMeans) }
            div(.class("actions")) {
                button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.signPresence) }
            }
        }
    }

    // MARK: Everybody

    @MarkupBuilder private func everybody(_ half: HalfDayModel, _ words: Words) -> some Markup {
        let learners = half.people.filter { $0.role == .learner }
        p { strong { words(.signedOf(learners.count { $0.state == .signed }, learners.count)) } }
        if model.mayRun, model.asksForCode, half.isOpen, model.status == .published {
            p(.class("actions")) {
                a(.class("button button-main"), .href(Links.roomCode(model.session, half.part))) { words(.showCode) }
            }
        }
        if learners.isEmpty { p(.class("quiet")) { words(.noLearnerExpected) } }
        ul(.class("rows")) {
            ForEach(half.people) { line in
                li {
                    a(.class("row"), .href(Links.attendance(model.session, half.part, of: line.person))) {
                        span(.class("row-main")) {
                            strong { line.name }
                            if line.role == .trainer { " · " + words(.trainerRole) }
                            span(.class("quiet")) { details(line, words) }
                        }
                        AttendanceBadge(line: line, words: words)
                    }
                }
            }
        }
    }

    private func details(_ line: AttendanceLineModel, _ words: Words) -> String {
        var parts: [String] = []
        if let signature = line.signature {
            parts.append(words(.signedAt(words.hour(signature.signedAt))))
            if let note = signature.note { parts.append(note) }
        }
        if let late = line.lateArrival { parts.append(words(.lateOf(late.minutes))) }
        if let absence = line.absence { parts.append(words.absence(absence)) }
        if let first = line.connections.first { parts.append(words(.connectedAt(words.hour(first.startedAt)))) }
        return parts.isEmpty ? "" : " " + parts.joined(separator: " · ")
    }
}

/// Where a person stands in a half-day, in a word.
struct AttendanceBadge: View {
    let line: AttendanceLineModel
    let words: Words

    var body: some Markup {
        switch line.state {
        case .signed: span(.class("badge badge-done")) { words(.hasSigned) }
        case .absent: span(.class("badge badge-danger")) { words(.isAbsent) }
        case .nothing: span(.class("badge badge-notice")) { words(.hasNotSigned) }
        }
    }
}

/// A signature as it was drawn.
struct SignatureView: View {
    let path: String
    let words: Words

    var body: some Markup {
        svg(
            .class("signature"), .viewBox("0 0 \(SignatureDrawing.width) \(SignatureDrawing.height)"), .role(.image),
            .aria(.label, words(.drawnSignature)), .focusable(false)
        ) { HTML.path(.attribute("d", path)) }
    }
}
