import CourseContent
import Essentials
import Foundation

/// One reading of one folder: heads first, so that ids and links can be checked, then bodies.
struct CourseReading {
    let folder: CourseFolder
    let log: ProblemLog
    let assets: AssetLibrary
    var ids = CourseIDs()
    /// Whether only problems are asked for: what an activity says is rendered, and neither encoded nor digested.
    var isCheck = false
    /// Told how many of how many steps are done: two for each activity.
    var progress: ReadingProgress?
    /// Where what earlier readings rendered is; `nil` when everything is to be rendered.
    var cache: RenderCache?
    var kept: KeptBodies?
    /// Files whose bodies were not rendered again.
    var reused: Set<String> = []

    init(folder: CourseFolder, log: ProblemLog) {
        self.folder = folder
        self.log = log
        assets = AssetLibrary(folder: folder, log: log)
    }

    /// A module whose activities have their heads read.
    struct Module {
        var path: String
        var fields: ModuleFields?
        var activities: [Draft]
    }

    /// An activity whose head is read.
    struct Draft {
        var fields: ActivityFields
        /// The text of a lesson.
        var body: MarkdownText?
        /// What was rendered of the same source; then only the head of a YAML file is read.
        var kept: KeptBody?
    }

    mutating func course() -> AuthoredCourse? {
        let head = courseFields()
        let language = head?.outline.language ?? .french
        let glossary = glossary(language)
        if let cache {
            let context = Self.context(
                of: head, glossary: folder.sources.digest(of: "glossary.yml"), limits: folder.limits)
            kept = KeptBodies(context: context, bodies: cache.bodies(in: context), isNews: false)
        }
        let modules = modules(language)
        let count = modules.reduce(0) { $0 + 1 + $1.activities.count + ($1.fields?.planned.count ?? 0) }
        if count > folder.limits.modulesAndActivities {
            log.add(
                .tooMany(
                    Phrase(fr: "modules et activités", en: "modules and activities"),
                    limit: folder.limits.modulesAndActivities), in: "course.yml", at: .start)
        }
        for module in modules { checkIDs(module, head: head) }
        _ = RestrictionCheck(modules, planned: ids.planned)
        let links = CourseLinks(
            courseKey: head?.outline.key ?? "course", written: ids.written, planned: ids.planned, assets: assets,
            glossary: glossary)
        let banks = QuestionBanks(folder, language: language, links: links, log: log)
        var gathered = Gathered()
        let reading = self
        let drafts = modules.flatMap(\.activities)
        let steps = StepCounter(after: drafts.count, of: 2 * drafts.count, progress)
        let bodies = drafts.concurrentMap { draft in
            defer { steps.step() }
            return reading.body(draft, language: language, links: links, banks: banks)
        }
        var written = bodies[...]
        let outlines = modules.map { module in
            let own = written.prefix(module.activities.count)
            written = written.dropFirst(own.count)
            return outline(module, written: own.map(\.outline), language: language)
        }
        for body in bodies { gathered.add(body) }
        reused = Set(bodies.filter { $0.json == nil && $0.kept != nil }.map(\.scope.source.file))
        checkWhole(head, modules: outlines, links: links, gathered)
        keep(bodies, language)
        guard var outline = head?.outline else { return nil }
        outline.modules = outlines
        let estimated = modules.flatMap(\.activities).filter(\.fields.isEstimated).compactMap(\.fields.id)
        return AuthoredCourse(
            outline: outline, contents: gathered.contents, assets: assets.used, sources: sources, estimated: estimated,
            encoded: gathered.encoded, left: gathered.left, unconfirmed: head?.unconfirmed ?? [])
    }

