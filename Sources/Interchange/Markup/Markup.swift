/// An element of XML or HTML and what it holds. Names are without their namespace prefix; those of HTML in lower case.
struct MarkupElement: Sendable, Hashable {
    var name: String
    /// By local name.
    var attributes: [String: String] = [:]
    var children: [MarkupNode] = []
    /// Line in the file, from 1; 0 when it is not known.
    var line = 0

    subscript(attribute: String) -> String? { attributes[attribute] }

    var elements: some Sequence<MarkupElement> {
        children.lazy.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    func first(_ name: String) -> MarkupElement? {
        for case .element(let element) in children where element.name == name { return element }
        return nil
    }

    func all(_ name: String) -> [MarkupElement] { elements.filter { $0.name == name } }

    /// The first element at the end of a path of names.
    func at(_ path: String...) -> MarkupElement? {
        path.reduce(self as MarkupElement?) { $0?.first($1) }
    }

    /// All text in it, with the spaces as they are.
    var text: String {
        children.map { node in
            switch node {
            case .text(let text): text
            case .element(let element): element.text
            }
        }.joined()
    }

    /// All text in it, trimmed; `nil` when there is none.
    var trimmedText: String? {
        let text = text.trimmed
        return text.isEmpty ? nil : text
    }

    /// The trimmed text of a child.
    func text(of name: String) -> String? { first(name)?.trimmedText }

    /// Every element with one of the names, at any depth, in document order. What stands in one that was found is looked at too.
    func descendants(_ names: Set<String>) -> [MarkupElement] {
        var found: [MarkupElement] = []
        for element in elements {
            if names.contains(element.name) { found.append(element) }
            found += element.descendants(names)
        }
        return found
    }

    func descendants(_ name: String) -> [MarkupElement] { descendants([name]) }
}

enum MarkupNode: Sendable, Hashable {
    case element(MarkupElement)
    case text(String)
}

extension StringProtocol {
    /// Without the white space at both ends.
    var trimmed: String {
        var view = self[...]
        while let first = view.first, first.isWhitespace { view.removeFirst() }
        while let last = view.last, last.isWhitespace { view.removeLast() }
        return String(view)
    }

    /// On one line: any run of white space is one space. The spaces of French before « : » and « ? » do not break a line, and stay.
    var oneLine: String {
        split { $0.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" }.joined(separator: " ").trimmed
    }

    /// `nil` when there is nothing.
    var ifAny: String? { isEmpty ? nil : String(self) }
}
