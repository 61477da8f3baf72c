import Essentials
import Foundation

/// Reads an H5P package: `h5p.json` says what it is, `content/content.json` what is in it.
struct H5PReader {
    let session: ImportSession
    let archive: Archive

    static let marker = "h5p.json"

    /// - throws: ``ImportError``.
    func read() throws(ImportError) -> CourseDraft {
        let head = try H5PValue.read(Self.marker, archive)
        let content = try H5PValue.read("content/content.json", archive)
        let library = head["mainLibrary"].string
        if let language = head["language"].string.ifAny ?? head["defaultLanguage"].string.ifAny,
            let known = Language(rawValue: String(language.lowercased().prefix(2)))
        {
            session.language = known
        }
        let title = head["title"].string.ifAny ?? session.sourceName
        var walk = H5PWalk(session: session, archive: archive)
        try walk.add(library, content, title: title, place: "content", depth: 0)
        let id = session.ids.take(title, kind: "h5p")
        var module = ModuleDraft(id: session.ids.take("module-" + title, kind: "module"), title: title)
        module.activities = walk.runs.activities(id: id, title: title, session: session)
        for index in module.activities.indices {
            guard case .quiz(var quiz) = module.activities[index].body, let share = walk.passShare else { continue }
            quiz.passScore = share
            module.activities[index].body = .quiz(quiz)
        }
        try walk.settleFiles()
        var draft = CourseDraft(title: title, summary: nil, language: session.language)
        draft.modules = [module]
        return draft
    }
}

/// A value of JSON that is asked for what may not be there.
struct H5PValue {
    let value: Any?

    /// - throws: `missingFile`, `badJSON`, and what reading throws.
    static func read(_ path: String, _ archive: Archive) throws(ImportError) -> H5PValue {
        let bytes = try archive.text(path)
        var depth = 0
        var deepest = 0
        // Foundation's reader is recursive: what is too deep is refused before.
        for byte in bytes {
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                depth += 1
            } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                depth -= 1
            }
            deepest = max(deepest, depth)
        }
        guard deepest < 200, let value = try? JSONSerialization.jsonObject(with: Data(bytes)), value is [String: Any] else {
            throw .badJSON(file: path)
        }
        return H5PValue(value: value)
    }

    subscript(key: String) -> H5PValue { H5PValue(value: (value as? [String: Any])?[key]) }

    var string: String {
        if let text = value as? String { return text }
        return (value as? NSNumber).map { $0.stringValue } ?? ""
    }
    var list: [H5PValue] { (value as? [Any])?.map { H5PValue(value: $0) } ?? [] }
    var bool: Bool { (value as? NSNumber)?.boolValue ?? ["true", "1"].contains(string.lowercased()) }
    var number: Double? { (value as? NSNumber)?.doubleValue ?? Double(string) }
    var isThere: Bool { value != nil && !(value is NSNull) }
}
