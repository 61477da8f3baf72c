import CourseContent
import Essentials

/// The body of an assignment: what to do, what to hand in, what is looked at.
struct AssignmentFields {
    let fields: Fields

    private static let megabyte = 1_000_000

    func content(_ renderer: inout ContentRenderer) -> AssignmentContent {
        let scope = fields.scope
        var instructions = ""
        if let node = fields.value("text", required: true), let text = scope.markdown(node) {
            instructions = renderer.render(text, as: .text)
        }
        var (text, files) = (nil as TextToHandIn?, nil as FilesToHandIn?)
        if let handIn = fields.fields("hand-in", keys: ["text", "files", "recording"], required: true) {
            text = self.text(handIn)
            files = self.files(handIn) ?? recording(handIn)
            if handIn["files"] != nil, handIn["recording"] != nil {
                scope.report(.recordingBesideFiles, at: handIn.position(of: "recording"))
            }
            if text == nil, files == nil, handIn["files"] == nil {
                scope.report(.nothingToHandIn, at: fields.position(of: "hand-in"))
            }
        }
        let rubric = criteria()
        let whole = fields.number("points", in: 1...1_000)
        if whole != nil, !rubric.isEmpty { scope.report(.pointsBesideRubric, at: fields.position(of: "points")) }
        return AssignmentContent(
            instructions: instructions, text: text, files: files, submissionsAllowed: fields.integer("submissions", in: 1...20),
            points: rubric.isEmpty ? whole ?? 20 : rubric.reduce(0) { $0 + $1.points }, rubric: rubric,
            isPortfolioPiece: fields.boolean("portfolio") ?? false, assets: renderer.assets)
    }

    /// `true`, or bounds in words.
    private func text(_ handIn: Fields) -> TextToHandIn? {
        guard let node = handIn["text"] else { return nil }
        if case .scalar = node.content { return handIn.boolean("text") == true ? TextToHandIn() : nil }
        guard let text = Fields(node, keys: ["min-words", "max-words"], scope: fields.scope) else { return nil }
        let bounds = TextToHandIn(
            minimumWords: text.integer("min-words", in: 1...10_000), maximumWords: text.integer("max-words", in: 1...20_000))
        if let least = bounds.minimumWords, let most = bounds.maximumWords, least > most {
            fields.scope.report(.wordsReversed, at: text.position(of: "max-words"))
        }
        return bounds
    }

    private func files(_ handIn: Fields) -> FilesToHandIn? {
        guard let files = handIn.fields("files", keys: ["kinds", "at-most", "max-megabytes"]) else { return nil }
        var kinds: [String] = []
        for node in files.list("kinds", required: true) {
            guard let kind = fields.scope.text(node, atMost: 10) else { continue }
            if !SubmittedBytes.kinds.contains(kind) {
                fields.scope.report(.unknownValue(kind, known: SubmittedBytes.kinds), at: node)
            } else if !kinds.contains(kind) {
                kinds.append(kind)
            }
        }
        return FilesToHandIn(
            kinds: kinds, maximumCount: files.integer("at-most", in: 1...10) ?? 1,
            maximumSize: (files.integer("max-megabytes", in: 1...20) ?? 5) * Self.megabyte)
    }

    /// `true` for the two minutes of a recording, or fewer or more seconds.
    private func recording(_ handIn: Fields) -> FilesToHandIn? {
        guard let node = handIn["recording"] else { return nil }
        if case .scalar = node.content {
            return handIn.boolean("recording") == true ? .recording(seconds: Self.recordingSeconds) : nil
        }
        guard let recording = Fields(node, keys: ["max-seconds"], scope: fields.scope) else { return nil }
        return .recording(seconds: recording.integer("max-seconds", in: 10...300) ?? Self.recordingSeconds)
    }

    private static let recordingSeconds = 120

    // MARK: The rubric

    private func criteria() -> [RubricCriterion] {
        var criteria: [RubricCriterion] = []
        var lines: [String: Int] = [:]
        for node in fields.list("rubric") {
            guard let item = Fields(node, keys: ["id", "title", "levels"], scope: fields.scope) else { continue }
            let title = item.text("title", required: true, atMost: TextLimit.title) ?? ""
            let levels = levels(item)
            guard let id = item.identifier("id") else { continue }
            if let line = lines[id] {
                fields.scope.report(.duplicateID(id, file: fields.scope.source.file, line: line), at: item.position(of: "id"))
                continue
            }
            lines[id] = item.position(of: "id").line
            criteria.append(RubricCriterion(id: id, title: title, levels: levels))
        }
        return criteria
    }

    private func levels(_ criterion: Fields) -> [RubricLevel] {
        let nodes = criterion.list("levels", required: true)
        if !nodes.isEmpty, !(2...6).contains(nodes.count) {
            fields.scope.report(.levelCount(nodes.count), at: criterion.position(of: "levels"))
        }
        let levels: [RubricLevel] = nodes.enumerated().compactMap { index, node in
            guard let item = Fields(node, keys: ["title", "text", "points"], scope: fields.scope) else { return nil }
            guard let title = item.text("title", required: true, atMost: TextLimit.title),
                let points = item.number("points", in: 0...1_000, required: true)
            else { return nil }
            return RubricLevel(
                id: "l\(index + 1)", title: title, text: item.text("text", atMost: TextLimit.summary, oneLine: false),
                points: points)
        }
        if levels.count == nodes.count, !levels.isEmpty, levels.allSatisfy({ $0.points == 0 }) {
            fields.scope.report(.criterionWithoutPoints, at: criterion.position(of: "levels"))
        }
        return levels
    }
}
