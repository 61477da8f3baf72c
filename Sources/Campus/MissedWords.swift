import Assessment
import CourseContent
import Essentials
import LanguageLearning

/// What somebody missed or met, as words to take among their cards. Pure.
///
/// A word that the course teaches comes with its meaning. Where there is none in a dictation or a gap, the sentence comes with a gap; in a dialogue, what the
/// other one said with the best answer; in a matching, the pair.
struct MissedWords {
    /// So many are enough for one evening.
    static let most = 20

    private let vocabulary: Vocabulary
    private(set) var offers: [CardOffer] = []

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    // MARK: Met

    /// The words of the glossary that a lesson marks, and those of the decks that are in its text.
    mutating func meet(_ lesson: LessonContent) {
        take((lesson.terms ?? []).map(\.offer))
        take(vocabulary.offers(in: lesson.html.withoutMarkup))
    }

    // MARK: Missed

    mutating func miss(_ question: Question, _ response: Response?, _ mark: Mark) {
        switch question.body {
        case .dictation(let key): miss(key, response)
        case .gapFill(let key): miss(key, mark)
        case .matching(let key): miss(key, mark)
        case .single(let choices), .multiple(let choices):
            miss(question.text, choices.filter(\.isCorrect).map(\.text.withoutMarkup))
        case .shortText(let key): miss(question.text, key.accepted.prefix(1).map(\.text))
        case .ordering(let key): take(vocabulary.offers(in: key.items.map(\.text.withoutMarkup).joined(separator: ". ")))
        case .trueFalse, .numeric, .longAnswer: take(vocabulary.offers(in: question.text.withoutMarkup))
        }
    }

    /// What was asked in a listening or another question, and what was right.
    private mutating func miss(_ text: String, _ right: [String]) {
        take(vocabulary.offers(in: ([text.withoutMarkup] + right).joined(separator: ". ")))
    }

    private mutating func miss(_ key: DictationKey, _ response: Response?) {
        var typed = ""
        if case .text(let text) = response { typed = text }
        let wrong = key.comparison(with: typed).pieces.compactMap { piece -> String? in
            switch piece {
            case .missing(let word): word
            case .nearly(_, let said): said.map(\.text).joined()
            case .right, .extra: nil
            }
        }
        let found = vocabulary.offers(in: key.said, missed: wrong)
        if !found.isEmpty { return take(found) }
        // The longest word says the most.
        let longest = wrong.max { $0.count < $1.count }
        if let longest, longest.count >= Self.shortestWord { gap(longest, in: key.said) }
    }

    private mutating func miss(_ key: GapKey, _ mark: Mark) {
        let wrong = Set(mark.parts.filter { !$0.isRight }.map(\.id))
        for (place, piece) in key.pieces.enumerated() {
            guard case .gap(let gap) = piece, wrong.contains(gap.id) else { continue }
            let found = vocabulary.offers(in: gap.rightAnswer)
            if !found.isEmpty {
                take(found)
                continue
            }
            let before = key.pieces[..<place].map(\.text).joined().lastSentence
            let after = key.pieces[(place + 1)...].map(\.text).joined().firstSentence
            take([
                CardOffer(front: (before + Self.gap + after).trimmed, back: gap.rightAnswer, isOneWay: true)
            ])
        }
    }

    private mutating func miss(_ key: MatchingKey, _ mark: Mark) {
        for part in mark.parts where !part.isRight {
            guard let item = key.items.first(where: { $0.id == part.id }),
                let option = key.options.first(where: { $0.id == item.answer })
            else { continue }
            let text = item.text.withoutMarkup
            let found = vocabulary.offers(in: text + ". " + option.text)
            take(found.isEmpty ? [CardOffer(front: text, back: option.text)] : found)
        }
    }

    /// A moment of a dialogue in which another answer was worth more.
    mutating func miss(_ passage: ScenarioPlay.Passage, in content: ScenarioContent) {
        let offered = passage.others.filter(\.wasOffered).map(\.choice)
        guard let best = offered.max(by: { content.worth($0) < content.worth($1) }),
            content.worth(best) > content.worth(passage.chosen)
        else { return }
        let (said, answer) = (passage.scene.text.withoutMarkup, best.text.withoutMarkup)
        let found = vocabulary.offers(in: answer)
        take(found.isEmpty ? [CardOffer(front: said, back: answer, isOneWay: true)] : found)
    }

    // MARK: Taking

    private static let gap = "____"
    private static let shortestWord = 3

    private mutating func gap(_ word: String, in sentence: String) {
        guard let range = sentence.firstRange(of: word) else { return }
        take([CardOffer(front: sentence.replacingSubrange(range, with: Self.gap), back: word, isOneWay: true)])
    }

    /// Each once, and none that is empty.
    private mutating func take(_ found: [CardOffer]) {
        for offer in found where offers.count < Self.most {
            guard !offer.front.trimmed.isEmpty, !offer.back.trimmed.isEmpty,
                !offers.contains(where: { $0.phrase == offer.phrase })
            else { continue }
            offers.append(offer)
        }
    }
}

extension ScenarioContent {
    /// What a choice adds, by what endings make of each variable.
    fileprivate func worth(_ choice: ScenarioChoice) -> Int {
        let factors = scenes.compactMap(\.ending).flatMap(\.factors)
        return choice.effects.filter { $0.kind == .add }.reduce(0) { sum, effect in
            sum + effect.value * (factors.first { $0.variable == effect.variable }?.points ?? 0)
        }
    }
}

extension Gap {
    fileprivate var rightAnswer: String {
        switch answer {
        case .typed(let accepted): accepted.first ?? ""
        case .chosen(let right, let options): options.first { $0.id == right }?.text ?? ""
        }
    }
}

extension GapPiece {
    /// With what is right in a gap.
    fileprivate var text: String {
        switch self {
        case .text(let text): text
        case .gap(let gap): gap.rightAnswer
        }
    }
}

extension String {
    private static let sentenceEnds: Set<Character> = [".", "!", "?", "\n", "\r\n"]

    /// What stands after the last end of a sentence.
    fileprivate var lastSentence: String {
        lastIndex { Self.sentenceEnds.contains($0) }.map { String(self[index(after: $0)...]) } ?? self
    }

    /// What stands up to the first end of a sentence, with it.
    fileprivate var firstSentence: String {
        firstIndex { Self.sentenceEnds.contains($0) }.map { String(self[...$0]) } ?? self
    }

    fileprivate func replacingSubrange(_ range: Range<String.Index>, with other: String) -> String {
        self[..<range.lowerBound] + other + self[range.upperBound...]
    }

    fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// The words of safe HTML that Authoring wrote.
    var withoutMarkup: String {
        var (text, isTag) = ("", false)
        for character in self {
            switch character {
            case "<":
                isTag = true
                text.append(" ")
            case ">" where isTag: isTag = false
            default: if !isTag { text.append(character) }
            }
        }
        for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            text = text.replacing(entity, with: sign)
        }
        return text.trimmed
    }
}
