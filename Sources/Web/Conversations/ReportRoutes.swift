import Campus
import Essentials
import Hummingbird
import Tutoring

/// Searching in messages, reporting them, deciding on reports.
struct ReportRoutes {
    let site: Site

    private static let limit = 16_384

    var routes: [Route] {
        [
            .signedIn(.get, "/messages/search") { request, context in
                var before: Int?
                if let typed = request.uri.queryParameters["before"] {
                    guard let number = Int(typed), number > 0 else { throw CampusError.invalid("before", .choiceUnknown) }
                    before = number
                }
                // A form sends a space as a plus sign, which is no part of a word either.
                let query = (request.uri.queryParameters["q"].map(String.init) ?? "").replacing("+", with: " ")
                let reading = try await site.campus.search(query, before: before, for: context.viewer)
                return try site.respond(MessageSearchPage(model: .init(reading)), to: request, in: context)
            },
            .signedIn(.get, "/reports", access: .staff) { request, context in
                let reading = try await site.campus.reports(for: context.viewer)
                return try site.respond(ReportsPage(model: .init(reading)), to: request, in: context)
            },
            .signedIn(.get, "/messages/{message}/reports") { request, context in
                let reading = try await site.campus.reportable(try id(context), for: context.viewer)
                return try site.respond(ReportPage(model: .init(reading)), to: request, in: context)
            },
            .signedIn(.post, "/messages/{message}/reports", bodyLimit: Self.limit) { request, context in
                try await report(request, context)
            },
            .signedIn(.post, "/messages/{message}/reports/decision", access: .staff, bodyLimit: 1024) { request, context in
                try await decide(request, context)
            },
        ]
    }

    private struct Sent: Codable {
        let reason: ReportReason
        let note: String?
    }

    private func report(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try id(context)
        var typed: [String: String] = [:]
        do {
            let sent: Sent
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): sent = try SentBody.json(data).decoded(as: Sent.self)
            case .form(let fields):
                typed = ["reason": fields["reason"] ?? "", "note": fields["note"] ?? ""]
                guard let reason = ReportReason(rawValue: fields["reason"] ?? "") else {
                    throw CampusError.invalid("reason", .choiceUnknown)
                }
                sent = Sent(reason: reason, note: fields["note"]?.replacing("\r\n", with: "\n"))
            }
            try await site.campus.report(id, for: sent.reason, note: sent.note, by: context.viewer)
            return try site.changed(sent, in: context.visitor, seeOther: Links.messageReports(id.text), status: .created)
        } catch let error as CampusError where context.representation == .html && error.isInvalid {
            let problem = Problem(error)
            let reading = try await site.campus.reportable(id, for: context.viewer)
            let page = ReportPage(model: .init(reading), typed: typed, problem: problem)
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }

    private func decide(_ request: Request, _ context: SignedInContext) async throws -> Response {
        struct Decided: Codable { let outcome: ReportOutcome }
        let sent: Decided
        switch try await request.sentBody(limit: 1024) {
        case .json(let data): sent = try SentBody.json(data).decoded(as: Decided.self)
        case .form(let fields):
            guard let outcome = ReportOutcome(rawValue: fields["outcome"] ?? "") else {
                throw CampusError.invalid("outcome", .choiceUnknown)
            }
            sent = Decided(outcome: outcome)
        }
        try await site.campus.decide(sent.outcome, on: try id(context), by: context.viewer)
        return try site.changed(sent, in: context.visitor, seeOther: Links.reports)
    }

    private func id(_ context: SignedInContext) throws -> Identifier<Message> {
        guard let id = Identifier<Message>(try context.parameters.require("message")) else { throw WebError.noSuchPage }
        return id
    }
}
