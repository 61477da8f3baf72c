import CourseContent
import Essentials

/// The body of a quiz: instructions, rules and questions, their texts rendered.
struct QuizFields {
    let fields: Fields
    let limits: FolderLimits
    let banks: QuestionBanks
    private var scope: FileScope { fields.scope }

    func content(_ renderer: inout ContentRenderer) -> QuizContent {
        let instructions = fields["instructions"].flatMap { scope.markdown($0) }.map { renderer.render($0, as: .text) }
        let attempts = fields.integer("attempts", in: 1...20)
        var list = QuestionList(scope: scope, limit: limits.questionsPerQuiz, banks: banks)
        list.read(fields.list("questions", required: true), at: fields.position(of: "questions"), &renderer)
        return QuizContent(
            instructions: instructions, attemptsAllowed: attempts, questions: list.questions,
            assets: renderer.assets + list.bankAssets.filter { !renderer.assets.contains($0) },
            draws: list.draws.isEmpty ? nil : list.draws, shuffle: fields.word("shuffle", as: Shuffle.self),
            timeLimit: fields.integer("time-limit", in: 1...600),
            bands: bands(&renderer), review: review(attempts: attempts))
    }

    /// The bands, the lowest one first.
    private func bands(_ renderer: inout ContentRenderer) -> [ScoreBand]? {
        var bands: [ScoreBand] = []
        var lines: [Int: Int] = [:]
        for item in fields.list("bands") {
            guard let band = Fields(item, keys: ["from", "text"], scope: scope) else { continue }
            let from = band.integer("from", in: 0...100, required: true)
            let text = band.value("text", required: true).flatMap { scope.markdown($0) }
            guard let from else { continue }
            let position = band.position(of: "from")
            if let line = lines.updateValue(position.line, forKey: from) {
                scope.report(.duplicateAnswer("\(from)", line: line), at: position)
            }
            bands.append(ScoreBand(from: from, text: text.map { renderer.render($0, as: .text) } ?? ""))
        }
        return bands.isEmpty ? nil : bands.sorted { $0.from < $1.from }
    }

    private func review(attempts: Int?) -> ReviewRule? {
        let rule = fields.word("review", as: ReviewRule.self)
        if rule == .afterLastAttempt, attempts == nil {
            scope.report(.endlessAttempts, at: fields.position(of: "review"))
        }
        return rule == .afterSending ? nil : rule
    }
}
