import Authoring
import Essentials
import Foundation

/// Writes a draft as a course folder.
struct CourseWriter {
    let folder: URL
    let draft: CourseDraft
    private var language: Language { draft.language }
    private static let objective = "objective-1"

    /// - Parameter key: the course's name in addresses.
    /// - throws: `nothingToImport`, `cannotWrite`.
    func write(key: String) throws(ImportError) {
        let modules = draft.modules.filter { !$0.activities.isEmpty }
        if modules.isEmpty { throw .nothingToImport }
        let isEvaluated = modules.contains { $0.activities.contains { $0.isEvaluation } }
        var minutes = 0
        for (index, module) in modules.enumerated() {
            let path = Self.numbered(index, of: modules.count, module.id)
            var entries: [(String, YAMLOutput)] = [("id", .text(module.id)), ("title", .text(title(module.title, module.id)))]
            if let summary = module.summary.flatMap({ TextCleaning.line($0, atMost: 900).ifAny }) {
                entries.append(("summary", .text(summary)))
            }
            try write(YAMLWriter.write(entries), to: path + "/module.yml")
            let activities = module.activities.flatMap { parts($0) }
            for (number, activity) in activities.enumerated() {
                minutes += activity.minutes ?? MinutesEstimate.minutes(activity)
                let name = path + "/" + Self.numbered(number, of: activities.count, activity.id)
                try write(activity, to: name, isEvaluated: isEvaluated)
            }
        }
        for bank in draft.banks where !bank.questions.isEmpty {
            try write(
                YAMLWriter.write([
                    ("title", .text(title(bank.title, bank.id))), ("questions", .list(bank.questions.map { $0.yaml(language) })),
                ]), to: "banks/\(bank.id).bank.yml")
        }
        try write(YAMLWriter.write(head(key: key, minutes: minutes)), to: "course.yml")
    }

    private func head(key: String, minutes: Int) -> [(String, YAMLOutput)] {
        func contact(_ phrase: Phrase) -> YAMLOutput {
            .map([("title", .text(phrase.in(language))), ("hours-to-answer", .number(24))])
        }
        let summary = draft.summary.flatMap { TextCleaning.line($0, atMost: 900).ifAny }
        return [
            ("format", .number(1)), ("key", .text(key)),
            ("title", .text(TextCleaning.line(draft.title, atMost: 120).ifAny ?? key)),
            ("language", .text(language.rawValue)), ("mode", .text("remote")),
            (
                "summary",
                .text(
                    summary
                        ?? Phrase(
                            fr: "À écrire : ce que l’on sait faire à la fin.", en: "To be written: what one can do at the end."
                        )
                        .in(language))
            ),
            ("hours", .map([("total", .number(max(0.5, (Double(minutes) / 30).rounded(.up) / 2)))])),
            (
                "objectives",
                .list([
                    .map([
                        ("id", .text(Self.objective)),
                        (
                            "title",
                            .text(
                                Phrase(fr: "À préciser : l’objectif du cours", en: "To be stated: the objective of the course")
                                    .in(language))
                        ),
                    ])
                ])
            ),
            (
                "contacts",
                .map([
                    (
                        "pedagogical",
                        contact(Phrase(fr: "À nommer : votre formatrice ou votre formateur", en: "To be named: your tutor"))
                    ),
                    (
                        "technical",
                        contact(Phrase(fr: "À nommer : l’assistance technique", en: "To be named: the technical help desk"))
                    ),
                ])
            ),
            // `apply` asks before it publishes what stands there in the place of the author's words.
            ("to-confirm", .list(((summary == nil ? ["summary"] : []) + ["objectives", "contacts"]).map { .text($0) })),
        ]
    }

    /// `01-name`, with as many digits as keep the order.
    private static func numbered(_ index: Int, of count: Int, _ id: String) -> String {
        let digits = max(2, String(count).count)
        let number = String(index + 1)
        var name = String(id.prefix(40))
        while name.last == "-" { name.removeLast() }
        return String(repeating: "0", count: max(0, digits - number.count)) + number + "-" + name
    }

