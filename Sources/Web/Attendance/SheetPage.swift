import Accounts
import Campus
import Essentials
import HTML
import Scheduling

/// The attendance sheet of a session or of a week, to print: every field that the law names.
struct SheetPage: Page {
    struct Model: Encodable, Sendable {
        let organisation: Organisation
        let cohort: String
        let cohortTitle: String
        /// The Monday of a week; absent for one session.
        let monday: CalendarDay?
        let sessions: [Sheet]

        struct Organisation: Encodable, Sendable {
            let name: String
            /// Numéro de déclaration d’activité.
            let number: String?
        }

        struct Sheet: Encodable, Sendable {
            let id: String
            let title: String
            let day: CalendarDay
            let startsAt: Instant
            let endsAt: Instant
            let place: String?
            let link: String?
            let halves: [HalfDayModel]
            let isVirtual: Bool

            init(_ reading: Campus.AttendanceReading, now: Instant) {
                let session = reading.session
                id = session.id.text
                title = session.plan.title
                day = session.plan.start.day
                startsAt = session.startsAt
                endsAt = session.endsAt
                place = session.plan.place
                link = session.plan.link
                isVirtual = session.plan.link != nil
                halves = reading.halves.map { HalfDayModel($0, in: reading, now: now) }
            }

            /// Everybody of its half-days, trainers first.
            var people: [(person: String, name: String, role: AttendanceFact.Role)] {
                var seen: [(person: String, name: String, role: AttendanceFact.Role)] = []
                for line in halves.flatMap(\.people) where !seen.contains(where: { $0.person == line.person }) {
                    seen.append((line.person, line.name, line.role))
                }
                return seen
            }
        }

        init(
            _ readings: [Campus.AttendanceReading], cohort: Cohort, monday: CalendarDay?, settings: SiteSettings, now: Instant
        ) {
            organisation = Organisation(name: settings.organisation, number: settings.activityNumber)
            self.cohort = cohort.key
            cohortTitle = cohort.title
            self.monday = monday
            sessions = readings.map { Sheet($0, now: now) }
        }
    }

    let model: Model
    var menu: MenuEntry? { .agenda }

    func heading(_ words: Words) -> String {
        let of = model.monday == nil ? model.sessions.first?.title : model.cohortTitle
        return words(.attendanceSheet) + " · " + (of ?? model.cohortTitle)
    }

    private var address: String {
        model.monday.map { Links.weekSheet(model.cohort, $0.text) } ?? Links.sheet(model.sessions.first?.id ?? "")
    }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page page-wide sheet"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(
                    .class("back"),
                    .href(model.monday == nil ? Links.attendance(model.sessions.first?.id ?? "") : Links.cohort(model.cohort))
                ) {
                    words.icon("back")
                    " "
                    words(model.monday == nil ? .attendance : .cohort)
                }
                h1 { words(.attendanceSheet) }
                p(.class("lead")) {
                    strong { model.organisation.name }
                    if let number = model.organisation.number { " · " + words.label(.activityNumber) + number }
                }
                p {
                    words.label(.cohort)
                    model.cohortTitle
                    if let monday = model.monday {
                        " · " + (words.period(from: monday, to: monday.adding(days: 6)) ?? "")
                    }
                }
            }
            if let monday = model.monday {
                nav(.class("moves no-print"), .aria(.label, words(.otherDays))) {
                    a(.class("button button-quiet"), .href(Links.weekSheet(model.cohort, monday.adding(days: -7).text))) {
                        words(.before)
                    }
                    a(.class("button button-quiet"), .href(Links.weekSheet(model.cohort, monday.adding(days: 7).text))) {
                        words(.after)
                    }
                }
            }
            p(.class("actions no-print")) {
                button(.class("button"), .type(.button), .data("print"), .hidden()) { words(.printPage) }
            }
            if model.sessions.isEmpty { p { words(.noSession) } }
            ForEach(model.sessions) { sheet in SheetView(sheet: sheet, words: words) }
            if !model.sessions.isEmpty {
                p(.class("small quiet")) { words(.sheetFoot) }
                div(.class("no-print")) { TableDownload(page: address, words: words) }
            }
        }
    }
}

