import Essentials
import Foundation

/// Reads a Moodle course backup (`.mbz`).
final class BackupReader {
    let session: ImportSession
    let archive: Archive
    private let files: BackupFiles
    private var questions: BackupQuestions?
    private var activityIDs: [String: String] = [:]
    private var banks: [String: String] = [:]
    private var draft: CourseDraft

    static let marker = "moodle_backup.xml"

    init(session: ImportSession, archive: Archive) throws(ImportError) {
        self.session = session
        self.archive = archive
        files = try BackupFiles(session: session, archive: archive)
        draft = CourseDraft(title: session.sourceName, language: session.language)
    }

    private struct Module {
        var id: String
        var section: String
        var type: String
        var title: String
        var directory: String
        /// The id of the activity that it becomes.
        var activity = ""
    }

    /// - Parameter path: below the root of the archive.
    private func xml(_ path: String) throws(ImportError) -> MarkupElement {
        try XMLFile.read(try archive.text(path), name: path, limits: session.limits)
    }

    /// - throws: ``ImportError``.
    func read() throws(ImportError) -> CourseDraft {
        let information = try xml(Self.marker).first("information") ?? MarkupElement(name: "information")
        draft.title = information.text(of: "original_course_fullname") ?? session.sourceName
        if let language = information.text(of: "original_course_lang").flatMap({
            Language(rawValue: String($0.lowercased().prefix(2)))
        }) {
            session.language = language
            draft.language = language
        }
        let contents = information.first("contents")
        var modules =
            contents?.first("activities")?.all("activity").map {
                Module(
                    id: $0.text(of: "moduleid") ?? "", section: $0.text(of: "sectionid") ?? "",
                    type: $0.text(of: "modulename") ?? "",
                    title: $0.text(of: "title") ?? "", directory: $0.text(of: "directory") ?? "")
            } ?? []
        for index in modules.indices {
            let module = modules[index]
            modules[index].activity = session.ids.take("\(module.type)-\(module.id)", kind: "activity")
            if activityIDs[module.id] == nil { activityIDs[module.id] = modules[index].activity }
        }
        let questions = try BackupQuestions(session: session, archive: archive, files: files, activities: activityIDs)
        self.questions = questions
        // A backup may say the same section or the same activity twice: each stands once.
        var left = modules
        var done = 0
        for section in contents?.first("sections")?.all("section") ?? [] {
            let id = section.text(of: "sectionid") ?? ""
            let mine = left.filter { $0.section == id }
            left.removeAll { $0.section == id }
            try self.section(section, modules: mine) {
                done += 1
                self.session.advance(done, of: modules.count)
            }
        }
        if !left.isEmpty {
            draft.modules.append(
                ModuleDraft(
                    id: session.ids.take("others", kind: "module"),
                    title: Phrase(fr: "Autres activités", en: "Other activities").in(session.language)))
            for module in left { try add(module) }
        }
        try unusedQuestions(questions)
        try files.settle()
        return draft
    }

    private func section(_ element: MarkupElement, modules: [Module], _ advance: () -> Void) throws(ImportError) {
        let id = element.text(of: "sectionid") ?? ""
        let path = (element.text(of: "directory") ?? "sections/section_\(id)") + "/section.xml"
        let section = archive.holds(path) ? try xml(path) : MarkupElement(name: "section")
        let name = section.text(of: "name").flatMap { $0 == "$@NULL@$" ? nil : $0 } ?? element.text(of: "title") ?? ""
        let number = section.text(of: "number") ?? id
        let title =
            name.isEmpty || name == number ? Phrase(fr: "Section \(number)", en: "Section \(number)").in(session.language) : name
        let entry = session.ledger.find("section", place: path, title: title)
        draft.modules.append(ModuleDraft(id: session.ids.take("section-" + id, kind: "module"), title: title))
        let index = draft.modules.count - 1
        if let summary = section.text(of: "summary"), summary != "$@NULL@$" {
            let links = BackupLinks(files, session: session, activities: activityIDs) {
                $0.component == "course" && $0.item == id
            }
            let text = try texts(links, path).html(summary)
            if !text.isEmpty {
                var lesson = ActivityDraft(
                    id: session.ids.take("section-\(id)-summary", kind: "lesson"), title: title, body: .lesson(text))
                lesson.isOptional = true
                draft.modules[index].activities.append(lesson)
            }
        }
        // The order of the section, not that of the file.
        let sequence = section.text(of: "sequence")?.split(separator: ",").map { $0.trimmed } ?? []
        let ordered = modules.sorted { (sequence.firstIndex(of: $0.id) ?? .max) < (sequence.firstIndex(of: $1.id) ?? .max) }
        for module in ordered {
            advance()
            try add(module)
        }
        if draft.modules[index].activities.isEmpty {
            session.ledger.left(entry, why: .isEmpty, instead: .nothing)
        } else {
            session.ledger.imported(entry)
        }
    }

