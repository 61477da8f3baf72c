import Accounts
import Campus
import Essentials
import Hummingbird
import Progress
import Tutoring

/// A tutor's day, closing an alert, and when alerts are raised.
struct AlertRoutes {
    let site: Site

    private static let limit = 16_384

    var routes: [Route] {
        [
            .signedIn(.get, "/today", access: .staff) { request, context in
                try site.respond(try await page(context), to: request, in: context)
            },
            .signedIn(.post, "/cohorts/{cohort}/learners/{person}/alerts", access: .staff, bodyLimit: Self.limit) {
                request, context in
                try await close(request, context)
            },
            .signedIn(.get, "/cohorts/{cohort}/alerts", access: .staff) { request, context in
                let key = try context.parameters.require("cohort")
                let rules = try await site.campus.alertRules(of: key, for: context.viewer)
                return try site.respond(AlertRulesPage(model: .init(rules)), to: request, in: context)
            },
            .signedIn(.post, "/cohorts/{cohort}/alerts", access: .staff, bodyLimit: Self.limit) { request, context in
                try await set(request, context)
            },
        ]
    }

    /// A tutor's day.
    func page(_ context: SignedInContext) async throws -> TodayPage {
        let now = site.campus.clock.now
        let model = TodayPage.Model(try await site.campus.today(for: context.viewer), at: now)
        return TodayPage(model: model, now: now, newContacts: model.people.map { _ in .new(at: now) })
    }

    private struct Closing: Codable {
        let enrolment: Identifier<Enrolment>
        let outcome: AlertOutcome
        let note: String?
    }

    private func close(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let key = try context.parameters.require("cohort")
        guard let person = Identifier<Person>(try context.parameters.require("person")) else {
            throw CampusError.notFound(.noSuchLearner)
        }
        var typed: Closing?
        do {
            let closing: Closing
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): closing = try SentBody.json(data).decoded(as: Closing.self)
            case .form(let fields):
                guard let enrolment = Identifier<Enrolment>(fields["enrolment"] ?? "") else {
                    throw CampusError.invalid("enrolment", .choiceUnknown)
                }
                guard let outcome = AlertOutcome(rawValue: fields["outcome"] ?? "") else {
                    throw CampusError.invalid("outcome", .choiceUnknown)
                }
                closing = Closing(
                    enrolment: enrolment, outcome: outcome, note: fields["note"]?.replacing("\r\n", with: "\n"))
                typed = closing
            }
            try await site.campus.closeAlert(
                closing.enrolment, of: person, in: key, outcome: closing.outcome, note: closing.note, by: context.viewer)
            return try site.changed(closing, in: context.visitor, seeOther: Links.today)
        } catch CampusError.invalid(let problems) where context.representation == .html && typed != nil {
            let problem = Problem(CampusError.invalid(problems))
            var page = try await page(context)
            if let typed { page.refused = (typed.enrolment.text, ["note": typed.note ?? ""], problem) }
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }

    private func set(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let key = try context.parameters.require("cohort")
        var typed: [String: String] = [:]
        do {
            var rules = AlertRules.usual
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): rules = try SentBody.json(data).decoded(as: AlertRules.self)
            case .form(let fields):
                for field in AlertRules.fields { typed[field.name] = fields[field.name] ?? "" }
                for field in AlertRules.fields {
                    guard let number = Int((typed[field.name] ?? "").filter { !$0.isWhitespace }) else {
                        throw CampusError.invalid(field.name, TutoringError.invalidRule(field.name).phrase)
                    }
                    rules[keyPath: field.path] = number
                }
                rules.redFirstEvaluation = fields["redFirstEvaluation"] == "true"
            }
            try await site.campus.setAlertRules(rules, of: key, by: context.viewer)
            return try site.changed(rules, in: context.visitor, seeOther: Links.alertRules(key))
        } catch CampusError.invalid(let problems) where context.representation == .html {
            let problem = Problem(CampusError.invalid(problems))
            let reading = try await site.campus.alertRules(of: key, for: context.viewer)
            return try site.respond(
                AlertRulesPage(model: .init(reading), typed: typed, problem: problem), to: request, in: context,
                status: problem.status)
        }
    }
}
