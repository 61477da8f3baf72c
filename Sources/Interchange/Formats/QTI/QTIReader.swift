import Essentials
import Foundation

/// Reads QTI 2.1, 2.2 and 3.0: one item, one test, or a package of them.
final class QTIReader {
    let session: ImportSession
    /// `nil` for a file that is no archive.
    let archive: Archive?
    private var items: [(path: String, root: MarkupElement)] = []
    private var tests: [(path: String, root: MarkupElement)] = []
    private var questions: [String: QuestionDraft] = [:]
    private var taken: Set<String> = []

    init(session: ImportSession, archive: Archive?) {
        self.session = session
        self.archive = archive
    }

    /// Whether a name is that of the root of an item or a test.
    static func isRoot(_ name: String) -> Bool {
        ["assessmentItem", "assessmentTest", "qti-assessment-item", "qti-assessment-test"].contains(name)
    }

    /// One item or one test by itself.
    func read(_ root: MarkupElement, name: String) throws(ImportError) -> CourseDraft {
        add(root, path: name)
        return try course(title: root["title"] ?? session.sourceName, language: root["lang"])
    }

    /// A package. Everything that is an item or a test by its root is one, whatever the manifest calls it.
    func read(_ archive: Archive, manifest: ContentManifest?) throws(ImportError) -> CourseDraft {
        var paths =
            manifest?.resources.filter { $0.type.lowercased().hasPrefix("imsqti") }.compactMap { $0.href ?? $0.files.first } ?? []
        if manifest == nil { paths = archive.files.filter { $0.lowercased().hasSuffix(".xml") } }
        var seen: Set<String> = []
        for (index, path) in paths.enumerated() where seen.insert(path).inserted {
            session.advance(index, of: paths.count)
            do throws(ImportError) {
                let root = try XMLFile.read(try archive.text(path), name: path, limits: session.limits)
                if Self.isRoot(root.name) {
                    add(root, path: archive.find(path) ?? path)
                } else {
                    session.ledger.left(
                        "other resource", place: path, title: root.name,
                        why: Phrase(fr: "ni un item ni un test", en: "neither an item nor a test"),
                        instead: try session.files.keepAside(path, try archive.bytes(path)) ? .keptBeside : .nothing)
                }
            } catch {
                switch error {
                case .badXML, .missingFile:
                    session.ledger.left("other resource", place: path, why: error.phrase, instead: .nothing)
                default: throw error
                }
            }
        }
        return try course(title: manifest?.title ?? session.sourceName, language: items.first?.root["lang"])
    }

    private func add(_ root: MarkupElement, path: String) {
        let plain = QTINames.plain(root)
        if plain.name == "assessmentTest" { tests.append((path, plain)) } else { items.append((path, plain)) }
    }

    // MARK: The course

    private func course(title: String, language: String?) throws(ImportError) -> CourseDraft {
        if let language = language.flatMap({ Language(rawValue: String($0.lowercased().prefix(2))) }) {
            session.language = language
        }
        var draft = CourseDraft(title: title, summary: nil, language: session.language)
        for item in items {
            let reading = QTIItem(
                item: SourceItem(item.root, session: session, texts: texts(item.path), place: item.path))
            if let question = try reading.read() { questions[item.path] = question }
        }
        var module = ModuleDraft(id: session.ids.take("questions", kind: "module"), title: title)
        for test in tests {
            let entry = session.ledger.find("assessmentTest", place: test.path, title: test.root["title"] ?? "")
            var quiz = QuizDraft()
            try fill(&quiz, from: test.root, path: test.path)
            if let limit = test.root.first("timeLimits")?["maxTime"].flatMap({ Double($0) }) {
                quiz.timeLimit = max(1, Int(limit / 60))
            }
            guard !quiz.questions.isEmpty else {
                session.ledger.left(entry, why: .isEmpty, instead: .nothing)
                continue
            }
            session.ledger.imported(entry)
            module.activities.append(
                ActivityDraft(
                    id: session.ids.take(test.root["identifier"] ?? "test", kind: "quiz"), title: test.root["title"] ?? title,
                    body: .quiz(quiz)))
        }
        let others = items.filter { !taken.contains($0.path) }.compactMap { questions[$0.path] }
        if !others.isEmpty {
            module.activities.append(
                ActivityDraft(
                    id: session.ids.take("quiz", kind: "quiz"), title: title,
                    body: .quiz(QuizDraft(items: others.map { .question($0) }))))
        }
        draft.modules = [module]
        return draft
    }

