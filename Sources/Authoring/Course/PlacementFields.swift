import CourseContent
import Essentials

/// The body of a placement test.
struct PlacementFields {
    let fields: Fields
    let limits: FolderLimits
    private var scope: FileScope { fields.scope }

    static let keys = ["text", "items", "paths"]
    private static let itemKeys = [
        "id", "skill", "difficulty", "discrimination", "text", "right", "wrong", "audio", "said",
    ]
    private static let leastItems = 10
    /// Items that a level needs, so that there is a next one for whoever is there.
    private static let leastAtLevel = 3

    func content(html: String, _ renderer: inout ContentRenderer) -> PlacementContent {
        let list = fields.list("items", required: true)
        if list.count > limits.itemsPerPlacement {
            scope.report(
                .tooMany(Phrase(fr: "éléments", en: "items"), limit: limits.itemsPerPlacement), at: fields.position(of: "items"))
        } else if !list.isEmpty, list.count < Self.leastItems {
            scope.report(.fewItems(list.count, least: Self.leastItems), at: fields.position(of: "items"))
        }
        var seen: [String: SourcePosition] = [:]
        var items: [PlacementItem] = []
        for node in list.prefix(limits.itemsPerPlacement) {
            if let item = item(node, &seen, &renderer) { items.append(item) }
        }
        checkLevels(items, of: list.count)
        let paths = paths(&renderer)
        return PlacementContent(html: html, items: items, paths: paths, assets: renderer.assets)
    }

    private func item(
        _ node: YAMLNode, _ seen: inout [String: SourcePosition], _ renderer: inout ContentRenderer
    ) -> PlacementItem? {
        guard let entry = Fields(node, keys: Self.itemKeys, scope: scope) else { return nil }
        let skill = entry.word("skill", as: PlacementSkill.self, required: true)
        let difficulty = entry.number("difficulty", in: 0...5, required: true)
        let discrimination = entry.number("discrimination", in: 0.3...4) ?? PlacementItem.usualDiscrimination
        let text = entry.value("text", required: true).flatMap { scope.markdown($0) }.map { renderer.render($0, as: .text) }
        let right = entry.text("right", required: true, atMost: TextLimit.title)
        let wrong = wrongChoices(entry, right: right)
        let heard = heard(entry, skill, &renderer)
        guard let id = entry.identifier("id") else { return nil }
        if let first = seen[id] {
            scope.report(.duplicateID(id, file: scope.source.file, line: first.line), at: entry.position(of: "id"))
            return nil
        }
        seen[id] = entry.position(of: "id")
        guard let skill, let difficulty, let right else { return nil }
        return PlacementItem(
            id: id, skill: skill, text: text ?? "", difficulty: difficulty, discrimination: discrimination, right: right,
            wrong: wrong, audio: heard.audio, said: heard.said)
    }

    private func wrongChoices(_ entry: Fields, right: String?) -> [String] {
        let list = entry.list("wrong", required: true)
        if !list.isEmpty, !(2...5).contains(list.count) {
            scope.report(.outOfRange("2", "5"), at: entry.position(of: "wrong"))
        }
        var lines: [String: Int] = [:]
        if let right { lines[right] = entry.position(of: "right").line }
        return list.compactMap { node in
            guard let text = scope.text(node, atMost: TextLimit.title) else { return nil }
            if let line = lines.updateValue(node.position.line, forKey: text) {
                scope.report(.duplicateAnswer(text, line: line), at: node)
            }
            return text
        }
    }

    /// What is heard: of a listening item both the sound and its words, of others neither.
    private func heard(
        _ entry: Fields, _ skill: PlacementSkill?, _ renderer: inout ContentRenderer
    ) -> (audio: CourseAsset?, said: String?) {
        guard skill == .listening else {
            for key in ["audio", "said"] where entry[key] != nil && skill != nil {
                scope.report(.keyOfOtherQuestion(key, owner: PlacementSkill.listening.rawValue), at: entry.position(of: key))
            }
            return (nil, nil)
        }
        let said = entry.text("said", required: true, atMost: TextLimit.summary)
        let path = entry.text("audio", required: true, atMost: 500)
        return (path.flatMap { renderer.sound($0, at: entry.position(of: "audio")) }, said)
    }

    /// Each level has items that tell who is there from who is not.
    private func checkLevels(_ items: [PlacementItem], of count: Int) {
        guard items.count == count, count >= Self.leastItems else { return }
        for (index, level) in CEFRLevel.allCases.enumerated() {
            let near = items.count { abs($0.difficulty - Double(index + 1)) <= 0.5 }
            if near < Self.leastAtLevel {
                scope.report(.levelWithFewItems(level.rawValue, near, least: Self.leastAtLevel), at: fields.position(of: "items"))
            }
        }
    }

    private func paths(_ renderer: inout ContentRenderer) -> [PlacementPath] {
        let levels = CEFRLevel.allCases
        guard let entry = fields.fields("paths", keys: levels.map(\.rawValue), required: true) else { return [] }
        var paths: [PlacementPath] = []
        for level in levels {
            guard let node = entry.value(level.rawValue, required: true), let markdown = scope.markdown(node) else { continue }
            paths.append(PlacementPath(level: level, html: renderer.render(markdown, as: .text)))
        }
        return paths
    }
}

extension Finding {
    static func fewItems(_ count: Int, least: Int) -> Finding {
        Finding(
            "few-items",
            Phrase(
                fr: "Un test de niveau a au moins \(least) éléments ; il y en a \(count).",
                en: "A placement test has at least \(least) items; there are \(count)."),
            hint: Phrase(
                fr: "Il en faut une soixantaine pour que deux personnes ne voient pas les mêmes.",
                en: "It takes about sixty, so that two people do not see the same ones."))
    }

    static func levelWithFewItems(_ level: String, _ count: Int, least: Int) -> Finding {
        Finding(
            "level-without-items", severity: .warning,
            Phrase(
                fr: "Le niveau \(level) a trop peu d’éléments : \(count), il en faut \(least).",
                en: "Level \(level) has too few items: \(count), it needs \(least)."),
            hint: Phrase(
                fr: "Ajoutez-en dont « difficulty » est proche : 1 pour A1, 2 pour A2, 3 pour B1, 4 pour B2.",
                en: "Add some whose \"difficulty\" is near: 1 for A1, 2 for A2, 3 for B1, 4 for B2."))
    }
}
