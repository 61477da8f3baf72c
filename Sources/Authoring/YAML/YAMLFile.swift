import Yams

/// Turns YAML into ``YAMLNode``s: one document, no anchors, no aliases, no tags, no merge keys, keys that are words.
enum YAMLFile {
    /// Deeper than this, nothing in the format reaches.
    static let deepest = 20
    /// See ``YAMLAliasGuard``.
    static let mostAliases = 36
    /// After this many keys written twice, the rest of the file is left unread.
    static let mostDuplicates = 8

    /// Reads the YAML in some lines of a file.
    /// - Parameters:
    ///   - text: the YAML.
    ///   - firstLine: the line of the file in which `text` begins.
    /// - Returns: `nil` when it cannot be read, which has then been reported.
    static func read(_ text: String, firstLine: Int, scope: FileScope) -> YAMLNode? {
        let offset = firstLine - 1
        if let line = YAMLAliasGuard.firstSuspect(in: text, atMost: mostAliases) {
            scope.report(.yamlAlias, at: SourcePosition(line: line + offset, column: 1))
            return nil
        }
        var text = text
        for round in 0...mostDuplicates {
            do {
                return try compose(text, offset: offset, scope: scope)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                let first = SourcePosition(line: context.mark.line, column: context.mark.column)
                // The mark is that of the first key in the order of the words.
                let key = keys.min() ?? ""
                var lines = DuplicateKeys(text, round: round)
                let second = lines.hideNext(of: key, after: first)
                let position = second ?? first
                scope.report(
                    .yamlDuplicateKey(key, firstLine: first.line + offset),
                    at: SourcePosition(line: position.line + offset, column: position.column))
                if second == nil { return nil }
                text = lines.text
            } catch let error as YamlError {
                YAMLSyntaxError.report(error, in: text, offset: offset, scope: scope)
                return nil
            } catch {
                scope.report(.yamlSyntax, at: SourcePosition(line: firstLine, column: 1))
                return nil
            }
        }
        return nil
    }

    /// - throws: `YamlError`.
    private static func compose(_ text: String, offset: Int, scope: FileScope) throws -> YAMLNode? {
        // The basic resolver gives scalars no meaning, and spares the regular expressions of the default one.
        let parser = try Parser(yaml: text, resolver: .basic, constructor: .default, encoding: .utf8)
        // Anchors are held by the parser alone: it must outlive the walk.
        return try withExtendedLifetime(parser) {
            guard let root = try parser.singleRoot() else {
                scope.report(.emptyYAML, at: SourcePosition(line: offset + 1, column: 1))
                return nil
            }
            var walk = Walk(scope: scope, offset: offset)
            let node = walk.node(root, depth: 0)
            return walk.isRefused ? nil : node
        }
    }

    private struct Walk {
        let scope: FileScope
        let offset: Int
        var isRefused = false

        mutating func node(_ node: Node, depth: Int) -> YAMLNode {
            let position = position(node.mark)
            let content: YAMLNode.Content
            if node.anchor != nil {
                content = refuse(.yamlAlias, at: position)
            } else if depth > YAMLFile.deepest {
                content = refuse(.yamlTooDeep(YAMLFile.deepest), at: position)
            } else if !isPlainTag(node.tag) {
                content = refuse(.yamlTag, at: position)
            } else {
                switch node {
                case .scalar(let scalar):
                    content = .scalar(YAMLScalar(text: scalar.string, style: style(scalar.style)))
                case .sequence(let sequence):
                    content = .list(sequence.map { self.node($0, depth: depth + 1) })
                case .mapping(let mapping):
                    content = self.mapping(mapping, depth: depth)
                case .alias:
                    content = refuse(.yamlAlias, at: position)
                }
            }
            return YAMLNode(position: position, content: content)
        }

        private mutating func mapping(_ mapping: Node.Mapping, depth: Int) -> YAMLNode.Content {
            var entries: [YAMLEntry] = []
            for (key, value) in mapping {
                let keyPosition = position(key.mark)
                guard case .scalar(let scalar) = key else { return refuse(.yamlKey, at: keyPosition) }
                if scalar.anchor != nil || (scalar.string == "<<" && scalar.style == .plain) {
                    return refuse(.yamlAlias, at: keyPosition)
                }
                if DuplicateKeys.isMasked(scalar.string) { continue }
                entries.append(
                    YAMLEntry(key: scalar.string, position: keyPosition, value: node(value, depth: depth + 1)))
            }
            return .mapping(entries)
        }

        private mutating func refuse(_ finding: Finding, at position: SourcePosition) -> YAMLNode.Content {
            isRefused = true
            scope.report(finding, at: position)
            return .scalar(YAMLScalar(text: "", style: .plain))
        }

        private func position(_ mark: Mark?) -> SourcePosition {
            SourcePosition(line: (mark?.line ?? 1) + offset, column: mark?.column ?? 1)
        }

        /// Whether the author wrote no tag. `!!str` is what any text has, so it passes too.
        private func isPlainTag(_ tag: Tag) -> Bool {
            switch tag.rawValue {
            case "", Tag.Name.str.rawValue, Tag.Name.seq.rawValue, Tag.Name.map.rawValue: true
            default: false
            }
        }

        private func style(_ style: Node.Scalar.Style) -> YAMLScalar.Style {
            switch style {
            case .any, .plain: .plain
            case .singleQuoted, .doubleQuoted: .quoted
            case .literal: .literal
            case .folded: .folded
            }
        }
    }
}
