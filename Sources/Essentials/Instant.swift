/// A moment: UTC milliseconds since 1970, as the database keeps it.
package struct Instant: Hashable, Comparable, Sendable, Codable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    package static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    /// The moment `seconds` later (earlier when negative).
    package func adding(seconds: Int64) -> Self { Self(milliseconds: milliseconds + seconds * 1000) }

    /// Whole seconds from `earlier` to this moment; negative when `earlier` is later.
    package func seconds(since earlier: Self) -> Int64 { (milliseconds - earlier.milliseconds) / 1000 }
}
