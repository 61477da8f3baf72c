package import CourseContent

/// An answer to a question, as it is kept. What is typed is kept as typed.
package enum Response: Sendable, Hashable {
    /// Single choice: the choice's id.
    case choice(String)
    /// Multiple choice: ids of the choices, in the order of the question; none is an answer too.
    case choices([String])
    case truth(Bool)
    /// A number as it was typed.
    case number(String)
    case text(String)
    /// Several fields: what was typed or the option's id, by the id of the field; fields left empty are not there.
    case parts([String: String])
}

/// An answer as a client sends it: a string, an array of strings, or an object of strings.
package enum RawResponse: Sendable, Hashable, Decodable {
    case one(String)
    case several([String])
    /// By the id of the field; `nil` and an empty text leave it empty.
    case parts([String: String?])

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .one(text)
        } else if let parts = try? container.decode([String: String?].self) {
            self = .parts(parts)
        } else {
            self = .several(try container.decode([String].self))
        }
    }
}

extension Response {
    /// Characters of a typed answer.
    package static let maximumLength = 500
    /// Characters of a text that a tutor marks.
    package static let longestText = 20_000

    /// Reads an answer against its question.
    ///
    /// A string for single choice, `"true"` or `"false"`, a number or a text; an array of strings for multiple choice, where one string alone
    /// is an array of one; an object by field for a question with several fields.
    ///
    /// - Returns: `nil` when nothing was answered: an empty string for a choice or a true-false question, no field filled in.
    /// - throws: ``AssessmentError/invalidResponse(question:_:)``.
    package static func read(_ raw: RawResponse, for question: Question) throws(AssessmentError) -> Response? {
        do {
            switch question.body {
            case .single(let choices): return try choice(raw, of: choices)
            case .multiple(let choices): return try several(raw, of: choices)
            case .trueFalse: return try truth(raw)
            case .numeric: return .number(try typed(raw))
            case .shortText, .dictation: return .text(try typed(raw))
            case .longAnswer: return .text(try longText(raw))
            case .gapFill, .matching, .ordering: return try parts(raw, of: question.body.parts ?? [])
            }
        } catch {
            throw .invalidResponse(question: question.id, error)
        }
    }

    private static func choice(_ raw: RawResponse, of choices: [Choice]) throws(ResponseProblem) -> Response? {
        guard case .one(let id) = raw else { throw .wrongShape }
        if id.isEmpty { return nil }
        guard choices.contains(where: { $0.id == id }) else { throw .unknownChoice }
        return .choice(id)
    }

    private static func several(_ raw: RawResponse, of choices: [Choice]) throws(ResponseProblem) -> Response? {
        let given: [String] =
            switch raw {
            case .one(let id): id.isEmpty ? [] : [id]
            case .several(let ids): ids
            case .parts: throw .wrongShape
            }
        // More answers than choices is no honest form; refusing it first keeps the search below short.
        guard given.count <= choices.count * 2 else { throw .unknownChoice }
        guard given.allSatisfy({ id in choices.contains { $0.id == id } }) else { throw .unknownChoice }
        return .choices(choices.map(\.id).filter(given.contains))
    }

    private static func truth(_ raw: RawResponse) throws(ResponseProblem) -> Response? {
        guard case .one(let text) = raw else { throw .wrongShape }
        switch text {
        case "": return nil
        case "true": return .truth(true)
        case "false": return .truth(false)
        default: throw .unknownChoice
        }
    }

    private static func typed(_ raw: RawResponse) throws(ResponseProblem) -> String {
        guard case .one(let text) = raw else { throw .wrongShape }
        return try acceptable(text)
    }

    /// The line ends of a form are those of a text.
    private static func longText(_ raw: RawResponse) throws(ResponseProblem) -> String {
        guard case .one(let text) = raw else { throw .wrongShape }
        guard text.utf8.count <= longestText * 8, text.count <= longestText else { throw .textTooLong }
        guard !text.utf8.contains(0) else { throw .forbiddenCharacter }
        return text.replacing("\r\n", with: "\n")
    }

    private static func parts(_ raw: RawResponse, of parts: [QuestionPart]) throws(ResponseProblem) -> Response? {
        if raw == .one("") { return nil }
        guard case .parts(let given) = raw else { throw .partsExpected }
        guard given.count <= parts.count else { throw .unknownPart }
        var filled: [String: String] = [:]
        for (id, value) in given {
            guard let part = parts.first(where: { $0.id == id }) else { throw .unknownPart }
            guard let value, !value.isEmpty else { continue }
            if let options = part.options {
                guard options.contains(where: { $0.id == value }) else { throw .unknownChoice }
            }
            filled[id] = try acceptable(value)
        }
        return filled.isEmpty ? nil : .parts(filled)
    }

    private static func acceptable(_ text: String) throws(ResponseProblem) -> String {
        // Bytes first: counting the characters of a huge text is slow.
        guard text.utf8.count <= maximumLength * 16, text.count <= maximumLength else { throw .tooLong }
        guard !text.utf8.contains(0) else { throw .forbiddenCharacter }
        return text
    }
}

/// What is wrong with an answer.
package enum ResponseProblem: String, Error, Sendable, Hashable, Codable, CaseIterable {
    /// Not one of the question's choices.
    case unknownChoice = "unknown-choice"
    /// An array where one text is expected.
    case wrongShape = "wrong-shape"
    /// More than ``Response/maximumLength`` characters.
    case tooLong = "too-long"
    /// More than ``Response/longestText`` characters.
    case textTooLong = "text-too-long"
    /// Not one of the question's fields.
    case unknownPart = "unknown-part"
    /// Not an object of texts by field, where the question has several fields.
    case partsExpected = "parts-expected"
    /// A NUL.
    case forbiddenCharacter = "forbidden-character"
}
