import Accounts
import Campus
import Essentials
import HTTPTypes
import Hummingbird
import Tutoring

/// Messages: the list, a conversation, writing in it, and what comes while one looks.
struct ConversationRoutes {
    let site: Site

    private static let limit = 32_768
    /// A message with its files.
    private static let postLimit = MessageFile.most * MessageFile.largest + 65_536
    private static let place = "/conversations/{cohort}/{kind}/{subject}"

    var routes: [Route] {
        [
            .signedIn(.get, "/messages") { request, context in
                let reading = try await site.campus.conversations(for: context.viewer)
                return try site.respond(
                    MessagesPage(model: .init(reading), now: site.campus.clock.now), to: request, in: context)
            },
            .signedIn(.get, Self.place) { request, context in
                try respond(try await page(request, context), to: request, in: context)
            },
            .signedIn(.post, Self.place + "/messages", bodyLimit: Self.postLimit) { request, context in
                try await post(request, context)
            },
            .signedIn(.post, Self.place + "/read", bodyLimit: 1024) { request, context in try await read(request, context) },
            .signedIn(.get, Self.place + "/events", isResource: false) { request, context in
                try await events(request, context)
            },
            // From an activity to one's tutors, who see what it is about.
            .signedIn(.get, "/courses/{course}/activities/{activity}/question", isResource: false) { _, context in
                let (course, activity) = (
                    try context.parameters.require("course"), try context.parameters.require("activity")
                )
                guard let address = try await site.campus.questionAddress(course: course, by: context.viewer) else {
                    return site.redirect(to: Links.messages)
                }
                return site.redirect(
                    to: Links.conversation(address) + "?about=" + Links.encoded(course + "/" + activity) + "#write")
            },
            // From an activity to those who follow the same course.
            .signedIn(.get, "/courses/{course}/activities/{activity}/discussion", isResource: false) { _, context in
                let (course, activity) = (
                    try context.parameters.require("course"), try context.parameters.require("activity")
                )
                guard
                    let address = try await site.campus.discussionAddress(
                        course: course, activity: activity, by: context.viewer)
                else { return site.redirect(to: Links.messages) }
                return site.redirect(to: Links.conversation(address))
            },
            .signedIn(.get, "/messages/{message}/files/{position}", isResource: false) { _, context in
                try await file(context)
            },
            .signedIn(.post, "/messages/{message}/acceptance", bodyLimit: 1024) { request, context in
                try await accept(request, context)
            },
            .signedIn(.post, "/messages/{message}", bodyLimit: Self.limit) { request, context in
                try await edit(request, context)
            },
            .signedIn(.post, "/messages/{message}/removal", bodyLimit: 1024) { _, context in
                let address = try await site.campus.removeMessage(try id(context), by: context.viewer)
                return try site.changed(
                    Kept(id: try id(context)), in: context.visitor, seeOther: Links.conversation(address))
            },
        ]
    }

    private struct Kept: Encodable {
        let id: Identifier<Message>
    }

    // MARK: A conversation

    private func place(_ context: SignedInContext) throws -> (cohort: String, kind: ConversationKind, subject: String) {
        guard let kind = ConversationKind(rawValue: try context.parameters.require("kind")) else {
            throw WebError.noSuchPage
        }
        return (try context.parameters.require("cohort"), kind, try context.parameters.require("subject"))
    }

    private func page(
        _ request: Request, _ context: SignedInContext, about: String? = nil, reply: Int? = nil, listsPeople: Bool = false
    ) async throws -> ConversationPage {
        let place = try place(context)
        var before: Int?
        if let typed = request.uri.queryParameters["before"] {
            guard let number = Int(typed), number > 0 else { throw CampusError.invalid("before", .choiceUnknown) }
            before = number
        }
        var answered = reply
        if answered == nil, let typed = request.uri.queryParameters["reply"] {
            guard let number = Int(typed), number > 0 else { throw CampusError.invalid("reply", .choiceUnknown) }
            answered = number
        }
        let reading = try await site.campus.conversation(
            place.kind, place.subject, in: place.cohort, before: before,
            about: about ?? request.uri.queryParameters["about"].map(String.init), reply: answered,
            listsPeople: listsPeople || request.uri.queryParameters["people"] == "yes", for: context.viewer)
        let now = site.campus.clock.now
        var page = ConversationPage(model: .init(reading, newMessage: .new(at: now), viewer: context.viewer, now: now))
        page.newCall = .new(at: now)
        page.sentences = reading.sentences
        // A sentence of one's own that was chosen stands in the field; anything else is passed over.
        page.typed = request.uri.queryParameters["say"].flatMap { chosen in
            reading.sentences.first { $0.id.text == chosen }?.text
        }
        return page
    }

    private struct Sent: Decodable {
        let id: Identifier<Message>
        let text: String
        let about: String?
        /// The sequence of the message that it answers.
        let reply: Int?
        /// Those who were chosen from the list.
        let mentions: [Identifier<Person>]?
    }

