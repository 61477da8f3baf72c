import Campus
import Essentials

extension Words {
    /// « Pour vendredi 4 décembre », or that it was for then.
    func due(_ due: DueDay) -> String {
        let day = self(due.isLate ? .wasDueOn(day(due.dueOn)) : .dueOn(day(due.dueOn)))
        return due.hasMoreTime ? day + ", " + self(.withMoreTime) : day
    }

    /// The same in a row of the outline.
    func dueInRow(_ due: DueDay) -> String {
        self(due.isLate ? .wasForDay(day(due.dueOn)) : .dueOn(day(due.dueOn)))
    }
}

extension Phrase {
    static func wasForDay(_ day: String) -> Phrase { Phrase(fr: "C’était pour \(day)", en: "It was for \(day)") }
}
