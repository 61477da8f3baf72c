import Accounts
import Campus
import Essentials
import Foundation
import HTTPTypes
import Hummingbird
import Scheduling

/// Attendance: signing, holding a half-day, the code of the room, the sheet.
struct AttendanceRoutes {
    let site: Site

    private static let limit = 32 * 1024
    /// A proof and the fields beside it.
    private static let proofLimit = Campus.largestProof + 64 * 1024

    var routes: [Route] {
        [
            .signedIn(.get, "/sessions/{session}/attendance") { request, context in try await page(request, context) },
            .signedIn(.post, "/sessions/{session}/attendance", bodyLimit: Self.limit) { request, context in
                try await sign(request, context)
            },
            .signedIn(.get, "/sessions/{session}/attendance/{half}/code", access: .staff) { request, context in
                try await code(request, context)
            },
            .signedIn(.get, "/sessions/{session}/attendance/{half}/people/{person}", access: .staff) { request, context in
                try await person(request, context)
            },
            .signedIn(
                .post, "/sessions/{session}/attendance/{half}/people/{person}", access: .staff, bodyLimit: Self.proofLimit
            ) { request, context in try await note(request, context) },
            .signedIn(
                .post, "/sessions/{session}/attendance/{half}/people/{person}/withdrawals", access: .staff, bodyLimit: Self.limit
            ) { request, context in try await withdraw(request, context) },
            .signedIn(.get, "/sessions/{session}/sheet", access: .staff) { request, context in
                let reading = try await site.campus.attendance(of: try id(context), for: context.viewer)
                guard reading.seesAll else { throw CampusError.notFound(.noSuchSession) }
                let model = SheetPage.Model(
                    [reading], cohort: reading.cohort, monday: nil, settings: site.settings, now: site.campus.clock.now)
                return try site.respond(SheetPage(model: model), to: request, in: context)
            },
            .signedIn(.get, "/cohorts/{cohort}/sheet", access: .staff) { request, context in try await week(request, context) },
            .signedIn(.get, "/sessions/{session}/join") { _, context in
                let link = try await site.campus.joinSession(try id(context), by: context.viewer)
                return try site.changed(Joined(join: link), in: context.visitor, seeOther: link)
            },
            .signedIn(.get, "/attendance/{entry}/proof", isResource: false) { _, context in try await proof(context) },
        ]
    }

    private struct Joined: Encodable {
        let join: String
    }

    private func page(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let code = request.uri.queryParameters["code"].map { String($0.prefix(16)) }
        return try await page(code: code, request, context)
    }

    private func page(
        code: String? = nil, typed: Campus.SentSignature? = nil, problem: Problem? = nil, _ request: Request,
        _ context: SignedInContext
    ) async throws -> Response {
        let reading = try await site.campus.attendance(of: try id(context), for: context.viewer)
        let now = site.campus.clock.now
        let entries = reading.halves.map { _ in Identifier<AttendanceEntry>.new(at: now).text }
        let model = AttendancePage.Model(reading, me: context.viewer.person.id, code: code, now: now, newEntries: entries)
        return try site.respond(
            AttendancePage(model: model, typed: typed, problem: problem), to: request, in: context,
            status: problem?.status ?? .ok)
    }

    // MARK: Signing

    private struct SentJSON: Decodable {
        let entry: Identifier<AttendanceEntry>
        let half: HalfDay.Part
        let code: String?
        let drawing: String?
        let reason: String?
    }

    /// What a program is told of an entry.
    private struct Kept: Encodable {
        let entry: String
        let kind: AttendanceFact.Kind
        let at: Instant
        let sequence: Int
        let hash: String

        init(_ entry: AttendanceEntry) {
            self.entry = entry.id.text
            kind = entry.fact.kind
            at = entry.at
            sequence = entry.sequence
            hash = entry.hash
        }
    }

