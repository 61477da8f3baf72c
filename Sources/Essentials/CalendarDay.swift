/// A day of the calendar without hour or zone, kept as `2026-09-01`: text order is date order.
package struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible, Codable {
    package let text: String

    /// Reads `YYYY-MM-DD`.
    /// - Returns: `nil` when it is not a day of the Gregorian calendar between 1900 and 2199.
    package init?(_ typed: some StringProtocol) {
        let text = String(typed)
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]), let day = Self.number(bytes[8..<10]),
            (1900...2199).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year)
        else { return nil }
        self.text = text
    }

    /// Wraps what the database returned.
    package init(trusted text: String) {
        self.text = text
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = CalendarDay(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day of the calendar")
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    package var year: Int { parts.year }
    /// From 1.
    package var month: Int { parts.month }
    /// From 1.
    package var day: Int { parts.day }

    /// All three from one reading of the text; 1 for each that a text which was trusted does not have.
    var parts: (year: Int, month: Int, day: Int) {
        var text = text
        return text.withUTF8 { bytes in
            func number(_ range: Range<Int>) -> Int {
                guard range.upperBound <= bytes.count else { return 1 }
                var value = 0
                for digit in bytes[range] {
                    guard (0x30...0x39).contains(digit) else { return 1 }
                    value = value * 10 + Int(digit - 0x30)
                }
                return value
            }
            return (number(0..<4), number(5..<7), number(8..<10))
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}
