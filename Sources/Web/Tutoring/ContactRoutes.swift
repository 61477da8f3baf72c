import Accounts
import Campus
import Essentials
import HTTPTypes
import Hummingbird
import Scheduling
import Tutoring

/// Reaching learners: contacts, calls that they ask for, handing over to a colleague.
struct ContactRoutes {
    let site: Site

    private static let limit = 32_768
    private static let learner = "/cohorts/{cohort}/learners/{person}"

    var routes: [Route] {
        [
            .signedIn(.get, Self.learner + "/contacts", access: .staff) { request, context in
                try site.respond(try await page(context), to: request, in: context)
            },
            .signedIn(.post, Self.learner + "/contacts", access: .staff, bodyLimit: Self.limit) { request, context in
                try await add(request, context)
            },
            .signedIn(.post, Self.learner + "/handover", access: .staff, bodyLimit: Self.limit) { request, context in
                try await handOver(request, context)
            },
            .signedIn(.post, Self.learner + "/address", access: .staff, bodyLimit: 1024) { _, context in
                let (cohort, person) = try subject(context)
                try await site.campus.confirmAddress(of: person, in: cohort, by: context.viewer)
                return try site.changed(
                    Confirmed(addressIsRight: true), in: context.visitor, seeOther: Links.contacts(cohort, person.text))
            },
            .signedIn(.post, "/cohorts/{cohort}/calls", bodyLimit: 4096) { request, context in
                try await ask(request, context)
            },
            .signedIn(.post, "/cohorts/{cohort}/calls/withdrawal", bodyLimit: 1024) { _, context in
                let address = try await site.campus.withdrawCall(
                    in: try context.parameters.require("cohort"), by: context.viewer)
                return try site.changed(Withdrawn(asked: false), in: context.visitor, seeOther: Links.conversation(address))
            },
        ]
    }

    private struct Confirmed: Encodable {
        let addressIsRight: Bool
    }

    private struct Withdrawn: Encodable {
        let asked: Bool
    }

    private func subject(_ context: SignedInContext) throws -> (cohort: String, person: Identifier<Person>) {
        guard let person = Identifier<Person>(try context.parameters.require("person")) else {
            throw CampusError.notFound(.noSuchLearner)
        }
        return (try context.parameters.require("cohort"), person)
    }

    private func page(_ context: SignedInContext) async throws -> ContactsPage {
        let (cohort, person) = try subject(context)
        let now = site.campus.clock.now
        let reading = try await site.campus.contacts(with: person, in: cohort, for: context.viewer)
        return ContactsPage(model: .init(reading), newContact: .new(at: now), now: now)
    }

    // MARK: Contacts

    /// What a program sends; a form says the same with a day and an hour.
    private struct Sent: Decodable {
        let id: Identifier<LearnerContact>
        let means: ContactMeans
        let outcome: ContactOutcome
        /// Of an appointment.
        let appointmentAt: Instant?
        let note: String?
    }

    private struct Kept: Encodable {
        let id: Identifier<LearnerContact>
        let againAt: Instant?
    }