    private func fill(_ quiz: inout QuizDraft, from element: MarkupElement, path: String) throws(ImportError) {
        for child in element.elements {
            switch child.name {
            case "testPart": try fill(&quiz, from: child, path: path)
            case "assessmentSection":
                let entry = session.ledger.find("assessmentSection", place: path, title: child["title"] ?? "")
                if child.first("ordering")?["shuffle"] == "true" { quiz.shufflesQuestions = true }
                if let count = child.first("selection")?["select"].flatMap({ Int($0) }), count > 0 {
                    var inner = QuizDraft()
                    try fill(&inner, from: child, path: path)
                    var questions = inner.questions
                    let points = questions.first?.points ?? 1
                    for index in questions.indices { questions[index].points = points }
                    if !questions.isEmpty { quiz.items.append(.drawFrom(count, questions)) }
                } else {
                    for rubric in child.all("rubricBlock") {
                        quiz.instructions = quiz.instructions + (try texts(path).nodes(rubric.children))
                    }
                    try fill(&quiz, from: child, path: path)
                }
                session.ledger.imported(
                    entry,
                    changes: [Phrase(fr: "ses questions, dans le quiz de son test", en: "its questions, in the quiz of its test")]
                )
            case "assessmentItemRef":
                let folder = path.split(separator: "/").dropLast().joined(separator: "/")
                let target = ContentManifest.path(folder + "/" + (child["href"] ?? ""))
                let found = archive?.find(target) ?? target
                guard var question = questions[found], taken.insert(found).inserted else {
                    if !items.contains(where: { $0.path == found }) {
                        session.ledger.left(
                            "dead item", place: path, title: child["href"] ?? "",
                            why: Phrase(fr: "l’item n’est pas dans le paquet", en: "the item is not in the package"),
                            instead: .nothing)
                    }
                    continue
                }
                if let weight = child.first("weight")?["value"].flatMap({ Double($0) }), weight > 0 { question.points *= weight }
                quiz.items.append(.question(question))
            default: break
            }
        }
    }

    private func texts(_ path: String) -> RichTextReader {
        let links: any LinkReading = archive.map { ArchiveLinks(session, $0, base: path) } ?? OutsideLinks(session)
        return RichTextReader(links: links, ledger: session.ledger, place: path, language: session.language)
    }
}

/// Names of QTI 3.0 (`qti-choice-interaction`, `response-identifier`) as those of 2.x.
enum QTINames {
    static func plain(_ element: MarkupElement) -> MarkupElement {
        var plain = element
        if element.name.hasPrefix("qti-") { plain.name = camel(String(element.name.dropFirst(4))) }
        plain.attributes = [:]
        for (name, value) in element.attributes { plain.attributes[name.hasPrefix("data-") ? name : camel(name)] = value }
        plain.children = element.children.map { node in
            if case .element(let inner) = node { .element(self.plain(inner)) } else { node }
        }
        return plain
    }

    private static func camel(_ name: String) -> String {
        let parts = name.split(separator: "-")
        guard let first = parts.first, parts.count > 1 else { return name }
        return first + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}

/// What the addresses in a text lead to, when it stands in an archive among the files that it speaks of.
final class ArchiveLinks: LinkReading {
    private let session: ImportSession
    private let archive: Archive
    private let folder: String
    /// Other folders in which files are looked for.
    private let others: [String]
    /// Activities by what an address names.
    private let activities: [String: String]
    private let used: (String) -> Void

    /// - Parameter base: the path of the file that the text stands in.
    init(
        _ session: ImportSession, _ archive: Archive, base: String, others: [String] = [], activities: [String: String] = [:],
        used: @escaping (String) -> Void = { _ in }
    ) {
        self.session = session
        self.archive = archive
        folder = base.split(separator: "/").dropLast().joined(separator: "/")
        self.others = others
        self.activities = activities
        self.used = used
    }

    var files: FileShelf { session.files }

    func meaning(of address: String) throws(ImportError) -> LinkMeaning {
        if let data = DataAddress(address) {
            return try session.files.add("image." + data.ending, data.bytes).map { .file($0) } ?? .lost
        }
        if let id = activities[address] ?? activities[String(address.split(separator: "/").last ?? "")] { return .activity(id) }
        let before = address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if before.contains(":") || address.hasPrefix("//") { return .outside(address) }
        let path = ContentManifest.path(address)
        for candidate in [ContentManifest.path(folder + "/" + address), path] + others.map({ $0 + "/" + path }) {
            guard let found = archive.find(candidate) else { continue }
            guard let kept = try session.files.add(found, try archive.bytes(found)) else { return .lost }
            used(found)
            return .file(kept)
        }
        return .lost
    }
}
