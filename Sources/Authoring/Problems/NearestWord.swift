/// Finds the known word that someone probably meant.
enum NearestWord {
    /// The nearest of `known` by edit distance, if it is near enough to be worth proposing.
    static func find(_ word: String, among known: [String]) -> String? {
        guard word.utf8.count <= 200 else { return nil }
        let typed = Array(word.lowercased().utf8).map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
        guard !typed.isEmpty else { return nil }
        let farthest = max(1, min(3, typed.count / 3))
        var best: (word: String, distance: Int)?
        for candidate in known where abs(candidate.utf8.count - typed.count) <= farthest {
            let distance = distance(typed, Array(candidate.lowercased().utf8))
            if distance <= farthest, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.word
    }

    /// Insertions, removals, replacements and swaps of neighbours that lead from one word to the other.
    static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for row in 1...left.count {
            var current = [row]
            for column in 1...right.count {
                let same = left[row - 1] == right[column - 1]
                var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    cost = min(cost, beforeLast[column - 2] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
