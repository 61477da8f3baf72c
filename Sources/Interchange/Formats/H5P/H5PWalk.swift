import Essentials
import Foundation

/// Goes through the content of an H5P package and gathers texts, questions and cards in their order.
struct H5PWalk {
    let session: ImportSession
    let archive: Archive
    var runs = ActivityRuns()
    /// Percentage that the package asks for.
    var passShare: Int?
    private let seen = Seen()

    /// Paths that texts showed: a reference, because the texts' reader tells it.
    private final class Seen {
        var paths: Set<String> = []
    }

    init(session: ImportSession, archive: Archive) {
        self.session = session
        self.archive = archive
    }

    /// `H5P.MultiChoice 1.16` and `H5P.MultiChoice` are the same.
    static func name(_ library: String) -> String {
        let name = library.split(separator: " ").first.map(String.init) ?? library
        return name.hasPrefix("H5P.") ? String(name.dropFirst(4)) : name
    }

    func texts(_ place: String) -> RichTextReader {
        let seen = seen
        return RichTextReader(
            links: ArchiveLinks(session, archive, base: "content/content.json", others: ["content"]) { seen.paths.insert($0) },
            ledger: session.ledger, place: place, language: session.language)
    }

    private static let containers: Set<String> = [
        "Column", "QuestionSet", "CoursePresentation", "InteractiveVideo", "InteractiveBook", "Accordion", "SingleChoiceSet",
        "Row", "RowColumn",
    ]
    private static let questions: Set<String> = [
        "MultiChoice", "TrueFalse", "Blanks", "DragText", "MarkTheWords", "Essay", "Summary",
    ]
    static let known = containers.union(questions).union([
        "Text", "AdvancedText", "Table", "Image", "Video", "Audio", "Link", "Dialogcards", "Flashcards",
    ])

    mutating func add(_ library: String, _ params: H5PValue, title: String, place: String, depth: Int) throws(ImportError) {
        let name = Self.name(library)
        let words =
            params["question"].string.ifAny ?? params["text"].string.ifAny ?? params["taskDescription"].string.ifAny ?? title
        let entry = session.ledger.find(
            Self.known.contains(name) ? name : "other type", place: place,
            title: Self.known.contains(name) ? HTMLText.plain(words) : name)
        guard Self.known.contains(name), depth < 8 else {
            session.ledger.left(
                entry, why: Phrase(fr: "Rebond n’a pas de contenu de ce type", en: "Rebond has no content of this type"),
                instead: .nothing)
            return
        }
        if Self.questions.contains(name) {
            try question(name, params, title: HTMLText.plain(words), place: place, entry)
            return
        }
        switch name {
        case "Text", "AdvancedText", "Table":
            runs.add(.text(try texts(place).html(params["text"].string)))
            session.ledger.imported(entry)
        case "Image", "Video", "Audio", "Link": try media(name, params, title: title, place: place, entry)
        case "Dialogcards", "Flashcards": try cards(name, params, place: place, entry)
        default: try container(name, params, place: place, entry, depth: depth)
        }
    }

    // MARK: What holds others

    private mutating func container(_ name: String, _ params: H5PValue, place: String, _ entry: ImportLedger.Entry, depth: Int)
        throws(ImportError)
    {
        var changes: [Phrase] = []
        switch name {
        case "SingleChoiceSet":
            for (index, choice) in params["choices"].list.enumerated() { try single(choice, place: "\(place)/choices/\(index)") }
        case "QuestionSet":
            if let share = params["passPercentage"].number, share >= 1, share <= 100 { passShare = Int(share) }
            if params["introPage"]["showIntroPage"].bool {
                runs.add(.text(try texts(place).html(params["introPage"]["introduction"].string)))
            }
            for (index, item) in params["questions"].list.enumerated() { try inner(item, "\(place)/questions/\(index)", depth) }
        case "Column", "Row", "RowColumn":
            for (index, item) in (params["content"].list + params["columns"].list).enumerated() {
                try inner(item["content"], "\(place)/content/\(index)", depth)
            }
        case "Accordion":
            for (index, panel) in params["panels"].list.enumerated() {
                runs.add(.text(RichText(blocks: [.heading(2, [.text(panel["title"].string)])])))
                try inner(panel["content"], "\(place)/panels/\(index)", depth)
            }
            changes = [Phrase(fr: "ses volets se suivent, ouverts", en: "its panels follow each other, open")]
        case "CoursePresentation":
            for (index, slide) in params["presentation"]["slides"].list.enumerated() {
                for (number, element) in slide["elements"].list.enumerated() {
                    try inner(element["action"], "\(place)/slides/\(index)/\(number)", depth)
                }
            }
            changes = [Phrase(fr: "ses vues se suivent sur une page", en: "its slides follow each other on a page")]
        case "InteractiveBook":
            if params["showCoverPage"].bool {
                runs.add(.text(try texts(place).html(params["bookCover"]["coverDescription"].string)))
            }
            for (index, chapter) in params["chapters"].list.enumerated() {
                if let name = chapter["metadata"]["title"].string.ifAny {
                    runs.add(.text(RichText(blocks: [.heading(2, [.text(name)])])))
                }
                try inner(chapter, "\(place)/chapters/\(index)", depth)
            }
            changes = [Phrase(fr: "ses chapitres se suivent", en: "its chapters follow each other")]
        default:
            for file in params["interactiveVideo"]["video"]["files"].list.prefix(1) {
                let node = MarkupElement(name: "video", attributes: ["src": file["path"].string])
                runs.add(.text(try texts(place).nodes([.element(node)])))
            }
            for (index, interaction) in params["interactiveVideo"]["assets"]["interactions"].list.enumerated() {
                try inner(interaction["action"], "\(place)/interactions/\(index)", depth)
            }
            changes = [Phrase(fr: "la vidéo, puis ses questions", en: "the video, then its questions")]
        }
        session.ledger.imported(entry, changes: changes)
    }