    private func title(_ text: String, _ id: String) -> String {
        TextCleaning.line(text, atMost: CourseNaming.titleLength).ifAny ?? id
    }

    // MARK: Activities

    private static let largest = 900_000

    /// An activity in as many files as its size needs.
    private func parts(_ activity: ActivityDraft) -> [ActivityDraft] {
        func halves(_ first: ActivityDraft.Body, _ second: ActivityDraft.Body) -> [ActivityDraft] {
            var (left, right) = (activity, activity)
            left.body = first
            right.body = second
            right.id = String(activity.id.prefix(55)) + "-part"
            right.title = String(activity.title.prefix(190)) + " (…)"
            return parts(left) + parts(right)
        }
        switch activity.body {
        case .lesson(let text):
            guard text.blocks.count > 1, body(text).utf8.count > Self.largest else { return [activity] }
            let middle = text.blocks.count / 2
            return halves(
                .lesson(RichText(blocks: Array(text.blocks[..<middle]))), .lesson(RichText(blocks: Array(text.blocks[middle...])))
            )
        case .quiz(let quiz):
            let size = YAMLWriter.write([("questions", questions(quiz))]).utf8.count
            guard quiz.items.count > 1, quiz.questions.count > 450 || size > Self.largest else { return [activity] }
            var (first, second) = (quiz, quiz)
            first.items = Array(quiz.items[..<(quiz.items.count / 2)])
            second.items = Array(quiz.items[(quiz.items.count / 2)...])
            second.instructions = RichText()
            return halves(.quiz(first), .quiz(second))
        case .assignment, .discussion, .document, .deck: return [activity]
        }
    }

    private func body(_ text: RichText) -> String {
        MarkdownPrinter.print(text, as: .lesson, language: language)
    }

    private func write(_ activity: ActivityDraft, to name: String, isEvaluated: Bool) throws(ImportError) {
        var entries: [(String, YAMLOutput)] = [
            ("id", .text(activity.id)), ("title", .text(title(activity.title, activity.id))),
            ("minutes", .number(Double(min(max(activity.minutes ?? MinutesEstimate.minutes(activity), 1), 600)))),
        ]
        if activity.minutes == nil { entries.append(("minutes-estimated", .boolean(true))) }
        if activity.isOptional { entries.append(("optional", .boolean(true))) }
        switch activity.body {
        case .lesson(let text):
            let markdown = body(text).ifAny ?? Phrase(fr: "*Cette page était vide.*", en: "*This page was empty.*").in(language)
            try write("---\n" + YAMLWriter.write(entries) + "---\n\n" + markdown + "\n", to: name + ".md")
        case .quiz(let quiz):
            entries.append(("objectives", .list([.text(Self.objective)])))
            entries += self.entries(quiz)
            try write(YAMLWriter.write(entries), to: name + ".quiz.yml")
        case .assignment(let assignment):
            entries.append(("objectives", .list([.text(Self.objective)])))
            entries.append(("evaluation", .boolean(true)))
            entries += self.entries(assignment, title: title(activity.title, activity.id))
            try write(YAMLWriter.write(entries), to: name + ".assignment.yml")
        case .discussion(let text):
            entries.append(("text", .text(markdown(text).ifAny ?? title(activity.title, activity.id))))
            try write(YAMLWriter.write(entries), to: name + ".discussion.yml")
        case .document(let document):
            let text = markdown(document.text)
            if !text.isEmpty { entries.append(("text", .text(text))) }
            if !document.files.isEmpty {
                entries.append(
                    (
                        "files",
                        .list(
                            document.files.map { .map([("file", .text($0.path)), ("title", .text(title($0.title, $0.path)))]) })
                    ))
            }
            try write(YAMLWriter.write(entries), to: name + ".document.yml")
        case .deck(let deck):
            let text = markdown(deck.text)
            if !text.isEmpty { entries.append(("text", .text(text))) }
            entries.append(
                (
                    "cards",
                    .list(
                        deck.cards.map { card in
                            .map(
                                [("id", .text(card.id)), ("front", .text(card.front)), ("back", .text(card.back))]
                                    + (card.example.map { [("example", .text($0))] } ?? [])
                                    + (card.language.map { [("language", .text($0))] } ?? []))
                        })
                ))
            try write(YAMLWriter.write(entries), to: name + ".deck.yml")
        }
    }

