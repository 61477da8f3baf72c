import Essentials

/// What somebody wrote, word by word, beside what was said.
///
/// Case, punctuation, kinds of apostrophe, contractions (*it's* and *it is*), British and American spelling (*colour*, *organize*) and numbers in words or in figures
/// (*twelve*, *12*) make no difference. Pure.
package struct DictationComparison: Sendable, Hashable {
    /// A piece of the correction, in the order of reading.
    package enum Piece: Sendable, Hashable {
        /// As it was typed.
        case right(String)
        /// A word that is nearly right, letter by letter: which of the typed letters are right, and which of the word's were found.
        case nearly(typed: [Letters], said: [Letters])
        /// Said and not written.
        case missing(String)
        /// Written and not said.
        case extra(String)
    }

    /// Letters of a word that are in the other one too, or are not.
    package struct Letters: Sendable, Hashable {
        package let text: String
        package let isRight: Bool

        package init(_ text: String, isRight: Bool) {
            self.text = text
            self.isRight = isRight
        }
    }

    package let pieces: [Piece]
    /// Words that were said.
    package let words: Int
    /// Those that were written.
    package let rightWords: Int
    /// Words too many.
    package let extraWords: Int

    package var isRight: Bool { words > 0 && rightWords == words && extraWords == 0 }

    /// What it is worth, 0 to 1: right words minus words too many, in the words that were said.
    package var share: Double { words == 0 ? 0 : max(0, Double(rightWords - extraWords) / Double(words)) }

    package init(said: String, typed: String) {
        self.init(DictationWords.words(of: said), DictationWords.words(of: typed))
        // *The lorry's late* is *the lorry is late*, and *Tom's desk* is no sentence: whichever reading is nearer.
        guard !isRight, (said + typed).contains(where: { $0 == "'" || $0 == "\u{2019}" }) else { return }
        for (first, second) in [(true, false), (false, true), (false, false)] {
            let other = DictationComparison(
                DictationWords.words(of: said, isPossession: first), DictationWords.words(of: typed, isPossession: second))
            if other.share > share { self = other }
        }
    }

    private init(_ expected: [DictationWord], _ given: [DictationWord]) {
        var pieces: [Piece] = []
        var (right, extra) = (0, 0)
        for step in Self.alignment(expected, given) {
            switch step {
            case .same(_, let typed):
                right += 1
                pieces.append(.right(given[typed].shown))
            case .other(let said, let typed):
                pieces.append(
                    .nearly(
                        typed: Self.letters(given[typed].shown, like: expected[said].shown),
                        said: Self.letters(expected[said].shown, like: given[typed].shown)))
            case .missing(let said): pieces.append(.missing(expected[said].shown))
            case .extra(let typed):
                extra += 1
                pieces.append(.extra(given[typed].shown))
            }
        }
        // A contraction is several words that show as one: what is shown twice is shown once.
        self.pieces = pieces.filter { $0 != .right("") && $0 != .missing("") && $0 != .extra("") }
        (words, rightWords, extraWords) = (expected.count, right, extra)
    }

    // MARK: Aligning

    private enum Step {
        case same(Int, Int), other(Int, Int), missing(Int), extra(Int)
    }

    /// The cheapest way from what was said to what was typed. Words that have nothing in common are missing and extra rather than a slip.
    private static func alignment(_ said: [DictationWord], _ typed: [DictationWord]) -> [Step] {
        let (rows, columns) = (said.count + 1, typed.count + 1)
        var cost = [[Double]](repeating: [Double](repeating: 0, count: columns), count: rows)
        for row in 1..<max(rows, 2) where row < rows { cost[row][0] = Double(row) }
        for column in 1..<max(columns, 2) where column < columns { cost[0][column] = Double(column) }
        guard rows > 1, columns > 1 else {
            return said.indices.map { .missing($0) } + typed.indices.map { .extra($0) }
        }
        func slip(_ row: Int, _ column: Int) -> Double { distance(said[row].key, typed[column].key) }
        for row in 1..<rows {
            for column in 1..<columns {
                cost[row][column] = min(
                    cost[row - 1][column] + 1, cost[row][column - 1] + 1,
                    cost[row - 1][column - 1] + slip(row - 1, column - 1))
            }
        }
        var steps: [Step] = []
        var (row, column) = (rows - 1, columns - 1)
        while row > 0 || column > 0 {
            if row > 0, column > 0, cost[row][column] == cost[row - 1][column - 1] + slip(row - 1, column - 1) {
                steps.append(
                    said[row - 1].key == typed[column - 1].key ? .same(row - 1, column - 1) : .other(row - 1, column - 1))
                (row, column) = (row - 1, column - 1)
            } else if column > 0, cost[row][column] == cost[row][column - 1] + 1 {
                steps.append(.extra(column - 1))
                column -= 1
            } else {
                steps.append(.missing(row - 1))
                row -= 1
            }
        }
        return steps.reversed()
    }

    /// 0 for the same word, up to 1 for a slip, 2 for another word.
    private static func distance(_ left: String, _ right: String) -> Double {
        if left == right { return 0 }
        let (a, b) = (Array(left), Array(right))
        let share = Double(common(a, b).count) / Double(max(a.count, b.count))
        return share >= 0.5 ? 1.5 - share : 2.5
    }

    // MARK: Letters

    /// A word in runs of letters that are in another one and that are not, upper and lower case alike.
    private static func letters(_ word: String, like other: String) -> [Letters] {
        let characters = Array(word)
        let right = Set(common(Array(word.lowercased()), Array(other.lowercased())).map(\.0))
        guard characters.count == word.lowercased().count else { return [Letters(word, isRight: false)] }
        var runs: [Letters] = []
        for (index, character) in characters.enumerated() {
            let isRight = right.contains(index)
            if let last = runs.last, last.isRight == isRight {
                runs[runs.count - 1] = Letters(last.text + String(character), isRight: isRight)
            } else {
                runs.append(Letters(String(character), isRight: isRight))
            }
        }
        return runs
    }

    /// The places of the longest common subsequence.
    private static func common(_ left: [Character], _ right: [Character]) -> [(Int, Int)] {
        var length = [[Int]](repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
        for row in left.indices.reversed() {
            for column in right.indices.reversed() {
                length[row][column] =
                    left[row] == right[column]
                    ? length[row + 1][column + 1] + 1 : max(length[row + 1][column], length[row][column + 1])
            }
        }
        var places: [(Int, Int)] = []
        var (row, column) = (0, 0)
        while row < left.count, column < right.count {
            if left[row] == right[column] {
                places.append((row, column))
                (row, column) = (row + 1, column + 1)
            } else if length[row + 1][column] >= length[row][column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return places
    }
}
