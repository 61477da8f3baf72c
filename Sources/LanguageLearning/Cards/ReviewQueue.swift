/// Which cards a session has, and in which order. Pure.
package struct ReviewQueue: Sendable {
    /// A card that could be shown now.
    package struct Candidate: Sendable, Hashable {
        package let key: CardKey
        /// What stands on it, folded: cards of several decks may ask for the same words.
        package let phrase: String
        package let isNew: Bool

        package init(key: CardKey, phrase: String, isNew: Bool) {
            self.key = key
            self.phrase = phrase
            self.isNew = isNew
        }

        /// The two sides of a card are apart, and so are two cards of the same words.
        func isNear(_ other: Candidate) -> Bool {
            (key.activity == other.key.activity && key.card == other.key.card) || phrase == other.phrase
        }
    }

    /// Cards of one session.
    package static let sessionSize = 10

    /// A session: what is due first, a new card after every third, never both sides of a card, and never the same words twice while there is
    /// something else.
    /// - Parameters:
    ///   - due: those that wait the longest first.
    ///   - new: in the order of the course, as many as the day still takes.
    package static func session(due: [Candidate], new: [Candidate], size: Int = sessionSize) -> [Candidate] {
        var (due, new) = (due[...], new[...])
        var chosen: [Candidate] = []
        var put: [Candidate] = []
        while chosen.count < size {
            let wantsNew = due.isEmpty || (chosen.count % 4 == 3 && !new.isEmpty)
            guard let next = wantsNew ? new.popFirst() : due.popFirst() else { break }
            // The other side of it comes another day.
            if chosen.contains(where: { $0.key == next.key || $0.key.sibling == next.key }) { continue }
            if chosen.contains(where: { $0.phrase == next.phrase }) { put.append(next) } else { chosen.append(next) }
        }
        for late in put where chosen.count < size { chosen.append(late) }
        return apart(chosen)
    }

    /// The same cards with none beside one that it is near, as far as that can be.
    static func apart(_ candidates: [Candidate]) -> [Candidate] {
        var left = candidates
        var ordered: [Candidate] = []
        while !left.isEmpty {
            let place = ordered.last.flatMap { last in left.firstIndex { !$0.isNear(last) } } ?? 0
            let next = left.remove(at: place)
            // Nothing but its like is left: it goes in between earlier ones, if there is room.
            guard let last = ordered.last, next.isNear(last) else {
                ordered.append(next)
                continue
            }
            if let first = ordered.first, !first.isNear(next) {
                ordered.insert(next, at: 0)
            } else if let gap = ordered.indices.dropLast().first(where: {
                !ordered[$0].isNear(next) && !ordered[$0 + 1].isNear(next)
            }) {
                ordered.insert(next, at: gap + 1)
            } else {
                ordered.append(next)
            }
        }
        return ordered
    }
}
