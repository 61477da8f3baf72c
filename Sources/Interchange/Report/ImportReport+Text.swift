package import Essentials
import Foundation

extension ImportReport {
    /// The report for people: one line an element, what has to be looked at, the totals.
    package func text(in language: Language) -> String {
        var lines: [String] = []
        for item in items {
            let word = item.outcome.support.label(in: language)
            let title = item.title.isEmpty ? "" : " " + Phrase(fr: "« \(item.title) »", en: "\"\(item.title)\"").in(language)
            lines.append("\(word)  \(item.element)\(title)  [\(item.place)]")
            if let detail = item.outcome.detail { lines.append("    " + detail.in(language)) }
        }
        lines.append("")
        for (element, counts) in totals {
            lines.append(
                Phrase(
                    fr: "\(element) : \(counts.all) = \(counts.imported) + \(counts.converted) + \(counts.left)",
                    en: "\(element): \(counts.all) = \(counts.imported) + \(counts.converted) + \(counts.left)"
                ).in(language))
        }
        lines.append(summary.in(language))
        if !toDo.isEmpty {
            lines.append("")
            lines.append(Phrase(fr: "Avant de publier :", en: "Before publishing:").in(language))
            lines += toDo.map { "- " + $0.in(language) }
        }
        return lines.joined(separator: "\n")
    }

    struct Counts {
        var imported = 0
        var converted = 0
        var left = 0
        var all: Int { imported + converted + left }
    }

    /// By element, in the order in which the elements were met first.
    var totals: [(element: String, counts: Counts)] {
        var order: [String] = []
        var counts: [String: Counts] = [:]
        for item in items {
            if counts[item.element] == nil { order.append(item.element) }
            switch item.outcome.support {
            case .imported: counts[item.element, default: Counts()].imported += 1
            case .converted: counts[item.element, default: Counts()].converted += 1
            case .notSupported: counts[item.element, default: Counts()].left += 1
            }
        }
        return order.map { ($0, counts[$0, default: Counts()]) }
    }

    /// The report for programs.
    package func document(in language: Language) -> Document {
        Document(
            format: format.rawValue,
            totals: .init(
                found: items.count, imported: count(.imported), converted: count(.converted), notSupported: count(.notSupported)),
            elements: items.map { item in
                .init(
                    element: item.element, place: item.place, title: item.title,
                    outcome: item.outcome.support == .notSupported ? "not-supported" : item.outcome.support.rawValue,
                    detail: item.outcome.detail?.in(language))
            }, toDo: toDo.map { $0.in(language) })
    }

    package struct Document: Encodable, Sendable {
        package struct Totals: Encodable, Sendable {
            package let found, imported, converted, notSupported: Int
        }
        package struct Element: Encodable, Sendable {
            package let element, place, title, outcome: String
            package let detail: String?
        }
        package let format: String
        package let totals: Totals
        package let elements: [Element]
        package let toDo: [String]
    }
}

extension FormatElement.Support {
    private var word: Phrase {
        switch self {
        case .imported: Phrase(fr: "importé", en: "imported")
        case .converted: Phrase(fr: "converti", en: "converted")
        case .notSupported: Phrase(fr: "NON REPRIS", en: "NOT SUPPORTED")
        }
    }

    /// As people read it, as wide as the longest, so that lines align.
    fileprivate func label(in language: Language) -> String {
        let width = Self.allCases.map { $0.word.in(language).count }.max() ?? 0
        return word.in(language).padding(toLength: width, withPad: " ", startingAt: 0)
    }
}