    private func texts(_ links: any LinkReading, _ place: String) -> RichTextReader {
        RichTextReader(links: links, ledger: session.ledger, place: place, language: session.language)
    }

    // MARK: Activities

    private static let known: Set<String> = ["page", "label", "url", "resource", "folder", "book", "assign", "quiz", "forum"]

    private func add(_ module: Module) throws(ImportError) {
        let place = module.directory + "/\(module.type).xml"
        let entry = session.ledger.find(
            Self.known.contains(module.type) ? module.type : "other activity", place: place, title: "\(module.title)")
        guard Self.known.contains(module.type) else {
            let isKept =
                archive.holds(place)
                ? try session.files.keepAside("\(module.type)-\(module.id).xml", try archive.bytes(place)) : false
            session.ledger.left(
                entry,
                why: Phrase(fr: "Rebond n’a pas d’activité « \(module.type) »", en: "Rebond has no activity \"\(module.type)\""),
                instead: isKept ? .keptBeside : .nothing)
            return
        }
        do throws(ImportError) {
            let root = try xml(place)
            try restrictions(module)
            let reading = BackupActivity(
                root: root, type: module.type, title: module.title, place: place, session: session, files: files,
                activities: activityIDs)
            let made = module.type == "quiz" ? try quiz(reading) : try reading.read()
            guard let made else {
                session.ledger.left(entry, why: .isEmpty, instead: .nothing)
                return
            }
            let title = module.type == "label" ? made.title : root.first(module.type)?.text(of: "name") ?? module.title
            draft.modules[draft.modules.count - 1].activities.append(
                ActivityDraft(id: module.activity, title: title.ifAny ?? made.title, body: made.body))
            session.ledger.imported(entry, changes: made.changes)
        } catch {
            switch error {
            case .missingFile, .badXML: session.ledger.left(entry, why: error.phrase, instead: .nothing)
            default: throw error
            }
        }
    }

    /// Who may open it and when is not kept, and said.
    private func restrictions(_ module: Module) throws(ImportError) {
        let path = module.directory + "/module.xml"
        guard archive.holds(path) else { return }
        let availability = try xml(path).text(of: "availability") ?? "$@NULL@$"
        guard availability != "$@NULL@$", availability.contains("\"type\"") else { return }
        session.ledger.left(
            "availability", place: path, title: module.title,
            why: Phrase(fr: "les conditions d’accès ne sont pas reprises", en: "the restrictions of access are not taken"),
            instead: Phrase(fr: "l’activité est ouverte : écrivez « opens »", en: "the activity is open: write `opens`"))
    }

    // MARK: Quizzes

