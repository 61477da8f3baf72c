package import Accounts
package import Essentials

/// Who earned what from what in a cohort, and what in it looks odd: for those who answer for it. Pure. An odd pattern is a question, never a judgement.
package struct PointReport: Sendable, Hashable {
    /// Days that it looks back.
    package static let days = 28

    /// Somebody who earned something.
    package struct Line: Sendable, Hashable {
        package let person: Identifier<Person>
        package let points: Int
        /// Points by the code of the rule.
        package let byRule: [String: Int]
        /// How often a cap made a gain smaller.
        package let capped: Int
        package let patterns: [Pattern]
    }

    /// What looks odd, each with what it is measured by.
    package enum Pattern: Sendable, Hashable {
        /// So many activities were completed within ``PointReport/burstMinutes`` minutes.
        case burst(Int)
        /// So many activities were completed in less than ``PointReport/hastyShare`` percent of their announced time.
        case hasty(Int)
        /// The same activity was sent so often.
        case repeated(Int)
        /// Somebody and the other accepted so many answers of each other.
        case mutual(Int)
    }

    /// The thresholds: from which count on each pattern is named.
    package static let (burst, burstMinutes) = (6, 10)
    package static let (hasty, hastyShare, hastyMinutes) = (3, 10, 5)
    package static let repeated = 5
    package static let mutual = 2

    /// Those who earned most first.
    package let lines: [Line]
    /// Points by the code of the rule, and how many people earned by it.
    package let rules: [(rule: String, points: Int, people: Int)]

    package init(lines: [Line], rules: [(rule: String, points: Int, people: Int)]) {
        self.lines = lines
        self.rules = rules
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.lines == right.lines && left.rules.elementsEqual(right.rules, by: ==)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(lines) }
}

extension PointReport {
    /// What is known of somebody besides the ledger.
    package struct Work: Sendable, Hashable {
        /// Activities that were completed in hardly any time.
        package var hasty = 0
        /// How often the one was sent that was sent most.
        package var mostAttempts = 0

        package init(hasty: Int = 0, mostAttempts: Int = 0) {
            self.hasty = hasty
            self.mostAttempts = mostAttempts
        }
    }

    /// An answer of somebody that another one accepted, and how often.
    package struct Help: Sendable, Hashable {
        package let helper: Identifier<Person>
        package let helped: Identifier<Person>
        package let count: Int

        package init(helper: Identifier<Person>, helped: Identifier<Person>, count: Int) {
            self.helper = helper
            self.helped = helped
            self.count = count
        }
    }

    /// - Parameters:
    ///   - entries: of the cohort, in the order in which each person's came.
    ///   - burstRule: the code of the rule whose gains are looked at for bursts.
    package init(_ entries: [PointEntry], work: [Identifier<Person>: Work], help: [Help], burstRule: String) {
        let counts = Dictionary(help.map { (Pair($0.helper, $0.helped), $0.count) }, uniquingKeysWith: +)
        var lines: [Line] = []
        var rules: [String: (points: Int, people: Int)] = [:]
        for (person, own) in Dictionary(grouping: entries, by: \.person) {
            let byRule = own.reduce(into: [String: Int]()) { $0[$1.rule, default: 0] += $1.amount }
            for (rule, points) in byRule {
                rules[rule] = ((rules[rule]?.points ?? 0) + points, (rules[rule]?.people ?? 0) + (points > 0 ? 1 : 0))
            }
            var patterns: [Pattern] = []
            let done = own.filter { $0.rule == burstRule && !$0.isReversal }.map(\.at).sorted()
            let most = Self.mostWithin(Int64(Self.burstMinutes) * 60, of: done)
            if most >= Self.burst { patterns.append(.burst(most)) }
            if let work = work[person] {
                if work.hasty >= Self.hasty { patterns.append(.hasty(work.hasty)) }
                if work.mostAttempts >= Self.repeated { patterns.append(.repeated(work.mostAttempts)) }
            }
            let mutual =
                help.filter { $0.helper == person }
                .map { min($0.count, counts[Pair($0.helped, person)] ?? 0) }.max() ?? 0
            if mutual >= Self.mutual { patterns.append(.mutual(mutual)) }
            lines.append(
                Line(
                    person: person, points: own.reduce(0) { $0 + $1.amount }, byRule: byRule,
                    capped: own.count(where: \.isCapped), patterns: patterns))
        }
        self.lines = lines.sorted { ($1.points, $0.person) < ($0.points, $1.person) }
        self.rules = rules.map { (rule: $0.key, points: $0.value.points, people: $0.value.people) }
            .sorted { ($1.points, $0.rule) < ($0.points, $1.rule) }
    }

    private struct Pair: Hashable {
        let one: Identifier<Person>
        let other: Identifier<Person>

        init(_ one: Identifier<Person>, _ other: Identifier<Person>) {
            self.one = one
            self.other = other
        }
    }

    /// The most of some instants that lie within so many seconds.
    /// - Parameter instants: the earliest first.
    static func mostWithin(_ seconds: Int64, of instants: [Instant]) -> Int {
        var (first, most) = (0, 0)
        for (index, instant) in instants.enumerated() {
            while instant.seconds(since: instants[first]) > seconds { first += 1 }
            most = max(most, index - first + 1)
        }
        return most
    }
}