    private func markdown(_ text: RichText) -> String { MarkdownPrinter.print(text, as: .text, language: language) }

    private func entries(_ assignment: AssignmentDraft, title: String) -> [(String, YAMLOutput)] {
        var entries: [(String, YAMLOutput)] = [("text", .text(markdown(assignment.text).ifAny ?? title))]
        var handIn: [(String, YAMLOutput)] = []
        if assignment.takesText || assignment.files == 0 { handIn.append(("text", .boolean(true))) }
        if assignment.files > 0 {
            handIn.append(
                (
                    "files",
                    .map([
                        (
                            "kinds",
                            .list(["pdf", "odt", "docx", "ods", "xlsx", "odp", "pptx", "zip", "png", "jpg"].map { .text($0) })
                        ),
                        ("at-most", .number(Double(min(assignment.files, 10)))),
                    ])
                ))
        }
        entries.append(("hand-in", .map(handIn)))
        if let points = assignment.points, (1...1000).contains(points) { entries.append(("points", .number(points))) }
        return entries
    }

    private func entries(_ quiz: QuizDraft) -> [(String, YAMLOutput)] {
        var entries: [(String, YAMLOutput)] = []
        if let score = quiz.passScore, (1...100).contains(score) {
            entries.append(("completion", .map([("rule", .text("passed")), ("score", .number(Double(score)))])))
        }
        if let attempts = quiz.attempts, (1...20).contains(attempts) { entries.append(("attempts", .number(Double(attempts)))) }
        if let limit = quiz.timeLimit, (1...600).contains(limit) { entries.append(("time-limit", .number(Double(limit)))) }
        if quiz.shufflesQuestions || quiz.shufflesChoices {
            let word = quiz.shufflesQuestions && quiz.shufflesChoices ? "both" : quiz.shufflesQuestions ? "questions" : "choices"
            entries.append(("shuffle", .text(word)))
        }
        if let grade = quiz.grade { entries.append(("grade", .text(grade))) }
        let instructions = MarkdownPrinter.print(quiz.instructions, as: .text, language: language)
        if !instructions.isEmpty { entries.append(("instructions", .text(instructions))) }
        entries.append(("questions", questions(quiz)))
        return entries
    }

    private func questions(_ quiz: QuizDraft) -> YAMLOutput {
        var drawn: Set<String> = []
        return .list(
            quiz.items.compactMap { item -> YAMLOutput? in
                switch item {
                case .question(let question): return question.yaml(language)
                case .draw(_, let bank):
                    // A bank is drawn from once: the questions of a quiz are all different.
                    guard drawn.insert(bank).inserted else { return nil }
                    let count = quiz.items.reduce(0) { if case .draw(let count, bank) = $1 { $0 + count } else { $0 } }
                    let most = draft.banks.first { $0.id == bank }?.questions.count ?? 1
                    return .map([("draw", .number(Double(min(count, most)))), ("bank", .text(bank))])
                case .drawFrom(let count, let questions):
                    return .map([
                        ("draw", .number(Double(min(count, questions.count)))),
                        ("from", .list(questions.map { $0.yaml(language) })),
                    ])
                }
            })
    }

    func write(_ text: String, to path: String) throws(ImportError) {
        let file = folder.appending(path: path, directoryHint: .notDirectory)
        do {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file, options: .withoutOverwriting)
        } catch {
            throw .cannotWrite(file.path(percentEncoded: false))
        }
    }
}
