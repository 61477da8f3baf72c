import CourseContent
import Essentials

/// `course.yml`. Where something is wrong and reported, a stand-in takes its place so that the rest is still checked.
struct CourseFields {
    var outline: CourseOutline
    /// The objectives' ids.
    var objectives: Set<String>
    /// Where `objectives` stands, for what is said of the whole course.
    var objectivesPosition: SourcePosition
    /// Where `hours` stands.
    var hoursPosition: SourcePosition
    var competencies: CompetencyFields
    var badges: BadgeFields
    /// What an import wrote in the place of what its source does not say, and nobody has confirmed.
    var unconfirmed: [String]
    var scope: FileScope

    private static let keys = [
        "format", "key", "title", "language", "mode", "summary", "hours", "weeks", "levels", "audience", "objectives",
        "contacts", "certification", "competencies", "completion", "sessions", "points", "badges",
        "to-confirm",
    ]
    private static let confirmable = ["summary", "objectives", "contacts"]

    init?(_ node: YAMLNode, scope: FileScope) {
        guard let fields = Fields(node, keys: Self.keys, scope: scope) else { return nil }
        if let format = fields.value("format", required: true), let version = scope.integer(format), version != 1 {
            scope.report(.unknownFormat(version), at: format)
        }
        let mode = fields.word("mode", as: CourseMode.self, required: true)
        let objectives = Self.objectives(fields, scope: scope)
        competencies = CompetencyFields(fields, objectives: objectives)
        badges = BadgeFields(fields)
        unconfirmed = Self.unconfirmed(fields, scope: scope)
        let sessions = SessionPatternFields.read(fields)
        self.scope = scope
        outline = CourseOutline(
            key: fields.identifier("key") ?? "course",
            title: fields.text("title", required: true, atMost: TextLimit.courseTitle) ?? "",
            language: fields.word("language", as: Language.self, required: true) ?? .french,
            mode: mode ?? .remote,
            summary: fields.text("summary", required: true, atMost: TextLimit.summary, oneLine: false) ?? "",
            hours: Self.hours(fields, mode: mode, scope: scope),
            weeks: fields.integer("weeks", in: 1...260),
            levels: Self.levels(fields, mode: mode, scope: scope),
            audience: fields.text("audience", atMost: TextLimit.paragraph, oneLine: false),
            objectives: objectives,
            contacts: Self.contacts(fields),
            certification: Self.certification(fields, scope: scope),
            competencies: competencies.blocks.isEmpty ? nil : competencies.blocks,
            // What is usual is not kept, so that saying it changes nothing.
            completion: GroupCompletionFields.read(fields).flatMap { $0 == .all ? nil : $0 },
            sessions: sessions.isEmpty ? nil : sessions,
            points: PointsFields.read(fields),
            badges: badges.rules.isEmpty ? nil : badges.rules,
            modules: [])
        self.objectives = Set(objectives.map(\.id))
        objectivesPosition = fields.position(of: "objectives")
        hoursPosition = fields.position(of: "hours")
    }

    private static func unconfirmed(_ fields: Fields, scope: FileScope) -> [String] {
        var found: [String] = []
        for node in fields.list("to-confirm") {
            guard let word = scope.text(node, atMost: TextLimit.title) else { continue }
            if !confirmable.contains(word) {
                scope.report(.unknownValue(word, known: confirmable), at: node)
            } else if !found.contains(word) {
                found.append(word)
            }
        }
        return found
    }

    private static func hours(_ fields: Fields, mode: CourseMode?, scope: FileScope) -> CourseHours {
        guard let hours = fields.fields("hours", keys: ["total", "in-person"], required: true) else {
            return CourseHours(total: 1)
        }
        let total = hours.number("total", in: 0.5...5000, required: true)
        let inPerson = hours.number("in-person", in: 0...5000, required: mode == .hybrid)
        if let inPerson, let total, inPerson > total {
            scope.report(.inPersonAboveTotal, at: hours.position(of: "in-person"))
        }
        if let inPerson, inPerson > 0, let mode, mode != .hybrid {
            scope.report(.inPersonAtADistance(mode), at: hours.position(of: "in-person"))
        }
        return CourseHours(total: total ?? 1, inPerson: inPerson ?? 0)
    }

    private static func levels(_ fields: Fields, mode: CourseMode?, scope: FileScope) -> LevelRange? {
        guard let levels = fields.fields("levels", keys: ["from", "to"], required: mode == .language) else { return nil }
        guard let from = levels.word("from", as: CEFRLevel.self, required: true),
            let to = levels.word("to", as: CEFRLevel.self, required: true)
        else { return nil }
        if from.rawValue > to.rawValue { scope.report(.levelsReversed, at: levels.position(of: "to")) }
        return LevelRange(from: from, to: to)
    }

    private static func objectives(_ fields: Fields, scope: FileScope) -> [Objective] {
        var seen: [String: SourcePosition] = [:]
        var result: [Objective] = []
        for item in fields.list("objectives", required: true) {
            guard let objective = Fields(item, keys: ["id", "title"], scope: scope) else { continue }
            let id = objective.identifier("id")
            let title = objective.text("title", required: true, atMost: TextLimit.title)
            guard let id else { continue }
            let position = objective.position(of: "id")
            if let first = seen[id] {
                scope.report(.duplicateID(id, file: scope.source.file, line: first.line), at: position)
            } else {
                seen[id] = position
                result.append(Objective(id: id, title: title ?? ""))
            }
        }
        return result
    }

    private static func contacts(_ fields: Fields) -> CourseContacts {
        let contacts = fields.fields("contacts", keys: ["pedagogical", "technical"], required: true)
        func contact(_ key: String) -> CourseContact {
            let keys = ["title", "hours-to-answer", "email", "phone"]
            guard let contact = contacts?.fields(key, keys: keys, required: true) else {
                return CourseContact(title: "", hoursToAnswer: 1)
            }
            let email = contact.text("email", atMost: 254)
            if let email, let node = contact["email"], !isAddress(email) { contact.scope.report(.badEmail(email), at: node) }
            return CourseContact(
                title: contact.text("title", required: true, atMost: TextLimit.title) ?? "",
                hoursToAnswer: contact.integer("hours-to-answer", in: 1...500, required: true) ?? 1,
                email: email, phone: contact.text("phone", atMost: 40))
        }
        return CourseContacts(pedagogical: contact("pedagogical"), technical: contact("technical"))
    }

    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !text.contains(where: \.isWhitespace)
    }

    private static func certification(_ fields: Fields, scope: FileScope) -> Certification? {
        guard let certification = fields.fields("certification", keys: ["title", "code", "url", "note"]) else { return nil }
        let url = certification.text("url", atMost: 500)
        if let url, let node = certification["url"], !LinkTarget.isWebAddress(url) {
            scope.report(.badWebAddress(url), at: node)
        }
        return Certification(
            title: certification.text("title", required: true, atMost: TextLimit.title) ?? "",
            code: certification.text("code", atMost: 40), url: url,
            note: certification.text("note", atMost: TextLimit.paragraph, oneLine: false))
    }
}

/// Lengths of texts, in characters.
enum TextLimit {
    static let courseTitle = 120
    static let title = 200
    static let summary = 1000
    static let paragraph = 5000
}
