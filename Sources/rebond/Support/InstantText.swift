import Essentials
import Foundation

extension Instant {
    /// `2026-11-23T08:30:00Z`, for JSON and for lists.
    var iso8601: String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000).formatted(.iso8601)
    }

    /// `2026-11-23`, in UTC.
    var day: String { String(iso8601.prefix(10)) }
}
