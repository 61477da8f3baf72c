import Authoring
import CourseContent
import Foundation
import LanguageLearning
import TestSupport

/// What `scripts/make-placement-histories` wrote: what the reference makes of items and of answers.
struct PlacementReferences {
    struct Item {
        let item: AbilityItem
        let ability: Double
        let probability: Double
        let information: Double
    }

    struct Run {
        let answers: [(item: AbilityItem, isRight: Bool)]
        let mean: Double
        let deviation: Double
        let shares: [Double]
        let asked: Set<String>
        let best: String
    }

    struct Unreadable: Error {
        let line: Substring
    }

    var items: [Item] = []
    var runs: [Run] = []

    init() throws {
        let place = SourceFolder.package.appending(path: "Tests/LanguageLearningTests/Histories/placement.txt")
        for line in try String(contentsOf: place, encoding: .utf8).split(separator: "\n") {
            let words = line.split(separator: " ")
            let numbers = words.map { Double($0) }
            if words.count == 6, words[0] == "item", let difficulty = numbers[1], let discrimination = numbers[2],
                let ability = numbers[3], let probability = numbers[4], let information = numbers[5]
            {
                items.append(
                    Item(
                        item: AbilityItem(difficulty: difficulty, discrimination: discrimination), ability: ability,
                        probability: probability, information: information))
            } else if words.count == 7, words[0] == "run", let mean = numbers[2], let deviation = numbers[3] {
                runs.append(
                    Run(
                        answers: try words[1].split(separator: ",").map { try Self.answer($0) }, mean: mean,
                        deviation: deviation, shares: words[4].split(separator: ",").compactMap { Double($0) },
                        asked: Set(words[5].split(separator: ",").map(String.init)), best: String(words[6])))
            } else {
                throw Unreadable(line: line)
            }
        }
    }

    private static func answer(_ text: Substring) throws -> (item: AbilityItem, isRight: Bool) {
        let parts = text.split(separator: "/").compactMap { Double($0) }
        guard parts.count == 3 else { throw Unreadable(line: text) }
        return (AbilityItem(difficulty: parts[0], discrimination: parts[1]), parts[2] == 1)
    }

    struct NoTest: Error {}

    /// The placement test of English for Logistics.
    static func bank() throws -> PlacementContent {
        let read = CourseReader.read(folder: SourceFolder.package.appending(path: "Courses/english-for-logistics"))
        for content in read.course?.contents.values.map(\.self) ?? [] {
            if case .placement(let test) = content { return test }
        }
        throw NoTest()
    }
}
