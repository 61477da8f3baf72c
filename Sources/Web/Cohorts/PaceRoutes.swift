import Accounts
import Campus
import Essentials
import Hummingbird
import Progress

/// For those who decide on the pace of a learner: pauses, and more time.
struct PaceRoutes {
    let site: Site

    var routes: [Route] {
        [
            .signedIn(.get, "/cohorts/{cohort}/learners/{person}/pace") { request, context in
                try site.respond(try await page(context), to: request, in: context)
            },
            .signedIn(.post, "/cohorts/{cohort}/learners/{person}/pauses", bodyLimit: Self.limit) { request, context in
                try await decide(request, context, isMoreTime: false)
            },
            .signedIn(.post, "/cohorts/{cohort}/learners/{person}/extensions", bodyLimit: Self.limit) { request, context in
                try await decide(request, context, isMoreTime: true)
            },
            .signedIn(.post, "/cohorts/{cohort}/learners/{person}/rulings", bodyLimit: Self.limit) { request, context in
                try await rule(request, context)
            },
        ]
    }

    private static let limit = 4096

    /// What is sent: a pause, more time, or the number of what is taken back.
    private struct Sent: Codable {
        var motive: String?
        var firstDay: String?
        var lastDay: String?
        var note: String?
        /// The pause that this one replaces.
        var correct: Int?
        /// `COURSE/ACTIVITY`.
        var activity: String?
        /// The decision that is taken back.
        var withdraw: Int?
    }

    private func page(_ context: SignedInContext, typed: PacePage.Typed? = nil) async throws -> PacePage {
        let reading = try await site.campus.pace(
            of: try person(context), in: try context.parameters.require("cohort"), for: context.viewer)
        return PacePage(model: .init(reading, today: ParisDays.day(of: site.campus.clock.now)), typed: typed)
    }

    private func decide(_ request: Request, _ context: SignedInContext, isMoreTime: Bool) async throws -> Response {
        let (key, id) = (try context.parameters.require("cohort"), try person(context))
        var fields = FormFields([:])
        do {
            let sent: Sent
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): sent = try SentBody.json(data).decoded(as: Sent.self)
            case .form(let typed):
                fields = typed
                sent = Sent(
                    motive: typed["motive"], firstDay: typed["firstDay"], lastDay: typed["lastDay"], note: typed["note"],
                    correct: typed["correct"].flatMap(Int.init), activity: typed["activity"],
                    withdraw: typed["withdraw"].flatMap(Int.init))
            }
            try await site.campus.adaptPace(try change(sent, isMoreTime: isMoreTime), of: id, in: key, by: context.viewer)
            return try site.changed(sent, in: context.visitor, seeOther: Links.pace(key, id.text))
        } catch let error as CampusError where context.representation == .html && error.isInvalid {
            let problem = Problem(error)
            let page = try await page(
                context, typed: .init(form: isMoreTime ? .moreTime : .pause, fields: fields, problem: problem))
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }

    /// What is decided about an activity.
    private struct SentRuling: Codable {
        /// `COURSE/ACTIVITY`.
        var activity: String
        var action: String
        var note: String
        var score: Int?
        var minutes: Int?
    }

    private func rule(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (key, id) = (try context.parameters.require("cohort"), try person(context))
        var fields = FormFields([:])
        do {
            let sent: SentRuling
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): sent = try SentBody.json(data).decoded(as: SentRuling.self)
            case .form(let typed):
                fields = typed
                let score = typed["score"].map { $0.filter { !$0.isWhitespace && $0 != "%" } } ?? ""
                let minutes = typed["minutes"].map { $0.filter { !$0.isWhitespace } } ?? ""
                sent = SentRuling(
                    activity: typed["activity"] ?? "", action: typed["action"] ?? "", note: typed["note"] ?? "",
                    score: score.isEmpty ? nil : Int(score) ?? -1, minutes: minutes.isEmpty ? nil : Int(minutes) ?? -1)
            }
            let ids = sent.activity.split(separator: "/", omittingEmptySubsequences: false)
            guard ids.count == 2 else { throw CampusError.invalid("activity", .chooseActivity) }
            guard let action = Ruling.Action(rawValue: sent.action) else { throw CampusError.invalid("action", .chooseAction) }
            _ = try await site.campus.rule(
                .init(
                    course: String(ids[0]), activity: String(ids[1]), action: action, reason: sent.note, score: sent.score,
                    minutes: sent.minutes), of: id, in: key, by: context.viewer)
            return try site.changed(sent, in: context.visitor, seeOther: Links.pace(key, id.text))
        } catch let error as CampusError where context.representation == .html && error.isInvalid {
            let problem = Problem(error)
            let page = try await page(context, typed: .init(form: .ruling, fields: fields, problem: problem))
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }

    /// - throws: ``CampusError/invalid(_:)`` with every field that is wrong.
    private func change(_ sent: Sent, isMoreTime: Bool) throws -> Campus.PaceChange {
        if let subject = sent.withdraw { return .withdrawal(subject: subject, note: sent.note) }
        let first = sent.firstDay.flatMap { CalendarDay($0) }
        let last = sent.lastDay.flatMap { CalendarDay($0) }
        if isMoreTime {
            let ids = (sent.activity ?? "").split(separator: "/", omittingEmptySubsequences: false)
            var wrong: [FieldProblem] = []
            if ids.count != 2 { wrong.append(FieldProblem(field: "activity", message: .chooseActivity)) }
            if last == nil { wrong.append(FieldProblem(field: "lastDay", message: .badDay)) }
            guard ids.count == 2, let last else { throw CampusError.invalid(wrong) }
            return .moreTime(course: String(ids[0]), activity: String(ids[1]), until: last, note: sent.note)
        }
        let motive = sent.motive.flatMap(PauseMotive.init)
        var wrong: [FieldProblem] = []
        if motive == nil { wrong.append(FieldProblem(field: "motive", message: .chooseMotive)) }
        if first == nil { wrong.append(FieldProblem(field: "firstDay", message: .badDay)) }
        if last == nil { wrong.append(FieldProblem(field: "lastDay", message: .badDay)) }
        guard let motive, let first, let last else { throw CampusError.invalid(wrong) }
        return .pause(motive, first: first, last: last, note: sent.note, correcting: sent.correct)
    }

    private func person(_ context: SignedInContext) throws -> Identifier<Person> {
        guard let id = Identifier<Person>(try context.parameters.require("person")) else {
            throw CampusError.notFound(.noSuchLearner)
        }
        return id
    }
}
