/// Questions that people answer once, without a right answer.
package struct SurveyContent: Codable, Sendable, Hashable {
    /// Safe HTML before the questions; empty for nothing.
    package var html: String
    /// Whether answers are kept without the person who gave them.
    package var isAnonymous: Bool
    package var questions: [SurveyQuestion]
    package var assets: [String]

    package init(html: String = "", isAnonymous: Bool, questions: [SurveyQuestion], assets: [String] = []) {
        self.html = html
        self.isAnonymous = isAnonymous
        self.questions = questions
        self.assets = assets
    }
}

/// A question of a survey. Nobody has to answer it.
package struct SurveyQuestion: Codable, Sendable, Hashable {
    /// Unique in the survey, the author's.
    package var id: String
    /// Plain text.
    package var text: String
    package var body: SurveyBody

    package init(id: String, text: String, body: SurveyBody) {
        self.id = id
        self.text = text
        self.body = body
    }
}

/// How a question of a survey is answered.
package enum SurveyBody: Codable, Sendable, Hashable {
    /// One of these, or several.
    case choice(options: [AnswerOption], isMultiple: Bool)
    /// 1 to 5; a label for each.
    case scale(labels: [String])
    /// In one's own words.
    case text
}