    private func quiz(_ reading: BackupActivity) throws(ImportError) -> BackupActivity.Made? {
        guard let questions, let element = reading.root.first("quiz") else { return nil }
        var quiz = QuizDraft()
        var changes: [Phrase] = []
        quiz.instructions = try reading.rich(element.first("intro"), format: element.text(of: "introformat"))
        if let seconds = element.text(of: "timelimit").flatMap({ Int($0) }), seconds > 0 { quiz.timeLimit = max(1, seconds / 60) }
        if let attempts = element.text(of: "attempts_number").flatMap({ Int($0) }), attempts > 0 { quiz.attempts = attempts }
        quiz.grade = ["2": "average", "4": "last"][element.text(of: "grademethod") ?? "1"]
        if element.text(of: "shuffleanswers") == "1" { quiz.shufflesChoices = true }
        let slots = (element.first("question_instances")?.all("question_instance") ?? [])
            .sorted { (Int($0.text(of: "slot") ?? "") ?? 0) < (Int($1.text(of: "slot") ?? "") ?? 0) }
        for slot in slots {
            if let category = Self.category(ofRandom: slot) {
                try draw(category, slot, reading.place, into: &quiz)
                continue
            }
            let entry = slot.descendants("questionbankentryid").first?.trimmedText
            let number =
                entry.flatMap { questions.number(ofEntry: $0) } ?? slot.text(of: "questionid") ?? slot.text(of: "question") ?? ""
            if let category = questions.category(ofRandom: number) {
                try draw(category, slot, reading.place, into: &quiz)
                continue
            }
            switch try questions.question(number) {
            case .question(var question)?:
                if quiz.questions.contains(where: { $0.id == question.id }) { continue }
                if let mark = slot.text(of: "maxmark").flatMap({ Double($0) }), mark > 0 {
                    question.points = min(max(mark, 0.25), 100)
                }
                quiz.items.append(.question(question))
            case .text(let text)?: quiz.instructions = quiz.instructions + text
            case .left?: break
            case nil:
                session.ledger.left(
                    "missing question", place: reading.place, title: number,
                    why: Phrase(fr: "elle n’est pas dans la banque de la sauvegarde", en: "it is not in the bank of the backup"),
                    instead: .nothing)
            }
        }
        if quiz.items.isEmpty { return nil }
        if element.text(of: "timeopen").map({ $0 != "0" }) ?? false {
            changes.append(Phrase(fr: "sans ses dates", en: "without its dates"))
        }
        return BackupActivity.Made(title: "", body: .quiz(quiz), changes: changes)
    }

    /// The category that a random slot draws from; `nil` for a slot with a question of its own.
    private static func category(ofRandom slot: MarkupElement) -> String? {
        guard let condition = slot.descendants("question_set_reference").first?.text(of: "filtercondition") else { return nil }
        for mark in ["\"questioncategoryid\":", "\"values\":["] {
            guard let found = condition.range(of: mark) else { continue }
            let digits = condition[found.upperBound...].drop { $0 == "\"" || $0 == " " }.prefix { $0.isNumber }
            if !digits.isEmpty { return String(digits) }
        }
        return ""
    }

    private func draw(_ category: String, _ slot: MarkupElement, _ place: String, into quiz: inout QuizDraft) throws(ImportError)
    {
        guard let questions else { return }
        let entry = session.ledger.find("random question", place: place, title: questions.byCategory[category]?.name ?? category)
        if banks[category] == nil {
            var all = try questions.questions(ofCategory: category)
            // Questions of one draw are worth the same.
            for index in all.indices { all[index].points = 1 }
            if !all.isEmpty {
                let id = session.ids.take("bank-" + category, kind: "bank")
                banks[category] = id
                draft.banks.append(BankDraft(id: id, title: questions.byCategory[category]?.name ?? id, questions: all))
            }
        }
        guard let bank = banks[category] else {
            session.ledger.left(
                entry,
                why: Phrase(fr: "sa catégorie n’a pas de question reprise", en: "its category has no question that was taken"),
                instead: .nothing)
            return
        }
        quiz.items.append(.draw(1, bank: bank))
        session.ledger.imported(
            entry,
            changes: [
                Phrase(fr: "un tirage dans une banque, à un point la question", en: "a draw from a bank, at one point a question")
            ])
    }

    /// Questions that no quiz asks become banks.
    private func unusedQuestions(_ questions: BackupQuestions) throws(ImportError) {
        for category in questions.unused() {
            let known = questions.used
            let rest = try (questions.byCategory[category]?.questions ?? []).filter {
                !known.contains($0) && questions.category(ofRandom: $0) == nil
            }.reduced { number throws(ImportError) in
                if case .question(let question)? = try questions.question(number) { question } else { nil }
            }
            if rest.isEmpty { continue }
            draft.banks.append(
                BankDraft(
                    id: session.ids.take("bank-\(category)-unused", kind: "bank"),
                    title: questions.byCategory[category]?.name ?? category, questions: rest))
        }
    }
}
