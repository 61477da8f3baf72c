import Essentials

/// A change of the clocks of a zone, or what they show before the first one.
struct ClockChange: Hashable {
    /// What clocks showed when it came, before it.
    var wall: WallTime
    /// Seconds east of UTC.
    var offsetBefore: Int64
    var offsetAfter: Int64
    /// Whether the time that it begins is summer time.
    var isSummer: Bool

    func isLike(_ other: ClockChange) -> Bool {
        (offsetBefore, offsetAfter, isSummer) == (other.offsetBefore, other.offsetAfter, other.isSummer)
    }
}

extension WallZone {
    /// What clocks show at the beginning of a year, then every change up to the end of another one.
    func clockChanges(fromYear first: Int, throughYear last: Int) -> [ClockChange] {
        let start = Int64(CalendarDay(trusted: "\(first)-01-01").ordinal) * 86_400
        let end = Int64(CalendarDay(trusted: "\(last + 1)-01-01").ordinal) * 86_400
        var offset = offset(atUTC: start)
        var changes = [
            ClockChange(
                wall: wall(atUTC: start, offset: offset), offsetBefore: offset, offsetAfter: offset,
                isSummer: isSummer(atUTC: start))
        ]
        var day = start
        while day < end {
            let next = day + 86_400
            let after = self.offset(atUTC: next)
            if after != offset {
                // Between two midnights: halved until it is known to the second.
                var (low, high) = (day, next)
                while high - low > 1 {
                    let middle = (low + high) / 2
                    if self.offset(atUTC: middle) == offset { low = middle } else { high = middle }
                }
                changes.append(
                    ClockChange(
                        wall: wall(atUTC: high, offset: offset), offsetBefore: offset, offsetAfter: after,
                        isSummer: isSummer(atUTC: high)))
                offset = after
            }
            day = next
        }
        return changes
    }

    private func wall(atUTC seconds: Int64, offset: Int64) -> WallTime {
        WallZone(trusted: "UTC").wallTime(Instant(milliseconds: (seconds + offset) * 1000))
    }
}
