package import CourseContent

extension QuizContent {
    /// The quiz as one attempt asks it: the questions that were drawn for it, in its order, each with its choices in its order.
    ///
    /// Pure, and the same for ever: what was answered is marked and corrected against it, years later too. So the numbers come from
    /// ``DrawRandom`` and from nothing that a new compiler or library may change.
    ///
    /// - Parameter seed: the attempt's; without one, everything stands as written and a draw takes its first questions.
    package func paper(seed: Int64?) -> QuizContent {
        guard isDrawn else { return self }
        var paper = self
        paper.draws = nil
        paper.shuffle = nil
        var random = seed.map { DrawRandom(seed: UInt64(bitPattern: $0)) }
        var left: Set<String> = []
        for draw in draws ?? [] {
            let order = random?.shuffled(draw.from) ?? draw.from
            left.formUnion(order.dropFirst(draw.count))
        }
        paper.questions.removeAll { left.contains($0.id) }
        guard var random else { return paper }
        if shuffle == .questions || shuffle == .both { paper.questions = random.shuffled(paper.questions) }
        let all = shuffle == .choices || shuffle == .both
        for index in paper.questions.indices where paper.questions[index].isShuffled ?? all {
            switch paper.questions[index].body {
            case .single(let choices): paper.questions[index].body = .single(choices: random.shuffled(choices))
            case .multiple(let choices): paper.questions[index].body = .multiple(choices: random.shuffled(choices))
            default: break
            }
        }
        return paper
    }
}

/// The random numbers of a draw: SplitMix64 (Steele, Lea and Flood, 2014), and on it the two things that a draw needs. Never to be
/// changed: attempts that were made are drawn again by it whenever they are read.
struct DrawRandom: Sendable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `bound` − 1, each as likely: what would favour the low ones is drawn again.
    mutating func number(below bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        let bound = UInt64(bound)
        let excess = (UInt64.max % bound + 1) % bound
        var drawn = next()
        while drawn > UInt64.max - excess { drawn = next() }
        return Int(drawn % bound)
    }

    /// Every order is as likely (Fisher and Yates).
    mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
        var items = items
        for last in stride(from: items.count - 1, to: 0, by: -1) {
            items.swapAt(last, number(below: last + 1))
        }
        return items
    }
}
