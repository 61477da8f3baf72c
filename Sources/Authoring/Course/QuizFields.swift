import CourseContent
import Essentials

/// The body of a quiz: instructions, attempts and questions, their texts rendered.
struct QuizFields {
    let fields: Fields
    let limits: FolderLimits

    func content(_ renderer: inout ContentRenderer) -> QuizContent {
        let scope = fields.scope
        let instructions = fields["instructions"].flatMap { scope.markdown($0) }.map { renderer.render($0, as: .text) }
        let attempts = fields.integer("attempts", in: 1...20)
        let items = fields.list("questions", required: true)
        if items.count > limits.questionsPerQuiz {
            scope.report(
                .tooMany(Phrase(fr: "questions", en: "questions"), limit: limits.questionsPerQuiz),
                at: fields.position(of: "questions"))
        }
        var questions: [Question] = []
        var lines: [String: Int] = [:]
        for item in items.prefix(limits.questionsPerQuiz) {
            guard let reader = QuestionFields(item, scope: scope), let question = reader.question(&renderer) else { continue }
            if let line = lines[question.id] {
                scope.report(
                    .duplicateID(question.id, file: scope.source.file, line: line), at: reader.fields.position(of: "id"))
            } else {
                lines[question.id] = reader.fields.position(of: "id").line
                questions.append(question)
            }
        }
        return QuizContent(
            instructions: instructions, attemptsAllowed: attempts, questions: questions, assets: renderer.assets)
    }
}
