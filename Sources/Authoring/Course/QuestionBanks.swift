import CourseContent
import Essentials

/// Questions in a file of their own, from which quizzes of the course draw.
struct QuestionBank {
    /// Path in the course folder.
    var file: String
    /// Each with the line of its id.
    var questions: [(question: Question, line: Int)]
    /// Digests of the images and downloads in the questions.
    var assets: [String]
}

/// The banks of a course: `banks/NAME.bank.yml`.
struct QuestionBanks {
    /// Every bank that has a file, in the order of the names.
    let names: [String]
    private let banks: [String: QuestionBank]

    /// Reads and checks every bank, drawn from or not.
    init(_ folder: CourseFolder, language: Language, links: CourseLinks, log: ProblemLog) {
        names = folder.banks.keys.sorted()
        var banks: [String: QuestionBank] = [:]
        for (name, path) in folder.banks.sorted(by: { $0.key < $1.key }) {
            guard let source = folder.text(path, log: log) else { continue }
            let scope = FileScope(source: source, log: log)
            guard let node = YAMLFile.read(source.bytes, firstLine: 1, scope: scope),
                let fields = Fields(node, keys: ["title", "questions"], scope: scope)
            else { continue }
            _ = fields.text("title", atMost: TextLimit.title)
            var renderer = ContentRenderer(scope: scope, links: links, language: language)
            var list = QuestionList(scope: scope, limit: folder.limits.questionsPerQuiz, banks: nil)
            list.read(fields.list("questions", required: true), at: fields.position(of: "questions"), &renderer)
            banks[name] = QuestionBank(
                file: path, questions: list.questions.map { ($0, list.line(of: $0.id)) }, assets: renderer.assets)
        }
        self.banks = banks
    }

    /// A bank that could be read.
    subscript(name: String) -> QuestionBank? { banks[name] }
}
