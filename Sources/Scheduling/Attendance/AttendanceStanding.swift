package import Essentials

/// What the log says about one person in one half-day: the entries that hold. Pure.
package struct AttendanceStanding: Sendable, Hashable {
    package enum State: String, Sendable, Hashable, Codable, CaseIterable {
        /// Neither a signature nor an absence.
        case nothing
        case signed
        /// Not there at all.
        case absent
    }

    /// Every entry, as they were kept.
    package let entries: [AttendanceEntry]
    package let signature: AttendanceEntry?
    /// Of the whole half-day or of a part of it.
    package let absence: AttendanceEntry?
    package let lateArrival: AttendanceEntry?

    /// - Parameter entries: those of one person in one half-day, in order.
    package init(_ entries: [AttendanceEntry]) {
        self.entries = entries
        let corrected = Set(entries.compactMap(\.fact.corrects))
        let holding = entries.filter { !corrected.contains($0.id) }
        signature = holding.last { $0.fact.kind == .signed }
        absence = holding.last { $0.fact.kind == .absent }
        lateArrival = holding.last { $0.fact.kind == .late }
    }

    package static let nothing = AttendanceStanding([])

    package var state: State {
        if absence?.isWholeAbsence ?? false { return .absent }
        return signature == nil ? .nothing : .signed
    }

    /// The entry that one more fact has to name, so that the schema can hold that there is but one of a kind; the withdrawal after which something
    /// is said again.
    private func follows(_ kind: AttendanceFact.Kind) -> Identifier<AttendanceEntry>? {
        let withdrawn = entries.filter { entry in
            entry.fact.kind == .withdrawn && entries.contains { $0.id == entry.fact.corrects && $0.fact.kind == kind }
        }
        return withdrawn.last?.id
    }

    /// A fact as it may be added.
    /// - Parameter minutes: of the half-day.
    /// - throws: why it may not.
    package func admitting(_ fact: AttendanceFact, minutes: Int) throws(AttendanceError) -> AttendanceFact {
        var fact = fact
        let holding = [signature, absence, lateArrival].compactMap(\.self)
        let target = fact.corrects.flatMap { id in holding.first { $0.id == id } }
        if fact.corrects != nil, target == nil { throw .nothingToCorrect }
        switch fact.kind {
        case .signed:
            if signature != nil { throw .alreadySigned }
            if absence?.isWholeAbsence ?? false { throw .isAbsent }
            fact.corrects = follows(.signed)
        case .absent:
            if signature != nil, (fact.minutes ?? minutes) >= minutes { throw .hasSigned }
            if let target {
                if target.fact.kind != .absent { throw .nothingToCorrect }
            } else {
                if absence != nil { throw .alreadyNoted }
                fact.corrects = follows(.absent)
            }
        case .late:
            if absence?.isWholeAbsence ?? false { throw .isAbsent }
            if let target {
                if target.fact.kind != .late { throw .nothingToCorrect }
            } else {
                if lateArrival != nil { throw .alreadyNoted }
                fact.corrects = follows(.late)
            }
        case .withdrawn:
            if target == nil { throw .nothingToCorrect }
        }
        return fact
    }
}

/// What a learner's absences amount to, for those who follow the learner. Pure.
package struct AbsenceFigures: Sendable, Hashable {
    /// Half-days of absence that nothing justifies, in the last week.
    package let unjustifiedHalfDays: Int
    /// Whole half-days of absence one after the other, up to the last one of which anything is known.
    package let absencesInARow: Int

    /// - Parameter entries: of one person, of the half-days up to now, in any order.
    package init(_ entries: [AttendanceEntry], at now: Instant) {
        var halves: [Instant: [AttendanceEntry]] = [:]
        for entry in entries where entry.fact.role == .learner { halves[entry.context.startsAt, default: []].append(entry) }
        let week = now.adding(seconds: -7 * 86_400)
        var (unjustified, row, isRow) = (0, 0, true)
        for start in halves.keys.sorted(by: >) {
            let standing = AttendanceStanding((halves[start] ?? []).sorted { $0.sequence < $1.sequence })
            if let absence = standing.absence, absence.isWholeAbsence, start >= week, !(absence.fact.isJustified ?? false) {
                unjustified += 1
            }
            switch standing.state {
            case .absent: if isRow { row += 1 }
            case .signed: isRow = false
            case .nothing: break
            }
        }
        (unjustifiedHalfDays, absencesInARow) = (unjustified, row)
    }
}
