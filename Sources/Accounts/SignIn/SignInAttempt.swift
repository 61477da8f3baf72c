import Crypto
import Essentials

/// Who tries to sign in and from where, as the throttle remembers them: hashed, because people type passwords into the
/// login's field by mistake, and an address is personal data.
package struct SignInAttempt: Sendable, Hashable {
    let accountKey: String
    let addressKey: String

    /// - Parameters:
    ///   - login: what was typed, whether or not it is anybody's login.
    ///   - address: the client's IP address. Of an IPv6 address the first 64 bits count: one household or phone has them all.
    package init(login: String, address: String) {
        accountKey = Self.accountKey(login)
        addressKey = Self.key("address", Self.network(of: address))
    }

    static func accountKey(_ login: String) -> String {
        // The fold costs what the text is long; nobody has a login this long.
        key("account", String(login.prefix(200)).folded)
    }

    /// An IPv4 address as it is; the first four groups of an IPv6 address, written out; other texts as they are.
    static func network(of address: String) -> String {
        let plain = address.split(separator: "%", maxSplits: 1).first.map(String.init)?.lowercased() ?? ""
        guard plain.contains(":") else { return plain }
        let groups = plain.split(separator: ":", omittingEmptySubsequences: false)
        // ::ffff:192.0.2.1 is an IPv4 client seen by an IPv6 socket.
        if let last = groups.last, last.contains(".") { return String(last) }
        let gap = groups.firstIndex(of: "")
        let head = gap.map { groups[..<$0] } ?? groups[...]
        let zeros = gap == nil ? 0 : max(0, 8 - groups.filter { !$0.isEmpty }.count)
        let tail = gap.map { groups[$0...].filter { !$0.isEmpty } } ?? []
        let all = head.map(Self.withoutLeadingZeros) + Array(repeating: "0", count: zeros) + tail.map(Self.withoutLeadingZeros)
        return all.prefix(4).joined(separator: ":")
    }

    private static func withoutLeadingZeros(_ group: Substring) -> String {
        let short = group.drop { $0 == "0" }
        return short.isEmpty ? "0" : String(short)
    }

    private static func key(_ kind: String, _ text: String) -> String {
        "\(kind):\(Base64URL.encode(SHA256.hash(data: Array(text.utf8))))"
    }
}
