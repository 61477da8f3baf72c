import Essentials

/// Questions by category, on their way to a course: a module for each category of the first level, a quiz for each category.
struct QuestionBankDraft {
    struct Category {
        var path: [String]
        var questions: [QuestionDraft] = []
        /// Texts that stand between the questions and wait for the next one.
        var pending = RichText()
    }

    private(set) var categories: [Category] = [Category(path: [])]

    /// `$course$/top/Unit 1/Words`: what Moodle itself puts before the names that people gave is left out.
    mutating func open(_ path: String) {
        var parts: [String] = []
        var part = ""
        // `//` is a slash in a name.
        for piece in path.replacing("//", with: "\u{1}").split(separator: "/") {
            part = piece.replacing("\u{1}", with: "/").trimmed
            if part.isEmpty || (part.hasPrefix("$") && part.hasSuffix("$")) || (parts.isEmpty && part == "top") { continue }
            parts.append(part)
        }
        categories.append(Category(path: parts))
    }

    mutating func add(_ question: QuestionDraft) {
        var question = question
        let last = categories.count - 1
        question.text = categories[last].pending + question.text
        categories[last].pending = RichText()
        categories[last].questions.append(question)
    }

    /// A text that is no question is shown with the next one.
    mutating func describe(_ text: RichText) {
        categories[categories.count - 1].pending = categories[categories.count - 1].pending + text
    }

    func course(_ session: ImportSession) -> CourseDraft {
        let fallback = Phrase(fr: "Questions", en: "Questions").in(session.language)
        var draft = CourseDraft(title: session.sourceName.replacing("_", with: " "), summary: nil, language: session.language)
        var modules: [String: Int] = [:]
        var quizzes: [[String]: (module: Int, activity: Int)] = [:]
        for category in categories where !category.questions.isEmpty || !category.pending.isEmpty {
            let name = category.path.first ?? fallback
            let title = category.path.last ?? fallback
            let module = modules[name] ?? draft.modules.count
            if modules[name] == nil {
                modules[name] = module
                draft.modules.append(ModuleDraft(id: session.ids.take("module-" + name, kind: "module"), title: name))
            }
            if category.questions.isEmpty {
                draft.modules[module].activities.append(
                    ActivityDraft(
                        id: session.ids.take(category.path.joined(separator: "-") + "-text", kind: "lesson"), title: title,
                        body: .lesson(category.pending)))
                continue
            }
            var quiz = QuizDraft(items: category.questions.map { .question($0) })
            if !category.pending.isEmpty { quiz.instructions = category.pending }
            if let known = quizzes[category.path],
                case .quiz(var whole) = draft.modules[known.module].activities[known.activity].body
            {
                whole.items += quiz.items
                whole.instructions = whole.instructions + quiz.instructions
                draft.modules[known.module].activities[known.activity].body = .quiz(whole)
                continue
            }
            quizzes[category.path] = (module, draft.modules[module].activities.count)
            let id = session.ids.take(category.path.isEmpty ? "questions" : category.path.joined(separator: "-"), kind: "quiz")
            draft.modules[module].activities.append(ActivityDraft(id: id, title: title, body: .quiz(quiz)))
        }
        return draft
    }
}
