import CourseContent
import Essentials

/// The questions of a quiz or of a bank, in the order in which they are written.
struct QuestionList {
    let scope: FileScope
    let limit: Int
    /// `nil` in a bank, which draws from nothing.
    let banks: QuestionBanks?
    private(set) var questions: [Question] = []
    private(set) var draws: [QuestionDraw] = []
    /// Digests of the files that drawn questions of banks show.
    private(set) var bankAssets: [String] = []
    private var places: [String: (file: String, line: Int)] = [:]

    init(scope: FileScope, limit: Int, banks: QuestionBanks?) {
        self.scope = scope
        self.limit = limit
        self.banks = banks
    }

    mutating func read(_ items: [YAMLNode], at position: SourcePosition, _ renderer: inout ContentRenderer) {
        if items.count > limit { report(tooManyAt: position) }
        for item in items.prefix(limit) {
            if banks != nil, case .mapping(let entries) = item.content,
                entries.contains(where: { DrawKey.all.contains($0.key) })
            {
                draw(item, &renderer)
            } else {
                question(item, &renderer)
            }
        }
        if items.count <= limit, questions.count > limit { report(tooManyAt: position) }
    }

    /// The line of a question's id; 1 for a question that is not here.
    func line(of id: String) -> Int { places[id]?.line ?? 1 }

    private func report(tooManyAt position: SourcePosition) {
        scope.report(.tooMany(Phrase(fr: "questions", en: "questions"), limit: limit), at: position)
    }

    private mutating func question(_ item: YAMLNode, _ renderer: inout ContentRenderer) {
        guard let reader = QuestionFields(item, scope: scope), let question = reader.question(&renderer) else { return }
        add(question, file: scope.source.file, line: reader.fields.position(of: "id").line, at: reader.fields.position(of: "id"))
    }

    private mutating func add(_ question: Question, file: String, line: Int, at position: SourcePosition) {
        if let place = places[question.id] {
            scope.report(.duplicateID(question.id, file: place.file, line: place.line), at: position)
        } else {
            places[question.id] = (file, line)
            questions.append(question)
        }
    }

    private enum DrawKey {
        static let all = ["draw", "from", "bank"]
    }

    /// `{ draw: 3, bank: NAME }` or `{ draw: 3, from: [questions] }`.
    private mutating func draw(_ item: YAMLNode, _ renderer: inout ContentRenderer) {
        guard let fields = Fields(item, keys: DrawKey.all, scope: scope) else { return }
        let count = fields.integer("draw", in: 1...limit, required: true)
        let first = questions.count
        if let name = fields["bank"] {
            if fields["from"] != nil { scope.report(.drawFromTwo, at: fields.position(of: "from")) }
            guard let bank = scope.identifier(name).flatMap({ bank(named: $0, at: name) }) else { return }
            for (question, line) in bank.questions { add(question, file: bank.file, line: line, at: fields.position(of: "bank")) }
            bankAssets += bank.assets.filter { !bankAssets.contains($0) }
        } else {
            for item in fields.list("from", required: true) { question(item, &renderer) }
        }
        let pool = questions[first...]
        guard let count, let points = pool.first?.points else { return }
        if count > pool.count { scope.report(.drawTooLarge(count, of: pool.count), at: fields.position(of: "draw")) }
        if let other = pool.first(where: { $0.points != points }) {
            scope.report(.drawUnequal(other.id), at: fields.position(of: "draw"))
        }
        draws.append(QuestionDraw(count: count, from: pool.map(\.id)))
    }

    private func bank(named name: String, at node: YAMLNode) -> QuestionBank? {
        guard let banks else { return nil }
        if let bank = banks[name] { return bank }
        // A bank that is there and cannot be read was reported in its own file.
        if !banks.names.contains(name) { scope.report(.unknownBank(name, known: banks.names), at: node) }
        return nil
    }
}
