import Essentials

/// Turns YAML into ``YAMLNode``s: one document, no anchors, no aliases, no tags, no merge keys, keys that are words.
enum YAMLFile {
    /// Deeper than this, nothing in the format reaches.
    static let deepest = 20

    /// Reads the YAML in some lines of a file.
    /// - Parameters:
    ///   - bytes: the YAML, valid UTF-8.
    ///   - firstLine: the line of the file in which `bytes` begin.
    /// - Returns: `nil` when it cannot be read, which has then been reported.
    static func read(_ bytes: some Sequence<UInt8>, firstLine: Int, scope: FileScope) -> YAMLNode? {
        Array(bytes).withUnsafeBufferPointer { document($0, firstLine: firstLine, scope: scope) }
    }

    private static func document(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int, scope: FileScope) -> YAMLNode? {
        var composer = Composer(YAMLEvents(bytes), offset: firstLine - 1)
        do {
            guard let root = try composer.document() else {
                composer.tell(scope)
                if composer.refusals.isEmpty { scope.report(.emptyYAML, at: SourcePosition(line: firstLine, column: 1)) }
                return nil
            }
            composer.tell(scope)
            return composer.refusals.isEmpty ? root : nil
        } catch {
            // What else was seen may come from the same mistake: only keys written twice are told beside it.
            composer.tell(scope, refusals: false)
            YAMLSyntaxError.report(error, offset: firstLine - 1, scope: scope)
            return nil
        }
    }
}

/// Makes nodes of the events of one document. What the format refuses is kept, to be told once the whole can be read.
private struct Composer: ~Copyable {
    private let events: YAMLEvents
    private let offset: Int
    private(set) var refusals: [(finding: Finding, position: SourcePosition)] = []
    private var duplicates: [(finding: Finding, position: SourcePosition)] = []
    private var anchors: Set<String> = []
    private var isAliasTold = false

    init(_ events: consuming YAMLEvents, offset: Int) {
        self.events = events
        self.offset = offset
    }

    /// The value of the only document; `nil` when there is none.
    mutating func document() throws(YAMLFault) -> YAMLNode? {
        var event = try events.next()
        while case .other = event.kind { event = try events.next() }
        if case .streamEnd = event.kind { return nil }
        let root = try node(event, depth: 0)
        event = try events.next()
        if case .other = event.kind { event = try events.next() }
        guard case .streamEnd = event.kind else {
            throw YAMLFault(problem: "but found another document", position: event.position)
        }
        return root
    }

    func tell(_ scope: FileScope, refusals isWhole: Bool = true) {
        for (finding, position) in duplicates + (isWhole ? refusals : []) { scope.report(finding, at: position) }
    }

    private mutating func node(_ event: YAMLEvent, depth: Int) throws(YAMLFault) -> YAMLNode {
        let position = place(event)
        var content = YAMLNode.Content.scalar(YAMLScalar(text: "", style: .plain))
        switch event.kind {
        case .scalar(let scalar, let marks):
            if isFit(marks, at: position, depth: depth) { content = .scalar(scalar) }
        case .list(let marks):
            content = try isFit(marks, at: position, depth: depth) ? list(depth: depth) : skip(content)
        case .mapping(let marks):
            content = try isFit(marks, at: position, depth: depth) ? mapping(depth: depth) : skip(content)
        case .alias(let name): try refuseAlias(name, event)
        case .end, .streamEnd, .other: throw YAMLFault(problem: "", position: event.position)
        }
        return YAMLNode(position: position, content: content)
    }

    private mutating func list(depth: Int) throws(YAMLFault) -> YAMLNode.Content {
        var items: [YAMLNode] = []
        while true {
            let event = try events.next()
            if case .end = event.kind { return .list(items) }
            items.append(try node(event, depth: depth + 1))
        }
    }

    private mutating func mapping(depth: Int) throws(YAMLFault) -> YAMLNode.Content {
        var entries: [YAMLEntry] = []
        // A few keys are compared one by one; more of them through a table.
        var lines: [String: Int] = [:]
        while true {
            let event = try events.next()
            if case .end = event.kind { return .mapping(entries) }
            let position = place(event)
            guard let key = try key(event) else {
                try skipNode(try events.next())
                continue
            }
            let value = try node(try events.next(), depth: depth + 1)
            let first: Int?
            if entries.count < 16 {
                first = entries.first { $0.key == key }?.position.line
            } else {
                if lines.isEmpty { for entry in entries { lines[entry.key] = entry.position.line } }
                first = lines[key]
                if first == nil { lines[key] = position.line }
            }
            if let first {
                duplicates.append((.yamlDuplicateKey(key, firstLine: first), position))
            } else {
                entries.append(YAMLEntry(key: key, position: position, value: value))
            }
        }
    }

    /// The word that a key is; `nil` for what cannot be one, which is refused.
    private mutating func key(_ event: YAMLEvent) throws(YAMLFault) -> String? {
        switch event.kind {
        case .scalar(let scalar, let marks):
            if marks.anchor == nil, !(scalar.text == "<<" && scalar.style == .plain) { return scalar.text }
            refuse(.yamlAlias, at: place(event))
        case .alias(let name): try refuseAlias(name, event)
        default:
            refuse(.yamlKey, at: place(event))
            try skipNode(event)
        }
        return nil
    }

    /// Whether a value has nothing on it that the format refuses.
    private mutating func isFit(_ marks: YAMLMarks, at position: SourcePosition, depth: Int) -> Bool {
        if let anchor = marks.anchor {
            anchors.insert(anchor)
            refuse(.yamlAlias, at: position)
        } else if depth > YAMLFile.deepest {
            refuse(.yamlTooDeep(YAMLFile.deepest), at: position)
        } else if marks.isTagged {
            refuse(.yamlTag, at: position)
        } else {
            return true
        }
        return false
    }

    private mutating func refuseAlias(_ name: String, _ event: YAMLEvent) throws(YAMLFault) {
        guard anchors.contains(name) else { throw YAMLFault(problem: "undefined alias", position: event.position) }
        refuse(.yamlAlias, at: place(event))
    }

    /// Anchors and aliases are told once: one makes the other.
    private mutating func refuse(_ finding: Finding, at position: SourcePosition) {
        if finding == .yamlAlias {
            if isAliasTold { return }
            isAliasTold = true
        }
        refusals.append((finding, position))
    }

    /// Leaves out the rest of a list or a mapping that has begun.
    private func skip(_ content: YAMLNode.Content) throws(YAMLFault) -> YAMLNode.Content {
        try skipRest(open: 1)
        return content
    }

    private func skipNode(_ event: YAMLEvent) throws(YAMLFault) {
        switch event.kind {
        case .list, .mapping: try skipRest(open: 1)
        default: break
        }
    }

    private func skipRest(open: Int) throws(YAMLFault) {
        var open = open
        while open > 0 {
            switch try events.next().kind {
            case .list, .mapping: open += 1
            case .end: open -= 1
            case .streamEnd: return
            case .scalar, .alias, .other: break
            }
        }
    }

    private func place(_ event: YAMLEvent) -> SourcePosition {
        SourcePosition(line: event.position.line + offset, column: event.position.column)
    }
}
