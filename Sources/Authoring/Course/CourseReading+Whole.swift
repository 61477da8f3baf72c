import CourseContent
import Essentials

extension CourseReading {
    /// What the bodies hold that can only be judged once all of them are read.
    struct Gathered {
        /// By digest.
        var contents: [String: ActivityContent] = [:]
        /// Their canonical JSON.
        var encoded: [String: String] = [:]
        /// Ids of the glossary's terms that lessons mark.
        var terms: Set<String> = []
        /// Ids of the headings, by activity.
        var headings: [String: Set<String>] = [:]
        var headingLinks: [(link: HeadingLink, from: String?, scope: FileScope)] = []

        mutating func add(_ renderer: ContentRenderer, of fields: ActivityFields) {
            terms.formUnion(renderer.terms.map(\.id))
            if let id = fields.id, fields.kind == .lesson { headings[id] = renderer.headingIDs }
            headingLinks += renderer.headingLinks.map { ($0, fields.id, fields.scope) }
        }
    }

    /// What is wrong with the course taken as a whole.
    func checkWhole(_ head: CourseFields?, modules: [ModuleOutline], links: CourseLinks, _ gathered: Gathered) {
        if modules.isEmpty { log.add(.noModule, in: "course.yml", at: .start) }
        if let head, !modules.isEmpty {
            let isEvaluated = modules.contains { $0.activities.contains { $0.isEvaluation && !$0.objectives.isEmpty } }
            if !isEvaluated { log.add(.noEvaluation, in: "course.yml", at: head.objectivesPosition) }
        }
        if let head { head.competencies.checkTrained(by: modules.flatMap(\.activities), scope: head.scope) }
        for (link, from, scope) in gathered.headingLinks {
            guard let headings = (link.activity ?? from).map({ gathered.headings[$0] ?? [] }) else { continue }
            if !headings.contains(link.heading) {
                scope.report(.deadHeadingLink(link.written, headings: headings), at: link.position)
            }
        }
        // A text that was refused may have used them; minutes that were refused are not known.
        if log.hasErrors { return }
        for path in assets.unused { log.add(.unusedAsset, in: path, at: .start) }
        for (id, term) in links.glossary.terms where !gathered.terms.contains(id) {
            log.add(.unusedTerm(term.term), in: "glossary.yml", at: links.glossary.places[id] ?? .start)
        }
        if let head, let finding = AnnouncedHours(modules).finding(head.outline.hours) {
            log.add(finding, in: "course.yml", at: head.hoursPosition)
        }
    }
}