    private func sign(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let session = try id(context)
        let sent: Campus.SentSignature
        switch try await request.sentBody(limit: Self.limit) {
        case .json(let data):
            let json = try SentBody.json(data).decoded(as: SentJSON.self)
            sent = Campus.SentSignature(
                id: json.entry, part: json.half, code: json.code, drawing: json.drawing, reason: json.reason)
        case .form(let fields):
            sent = Campus.SentSignature(
                id: try Self.entry(fields["entry"]), part: try Self.part(fields["half"]), code: fields["code"],
                drawing: fields["drawing"], reason: fields["reason"])
        }
        do {
            let (entry, isNew) = try await site.campus.signAttendance(sent, in: session, by: context.viewer)
            return try site.changed(
                Kept(entry), in: context.visitor, seeOther: Links.attendance(session.text), status: isNew ? .created : .ok)
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            return try await page(typed: sent, problem: Problem(error), request, context)
        }
    }

    private static func entry(_ text: String?) throws -> Identifier<AttendanceEntry> {
        guard let id = text.flatMap({ Identifier<AttendanceEntry>($0) }) else {
            throw CampusError.invalid("entry", AttendanceError.otherContent.phrase)
        }
        return id
    }

    private static func part(_ text: String?) throws -> HalfDay.Part {
        guard let part = text.flatMap({ HalfDay.Part(rawValue: $0) }) else { throw CampusError.notFound(.noSuchSession) }
        return part
    }

    // MARK: Holding a half-day

    private func code(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let part = try part(context)
        let (code, left, session, half) = try await site.campus.roomCode(of: try id(context), part: part, for: context.viewer)
        let base = site.settings.publicAddress ?? "http://" + (request.head.authority ?? "localhost")
        let model = RoomCodePage.Model(
            session: session.id.text, title: session.plan.title, half: part, startsAt: half.startsAt, endsAt: half.endsAt,
            code: code.text, address: base + Links.attendance(session.id.text) + "?code=" + code.text, secondsLeft: left)
        var response = try site.respond(RoomCodePage(model: model), to: request, in: context)
        response.headers[.cacheControl] = "no-store"
        // The page is on a wall: it comes again with the next code, with scripts or without.
        if let refresh = HTTPField.Name("Refresh") { response.headers[refresh] = "\(left + 1)" }
        return response
    }

    private func person(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await person(typed: nil, request, context)
    }

    private func person(
        typed: AttendancePersonPage.Typed?, _ request: Request, _ context: SignedInContext
    ) async throws -> Response {
        let reading = try await site.campus.attendance(of: try id(context), for: context.viewer)
        let now = site.campus.clock.now
        guard reading.seesAll,
            let model = AttendancePersonPage.Model(
                reading, part: try part(context), person: try person(context),
                newEntry: Identifier<AttendanceEntry>.new(at: now).text, now: now)
        else { throw CampusError.notFound(.noSuchSession) }
        return try site.respond(
            AttendancePersonPage(model: model, typed: typed), to: request, in: context, status: typed?.problem.status ?? .ok)
    }

    private struct SentNote: Decodable {
        let entry: Identifier<AttendanceEntry>
        let kind: AttendanceFact.Kind
        let minutes: Int?
        let motive: AbsenceMotive?
        let justified: Bool?
        let note: String?
        let corrects: Identifier<AttendanceEntry>?
        let correction: String?
    }

    private func note(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (session, part, person) = (try id(context), try part(context), try person(context))
        let sent: Campus.SentAbsence
        var fields = FormFields([:])
        let (form, json) = try await request.sentFormOrJSON(limit: Self.proofLimit)
        if let json {
            let note = try json.decoded(as: SentNote.self)
            sent = Campus.SentAbsence(
                id: note.entry, part: part, person: person, kind: note.kind, minutes: note.minutes, motive: note.motive,
                isJustified: note.justified ?? false, note: note.note, corrects: note.corrects, reason: note.correction)
        } else {
            fields = form?.fields ?? fields
            let proof = form?.files.first { $0.field == "proof" }
            sent = Campus.SentAbsence(
                id: try Self.entry(fields["entry"]), part: part, person: person,
                kind: AttendanceFact.Kind(rawValue: fields["kind"] ?? "") ?? .withdrawn,
                // What is no number is none of a half-day.
                minutes: Int((fields["minutes"] ?? "").trimmingSpaces()) ?? 0,
                motive: AbsenceMotive(rawValue: fields["motive"] ?? ""), isJustified: fields["justified"] != nil,
                note: fields["note"], proof: proof.map { Campus.SentFile(name: $0.name, bytes: $0.bytes) },
                corrects: fields["corrects"].flatMap { Identifier<AttendanceEntry>($0) }, reason: fields["correction"])
        }
        do {
            let (entry, isNew) = try await site.campus.noteAttendance(sent, in: session, by: context.viewer)
            return try site.changed(
                Kept(entry), in: context.visitor, seeOther: Links.attendance(session.text), status: isNew ? .created : .ok)
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            let typed = AttendancePersonPage.Typed(form: sent.kind.rawValue, fields: fields, problem: Problem(error))
            return try await self.person(typed: typed, request, context)
        }
    }

