import Accounts
import Campus
import Essentials
import Hummingbird
import Scheduling

/// What mentors and tutors offer, and the rules that a cohort's coordinators set.
struct AvailabilityRoutes {
    let site: Site

    private static let limit = 8 * 1024

    var routes: [Route] {
        [
            .signedIn(.get, "/mentoring/availabilities") { request, context in
                try site.respond(try await page(context), to: request, in: context)
            },
            .signedIn(.post, "/mentoring/availabilities", bodyLimit: Self.limit) { request, context in
                try await offer(request, context)
            },
            .signedIn(.post, "/mentoring/availabilities/{availability}/exceptions", bodyLimit: Self.limit) { request, context in
                try await except(request, context)
            },
            .signedIn(.post, "/mentoring/availabilities/{availability}/closing") { _, context in
                let id = try id(context)
                try await site.campus.closeAvailability(id, by: context.viewer)
                return try site.changed(Kept(availability: id.text), in: context.visitor, seeOther: Links.availabilities)
            },
            .signedIn(.get, "/cohorts/{cohort}/mentoring", access: .staff) { request, context in
                try site.respond(try await rulesPage(context), to: request, in: context)
            },
            .signedIn(.post, "/cohorts/{cohort}/mentoring", access: .staff, bodyLimit: Self.limit) { request, context in
                try await set(request, context)
            },
        ]
    }

    private struct Kept: Encodable {
        let availability: String
    }

    private struct Sent: Decodable {
        let weekday: Int?
        let day: String?
        let lastDay: String?
        let opens: String
        let closes: String
        let minutes: Int
        let zone: String?
        let place: String?
        let link: String?
    }

    private func page(_ context: SignedInContext) async throws -> AvailabilitiesPage {
        let found = try await site.campus.availabilities(of: context.viewer)
        return AvailabilitiesPage(model: .init(found, now: site.campus.clock.now))
    }

    private func offer(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let typed: Campus.TypedAvailability
        switch try await request.sentBody(limit: Self.limit) {
        case .json(let data):
            let sent = try SentBody.json(data).decoded(as: Sent.self)
            typed = Campus.TypedAvailability(
                weekday: sent.weekday, day: sent.day ?? "", lastDay: sent.lastDay ?? "", opens: sent.opens, closes: sent.closes,
                length: sent.minutes, zone: sent.zone ?? "", place: sent.place ?? "", link: sent.link ?? "")
        case .form(let fields):
            func field(_ name: String) -> String { fields[name] ?? "" }
            typed = Campus.TypedAvailability(
                weekday: Int(field("weekday")), day: field("day"), lastDay: field("lastDay"), opens: field("opens"),
                closes: field("closes"), length: Int(field("length")) ?? 0, zone: field("zone"), place: field("place"),
                link: field("link"))
        }
        do {
            let kept = try await site.campus.offerMeetings(typed, by: context.viewer)
            return try site.changed(
                Kept(availability: kept.id.text), in: context.visitor, seeOther: Links.availabilities, status: .created)
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            var page = try await page(context)
            let problem = Problem(error)
            page.typed = typed
            page.problem = problem
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }

    private struct Exception: Decodable {
        let day: String
        /// Takes it in again.
        let back: Bool?
    }

    private func except(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try id(context)
        let exception: Exception =
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): try SentBody.json(data).decoded(as: Exception.self)
            case .form(let fields): Exception(day: fields["day"] ?? "", back: fields["back"] != nil)
            }
        do {
            try await site.campus.setException(
                exception.day, leftOut: !(exception.back ?? false), of: id, by: context.viewer)
            return try site.changed(Kept(availability: id.text), in: context.visitor, seeOther: Links.availabilities)
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            var page = try await page(context)
            let problem = Problem(error)
            (page.problem, page.refusedDay) = (problem, id.text)
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }

    // MARK: Rules

    private func rulesPage(_ context: SignedInContext) async throws -> MentoringRulesPage {
        let (cohort, rules, mayChange) = try await site.campus.mentoringRules(
            of: try context.parameters.require("cohort"), for: context.viewer)
        return MentoringRulesPage(
            model: .init(cohort: cohort.key, cohortTitle: cohort.title, rules: rules, mayChange: mayChange))
    }

    private func set(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let key = try context.parameters.require("cohort")
        var typed: [String: String] = [:]
        do {
            var rules = MentoringRules.usual
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): rules = try SentBody.json(data).decoded(as: MentoringRules.self)
            case .form(let fields):
                for field in MentoringRules.fields {
                    typed[field.name] = fields[field.name] ?? ""
                    // What is no number is out of bounds, and refused as such.
                    rules[keyPath: field.path] = Int((typed[field.name] ?? "").filter { !$0.isWhitespace }) ?? -1
                }
            }
            try await site.campus.setMentoringRules(rules, of: key, by: context.viewer)
            return try site.changed(rules, in: context.visitor, seeOther: Links.mentoringRules(key))
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            var page = try await rulesPage(context)
            let problem = Problem(error)
            (page.typed, page.problem) = (typed, problem)
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }

    private func id(_ context: SignedInContext) throws -> Identifier<MentoringAvailability> {
        guard let id = Identifier<MentoringAvailability>(try context.parameters.require("availability")) else {
            throw CampusError.notFound(.noSuchMeeting)
        }
        return id
    }
}
