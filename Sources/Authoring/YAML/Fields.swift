import Essentials

/// The keys of one mapping, read one by one. Whatever is wrong is reported and read as nothing: the reading goes on.
struct Fields {
    let scope: FileScope
    let position: SourcePosition
    /// Few, so that looking at one after the other is quicker than a table.
    private let entries: [YAMLEntry]

    /// - Parameters:
    ///   - node: what should be a mapping.
    ///   - keys: the keys that the format knows here; any other is reported.
    ///   - elsewhere: keys that the format knows in a sibling, and where, for a better hint.
    init?(
        _ node: YAMLNode, keys: [String], elsewhere: @autoclosure () -> [String: Phrase] = [:], scope: FileScope
    ) {
        guard case .mapping(let all) = node.content else {
            scope.report(.wrongType(.mapping, found: node), at: node)
            return nil
        }
        self.scope = scope
        position = node.position
        entries = all
        for entry in all where !keys.contains(entry.key) {
            if let place = elsewhere()[entry.key] {
                scope.report(.misplacedKey(entry.key, place: place), at: entry.position)
            } else {
                scope.report(.unknownKey(entry.key, known: keys), at: entry.position)
            }
        }
    }

    /// The value of a key that is there.
    subscript(key: String) -> YAMLNode? { entry(key)?.value }

    private func entry(_ key: String) -> YAMLEntry? { entries.first { $0.key == key } }

    /// Where a key stands; the mapping itself when it is not there.
    func position(of key: String) -> SourcePosition { entry(key)?.position ?? position }

    /// The value of a key; when it must be there and is not, that is reported.
    func value(_ key: String, required: Bool) -> YAMLNode? {
        guard let value = entry(key)?.value else {
            if required { scope.report(.missingKey(key), at: position) }
            return nil
        }
        return value
    }

    /// A one-line or several-line text, without the spaces around it.
    func text(_ key: String, required: Bool = false, atMost limit: Int, oneLine: Bool = true) -> String? {
        guard let node = value(key, required: required) else { return nil }
        return scope.text(node, atMost: limit, oneLine: oneLine)
    }

    /// An `id`: see ``AuthoredIdentifier``.
    func identifier(_ key: String, required: Bool = true) -> String? {
        guard let node = value(key, required: required) else { return nil }
        return scope.identifier(node)
    }

    func integer(_ key: String, in range: ClosedRange<Int>, required: Bool = false) -> Int? {
        guard let node = value(key, required: required) else { return nil }
        guard let number = scope.integer(node) else { return nil }
        guard range.contains(number) else {
            scope.report(.outOfRange("\(range.lowerBound)", "\(range.upperBound)"), at: node)
            return nil
        }
        return number
    }

    func number(_ key: String, in range: ClosedRange<Double>? = nil, required: Bool = false) -> Double? {
        guard let node = value(key, required: required) else { return nil }
        guard let number = scope.number(node) else { return nil }
        if let range, !range.contains(number) {
            scope.report(.outOfRange(range.lowerBound.written, range.upperBound.written), at: node)
            return nil
        }
        return number
    }

    func boolean(_ key: String, required: Bool = false) -> Bool? {
        guard let node = value(key, required: required) else { return nil }
        return scope.boolean(node)
    }

    /// One of the words of an enumeration.
    func word<Word>(_ key: String, as type: Word.Type, required: Bool = false) -> Word?
    where Word: RawRepresentable<String> & CaseIterable {
        guard let node = value(key, required: required) else { return nil }
        return scope.word(node, as: type)
    }

    /// A list and what it holds; a missing list is empty.
    func list(_ key: String, required: Bool = false) -> [YAMLNode] {
        guard let node = value(key, required: required) else { return [] }
        guard case .list(let items) = node.content else {
            scope.report(.wrongType(.list, found: node), at: node)
            return []
        }
        if required, items.isEmpty { scope.report(.emptyList(key), at: node) }
        return items
    }

    /// A list of ids, each with its place.
    func identifiers(_ key: String) -> [(id: String, position: SourcePosition)] {
        list(key).compactMap { node in scope.identifier(node).map { ($0, node.position) } }
    }

    /// A mapping under a key.
    func fields(_ key: String, keys: [String], required: Bool = false) -> Fields? {
        guard let node = value(key, required: required) else { return nil }
        return Fields(node, keys: keys, scope: scope)
    }
}
