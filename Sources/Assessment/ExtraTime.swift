package import Accounts
package import Essentials

/// More time for one learner of a cohort in everything that is timed: a fact, never changed; the last one holds.
package struct ExtraTime: Sendable, Hashable {
    /// At most four times the usual time.
    package static let percents = 0...300

    /// 33 is a third more; 0 takes back what was given.
    package let percent: Int
    /// Who said so; `nil` for the command line.
    package let setBy: Identifier<Person>?
    package let setAt: Instant

    package init(percent: Int, setBy: Identifier<Person>?, setAt: Instant) {
        self.percent = percent
        self.setBy = setBy
        self.setAt = setAt
    }
}
