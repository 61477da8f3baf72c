import Foundation
import LanguageLearning
import TestSupport

/// What `scripts/make-review-histories` wrote: reviews, and what the reference implementation made of them.
struct ReviewHistories {
    struct Review {
        let wait: Int64
        let grade: ReviewGrade
        let phase: CardMemory.Phase
        let step: Int?
        let stability: Double
        let difficulty: Double
        let dueIn: Int64
    }

    struct Unreadable: Error {
        let line: Substring
    }

    let model: MemoryModel
    var cards: [[Review]] = []
    var reviews: Int { cards.reduce(0) { $0 + $1.count } }

    static func all() throws -> [ReviewHistories] {
        let place = SourceFolder.package.appending(path: "Tests/LanguageLearningTests/Histories/histories.txt")
        var histories: [ReviewHistories] = []
        for line in try String(contentsOf: place, encoding: .utf8).split(separator: "\n") {
            let words = line.split(separator: " ")
            switch words.first {
            case "model": histories.append(ReviewHistories(model: try model(words, line)))
            case "card": histories[histories.count - 1].cards.append([])
            default:
                let history = histories.count - 1
                histories[history].cards[histories[history].cards.count - 1].append(try review(words, line))
            }
        }
        return histories
    }

    private static func model(_ words: [Substring], _ line: Substring) throws -> MemoryModel {
        guard words.count == 6, let retention = Double(words[1]), let longest = Int(words[4]),
            let parameters = MemoryParameters(words[5].split(separator: ",").compactMap { Double($0) })
        else { throw Unreadable(line: line) }
        return MemoryModel(
            parameters: parameters, desiredRetention: retention,
            learningSteps: words[2].split(separator: ",").compactMap { Int($0) },
            relearningSteps: words[3].split(separator: ",").compactMap { Int($0) }, longestInterval: longest)
    }

    private static func review(_ words: [Substring], _ line: Substring) throws -> Review {
        let phases: [Substring: CardMemory.Phase] = ["1": .learning, "2": .review, "3": .relearning]
        guard words.count == 7, let wait = Int64(words[0]), let grade = Int(words[1]).flatMap(ReviewGrade.init(number:)),
            let phase = phases[words[2]], let stability = Double(words[4]), let difficulty = Double(words[5]),
            let dueIn = Int64(words[6])
        else { throw Unreadable(line: line) }
        return Review(
            wait: wait, grade: grade, phase: phase, step: Int(words[3]), stability: stability, difficulty: difficulty,
            dueIn: dueIn)
    }
}
