import Accounts
import Campus
import Essentials
import HTML
import Scheduling

/// One person in one half-day, for those who hold the session: what is noted, and noting it.
struct AttendancePersonPage: Page {
    struct Model: Encodable, Sendable {
        let session: String
        let title: String
        let day: CalendarDay
        let half: HalfDayModel
        let line: AttendanceLineModel
        let mayRun: Bool
        /// What a form sends, so that sending it twice notes it once.
        let newEntry: String
        /// Everything that was said, corrections too.
        let history: [Entry]

        struct Entry: Encodable, Sendable {
            let id: String
            let sequence: Int
            let kind: AttendanceFact.Kind
            let at: Instant
            let author: String
            let reason: String?
            let hash: String
        }

        /// - Returns: `nil` for somebody who is not expected in the half-day.
        init?(
            _ reading: Campus.AttendanceReading, part: HalfDay.Part, person: Identifier<Person>, newEntry: String, now: Instant
        ) {
            guard let half = reading.halves.first(where: { $0.half.part == part }),
                let line = half.lines.first(where: { $0.person == person })
            else { return nil }
            session = reading.session.id.text
            title = reading.session.plan.title
            day = half.half.day
            self.half = HalfDayModel(half, in: reading, now: now)
            self.line = AttendanceLineModel(line, half.half, in: reading)
            mayRun = reading.mayRun
            self.newEntry = newEntry
            history = line.standing.entries.map {
                Entry(
                    id: $0.id.text, sequence: $0.sequence, kind: $0.fact.kind, at: $0.at,
                    author: reading.names[$0.fact.author]?.full ?? "", reason: $0.fact.reason, hash: $0.hash)
            }
        }
    }

    /// What was typed and refused.
    struct Typed: Sendable {
        let form: String
        let fields: FormFields
        let problem: Problem
    }

    let model: Model
    var typed: Typed?
    var menu: MenuEntry? { .agenda }

