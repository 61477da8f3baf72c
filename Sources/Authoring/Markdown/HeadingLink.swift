import CMarkGFM
import Essentials

/// A link to a heading, `#heading` or `activity:ID#heading`, kept until all headings are known.
struct HeadingLink: Hashable, Sendable {
    /// The lesson it leads to; `nil` for the one it stands in.
    var activity: String?
    /// The id of the heading in the page.
    var heading: String
    /// What the author wrote.
    var written: String
    var position: SourcePosition

    private static let prefix = "section-"

    /// The id of a heading in the page: `section-` and its words, so that it is never one of the page's own ids.
    static func id(for words: String) -> String { prefix + (AuthoredIdentifier.suggestion(for: words) ?? "x") }

    /// What one writes to lead to a heading.
    static func name(ofHeading id: String) -> String { String(id.dropFirst(prefix.count)) }

    /// The id of the heading that `written` names: its words, with or without accents, capitals and `section-`.
    static func id(forLink written: String) -> String { written.hasPrefix(prefix) ? written : id(for: written) }
}

extension ContentRenderer {
    /// Keeps a link to a heading for later.
    /// - Returns: the heading's id in the page.
    mutating func headingLink(to written: String, of activity: String?, at node: MarkdownNode) -> String {
        let id = HeadingLink.id(forLink: written)
        headingLinks.append(
            HeadingLink(activity: activity, heading: id, written: written, position: position(of: node, offset: 0)))
        return id
    }
}

extension Finding {
    /// - Parameter headings: the ids of the headings that the lesson has.
    static func deadHeadingLink(_ written: String, headings: Set<String>) -> Finding {
        let known = headings.map(HeadingLink.name(ofHeading:)).sorted()
        let near = NearestWord.find(written, among: known)
        let list = known.prefix(8).joined(separator: ", ")
        return Finding(
            "unknown-heading",
            Phrase(
                fr: "Cette leçon n’a pas de titre « \(excerpt(written)) ».",
                en: "That lesson has no heading \"\(excerpt(written))\"."),
            hint: near.map { Phrase(fr: "Vouliez-vous écrire « #\($0) » ?", en: "Did you mean \"#\($0)\"?") }
                ?? (known.isEmpty
                    ? Phrase(fr: "Elle n’a aucun titre : retirez le « #… ».", en: "It has no headings: take the \"#…\" out.")
                    : Phrase(fr: "Ses titres : \(list).", en: "Its headings: \(list).")))
    }
}