    private mutating func inner(_ action: H5PValue, _ place: String, _ depth: Int) throws(ImportError) {
        guard action["library"].isThere else { return }
        try add(
            action["library"].string, action["params"], title: action["metadata"]["title"].string.ifAny ?? "", place: place,
            depth: depth + 1)
    }

    // MARK: Texts, media, cards

    private mutating func media(_ name: String, _ params: H5PValue, title: String, place: String, _ entry: ImportLedger.Entry)
        throws(ImportError)
    {
        let source =
            params["file"]["path"].string.ifAny ?? params["sources"].list.first?["path"].string ?? params["files"].list.first?[
                "path"
            ].string ?? ""
        let node: MarkupElement =
            switch name {
            case "Image":
                MarkupElement(
                    name: "img",
                    attributes: params["alt"].string.isEmpty && !params["decorative"].bool
                        ? ["src": source] : ["src": source, "alt": params["alt"].string])
            case "Link":
                MarkupElement(
                    name: "a", attributes: ["href": params["linkWidget"]["protocol"].string + params["linkWidget"]["url"].string],
                    children: [.text(params["title"].string.ifAny ?? title)])
            default: MarkupElement(name: name == "Video" ? "video" : "audio", attributes: ["src": source, "title": title])
            }
        runs.add(.text(try texts(place).nodes([.element(MarkupElement(name: "p", children: [.element(node)]))])))
        session.ledger.imported(
            entry,
            changes: name == "Image" || name == "Link"
                ? [] : [Phrase(fr: "un lien ou un téléchargement", en: "a link or a download")])
    }

    private mutating func cards(_ name: String, _ params: H5PValue, place: String, _ entry: ImportLedger.Entry)
        throws(ImportError)
    {
        let list = name == "Dialogcards" ? params["dialogs"].list : params["cards"].list
        var deck = DeckDraft(text: try texts(place).html(params["description"].string), cards: [])
        var isCut = false
        for card in list {
            let front = TextCleaning.line(HTMLText.plain(card["text"].string), atMost: 200)
            let back = TextCleaning.line(HTMLText.plain(card["answer"].string), atMost: 200)
            isCut = isCut || card["image"].isThere || card["audio"].isThere
            if front.isEmpty || back.isEmpty || deck.cards.count == 500 {
                isCut = true
                continue
            }
            deck.cards.append(.init(id: session.ids.take("card-" + front, kind: "card"), front: front, back: back))
        }
        if deck.cards.isEmpty {
            session.ledger.left(entry, why: .isEmpty, instead: .nothing)
            return
        }
        runs.add(.deck(deck))
        session.ledger.imported(
            entry,
            changes: isCut
                ? [
                    Phrase(
                        fr: "sans les images et les sons des cartes, ni celles qui n’ont pas deux textes",
                        en: "without the pictures and sounds of its cards, and those that lack a text")
                ] : [])
    }

    // MARK: Questions

    private mutating func question(_ name: String, _ params: H5PValue, title: String, place: String, _ entry: ImportLedger.Entry)
        throws(ImportError)
    {
        guard let made = try H5PQuestion(params: params, texts: texts(place), language: session.language).read(name) else {
            session.ledger.left(
                entry, why: Phrase(fr: "ses réponses ne se lisent pas", en: "its answers cannot be read"), instead: .questionAside
            )
            return
        }
        var draft = made.question
        draft.id = session.ids.take(title, kind: "question")
        if let question = session.settle(draft, changes: made.changes, entry: entry) { runs.add(.question(question)) }
    }

    /// One question of a set, whose first answer is the right one.
    private mutating func single(_ choice: H5PValue, place: String) throws(ImportError) {
        let text = choice["question"].string
        let entry = session.ledger.find("choice of a set", place: place, title: HTMLText.plain(text))
        var choices: [QuestionDraft.Choice] = []
        for (index, answer) in choice["answers"].list.enumerated() {
            choices.append(.init(text: try texts(place).html(answer.string), isCorrect: index == 0))
        }
        var draft = QuestionDraft(
            id: session.ids.take(HTMLText.plain(text), kind: "question"), text: try texts(place).html(text),
            body: .choice(isMultiple: false, isPartial: false, choices))
        draft.isShuffled = true
        if let question = session.settle(draft, changes: [], entry: entry) { runs.add(.question(question)) }
    }

    /// Pictures and recordings of the package: shown, or kept beside the course. The libraries are programs and stay out.
    func settleFiles() throws(ImportError) {
        for path in archive.files where path.hasPrefix("content/") && path != "content/content.json" {
            let entry = session.ledger.find("file", place: path)
            if seen.paths.contains(path) {
                session.ledger.imported(entry)
            } else {
                let isKept = try session.files.keepAside(path, try archive.bytes(path))
                session.ledger.left(
                    entry, why: Phrase(fr: "aucun texte repris ne le montre", en: "no text that was taken shows it"),
                    instead: isKept ? .keptBeside : .nothing)
            }
        }
        let libraries = Set(
            archive.files.filter { $0.contains("/") && !$0.hasPrefix("content/") }.compactMap {
                $0.split(separator: "/").first.map(String.init)
            })
        for library in libraries.sorted() {
            session.ledger.left("library", place: library, why: Phrase(fr: "un programme", en: "a program"), instead: .nothing)
        }
    }
}
