import Accounts
import Campus
import Essentials
import Hummingbird
import Tutoring

/// Writing to those of a list of learners.
struct MessageEachRoutes {
    let site: Site

    private static let limit = 65_536

    var routes: [Route] {
        [
            .signedIn(.get, "/caseload/message", access: .staff) { request, context in
                let page = try await page(try CaseloadRoutes.query(request.uri.query ?? ""), context)
                return try site.respond(page, to: request, in: context)
            },
            .signedIn(.post, "/caseload/message", access: .staff, bodyLimit: Self.limit) { request, context in
                try await send(request, context)
            },
        ]
    }

    private func page(_ query: CaseloadQuery, _ context: SignedInContext) async throws -> MessageEachPage {
        var query = query
        query.after = nil
        let reading = try await site.campus.caseload(query, isWhole: true, for: context.viewer)
        return MessageEachPage(model: .init(reading, at: site.campus.clock.now))
    }

    /// What a program sends; a form sends people as `cohort/person/message`.
    private struct Sent: Decodable {
        let text: String
        let people: [Addressee]

        struct Addressee: Decodable {
            let cohort: String
            let person: Identifier<Person>
            let message: Identifier<Message>
        }
    }

    private struct Kept: Encodable {
        let sent: Int
    }

    private func send(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let sent: Sent
        var query = ""
        switch try await request.sentBody(limit: Self.limit) {
        case .json(let data): sent = try SentBody.json(data).decoded(as: Sent.self)
        case .form(let fields):
            query = fields["query"] ?? ""
            sent = Sent(
                text: (fields["text"] ?? "").replacing("\r\n", with: "\n"),
                people: try fields.all("people").map { text in
                    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
                    guard parts.count == 3, let person = Identifier<Person>(parts[1]), let id = Identifier<Message>(parts[2])
                    else { throw CampusError.invalid("people", .choiceUnknown) }
                    return Sent.Addressee(cohort: parts[0], person: person, message: id)
                })
        }
        do {
            let count = try await site.campus.messageEach(
                sent.people.map { Campus.Addressee(cohort: $0.cohort, person: $0.person, message: $0.message) }, sent.text,
                by: context.viewer)
            return try site.changed(Kept(sent: count), in: context.visitor, seeOther: Links.messages, status: .created)
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            var page = try await page(try CaseloadRoutes.query(query), context)
            let problem = Problem(error)
            page.typed = sent.text
            page.problem = problem
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }
}
