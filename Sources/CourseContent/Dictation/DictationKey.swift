/// What is right in a dictation: one hears it, and writes what one heard.
package struct DictationKey: Codable, Sendable, Hashable {
    /// What is said, as plain text.
    package var said: String
    /// Other ways to write it, all of them right.
    package var others: [String]
    package var audio: CourseAsset

    package init(said: String, others: [String] = [], audio: CourseAsset) {
        self.said = said
        self.others = others
        self.audio = audio
    }

    /// How a text compares with what is said: with the way of writing it that is nearest.
    package func comparison(with typed: String) -> DictationComparison {
        let all = ([said] + others).map { DictationComparison(said: $0, typed: typed) }
        return all.max { $0.share < $1.share } ?? DictationComparison(said: said, typed: typed)
    }
}
