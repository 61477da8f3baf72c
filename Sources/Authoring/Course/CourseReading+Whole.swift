import CourseContent
import Essentials

extension CourseReading {
    /// An activity whose body is read.
    struct Body {
        var outline: ActivityOutline
        /// What is to be published, and its canonical JSON; `nil` in a check, and after an error.
        var content: ActivityContent?
        var json: String?
        /// Ids of the glossary's terms that it marks.
        var terms: [String]
        /// Ids of its headings; `nil` for what is no lesson.
        var headings: Set<String>?
        var headingLinks: [HeadingLink]
        var scope: FileScope
        /// What it refers to.
        var files: [KeptBody.File]
        var linked: Set<String>
        /// What the next reading may know of it; `nil` when it is to be rendered again.
        var kept: KeptBody?

        init(_ renderer: ContentRenderer, of fields: ActivityFields) {
            outline = fields.outline(contentDigest: nil, media: renderer.media)
            terms = renderer.terms.map(\.id)
            headings = fields.kind == .lesson && fields.id != nil ? renderer.headingIDs : nil
            headingLinks = renderer.headingLinks
            scope = fields.scope
            files = renderer.files
            linked = renderer.linked
        }
    }

    /// What the bodies hold that can only be judged once all of them are read.
    struct Gathered {
        /// By digest.
        var contents: [String: ActivityContent] = [:]
        /// Their canonical JSON.
        var encoded: [String: String] = [:]
        /// Digests of bodies that were not rendered: they are kept from an earlier reading.
        var left: Set<String> = []
        /// Ids of the glossary's terms that lessons mark.
        var terms: Set<String> = []
        /// Ids of the headings, by activity.
        var headings: [String: Set<String>] = [:]
        var headingLinks: [(link: HeadingLink, from: String, scope: FileScope)] = []

        mutating func add(_ body: Body) {
            terms.formUnion(body.terms)
            if let own = body.headings { headings[body.outline.id] = own }
            headingLinks += body.headingLinks.map { ($0, body.outline.id, body.scope) }
            guard let digest = body.outline.contentDigest else { return }
            if let content = body.content, let json = body.json {
                contents[digest] = content
                encoded[digest] = json
            } else {
                left.insert(digest)
            }
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
            let target = link.activity ?? from
            if target.isEmpty { continue }
            let headings = gathered.headings[target] ?? []
            if !headings.contains(link.heading) {
                scope.report(.deadHeadingLink(link.written, headings: headings), at: link.position)
            }
        }
        // A text that was refused may have used them; minutes that were refused are not known; an activity that was refused is no one to ask for.
        if log.hasErrors { return }
        if let head { head.badges.check(in: modules, scope: head.scope) }
        for path in assets.unused { log.add(.unusedAsset, in: path, at: .start) }
        for (id, term) in links.glossary.terms where !gathered.terms.contains(id) {
            log.add(.unusedTerm(term.term), in: "glossary.yml", at: links.glossary.places[id] ?? .start)
        }
        if let head, let finding = AnnouncedHours(modules).finding(head.outline.hours) {
            log.add(finding, in: "course.yml", at: head.hoursPosition)
        }
    }
}
