/// The body of an activity, rendered once when the course is applied and kept by its digest.
package enum ActivityContent: Codable, Sendable, Hashable {
    case lesson(LessonContent)
    case quiz(QuizContent)
    case assignment(AssignmentContent)
    case scenario(ScenarioContent)
    case document(DocumentContent)
    case session(SessionContent)
    case discussion(DiscussionContent)
    case deck(DeckContent)
    case survey(SurveyContent)
    case placement(PlacementContent)
}

/// A lesson, ready to be shown.
package struct LessonContent: Codable, Sendable, Hashable {
    /// Safe HTML made from the author's Markdown: no script, no raw HTML.
    package var html: String
    /// Number of words, for an estimate of the reading time.
    package var words: Int
    /// Digests of the images and downloads that the lesson shows.
    package var assets: [String]
    /// The words of the glossary that it marks, in the order of the text; `nil` for none.
    package var terms: [LessonTerm]?

    package init(html: String, words: Int, assets: [String], terms: [LessonTerm]? = nil) {
        self.html = html
        self.words = words
        self.assets = assets
        self.terms = terms
    }
}

/// A word of the trade and what it means. Plain texts.
package struct LessonTerm: Codable, Sendable, Hashable {
    package var term: String
    package var definition: String
    /// The language of the word, when it is not the course's.
    package var language: String?

    package init(term: String, definition: String, language: String? = nil) {
        self.term = term
        self.definition = definition
        self.language = language
    }
}

/// A file of a course, known by its content.
package struct CourseAsset: Codable, Sendable, Hashable {
    /// SHA-256 in lower-case hexadecimal.
    package var digest: String
    /// File name in the course, shown on download.
    package var name: String
    package var mediaType: String
    /// Bytes.
    package var size: Int

    package init(digest: String, name: String, mediaType: String, size: Int) {
        self.digest = digest
        self.name = name
        self.mediaType = mediaType
        self.size = size
    }

    /// Where the web client finds it. The address holds the content's digest, so it never changes meaning.
    package var path: String { "/assets/\(digest)/\(name)" }
}