    private struct SentWithdrawal: Decodable {
        let entry: Identifier<AttendanceEntry>
        let withdraws: Identifier<AttendanceEntry>
        let correction: String
    }

    private func withdraw(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let session = try id(context)
        let sent: SentWithdrawal
        var fields = FormFields([:])
        switch try await request.sentBody(limit: Self.limit) {
        case .json(let data): sent = try SentBody.json(data).decoded(as: SentWithdrawal.self)
        case .form(let form):
            fields = form
            sent = SentWithdrawal(
                entry: try Self.entry(form["entry"]), withdraws: try Self.entry(form["withdraws"]),
                correction: form["correction"] ?? "")
        }
        do {
            let (entry, isNew) = try await site.campus.withdrawAttendance(
                sent.withdraws, id: sent.entry, reason: sent.correction, in: session, by: context.viewer)
            return try site.changed(
                Kept(entry), in: context.visitor, seeOther: Links.attendance(session.text), status: isNew ? .created : .ok)
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            let typed = AttendancePersonPage.Typed(form: sent.withdraws.text, fields: fields, problem: Problem(error))
            return try await person(typed: typed, request, context)
        }
    }

    // MARK: Sheets and proofs

    private func week(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let now = site.campus.clock.now
        let asked = request.uri.queryParameters["week"]
        guard let day = asked.map({ CalendarDay($0) }) ?? WallZone.paris.wallTime(now).day else {
            throw CampusError.invalid("week", .notADay)
        }
        let (cohort, monday, readings) = try await site.campus.attendance(
            ofCohort: try context.parameters.require("cohort"), inWeekOf: day, for: context.viewer)
        let model = SheetPage.Model(readings, cohort: cohort, monday: monday, settings: site.settings, now: now)
        return try site.respond(SheetPage(model: model), to: request, in: context)
    }

    /// Always saved, never shown in the page's place: it is somebody's document, and runs nothing here.
    private func proof(_ context: SignedInContext) async throws -> Response {
        guard let id = Identifier<AttendanceEntry>(try context.parameters.require("entry")) else {
            throw CampusError.notFound(.noSuchFile)
        }
        let (proof, location) = try await site.campus.attendanceProof(id, for: context.viewer)
        let headers: HTTPFields = [
            .contentType: proof.mediaType, .cacheControl: "private, no-store",
            .contentSecurityPolicy: "default-src 'none'; sandbox",
            .contentDisposition: "attachment; filename*=UTF-8''" + Links.encoded(proof.name),
        ]
        return Response(
            status: .ok, headers: headers, body: try await FileBody.body(of: location, parts: [.bytes(0..<proof.size)]))
    }

    // MARK: Parts

    private func id(_ context: SignedInContext) throws -> Identifier<ClassSession> {
        guard let id = Identifier<ClassSession>(try context.parameters.require("session")) else {
            throw CampusError.notFound(.noSuchSession)
        }
        return id
    }

    private func part(_ context: SignedInContext) throws -> HalfDay.Part {
        try Self.part(try context.parameters.require("half"))
    }

    private func person(_ context: SignedInContext) throws -> Identifier<Person> {
        guard let id = Identifier<Person>(try context.parameters.require("person")) else {
            throw CampusError.notFound(.noSuchSession)
        }
        return id
    }
}