    func heading(_ words: Words) -> String { model.line.name + " · " + model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.attendance(model.session))) {
                    words.icon("back")
                    " "
                    words(.attendance)
                }
                h1 { model.line.name }
                p(.class("lead")) {
                    words.weekday(model.day) + ", " + words(model.half.part.phrase) + ", "
                        + words.hours(model.half.startsAt, model.half.endsAt)
                }
            }
            state(words)
            if model.mayRun, model.line.role == .learner, model.half.hasBegun {
                if model.line.state != .signed || model.line.absence != nil { absenceForm(words) } else { partForm(words) }
                if model.line.state != .absent { lateForm(words) }
            }
            if model.mayRun { withdrawals(words) }
            history(words)
        }
    }

    private func state(_ words: Words) -> some Markup {
        section(.class("card"), .aria(.labelledby, "state")) {
            h2(.id("state")) { words(.whatIsKnown) }
            p { AttendanceBadge(line: model.line, words: words) }
            if let signature = model.line.signature {
                p { words(.signedOnMoment(words.moment(signature.signedAt))) + (signature.note.map { " · " + $0 } ?? "") }
                if let drawing = signature.drawing { SignatureView(path: drawing, words: words) }
            }
            if let absence = model.line.absence {
                p { words.absence(absence) }
                p(.class("quiet")) { words.moment(absence.notedAt) + ", " + absence.notedBy }
                if let proof = absence.proof {
                    p { a(.href(Links.attendanceProof(absence.entry)), .download("")) { words.label(.proof) + proof } }
                }
            }
            if let late = model.line.lateArrival { p { words(.lateOf(late.minutes)) + (late.note.map { " · " + $0 } ?? "") } }
            if !model.line.connections.isEmpty {
                h3 { words(.connections) }
                p(.class("quiet")) { words(.connectionsSignNobody) }
                ul {
                    ForEach(model.line.connections) { span in
                        li {
                            span.endedAt.map { words.hours(span.startedAt, $0) }
                                ?? words(.connectedAt(words.hour(span.startedAt)))
                            if span.source != ConnectionSpan.joined { " · " + span.source }
                        }
                    }
                }
            }
        }
    }

    // MARK: Noting

    private func values(_ form: String) -> Typed? { typed.flatMap { $0.form == form ? $0 : nil } }

    private func absenceForm(_ words: Words) -> some Markup {
        noteForm("absent", model.line.absence == nil ? .noteAbsence : .correctAbsence, model.line.absence?.entry, words)
    }

    private func partForm(_ words: Words) -> some Markup { noteForm("absent", .notePartAbsence, nil, words) }

    private func noteForm(_ kind: String, _ title: Phrase, _ corrected: String?, _ words: Words) -> some Markup {
        let typed = values(kind)
        let absence = model.line.absence
        let motive = typed?.fields["motive"] ?? absence?.motive.rawValue
        // Of somebody who signed only a part can have been missed, and nobody but the trainer knows which.
        let isPart = model.line.state == .signed && absence == nil
        let minutes = isPart ? "" : "\(absence?.minutes ?? model.half.minutes)"
        let isJustified = typed.map { $0.fields["justified"] != nil } ?? absence?.isJustified ?? false
        return form(
            .class("form card"), .method(.post), .action(Links.attendance(model.session, model.half.part, of: model.line.person)),
            .enctype("multipart/form-data"), .novalidate()
        ) {
            h2 { words(title) }
            hidden(kind, corrected)
            FormProblem(problem: typed?.problem, words: words)
            TextField(
                name: "minutes", text: .absentMinutes,
                value: typed?.fields["minutes"] ?? minutes, id: "absent-minutes",
                problem: typed?.problem, words: words)
            div(.class("field")) {
                label(.for("absent-motive")) { words(.motive) }
                p(.class("quiet small"), .id("absent-motive-hint")) { words(.noDiagnosis) }
                select(.class("input"), .id("absent-motive"), .name("motive"), .aria(.describedby, "absent-motive-hint")) {
                    ForEach(AbsenceMotive.allCases) { one in
                        option(.value(one.rawValue), .selected(one.rawValue == (motive ?? AbsenceMotive.unknown.rawValue))) {
                            words(one.phrase)
                        }
                    }
                }
            }
            div(.class("field")) {
                label(.class("choice")) {
                    input(.type(.checkbox), .name("justified"), .value("1"), .checked(isJustified))
                    span { words(.absenceIsJustified) }
                }
            }
            TextField(
                name: "note", text: .absenceNote, value: typed?.fields["note"] ?? absence?.note ?? "", id: "absent-note",
                problem: typed?.problem, words: words)
            div(.class("field")) {
                label(.for("absent-proof")) { words(.proof) }
                p(.class("quiet small"), .id("absent-proof-hint")) { words(.proofHint) }
                input(
                    .class("input"), .id("absent-proof"), .name("proof"), .type(.file), .accept(".pdf,.jpg,.jpeg,.png"),
                    .aria(.describedby, "absent-proof-hint"))
                if let wrong = typed?.problem.fields.first(where: { $0.field == "proof" })?.message {
                    FieldError(id: "absent-proof-error", message: wrong, words: words)
                }
            }
            if corrected != nil { reason("absent", typed, words) }
            div(.class("actions")) { button(.class("button"), .data("busy", words(.oneMoment))) { words(title) } }
        }
    }

    private func lateForm(_ words: Words) -> some Markup {
        let typed = values("late")
        let late = model.line.lateArrival
        let title: Phrase = late == nil ? .noteLate : .correctLate
        return form(
            .class("form card"), .method(.post), .action(Links.attendance(model.session, model.half.part, of: model.line.person)),
            .novalidate()
        ) {
            h2 { words(title) }
            hidden("late", late?.entry)
            FormProblem(problem: typed?.problem, words: words)
            TextField(
                name: "minutes", text: .lateMinutes, value: typed?.fields["minutes"] ?? late.map { "\($0.minutes)" } ?? "",
                id: "late-minutes", problem: typed?.problem, words: words)
            TextField(
                name: "note", text: .lateNote, value: typed?.fields["note"] ?? late?.note ?? "", id: "late-note",
                problem: typed?.problem, words: words)
            if late != nil { reason("late", typed, words) }
            div(.class("actions")) { button(.class("button"), .data("busy", words(.oneMoment))) { words(title) } }
        }
    }

    @MarkupBuilder private func hidden(_ kind: String, _ corrected: String?) -> some Markup {
        input(.type(.hidden), .name("entry"), .value(model.newEntry))
        input(.type(.hidden), .name("kind"), .value(kind))
        if let corrected { input(.type(.hidden), .name("corrects"), .value(corrected)) }
    }

    private func reason(_ form: String, _ typed: Typed?, _ words: Words) -> some Markup {
        TextField(
            name: "correction", text: .whyCorrect, value: typed?.fields["correction"] ?? "", id: form + "-correction",
            problem: typed?.problem, words: words)
    }

    /// What holds and may be taken back.
    @MarkupBuilder private func withdrawals(_ words: Words) -> some Markup {
        let holding = [
            (model.line.signature?.entry, Phrase.withdrawSignature), (model.line.absence?.entry, .withdrawAbsence),
            (model.line.lateArrival?.entry, .withdrawLate),
        ]
        ForEach(holding) { entry, title in
            if let entry {
                let typed = values(entry)
                details(.class("more"), .attribute("open", typed == nil ? nil : "")) {
                    summary { words(title) }
                    form(
                        .class("form"), .method(.post),
                        .action(Links.attendanceWithdrawal(model.session, model.half.part, of: model.line.person)), .novalidate()
                    ) {
                        p(.class("quiet")) { words(.withdrawMeans) }
                        FormProblem(problem: typed?.problem, words: words)
                        input(.type(.hidden), .name("entry"), .value(model.newEntry))
                        input(.type(.hidden), .name("withdraws"), .value(entry))
                        reason(entry, typed, words)
                        div(.class("actions")) {
                            button(.class("button button-danger"), .data("busy", words(.oneMoment))) { words(title) }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private func history(_ words: Words) -> some Markup {
        if !model.history.isEmpty {
            section(.aria(.labelledby, "history")) {
                h2(.id("history")) { words(.attendanceLog) }
                ol {
                    ForEach(model.history) { entry in
                        li {
                            words(entry.kind.phrase) + ", " + words.moment(entry.at) + ", " + entry.author
                                + (entry.reason.map { " · " + $0 } ?? "")
                            " "
                            span(.class("quiet small")) { words(.logEntry(entry.sequence, String(entry.hash.prefix(12)))) }
                        }
                    }
                }
            }
        }
    }
}
