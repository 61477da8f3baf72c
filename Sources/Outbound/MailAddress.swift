/// A mailbox: an address, and the name that mail programs show.
package struct MailAddress: Sendable, Hashable {
    package let name: String
    package let address: String

    /// Reads `suivi@example.org` or `Centre des Alouettes <suivi@example.org>`.
    /// - Returns: `nil` for what is no address that may stand in an envelope.
    package init?(_ typed: String) {
        let text = typed.trimmed
        if text.hasSuffix(">"), let open = text.lastIndex(of: "<") {
            var name = String(text[..<open]).trimmed
            if name.hasPrefix("\""), name.hasSuffix("\""), name.count > 1 { name = String(name.dropFirst().dropLast()) }
            let address = String(text[text.index(after: open)...].dropLast())
            guard Self.isAddress(address) else { return nil }
            self.name = name
            self.address = address
        } else {
            guard Self.isAddress(text) else { return nil }
            name = ""
            address = text
        }
    }

    /// What follows the `@`.
    package var domain: String { address.lastIndex(of: "@").map { String(address[address.index(after: $0)...]) } ?? "localhost" }

    /// Whether an address may stand in an envelope and a header: ASCII, one `@`, no sign that means something there.
    package static func isAddress(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count <= 254, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !Array("<>()[],;:\\\"".utf8).contains($0) }) else {
            return false
        }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && !$0.hasSuffix(".") }
    }
}

extension String {
    var trimmed: String {
        var view = self[...]
        while let first = view.first, first.isWhitespace { view = view.dropFirst() }
        while let last = view.last, last.isWhitespace { view = view.dropLast() }
        return String(view)
    }
}
