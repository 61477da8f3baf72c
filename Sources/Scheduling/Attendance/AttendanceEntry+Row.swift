import Essentials
import SQL

extension AttendanceEntry {
    /// The columns as `AttendanceStatements.entry` selects them.
    init(_ row: any Row) throws {
        let proof: AttendanceFact.Proof? =
            row.isNull(25)
            ? nil
            : AttendanceFact.Proof(digest: row.text(25), name: row.text(26), mediaType: row.text(27), size: row.int(28))
        let fact = AttendanceFact(
            try row.value(5), session: row.id(7), day: CalendarDay(trusted: row.text(8)), part: try row.value(9),
            person: row.id(14), role: try row.value(16), author: row.id(17), method: try row.valueOrNil(18),
            means: try row.valueOrNil(19), drawing: row.textOrNil(20).map { SignatureDrawing(trusted: $0) },
            minutes: row.intOrNil(21), motive: try row.valueOrNil(22), isJustified: row.intOrNil(23).map { $0 != 0 },
            note: row.textOrNil(24), proof: proof, corrects: row.idOrNil(29), reason: row.textOrNil(30))
        let context = Context(
            cohort: row.id(1), startsAt: row.instant(10), endsAt: row.instant(11), subject: row.text(12),
            place: row.textOrNil(13), name: row.text(15))
        self.init(
            id: row.id(0), fact: fact, context: context, at: row.instant(6), sequence: row.int(2), previous: row.text(3),
            hash: row.text(4))
    }

    /// In the order of `AttendanceStatements.insert`.
    var columns: [SQLValue] {
        let proof = fact.proof
        return [
            id.sqlValue, context.cohort.sqlValue, sequence.sqlValue, previous.sqlValue, hash.sqlValue,
            fact.kind.rawValue.sqlValue, at.sqlValue, fact.session.sqlValue, fact.day.text.sqlValue,
            fact.part.rawValue.sqlValue, context.startsAt.sqlValue, context.endsAt.sqlValue, context.subject.sqlValue,
            context.place.sqlValue, fact.person.sqlValue, context.name.sqlValue, fact.role.rawValue.sqlValue,
            fact.author.sqlValue, (fact.method?.rawValue).sqlValue, (fact.means?.rawValue).sqlValue,
            (fact.drawing?.path).sqlValue, fact.minutes.sqlValue, (fact.motive?.rawValue).sqlValue,
            fact.isJustified.sqlValue, fact.note.sqlValue, (proof?.digest).sqlValue, (proof?.name).sqlValue,
            (proof?.mediaType).sqlValue, (proof?.size).sqlValue, fact.corrects.sqlValue, fact.reason.sqlValue,
            (fact.drawing?.digest).sqlValue,
        ]
    }
}

extension Row {
    fileprivate func valueOrNil<Value: RawRepresentable<String>>(_ column: Int) throws -> Value? {
        isNull(column) ? nil : try value(column)
    }
}