    private func post(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let place = try place(context)
        let sent: Sent
        var files: [Campus.SentFile] = []
        let (form, json) = try await request.sentFormOrJSON(limit: Self.postLimit)
        if let json {
            sent = try json.decoded(as: Sent.self)
        } else {
            let fields = form?.fields
            guard let id = Identifier<Message>(fields?["id"] ?? "") else { throw CampusError.invalid("id", .choiceUnknown) }
            let mentions = try fields?.all("mentions").map { typed in
                guard let person = Identifier<Person>(typed) else { throw CampusError.invalid("mentions", .choiceUnknown) }
                return person
            }
            sent = Sent(
                id: id, text: (fields?["text"] ?? "").replacing("\r\n", with: "\n"), about: fields?["about"],
                reply: fields?["reply"].flatMap { Int($0) }, mentions: mentions)
            files = form?.files.map { Campus.SentFile(name: $0.name, bytes: $0.bytes) } ?? []
        }
        do {
            let message = try await site.campus.post(
                sent.text, id: sent.id, about: sent.about, reply: sent.reply, mentions: sent.mentions ?? [], files: files,
                in: place.kind, place.subject,
                of: place.cohort,
                by: context.viewer)
            return try site.changed(
                Kept(id: message.id), in: context.visitor,
                seeOther: Links.conversation(place.cohort, place.kind, place.subject) + "#message-\(message.sequence)",
                status: .created)
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            let mentioned = sent.mentions ?? []
            var page = try await page(
                request, context, about: sent.about, reply: sent.reply, listsPeople: !mentioned.isEmpty)
            let problem = Problem(error)
            page.mentioned = Set(mentioned)
            page.typed = sent.text
            page.problem = problem
            return try respond(page, to: request, in: context, status: problem.status)
        }
    }

    /// The page of a conversation, with leave to ask for the microphone: a message may be spoken.
    private func respond(
        _ page: ConversationPage, to request: Request, in context: SignedInContext, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var response = try site.respond(page, to: request, in: context, status: status)
        response.headers[.permissionsPolicy] = SecurityHeaders.allowingMicrophone()
        return response
    }

    private func read(_ request: Request, _ context: SignedInContext) async throws -> Response {
        struct Read: Codable { let through: Int }
        let place = try place(context)
        let sent: Read
        switch try await request.sentBody(limit: 1024) {
        case .json(let data): sent = try SentBody.json(data).decoded(as: Read.self)
        case .form(let fields):
            guard let through = fields["through"].flatMap({ Int($0) }) else {
                throw CampusError.invalid("through", .choiceUnknown)
            }
            sent = Read(through: through)
        }
        try await site.campus.readConversation(
            place.kind, place.subject, in: place.cohort, through: sent.through, by: context.viewer)
        return try site.changed(
            sent, in: context.visitor, seeOther: Links.conversation(place.cohort, place.kind, place.subject))
    }

    // MARK: A message

    private func edit(_ request: Request, _ context: SignedInContext) async throws -> Response {
        struct Edited: Decodable { let text: String }
        let text: String
        switch try await request.sentBody(limit: Self.limit) {
        case .json(let data): text = try SentBody.json(data).decoded(as: Edited.self).text
        case .form(let fields): text = (fields["text"] ?? "").replacing("\r\n", with: "\n")
        }
        let id = try id(context)
        let address = try await site.campus.editMessage(id, to: text, by: context.viewer)
        return try site.changed(Kept(id: id), in: context.visitor, seeOther: Links.conversation(address))
    }

    private func file(_ context: SignedInContext) async throws -> Response {
        guard let position = Int(try context.parameters.require("position")) else { throw WebError.noSuchPage }
        let (file, location) = try await site.campus.messageFile(position, of: try id(context), for: context.viewer)
        let headers: HTTPFields = [
            .contentType: file.mediaType, .cacheControl: "private, max-age=3600",
            .contentSecurityPolicy: "default-src 'none'; sandbox",
            .contentDisposition: "attachment; filename*=UTF-8''" + Links.encoded(file.name),
        ]
        return Response(
            status: .ok, headers: headers, body: try await FileBody.body(of: location, parts: [.bytes(0..<file.size)]))
    }

    private func accept(_ request: Request, _ context: SignedInContext) async throws -> Response {
        struct Accepted: Codable { let accepted: Bool }
        let sent: Accepted
        switch try await request.sentBody(limit: 1024) {
        case .json(let data): sent = try SentBody.json(data).decoded(as: Accepted.self)
        case .form(let fields):
            guard let typed = fields["accepted"], ["yes", "no"].contains(typed) else {
                throw CampusError.invalid("accepted", .choiceUnknown)
            }
            sent = Accepted(accepted: typed == "yes")
        }
        let address = try await site.campus.acceptMessage(try id(context), sent.accepted, by: context.viewer)
        return try site.changed(sent, in: context.visitor, seeOther: Links.conversation(address))
    }

    private func id(_ context: SignedInContext) throws -> Identifier<Message> {
        guard let id = Identifier<Message>(try context.parameters.require("message")) else {
            throw WebError.noSuchPage
        }
        return id
    }

    // MARK: Live

    private func events(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let place = try place(context)
        let live = try await site.campus.live(place.kind, place.subject, in: place.cohort, for: context.viewer)
        let known = request.headers[.lastEventID] ?? request.uri.queryParameters["since"].map(String.init)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store",
                // A proxy in front passes each event on at once.
                .xAccelBuffering: "no",
            ],
            body: ConversationEvents(
                live: live, known: known.flatMap { Int($0) } ?? 0, isLooking: request.uri.queryParameters["wait"] != "0"
            ).body)
    }
}
