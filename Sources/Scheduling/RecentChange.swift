package import Essentials
package import SQL

/// What a session was not long ago, for marking that it is at another time or place now.
package struct RecentChange: Sendable, Hashable {
    /// What held before.
    package let start: WallTime
    package let zone: WallZone
    /// Minutes.
    package let duration: Int
    package let place: String?
    package let link: String?

    /// Days for which a change is marked.
    package static let days: Int64 = 7

    init(start: WallTime, zone: WallZone, duration: Int, place: String?, link: String?) {
        self.start = start
        self.zone = zone
        self.duration = duration
        self.place = place
        self.link = link
    }

    package func isMoved(from plan: SessionPlan) -> Bool {
        start != plan.start || zone != plan.zone || duration != plan.duration
    }

    /// What people could have known before: the last plan that was published earlier, otherwise the first one that was.
    /// - Parameter published: plans that were published, the first one first.
    /// - Returns: `nil` when nothing is different for whoever comes.
    static func of(
        _ plan: SessionPlan, published: [(plan: RecentChange, at: Instant)], since: Instant
    ) -> RecentChange? {
        guard let before = published.last(where: { $0.at < since }) ?? published.first else { return nil }
        let one = before.plan
        return one.isMoved(from: plan) || one.place != plan.place || one.link != plan.link ? one : nil
    }
}

extension ClassSessionStore {
    /// Which of these sessions changed since a moment, and what they were before.
    package func recentChanges(
        of sessions: [ClassSession], since: Instant, in reading: any ReadTransaction
    ) throws -> [Identifier<ClassSession>: RecentChange] {
        let changed = sessions.filter { $0.revision > 0 && $0.status == .published }
        var published: [Identifier<ClassSession>: [(plan: RecentChange, at: Instant)]] = [:]
        for batch in KeyBatch.batches(of: changed.map(\.id)) {
            try reading.forEach(SchedulingStatements.publishedPlans, batch) { row in
                guard let start = WallTime(CalendarDay(trusted: row.text(2)), minute: row.int(3)) else { return }
                let plan = RecentChange(
                    start: start, zone: WallZone(trusted: row.text(4)), duration: row.int(5), place: row.textOrNil(6),
                    link: row.textOrNil(7))
                published[row.id(0), default: []].append((plan, row.instant(8)))
            }
        }
        return changed.reduce(into: [:]) { found, session in
            found[session.id] = RecentChange.of(session.plan, published: published[session.id] ?? [], since: since)
        }
    }
}

extension SchedulingStatements {
    /// The agenda: what was published of sessions that changed.
    package static let publishedPlans = Statement(
        "scheduling.publishedPlans",
        """
        SELECT session_id, revision, day, minute, zone, duration, place, link, changed_at FROM class_session_change
        WHERE session_id IN ($1, $2, $3, $4) AND status = 'published' ORDER BY session_id, revision
        """)
}