    private func add(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (cohort, person) = try subject(context)
        var typed: [String: String] = [:]
        do {
            let sent: Sent
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): sent = try SentBody.json(data).decoded(as: Sent.self)
            case .form(let fields):
                for name in ["means", "outcome", "day", "hour", "note", "from"] { typed[name] = fields[name] ?? "" }
                sent = try Self.contact(typed, id: fields["id"] ?? "")
            }
            let contact = try await site.campus.addContact(
                Campus.TypedContact(
                    id: sent.id, means: sent.means, outcome: sent.outcome, appointment: sent.appointmentAt, note: sent.note),
                with: person, in: cohort, by: context.viewer)
            return try site.changed(
                Kept(id: contact.id, againAt: contact.againAt), in: context.visitor,
                seeOther: typed["from"] == "today" ? Links.today : Links.contacts(cohort, person.text), status: .created)
        } catch let error as CampusError where context.representation == .html && error.isInvalid {
            let problem = Problem(error)
            if typed["from"] == "today" {
                var page = try await AlertRoutes(site: site).page(context)
                page.refused = (cohort + "/" + person.text, typed, problem)
                return try site.respond(page, to: request, in: context, status: problem.status)
            }
            var page = try await page(context)
            (page.typed, page.problem) = (typed, problem)
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }

    private static func contact(_ typed: [String: String], id: String) throws -> Sent {
        guard let id = Identifier<LearnerContact>(id) else { throw CampusError.invalid("id", .choiceUnknown) }
        guard let means = ContactMeans(rawValue: typed["means"] ?? "") else {
            throw CampusError.invalid("means", .choiceUnknown)
        }
        guard let outcome = ContactOutcome(rawValue: typed["outcome"] ?? "") else {
            throw CampusError.invalid("outcome", .choiceUnknown)
        }
        let time = WallTime(day: typed["day"] ?? "", hour: typed["hour"] ?? "")
        return Sent(
            id: id, means: means, outcome: outcome, appointmentAt: time.map { WallZone.paris.instant($0) },
            note: typed["note"]?.replacing("\r\n", with: "\n"))
    }

    // MARK: Who follows whom

    private struct Given: Codable {
        let tutor: Identifier<Person>
        let note: String
    }

    private func handOver(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (cohort, person) = try subject(context)
        var typed: [String: String] = [:]
        do {
            let given: Given
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): given = try SentBody.json(data).decoded(as: Given.self)
            case .form(let fields):
                typed = ["tutor": fields["tutor"] ?? "", "note": fields["note"] ?? ""]
                guard let tutor = Identifier<Person>(fields["tutor"] ?? "") else {
                    throw CampusError.invalid("tutor", .choiceUnknown)
                }
                given = Given(tutor: tutor, note: (fields["note"] ?? "").replacing("\r\n", with: "\n"))
            }
            try await site.campus.handOver(person, to: given.tutor, note: given.note, in: cohort, by: context.viewer)
            return try site.changed(given, in: context.visitor, seeOther: Links.contacts(cohort, person.text))
        } catch let error as CampusError where context.representation == .html && error.isInvalid {
            let problem = Problem(error)
            var page = try await page(context)
            (page.typed, page.problem, page.isHandover) = (typed, problem, true)
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }

    // MARK: Calls

    private struct Asked: Codable {
        let id: Identifier<CallRequest>
        let phone: String?
        let hours: String?
    }

    private func ask(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let cohort = try context.parameters.require("cohort")
        var typed: [String: String] = [:]
        do {
            let asked: Asked
            switch try await request.sentBody(limit: 4096) {
            case .json(let data): asked = try SentBody.json(data).decoded(as: Asked.self)
            case .form(let fields):
                typed = ["phone": fields["phone"] ?? "", "hours": fields["hours"] ?? ""]
                guard let id = Identifier<CallRequest>(fields["id"] ?? "") else {
                    throw CampusError.invalid("id", .choiceUnknown)
                }
                asked = Asked(id: id, phone: typed["phone"], hours: typed["hours"])
            }
            let address = try await site.campus.askForCall(
                asked.id, phone: asked.phone, hours: asked.hours, in: cohort, by: context.viewer)
            return try site.changed(
                asked, in: context.visitor, seeOther: Links.conversation(address) + "#call", status: .created)
        } catch let error as CampusError where context.representation == .html && error.isInvalid {
            let problem = Problem(error)
            let now = site.campus.clock.now
            let reading = try await site.campus.conversation(
                .tutoring, context.viewer.person.id.text, in: cohort, for: context.viewer)
            var page = ConversationPage(model: .init(reading, newMessage: .new(at: now), viewer: context.viewer, now: now))
            page.newCall = .new(at: now)
            page.refusedCall = (typed, problem)
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }
}
