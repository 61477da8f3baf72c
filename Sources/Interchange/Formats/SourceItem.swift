import Essentials

/// An element of a source while it is read: where it stands, what reads its texts, and where account of it is kept.
struct SourceItem {
    let element: MarkupElement
    let session: ImportSession
    let texts: RichTextReader
    /// For the report: the file, or the address inside it.
    let place: String

    init(_ element: MarkupElement, session: ImportSession, texts: RichTextReader, place: String) {
        self.element = element
        self.session = session
        self.texts = texts
        self.place = place
    }

    /// The same, for texts whose addresses `links` understands.
    init(_ element: MarkupElement, session: ImportSession, links: any LinkReading, place: String) {
        let texts = RichTextReader(links: links, ledger: session.ledger, place: place, language: session.language)
        self.init(element, session: session, texts: texts, place: place)
    }

    func find(_ name: String, title: String) -> ImportLedger.Entry { session.ledger.find(name, place: place, title: title) }

    /// Reports a question that is missing from its quiz.
    func setAside(_ entry: ImportLedger.Entry, why: Phrase) { session.ledger.left(entry, why: why, instead: .questionAside) }
}
