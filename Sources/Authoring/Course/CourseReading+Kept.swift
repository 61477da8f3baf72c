import CourseContent
import Essentials

/// What need not be rendered again.
extension CourseReading {
    /// What every body is rendered with, besides its own source and what that names.
    static func context(of head: CourseFields?, glossary: String?, limits: FolderLimits) -> String {
        "\(head?.outline.key ?? "") \(head?.outline.language.rawValue ?? "") \(glossary ?? "") \(limits)"
    }

    /// The name under which the body of a file is kept: its content, its kind and the language that it has by itself.
    private func key(of path: String, _ language: Language) -> String? {
        guard let digest = folder.sources.digest(of: path), let kind = ActivityFile.kind(of: path) else { return nil }
        return "\(digest) \(kind.rawValue) \(language.rawValue)"
    }

    func keptBody(of path: String, _ language: Language) -> KeptBody? {
        guard let kept else { return nil }
        return key(of: path, language).flatMap { kept.bodies[$0] }
    }

    /// The body of an activity: the one that is kept if all that it refers to is as it was, and a new one otherwise.
    func body(_ draft: Draft, language: Language, links: CourseLinks, banks: QuestionBanks) -> Body {
        guard let known = draft.kept else { return renderedBody(draft, language: language, links: links, banks: banks) }
        guard isRight(known, in: draft.fields.scope.source.file, links) else {
            // Only its head was read: what was read then stands for what is read now.
            let whole = self.draft(draft.fields.scope.source, language: language)
            return renderedBody(whole ?? draft, language: language, links: links, banks: banks)
        }
        var body = Body(ContentRenderer(scope: draft.fields.scope, links: links, language: language), of: draft.fields)
        body.outline.contentDigest = known.contentDigest
        body.terms = known.terms
        body.headings = draft.fields.id == nil ? nil : known.headings
        body.headingLinks = known.headingLinks
        body.kept = known
        return body
    }

    /// Looks at every file that it shows, as rendering does: what is wrong with one is reported once more.
    private func isRight(_ known: KeptBody, in file: String, _ links: CourseLinks) -> Bool {
        guard links.written.isSuperset(of: known.activities) else { return false }
        return known.files.allSatisfy { used in
            guard case .success(let item?) = links.assets.item(used.path, from: file, as: used.use) else { return false }
            return item.asset.digest == used.digest
        }
    }

    private func renderedBody(_ draft: Draft, language: Language, links: CourseLinks, banks: QuestionBanks) -> Body {
        var draft = draft
        draft.kept = nil
        var body = activity(draft, links: links, banks: banks)
        if kept != nil { body.kept = keepable(body, draft, language) }
        return body
    }

    /// What may be kept of a body. Recordings, whose words stand in files beside them, and draws from banks are rendered each time.
    private func keepable(_ body: Body, _ draft: Draft, _ language: Language) -> KeptBody? {
        guard let digest = body.outline.contentDigest, let content = body.content, body.outline.media == nil else { return nil }
        if case .quiz(let quiz) = content, quiz.draws != nil { return nil }
        guard draft.body != nil || isHeadEnough(draft.fields, language) else { return nil }
        return KeptBody(
            contentDigest: digest, terms: body.terms, headings: body.headings, headingLinks: body.headingLinks, files: body.files,
            activities: body.linked)
    }

    /// Whether the head of a file, read without its body, says the same of the activity.
    private func isHeadEnough(_ fields: ActivityFields, _ language: Language) -> Bool {
        let apart = ProblemLog()
        let known = KeptBody(contentDigest: "", terms: [], headings: nil, headingLinks: [], files: [], activities: [])
        guard let head = draft(fields.scope.source, language: language, kept: known, log: apart)?.fields, apart.files.isEmpty
        else {
            return false
        }
        return head.isSame(as: fields)
    }

    /// Keeps for the next reading what this one rendered or found kept, of every file in which nothing is to be said.
    mutating func keep(_ bodies: [Body], _ language: Language) {
        guard let before = kept, !log.hasErrors else { return }
        let told = log.files
        var now: [String: KeptBody] = [:]
        for body in bodies {
            let path = body.scope.source.file
            if let known = body.kept, !told.contains(path), let key = key(of: path, language) { now[key] = known }
        }
        kept = KeptBodies(context: before.context, bodies: now, isNews: now != before.bodies)
    }
}

extension ActivityFields {
    /// Whether two readings of a head say the same, and at the same places.
    fileprivate func isSame(as other: ActivityFields) -> Bool {
        outline(contentDigest: nil) == other.outline(contentDigest: nil) && id == other.id && idPosition == other.idPosition
            && isEstimated == other.isEstimated && objectives.elementsEqual(other.objectives, by: ==)
            && (opens?.after ?? []).elementsEqual(other.opens?.after ?? [], by: ==)
            && (opens?.scores ?? []).elementsEqual(other.opens?.scores ?? [], by: ==)
    }
}
