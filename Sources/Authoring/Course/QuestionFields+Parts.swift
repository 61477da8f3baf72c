import CourseContent
import Essentials

/// Questions that have several fields.
extension QuestionFields {
    private static let mostItems = 12
    private static let mostDistractors = 6

    // MARK: Matching

    func matchingKey(_ renderer: inout ContentRenderer) -> MatchingKey {
        var pairs: [(left: String, right: String)] = []
        var lines: [String: Int] = [:]
        var rights: [String: Int] = [:]
        let items = fields.list("pairs", required: true)
        checkCount(items, "pairs")
        for item in items {
            guard let entry = Fields(item, keys: ["left", "right"], scope: scope) else { continue }
            let left = phrase(entry.value("left", required: true), &renderer, seen: &lines)
            guard let right = entry.text("right", required: true, atMost: 200), let left else { continue }
            rights[right] = rights[right] ?? entry.position(of: "right").line
            pairs.append((left, right))
        }
        if pairs.count > 1, rights.count == 1 { scope.report(.oneRightSide, at: fields.position(of: "pairs")) }
        let distractors = fields.list("distractors")
        if distractors.count > Self.mostDistractors {
            scope.report(
                .tooMany(Phrase(fr: "intrus", en: "distractors"), limit: Self.mostDistractors),
                at: fields.position(of: "distractors"))
        }
        for node in distractors {
            guard let text = scope.text(node, atMost: 200) else { continue }
            if let line = rights.updateValue(node.position.line, forKey: text) {
                scope.report(.duplicateAnswer(text, line: line), at: node)
            }
        }
        // In alphabetical order, which is easy to search and says nothing of the pairs.
        let texts = rights.keys.sorted { ($0.folded, $0) < ($1.folded, $1) }
        let options = texts.enumerated().map { AnswerOption(id: "o\($0.offset + 1)", text: $0.element) }
        return MatchingKey(
            items: pairs.enumerated().map { index, pair in
                MatchingItem(
                    id: "p\(index + 1)", text: pair.left, answer: options.first { $0.text == pair.right }?.id ?? "")
            }, options: options)
    }

    // MARK: Ordering

    func orderingKey(_ renderer: inout ContentRenderer, id: String) -> OrderingKey {
        let nodes = fields.list("items", required: true)
        checkCount(nodes, "items")
        var lines: [String: Int] = [:]
        let texts = nodes.compactMap { phrase($0, &renderer, seen: &lines) }
        var shown = texts.indices.sorted { (Self.scatter(id, texts[$0]), $0) < (Self.scatter(id, texts[$1]), $1) }
        // Never as it should be.
        if shown.count > 1, shown == Array(texts.indices) { shown.append(shown.removeFirst()) }
        let items = shown.enumerated().map { OrderingItem(id: "i\($0.offset + 1)", text: texts[$0.element]) }
        let order = texts.indices.compactMap { index in shown.firstIndex(of: index).map { "i\($0 + 1)" } }
        return OrderingKey(items: items, order: order)
    }

    /// A number that looks drawn and is the same at every check: FNV-1a of the text.
    private static func scatter(_ id: String, _ text: String) -> UInt64 {
        (id + "\u{0}" + text).utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    }

    // MARK: Parts

    private func checkCount(_ items: [YAMLNode], _ key: String) {
        guard !items.isEmpty, !(2...Self.mostItems).contains(items.count) else { return }
        scope.report(.itemCount(items.count, key: key, limit: Self.mostItems), at: fields.position(of: key))
    }

    /// Words in a line, rendered; one that was there already is reported.
    private func phrase(_ node: YAMLNode?, _ renderer: inout ContentRenderer, seen lines: inout [String: Int]) -> String? {
        guard let node, let markdown = scope.markdown(node) else { return nil }
        let text = String(decoding: markdown.bytes, as: UTF8.self)
        if let line = lines.updateValue(node.position.line, forKey: text) {
            scope.report(.duplicateAnswer(text, line: line), at: node)
        }
        return renderer.render(markdown, as: .phrase)
    }
}
