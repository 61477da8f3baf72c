/// What the address of a link or of an image means.
enum LinkTarget: Hashable {
    case web(String)
    case mail(String)
    case phone(String)
    /// `activity:ID`, or `activity:ID#heading`.
    case activity(String, heading: String?)
    /// `#heading`, of the same lesson.
    case heading(String)
    /// `term:ID`, a term of the glossary.
    case term(String)
    /// A path relative to the file in which it stands.
    case file(String)
    case refused

    init(_ address: String) {
        let beforeSlash = address.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard let colon = beforeSlash.firstIndex(of: UInt8(ascii: ":")) else {
            if address.hasPrefix("#"), address.utf8.count > 1 {
                self = .heading(String(address.dropFirst()))
                return
            }
            let isRelative = !address.isEmpty && !address.hasPrefix("/") && !address.hasPrefix("#") && !address.hasPrefix("?")
            self = isRelative && !address.contains("\\") ? .file(address) : .refused
            return
        }
        let rest = String(address[address.utf8.index(after: colon)...])
        switch address[..<colon].lowercased() {
        case "http", "https": self = Self.isWebAddress(address) ? .web(address) : .refused
        case "mailto": self = Self.isMail(rest) ? .mail(address) : .refused
        case "tel": self = Self.isPhone(rest) ? .phone(address) : .refused
        case "activity":
            let parts = rest.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            self = .activity(String(parts.first ?? ""), heading: parts.count > 1 ? String(parts[1]) : nil)
        case "term": self = .term(rest)
        default: self = .refused
        }
    }

    /// `http://host…` or `https://host…`, without a user name, spaces or control characters.
    static func isWebAddress(_ text: String) -> Bool {
        let lower = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return false }
        let host = text.utf8.dropFirst(scheme.utf8.count).prefix {
            $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
        }
        if host.isEmpty || host.contains(UInt8(ascii: "@")) || host.contains(UInt8(ascii: "%")) { return false }
        return isPlain(text)
    }

    private static func isMail(_ text: String) -> Bool {
        let address = text.prefix { $0 != "?" }
        return address.split(separator: "@", omittingEmptySubsequences: false).count == 2 && isPlain(text)
    }

    private static func isPhone(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { "+0123456789.-()".utf8.contains($0) }
    }

    private static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && $0 != "\\" && !$0.properties.isWhitespace }
    }
}