    /// Every file that was read, each once, in the order of their paths.
    private var sources: [AuthoredSource] {
        let read = Dictionary(
            (folder.sources.all + assets.sources).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        return read.values.sorted { $0.path < $1.path }
    }

    // MARK: Heads

    func courseFields() -> CourseFields? {
        guard folder.hasCourseFile, let source = folder.text("course.yml", log: log) else { return nil }
        let scope = FileScope(source: source, log: log)
        return YAMLFile.read(source.bytes, firstLine: 1, scope: scope).flatMap { CourseFields($0, scope: scope) }
    }

    private func glossary(_ language: Language) -> Glossary {
        guard folder.hasGlossary, let source = folder.text("glossary.yml", log: log) else { return Glossary() }
        let scope = FileScope(source: source, log: log)
        return YAMLFile.read(source.bytes, firstLine: 1, scope: scope)
            .map { Glossary($0, language: language, scope: scope) } ?? Glossary()
    }

    /// Every module with the heads of its activities, all files read at once.
    private func modules(_ language: Language) -> [Module] {
        let found = Array(folder.modules.prefix(folder.limits.modules))
        let paths = found.flatMap(\.activities)
        let steps = StepCounter(of: 2 * paths.count, progress)
        var drafts = paths.concurrentMap { path in
            defer { steps.step() }
            return draft(path, language: language)
        }[...]
        return found.map { module in
            let own = drafts.prefix(module.activities.count)
            drafts = drafts.dropFirst(own.count)
            return self.module(module, own.compactMap(\.self))
        }
    }

    private func module(_ module: CourseFolder.Module, _ drafts: [Draft]) -> Module {
        var fields: ModuleFields?
        if module.hasModuleFile, let source = folder.text(module.path + "/module.yml", log: log) {
            let scope = FileScope(source: source, log: log)
            fields = YAMLFile.read(source.bytes, firstLine: 1, scope: scope).flatMap { ModuleFields($0, scope: scope) }
        }
        if module.activities.isEmpty, fields?.planned.isEmpty ?? true {
            log.add(.emptyModule, in: module.path + "/module.yml", at: .start)
        }
        return Module(path: module.path, fields: fields, activities: drafts)
    }

    private func draft(_ path: String, language: Language) -> Draft? {
        guard let source = folder.text(path, log: log) else { return nil }
        return draft(source, language: language, kept: keptBody(of: path, language))
    }

    /// - Parameter kept: when given, only the head is read of a file of YAML.
    func draft(_ source: SourceText, language: Language, kept: KeptBody? = nil, log: ProblemLog? = nil) -> Draft? {
        let scope = FileScope(source: source, log: log ?? self.log)
        if let kind = ActivityFile.kind(of: source.file), kind != .lesson {
            let bytes = kept == nil ? source.bytes : HeadLines.of(source)
            return YAMLFile.read(bytes, firstLine: 1, scope: scope)
                .flatMap { ActivityFields($0, kind: kind, courseLanguage: language, scope: scope) }
                .map { Draft(fields: $0, kept: kept) }
        }
        guard let lesson = LessonFile(source, scope: scope) else { return nil }
        return YAMLFile.read(lesson.frontMatter, firstLine: 2, scope: scope)
            .flatMap { ActivityFields($0, kind: .lesson, courseLanguage: language, scope: scope) }
            .map { Draft(fields: $0, body: lesson.body, kept: kept) }
    }

    // MARK: Bodies

    func activity(_ draft: Draft, links: CourseLinks, banks: QuestionBanks) -> Body {
        let fields = draft.fields
        var renderer = ContentRenderer(scope: fields.scope, links: links, language: fields.language)
        renderer.isInPerson = fields.place == .inPerson
        let content: ActivityContent
        if let body = draft.body {
            if body.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {
                fields.scope.report(.emptyLesson, at: body.position(line: 1, byteColumn: 1, in: fields.scope.source))
            }
            let html = renderer.render(body, as: .lesson)
            checkPlayed(fields, renderer.media)
            let terms = renderer.terms.map {
                LessonTerm(term: $0.term, definition: $0.definition, language: $0.termLanguage)
            }
            content = .lesson(
                LessonContent(
                    html: html, words: renderer.words, assets: renderer.assets, terms: terms.isEmpty ? nil : terms))
        } else if fields.kind == .assignment {
            content = .assignment(AssignmentFields(fields: fields.fields).content(&renderer))
        } else if fields.kind == .scenario {
            content = .scenario(ScenarioFields(fields: fields.fields, limits: folder.limits).content(&renderer))
        } else if let written = KindFields(fields, limits: folder.limits).content(&renderer) {
            content = written
        } else {
            content = .quiz(QuizFields(fields: fields.fields, limits: folder.limits, banks: banks).content(&renderer))
        }
        var body = Body(renderer, of: fields)
        // What is wrong will not be published: its digest would be work for nothing.
        if log.hasErrors { return body }
        if isCheck {
            body.outline.contentDigest = ""
            return body
        }
        do {
            let (json, digest) = try ContentDigest.canonical(content)
            body.outline.contentDigest = digest
            body.content = content
            body.json = json
        } catch {
            fields.scope.report(.cannotBeKept, at: .start)
        }
        return body
    }

    /// The rule « played » needs recordings, and their lengths.
    private func checkPlayed(_ fields: ActivityFields, _ media: [MediaOutline]) {
        guard fields.completion.playedShare != nil else { return }
        if media.isEmpty { fields.scope.report(.playedWithoutMedia, at: fields.fields.position(of: "completion")) }
        if media.contains(where: { $0.milliseconds == nil }) {
            fields.scope.report(.unknownLength, at: fields.fields.position(of: "completion"))
        }
    }

    private func outline(_ module: Module, written: [ActivityOutline], language: Language) -> ModuleOutline {
        let planned = module.fields?.planned ?? []
        let activities = PlannedOrder.merge(written: written, planned: planned, language: language) { circular in
            module.fields?.scope.report(.circularAfter(circular.id), at: circular.afterPosition)
        }
        if let fields = module.fields {
            GroupCompletionFields.check(fields.completion, of: written, at: fields.completionPosition, scope: fields.scope)
        }
        return ModuleOutline(
            id: module.fields?.id ?? "", title: module.fields?.title ?? "", summary: module.fields?.summary,
            objectives: module.fields?.objectives.map(\.id) ?? [], inPersonMinutes: module.fields?.inPersonMinutes ?? 0,
            activities: activities, restriction: module.fields?.opens?.restriction, due: module.fields?.due,
            completion: module.fields?.completion,
            canDo: module.fields.flatMap { $0.canDo.isEmpty ? nil : $0.canDo })
    }
}