/// One session on the sheet.
private struct SheetView: View {
    let sheet: SheetPage.Model.Sheet
    let words: Words

    var body: some Markup {
        section(.class("stack")) {
            h2(.id("session-\(sheet.id)")) { sheet.title }
            p(.id("when-\(sheet.id)")) {
                words.weekday(sheet.day, withYear: true) + ", " + words.hours(sheet.startsAt, sheet.endsAt)
                    + (sheet.place.map { " · " + $0 } ?? "") + (sheet.link.map { " · " + $0 } ?? "")
            }
            div(.class("data-scroll"), .role(.region), .tabindex(0), .aria(.labelledby, "session-\(sheet.id) when-\(sheet.id)")) {
                table(.class("data")) {
                    thead {
                        tr {
                            th(.attribute("scope", "col")) { words(.name) }
                            th(.attribute("scope", "col")) { words(.asWhom) }
                            ForEach(sheet.halves) { half in
                                th(.attribute("scope", "col")) {
                                    words(half.part.phrase) + ", " + words.hours(half.startsAt, half.endsAt)
                                }
                            }
                        }
                    }
                    tbody {
                        ForEach(sheet.people) { person in
                            tr {
                                th(.attribute("scope", "row")) { person.name }
                                td(.data("label", words(.asWhom))) { words(person.role.phrase) }
                                ForEach(sheet.halves) { half in
                                    td(.data("label", words(half.part.phrase))) {
                                        if let line = half.line(of: person.person) { cell(line) } else { "–" }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private func cell(_ line: AttendanceLineModel) -> some Markup {
        if let signature = line.signature {
            if let drawing = signature.drawing { SignatureView(path: drawing, words: words) }
            words(
                signature.method == .drawn
                    ? .signedAt(words.hour(signature.signedAt)) : .confirmedAt(words.hour(signature.signedAt)))
            if let note = signature.note { " · " + words.label(.late) + note }
        } else if line.state == .nothing {
            words(.hasNotSigned)
        }
        if let late = line.lateArrival {
            p(.class("small")) { words(.lateOf(late.minutes)) + (late.note.map { ", " + $0 } ?? "") }
        }
        if let absence = line.absence { p(.class("small")) { words.absence(absence) } }
        if sheet.isVirtual, !line.connections.isEmpty {
            p(.class("small quiet")) {
                words.label(.connections)
                line.connections.map { span in
                    span.endedAt.map { words.hours(span.startedAt, $0) } ?? words.hour(span.startedAt)
                }.joined(separator: ", ")
            }
        }
    }
}

extension SheetPage: TabularPage {
    /// One line for each person and half-day.
    func tables(_ words: Words) -> [PageTable] {
        let header: [Phrase] = [
            .sessionTitle, .sessionDay, .halfDay, .begins, .ends, .sessionPlace, .name, .asWhom, .status, .signedOn, .method,
            .minutesLate, .absentMinutes, .motive, .absenceIsJustified, .noteColumn,
        ]
        var rows: [[TableCell]] = []
        for sheet in model.sessions {
            for half in sheet.halves {
                for line in half.people { rows.append(row(line, half, sheet, words)) }
            }
        }
        return [PageTable("attendance", header.map { words($0) }, rows: rows)]
    }

    private func row(
        _ line: AttendanceLineModel, _ half: HalfDayModel, _ sheet: Model.Sheet, _ words: Words
    ) -> [TableCell] {
        let (signature, absence, late) = (line.signature, line.absence, line.lateArrival)
        let notes = [signature?.note, late?.note, absence?.note].compactMap(\.self).joined(separator: " · ")
        return [
            .text(sheet.title), .text(half.day.text), .text(words(half.part.phrase)), .moment(half.startsAt), .moment(half.endsAt),
            .text(sheet.place ?? sheet.link), .text(line.name), .text(words(line.role.phrase)), .text(words(line.state.phrase)),
            .moment(signature?.signedAt), .text(signature.map { words($0.method.phrase) }), .number(late?.minutes),
            .number(absence?.minutes), .text(absence.map { words($0.motive.phrase) }),
            .text(absence.map { words($0.isJustified ? Phrase.yes : Phrase.no) }), .text(notes),
        ]
    }
}
