import Authoring
import Essentials

/// Gathers the notes of somebody's cards into decks of a course.
struct NoteCards {
    /// A note as it was found.
    struct Note {
        var place: String
        var id: String?
        var front = ""
        var back = ""
        var example = ""
        /// A tag such as `en`.
        var language = ""
        var deck: String?
        var hasTags = false
        var hasSound = false
        var hasPicture = false

        /// Takes the words out of HTML; sounds and pictures are seen and left.
        mutating func makePlain() {
            for field in [front, back, example] where field.contains("<img") { hasPicture = true }
            front = HTMLText.plain(front)
            back = HTMLText.plain(back)
            example = HTMLText.plain(example)
        }

        /// `[sound:x.mp3]` is no word.
        mutating func takeSounds() {
            func without(_ text: String) -> String { text.replacing(/\[sound:[^\]\n]{0,300}\]/, with: "") }
            let before = front.utf8.count + back.utf8.count + example.utf8.count
            (front, back, example) = (without(front), without(back), without(example))
            hasSound = front.utf8.count + back.utf8.count + example.utf8.count < before
        }
    }

    private let session: ImportSession
    private var titles: [String] = []
    private var decks: [String: [DeckDraft.Card]] = [:]
    /// Fronts with their meanings, so that nothing is asked twice.
    private var seen: Set<String> = []

    private static let mostCards = 500

    init(session: ImportSession) {
        self.session = session
    }

    mutating func add(_ found: Note) {
        var note = found
        note.takeSounds()
        let isCloze = note.front.contains("{{c")
        let entry = session.ledger.find(isCloze ? "cloze note" : "note", place: note.place, title: note.front)
        let left = Phrase(fr: "il n’y a pas de carte pour elle", en: "there is no card for it")
        let cards = isCloze ? Self.gaps(of: note) : Self.card(of: note).map { [$0] } ?? []
        if cards.isEmpty {
            session.ledger.left(
                entry, why: Phrase(fr: "il lui manque un côté", en: "one of its sides is missing"), instead: left)
            return
        }
        let fresh = cards.filter { seen.insert($0.front.folded + "\n" + $0.back.folded).inserted }
        if fresh.isEmpty {
            session.ledger.left(entry, why: Phrase(fr: "elle y est déjà", en: "it is there already"), instead: left)
            return
        }
        let title = note.deck?.split(separator: ":").last.map { TextCleaning.line(String($0), atMost: 150) } ?? ""
        if decks[title] == nil { titles.append(title) }
        for (index, card) in fresh.enumerated() {
            var kept = card
            let source = note.id.map { fresh.count > 1 ? "\($0)-\(index + 1)" : $0 } ?? card.front
            kept.id = session.ids.take("card-" + source, kind: "card")
            decks[title, default: []].append(kept)
        }
        var changes: [Phrase] = []
        if isCloze {
            changes.append(Phrase(fr: "une carte pour chaque trou", en: "a card for each gap"))
        }
        if fresh.contains(where: \.isCut) { changes.append(Phrase(fr: "raccourcie", en: "shortened")) }
        session.ledger.imported(entry, changes: changes)
        let lost = [("sound", note.hasSound), ("picture", note.hasPicture), ("tags", note.hasTags)]
        for (element, isThere) in lost where isThere {
            session.ledger.left(
                element, place: note.place, title: note.front,
                why: Phrase(fr: "une carte a des mots seulement", en: "a card has words only"), instead: .nothing)
        }
    }

    private static func card(of note: Note) -> DeckDraft.Card? {
        let (front, back) = (TextCleaning.line(note.front, atMost: 200), TextCleaning.line(note.back, atMost: 1000))
        guard !front.isEmpty, !back.isEmpty else { return nil }
        var card = DeckDraft.Card(id: "", front: front, back: back)
        card.isCut = front.count == 200 && note.front.oneLine.count > 200 || back.count == 1000 && note.back.oneLine.count > 1000
        card.example = TextCleaning.line(note.example, atMost: 1000).ifAny
        card.language = CourseNaming.isLanguageTag(note.language) ? note.language : nil
        return card
    }

    /// A card for each gap: the sentence without it, and what it hides.
    private static func gaps(of note: Note) -> [DeckDraft.Card] {
        let pattern = /\{\{c(\d{1,3})::(.*?)(?:::(.*?))?\}\}/
        let text = note.front.oneLine
        let gaps = text.matches(of: pattern)
        var numbers: [Substring] = []
        for gap in gaps where !numbers.contains(gap.1) { numbers.append(gap.1) }
        return numbers.compactMap { number in
            let front = text.replacing(pattern) { gap in
                gap.1 == number ? "[\(gap.3.map(String.init)?.ifAny ?? "…")]" : String(gap.2)
            }
            let back = gaps.filter { $0.1 == number }.map { String($0.2) }.joined(separator: ", ")
            return card(of: Note(place: note.place, front: front, back: back, example: "", language: note.language))
        }
    }

    /// - throws: `nothingToImport`.
    func course(title: String) throws(ImportError) -> CourseDraft {
        guard !titles.isEmpty else { throw .nothingToImport }
        let name =
            title.split(separator: ":").last.map { TextCleaning.line(String($0), atMost: 100) }?.ifAny ?? session.sourceName
        var module = ModuleDraft(id: session.ids.take("module-" + name, kind: "module"), title: name)
        for deck in titles {
            let cards = decks[deck] ?? []
            let title = deck.ifAny ?? name
            let parts = (cards.count + Self.mostCards - 1) / Self.mostCards
            for part in 0..<parts {
                let own = cards[(part * Self.mostCards)..<min(cards.count, (part + 1) * Self.mostCards)]
                module.activities.append(
                    ActivityDraft(
                        id: session.ids.take("deck-" + title, kind: "deck"),
                        title: parts > 1 ? "\(title) (\(part + 1))" : title,
                        body: .deck(DeckDraft(text: RichText(), cards: Array(own)))))
            }
        }
        var draft = CourseDraft(title: name, summary: nil, language: session.language)
        draft.modules = [module]
        return draft
    }
}
