import CourseContent
import Essentials

/// A word of the trade and what it means.
struct GlossaryTerm: Hashable, Sendable {
    var id: String
    var term: String
    var definition: String
    /// The language of the word, when it is not the course's.
    var termLanguage: String?
}

/// `glossary.yml`: the words that lessons mark with `[words](term:ID)`.
struct Glossary: Sendable {
    private(set) var terms: [String: GlossaryTerm] = [:]
    /// Where each term stands in `glossary.yml`.
    private(set) var places: [String: SourcePosition] = [:]
    /// The language of the definitions: the course's.
    private(set) var language = Language.french

    init() {}

    init(_ node: YAMLNode, language: Language, scope: FileScope) {
        self.language = language
        guard let fields = Fields(node, keys: ["terms"], scope: scope) else { return }
        for item in fields.list("terms", required: true) {
            guard let fields = Fields(item, keys: ["id", "term", "definition", "language"], scope: scope) else { continue }
            let word = fields.text("term", required: true, atMost: 100)
            let definition = fields.text("definition", required: true, atMost: TextLimit.summary)
            let tag = fields.text("language", atMost: 40)
            if let tag, let node = fields["language"], !LanguageSpans.isLanguage(tag) {
                scope.report(.badSpanLanguage(tag), at: node)
            }
            guard let id = fields.identifier("id") else { continue }
            let position = fields.position(of: "id")
            if let first = places[id] {
                scope.report(.duplicateID(id, file: scope.source.file, line: first.line), at: position)
                continue
            }
            places[id] = position
            terms[id] = GlossaryTerm(
                id: id, term: word ?? "", definition: definition ?? "",
                termLanguage: tag == language.rawValue ? nil : tag)
        }
    }
}

extension ContentRenderer {
    /// Words that lead to their definition at the end of the lesson.
    mutating func term(_ node: MarkdownNode, id: String) {
        guard form == .lesson else {
            report(.termInQuiz, at: node)
            return
        }
        guard let term = links.glossary.terms[id] else {
            report(.unknownTerm(id, known: links.glossary.terms.keys.sorted()), at: node)
            return
        }
        let isFirst = !terms.contains(term)
        html.markup("<a class=\"term\"")
        html.attribute("href", "#" + Self.termID(term))
        if isFirst {
            terms.append(term)
            html.attribute("id", Self.termID(term) + "-ref")
        }
        html.markup(">")
        linkWords(of: node)
        html.markup("</a>")
    }

    /// The definitions of the marked words, each with the way back to where it is marked first.
    mutating func glossaryList() {
        guard !terms.isEmpty else { return }
        html.markup("<section class=\"glossary\" aria-labelledby=\"glossary-title\">\n<h2 id=\"glossary-title\">")
        html.text(Phrase(fr: "Les mots de cette leçon", en: "The words of this lesson").in(language).utf8)
        html.markup("</h2>\n<dl>\n")
        let isOther = links.glossary.language != language
        for term in terms {
            html.markup("<div")
            html.attribute("id", Self.termID(term))
            html.markup("><dt><dfn")
            if let tag = term.termLanguage ?? (isOther ? links.glossary.language.rawValue : nil) { html.attribute("lang", tag) }
            html.markup(">")
            html.text(term.term.utf8)
            html.markup("</dfn></dt>\n<dd><span")
            if isOther { html.attribute("lang", links.glossary.language.rawValue) }
            html.markup(">")
            html.text(term.definition.utf8)
            html.markup("</span> <a class=\"note-back\"")
            html.attribute("href", "#" + Self.termID(term) + "-ref")
            html.attribute(
                "aria-label",
                Phrase(fr: "Retour au texte, « \(term.term) »", en: "Back to the text, \"\(term.term)\"").in(language))
            html.markup(">↩</a></dd></div>\n")
        }
        html.markup("</dl>\n</section>\n")
    }

    private static func termID(_ term: GlossaryTerm) -> String { "term-" + term.id }
}

extension Finding {
    static func unusedTerm(_ term: String) -> Finding {
        Finding(
            "unused-term", severity: .warning,
            Phrase(
                fr: "Aucune leçon ne marque ce mot : « \(excerpt(term)) » n’est pas montré.",
                en: "No lesson marks this word: \"\(excerpt(term))\" is not shown."),
            hint: Phrase(
                fr: "Marquez-le là où on le lit, « [le mot](term:ID) », ou retirez-le.",
                en: "Mark it where it is read, \"[the word](term:ID)\", or take it out."))
    }

    static func unknownTerm(_ id: String, known: [String]) -> Finding {
        Finding(
            "unknown-term",
            Phrase(fr: "Le glossaire n’a pas de terme « \(excerpt(id)) ».", en: "The glossary has no term \"\(excerpt(id))\"."),
            hint: NearestWord.find(id, among: known).map {
                Phrase(fr: "Vouliez-vous écrire « term:\($0) » ?", en: "Did you mean \"term:\($0)\"?")
            }
                ?? Phrase(
                    fr: "Ajoutez-le dans « glossary.yml », à côté de « course.yml ».",
                    en: "Add it to \"glossary.yml\", beside \"course.yml\"."))
    }

    static let termInQuiz = Finding(
        "term-in-quiz",
        Phrase(fr: "Les textes d’un quiz ne renvoient pas au glossaire.", en: "The texts of a quiz do not lead to the glossary."),
        hint: Phrase(fr: "Gardez les mots sans le lien.", en: "Keep the words without the link."))
}
