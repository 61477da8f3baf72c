package import CourseContent
import Essentials

/// A file on its way to be handed in, with its bytes stored already.
package struct OfferedFile: Sendable, Hashable {
    package let name: String
    package let size: Int
    /// Whether its bytes begin as those of a file with such a name do.
    package let isWhatItSays: Bool

    package init(name: String, size: Int, isWhatItSays: Bool) {
        self.name = name
        self.size = size
        self.isWhatItSays = isWhatItSays
    }
}

/// Why a submission or a mark cannot be taken; nothing was changed.
package enum SubmissionError: Error, Sendable, Hashable {
    case nothingHandedIn
    case noTextAsked
    case tooFewWords(Int, minimum: Int)
    case tooManyWords(Int, maximum: Int)
    case textTooLong(maximum: Int)
    case noFilesAsked
    case tooManyFiles(Int, maximum: Int)
    case fileName(String)
    case fileKind(String, allowed: [String])
    case fileEmpty(String)
    case fileTooLarge(String, maximum: Int)
    case fileIsNotWhatItSays(String)
    case noneLeft(allowed: Int)
    /// The id was used for something else.
    case otherSubmission
    case unknownSubmission
    case unknownCriterion(String)
    case unknownLevel(String)
    case missingCriterion(String)
    case pointsOutOfRange(maximum: Double)
    case commentTooLong(maximum: Int)
}

extension AssignmentContent {
    /// Characters of a text, whatever its number of words.
    package static let maximumText = 100_000
    /// Characters of a tutor's comment.
    package static let maximumComment = 10_000

    /// Whether a text and files are what is asked for.
    /// - throws: ``SubmissionError`` with the first thing that is wrong.
    package func check(text: String?, files offered: [OfferedFile]) throws(SubmissionError) {
        if text == nil, offered.isEmpty { throw .nothingHandedIn }
        if let given = text { try check(given) } else if self.text != nil, files == nil { throw .nothingHandedIn }
        guard !offered.isEmpty else { return }
        guard let files else { throw .noFilesAsked }
        if offered.count > files.maximumCount { throw .tooManyFiles(offered.count, maximum: files.maximumCount) }
        for file in offered { try files.check(file) }
    }

    private func check(_ given: String) throws(SubmissionError) {
        guard let text else { throw .noTextAsked }
        if given.unicodeScalars.count > Self.maximumText { throw .textTooLong(maximum: Self.maximumText) }
        let words = given.wordCount
        if let least = text.minimumWords, words < least { throw .tooFewWords(words, minimum: least) }
        if let most = text.maximumWords, words > most { throw .tooManyWords(words, maximum: most) }
    }

    /// The points of a mark: those of the levels, or those given as a whole where there is no rubric.
    /// - throws: ``SubmissionError``
    package func points(levels: [String: String], whole: Double?) throws(SubmissionError) -> Double {
        guard !rubric.isEmpty else {
            guard levels.isEmpty else { throw .unknownCriterion(levels.keys.min() ?? "") }
            guard let whole, whole >= 0, whole <= points else { throw .pointsOutOfRange(maximum: points) }
            return whole
        }
        let known = Set(rubric.map(\.id))
        if let unknown = levels.keys.filter({ !known.contains($0) }).min() { throw .unknownCriterion(unknown) }
        var sum = 0.0
        for criterion in rubric {
            guard let given = levels[criterion.id] else { throw .missingCriterion(criterion.id) }
            guard let level = criterion.levels.first(where: { $0.id == given }) else { throw .unknownLevel(criterion.id) }
            sum += level.points
        }
        return sum
    }
}

extension FilesToHandIn {
    fileprivate func check(_ file: OfferedFile) throws(SubmissionError) {
        let name = file.name
        if name.isEmpty || name.utf8.count > 200
            || name.unicodeScalars.contains(where: { $0.value < 0x20 || $0 == "/" || $0 == "\\" })
        {
            throw .fileName(String(name.prefix(60)))
        }
        let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last.map { $0.lowercased() }
        guard let ending, kinds.contains(ending) else { throw .fileKind(name, allowed: kinds) }
        if file.size == 0 { throw .fileEmpty(name) }
        if file.size > maximumSize { throw .fileTooLarge(name, maximum: maximumSize) }
        if !file.isWhatItSays { throw .fileIsNotWhatItSays(name) }
    }
}

extension String {
    /// How many words it has: runs of anything but white space.
    package var wordCount: Int { split(whereSeparator: \.isWhitespace).count }
}
