import Synchronization

/// What the server counts about itself, in the Prometheus text format (exposition format 0.0.4).
package final class ServerFigures: Sendable {
    private struct Key: Hashable {
        let route: String
        let method: String
        let status: Int
    }

    private struct Series {
        var count = 0
        var seconds = 0.0
        var buckets = [Int](repeating: 0, count: ServerFigures.bounds.count)
    }

    /// Upper bounds of the histogram's buckets, in seconds.
    private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

    private static let methods: Set = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]

    private let requests = Mutex<[Key: Series]>([:])

    package init() {}

    func count(route: String, method: String, status: Int, duration: Duration) {
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        // A client may invent methods; the series must stay few.
        let method = Self.methods.contains(method) ? method : "other"
        requests.withLock { series in
            let key = Key(route: route, method: method, status: status)
            var entry = series[key] ?? Series()
            entry.count += 1
            entry.seconds += seconds
            if let index = Self.bounds.firstIndex(where: { seconds <= $0 }) { entry.buckets[index] += 1 }
            series[key] = entry
        }
    }

    /// The text that `/metrics` answers.
    /// - Parameter gauges: other figures of the moment, by name.
    func text(gauges: [(name: String, help: String, value: Double)]) -> String {
        let series = requests.withLock { $0 }.sorted { left, right in
            (left.key.route, left.key.method, left.key.status) < (right.key.route, right.key.method, right.key.status)
        }
        var lines = [
            "# HELP rebond_http_request_duration_seconds Time to answer a request.",
            "# TYPE rebond_http_request_duration_seconds histogram",
        ]
        let name = "rebond_http_request_duration_seconds"
        for (key, entry) in series {
            let labels = "route=\"\(Self.escaped(key.route))\",method=\"\(Self.escaped(key.method))\",status=\"\(key.status)\""
            var total = 0
            for (bound, count) in zip(Self.bounds, entry.buckets) {
                total += count
                lines.append("\(name)_bucket{\(labels),le=\"\(bound)\"} \(total)")
            }
            lines.append("\(name)_bucket{\(labels),le=\"+Inf\"} \(entry.count)")
            lines.append("\(name)_sum{\(labels)} \(entry.seconds)")
            lines.append("\(name)_count{\(labels)} \(entry.count)")
        }
        for gauge in gauges {
            lines += ["# HELP \(gauge.name) \(gauge.help)", "# TYPE \(gauge.name) gauge", "\(gauge.name) \(gauge.value)"]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func escaped(_ label: String) -> String {
        label.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
