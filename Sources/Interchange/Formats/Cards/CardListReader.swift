import Essentials

/// Reads lists of cards: tables as CSV, and the notes that Anki writes as text.
struct CardListReader {
    let session: ImportSession

    /// Whether a text says itself that it is a list of cards: the lines of Anki, or names of columns.
    static func isOne(_ text: String) -> Bool { CardListHead(TextCleaning.clean(text)).isSure }

    /// Whether every line of a text has a tab and something on both sides of it.
    static func mayBe(_ text: String) -> Bool {
        let lines = TextCleaning.clean(text).split(separator: "\n").filter { !$0.trimmed.isEmpty }
        return lines.count > 1
            && lines.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count { !$0.trimmed.isEmpty } > 1 }
    }

    /// - throws: ``ImportError``.
    func read(_ text: String) throws(ImportError) -> CourseDraft {
        let head = CardListHead(TextCleaning.clean(text))
        let records = DelimitedText(String(head.rest), separator: head.separator).records()
        var notes = NoteCards(session: session)
        for (index, record) in records.enumerated() {
            session.advance(index, of: records.count)
            notes.add(note(record, head))
        }
        return try notes.course(title: head.deck ?? session.sourceName)
    }

    private func note(_ record: DelimitedText.Record, _ head: CardListHead) -> NoteCards.Note {
        var note = NoteCards.Note(place: "l. \(head.firstLine + record.line - 1)", deck: head.deck)
        var fields: [String] = []
        for (index, cell) in record.cells.enumerated() {
            let column = index < head.columns.count ? head.columns[index] : head.columns.isEmpty || index > 99 ? .field : .other
            switch column {
            case .front: note.front = cell
            case .back: note.back = cell
            case .example: note.example = cell
            case .language: note.language = cell.trimmed
            case .id: note.id = cell.trimmed
            case .deck: note.deck = cell.trimmed.ifAny ?? note.deck
            case .tags: note.hasTags = !cell.trimmed.isEmpty
            case .field: fields.append(cell)
            case .kind, .other: break
            }
        }
        if note.front.isEmpty, let first = fields.first {
            note.front = first
            note.back = fields.count > 1 ? fields[1] : ""
            note.example = fields.count > 2 ? fields[2] : ""
        }
        if head.isHTML { note.makePlain() }
        return note
    }
}
