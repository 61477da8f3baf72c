package import Essentials

/// One element of the source and what became of it.
package struct ImportItem: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        case imported
        /// Imported in another form.
        case converted(how: [Phrase])
        case notSupported(why: Phrase, instead: Phrase)
    }

    /// As the format calls it: a name of ``FormatElement``.
    package let element: String
    /// Where it stands in the source: a file, a line, a category.
    package let place: String
    /// Its title or its first words.
    package let title: String
    package fileprivate(set) var outcome: Outcome
}

/// Everything that a source holds and what became of it.
package struct ImportReport: Sendable {
    package let format: ImportFormat
    package let items: [ImportItem]
    /// What the author has to look at before publishing.
    package let toDo: [Phrase]

    package func count(_ support: FormatElement.Support) -> Int { items.count { $0.outcome.support == support } }

    /// « 12 importés, 3 convertis, 1 non repris, sur 16 éléments. »
    package var summary: Phrase {
        let (done, changed, left) = (count(.imported), count(.converted), count(.notSupported))
        return Phrase(
            fr:
                "\(format.name) : \(items.count) éléments, dont \(done) importés, \(changed) convertis et \(left) non repris.",
            en:
                "\(format.name): \(items.count) elements, of which \(done) imported, \(changed) converted and \(left) not supported."
        )
    }
}

extension ImportItem.Outcome {
    package var support: FormatElement.Support {
        switch self {
        case .imported: .imported
        case .converted: .converted
        case .notSupported: .notSupported
        }
    }

    /// How it was converted, or why it was not and what stands in its place; nothing for what was imported as it is.
    package var detail: Phrase? {
        switch self {
        case .imported: nil
        case .converted(let how):
            Phrase(fr: how.map(\.fr).joined(separator: " ; "), en: how.map(\.en).joined(separator: "; "))
        case .notSupported(let why, let instead): Phrase(fr: "\(why.fr) → \(instead.fr)", en: "\(why.en) → \(instead.en)")
        }
    }
}

/// Keeps account of what was found in a source. What is found and never settled stays in the report as not supported, so that nothing
/// can be dropped in silence and the totals always add up.
final class ImportLedger {
    /// An element that was found.
    struct Entry {
        fileprivate let index: Int
    }

    private(set) var items: [ImportItem] = []

    func find(_ element: String, place: String, title: String = "") -> Entry {
        items.append(
            ImportItem(
                element: element, place: place, title: TextCleaning.line(title, atMost: 80),
                outcome: .notSupported(
                    why: Phrase(fr: "Rebond ne sait pas le lire", en: "Rebond cannot read it"), instead: .nothing)))
        return Entry(index: items.count - 1)
    }

    func imported(_ entry: Entry, changes: [Phrase] = []) {
        items[entry.index].outcome = changes.isEmpty ? .imported : .converted(how: changes)
    }

    func left(_ entry: Entry, why: Phrase, instead: Phrase) {
        items[entry.index].outcome = .notSupported(why: why, instead: instead)
    }

    /// Found and left at once.
    func left(_ element: String, place: String, title: String = "", why: Phrase, instead: Phrase) {
        left(find(element, place: place, title: title), why: why, instead: instead)
    }

    /// Found and converted at once.
    func converted(_ element: String, place: String, title: String = "", how: Phrase) {
        imported(find(element, place: place, title: title), changes: [how])
    }
}

extension Phrase {
    static let nothing = Phrase(fr: "rien à sa place", en: "nothing in its place")
    static let noteInPlace = Phrase(fr: "une note le dit à sa place", en: "a note says so in its place")
    static let keptBeside = Phrase(
        fr: "gardé tel quel dans le dossier « _import »", en: "kept as it is in the folder \"_import\"")
}
