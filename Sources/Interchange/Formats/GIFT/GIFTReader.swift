import Essentials
import Foundation

/// Reads Moodle's GIFT: questions as text, parted by empty lines.
struct GIFTReader {
    let session: ImportSession

    /// Whether a text has what GIFT cannot be without: a name between colons, a category or answers between braces.
    static func mayBe(_ text: String) -> Bool {
        text.split(whereSeparator: \.isNewline).contains { line in
            let line = line.trimmed
            return line.hasPrefix("::") || line.hasPrefix("$CATEGORY:") || (line.contains("{") && !line.hasPrefix("{"))
                || line.hasPrefix("//")
        } && (text.contains("{") || text.contains("::"))
    }

    /// - throws: ``ImportError``.
    func read(_ text: String) throws(ImportError) -> CourseDraft {
        var bank = QuestionBankDraft()
        let passages = Self.passages(text)
        for (index, passage) in passages.enumerated() {
            session.advance(index, of: passages.count)
            if let category = passage.category {
                session.ledger.imported(session.ledger.find("$CATEGORY", place: passage.place, title: category))
                bank.open(category)
            } else {
                try question(passage, into: &bank)
            }
        }
        return bank.course(session)
    }

    /// Lines that belong together.
    struct Passage {
        /// From 1.
        var line: Int
        var text = ""
        var category: String?
        /// What Moodle says of the question in a comment before it.
        var id: String?
        var place: String { "l. \(line)" }
    }

    /// The questions and categories as they follow each other, without comments.
    static func passages(_ text: String) -> [Passage] {
        var found: [Passage] = []
        var current: Passage?
        var id: String?
        func number(after mark: String, in line: String) -> String? {
            line.range(of: mark).map {
                String(line[$0.upperBound...].drop { $0 == " " }.prefix { !$0.isWhitespace && $0 != "]" })
            }?.ifAny
        }
        for (index, raw) in TextCleaning.clean(text).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = raw.trimmed
            if line.hasPrefix("//") {
                if let own = number(after: "[id:", in: line) {
                    id = own
                } else if let given = number(after: "question:", in: line), given.allSatisfy(\.isNumber) {
                    id = "question-" + given
                }
                continue
            }
            if line.hasPrefix("$CATEGORY:") {
                if let current { found.append(current) }
                current = nil
                id = nil
                found.append(Passage(line: index + 1, category: String(line.dropFirst("$CATEGORY:".count)).trimmed))
            } else if line.isEmpty {
                if let current { found.append(current) }
                current = nil
            } else {
                if current == nil {
                    current = Passage(line: index + 1, id: id)
                    id = nil
                }
                let separator = current?.text.isEmpty == false ? "\n" : ""
                current?.text += separator + raw
            }
        }
        if let current { found.append(current) }
        return found
    }

    // MARK: One question

    private func question(_ passage: Passage, into bank: inout QuestionBankDraft) throws(ImportError) {
        let parts = GIFTQuestion(passage.text)
        let title = parts.name ?? GIFTEscapes.plain(parts.before)
        let texts = GIFTTexts(
            reader: RichTextReader(
                links: OutsideLinks(session), ledger: session.ledger, place: passage.place, language: session.language),
            form: parts.form)
        guard let answers = parts.answers else {
            let entry = session.ledger.find("description", place: passage.place, title: title)
            bank.describe(try texts.rich(parts.before))
            session.ledger.imported(entry, changes: [.withNext])
            return
        }
        let block = GIFTAnswers(answers)
        let entry = session.ledger.find(block.kind.rawValue, place: passage.place, title: title)
        if parts.isBroken {
            session.ledger.left(
                entry, why: Phrase(fr: "une accolade n’est pas fermée", en: "a brace is not closed"), instead: .questionAside)
            return
        }
        var changes: [Phrase] = []
        var text = try texts.rich(parts.before)
        if !parts.after.trimmed.isEmpty {
            text = try texts.rich(parts.before + " _____ " + parts.after)
            changes.append(Phrase(fr: "le mot manquant est montré par un trait", en: "the missing word is shown by a line"))
        }
        guard let made = try block.body(texts) else {
            session.ledger.left(
                entry, why: Phrase(fr: "ses réponses ne se lisent pas", en: "its answers cannot be read"), instead: .questionAside
            )
            return
        }
        let id = session.ids.take(passage.id ?? parts.name ?? GIFTEscapes.plain(parts.before), kind: "question")
        let draft = QuestionDraft(
            id: id, text: text,
            explanation: try block.general.map { text throws(ImportError) in try texts.rich(text) } ?? RichText(),
            wrong: made.wrong, body: made.body)
        if let fitted = session.settle(draft, changes: changes + made.changes, entry: entry) { bank.add(fitted) }
    }
}

extension Phrase {
    static let withNext = Phrase(
        fr: "son texte est montré avec la question suivante", en: "its text is shown with the question that follows")
}

extension Optional {
    /// `map` for a closure with a typed error.
    func map<Result, Failure>(_ transform: (Wrapped) throws(Failure) -> Result) throws(Failure) -> Result? {
        guard let self else { return nil }
        return try transform(self)
    }
}
