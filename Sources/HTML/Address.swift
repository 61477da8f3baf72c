/// Addresses in attributes: relative ones, and those of a few schemes. Others, `javascript:` first, are not written.
enum Address {
    /// What is written in place of an address with another scheme. It leads nowhere.
    static let refused = "about:invalid"

    /// `address` itself if it is relative or has an allowed scheme, and ``refused`` otherwise.
    static func harmless(_ address: String) -> String {
        if isPath(address) { return address }
        guard let scheme = scheme(of: address) else { return address }
        switch scheme {
        case "http", "https", "mailto", "tel", "sms": return address
        case "data": return isImage(address) ? address : refused
        default: return refused
        }
    }

    /// The scheme in lower case, read as browsers read it (spaces and controls before it and tabs and line ends within
    /// it count for nothing), or nil for a relative address.
    private static func scheme(of address: String) -> String? {
        var scheme: [UInt8] = []
        for byte in address.utf8 {
            switch byte {
            case 0x3A: return String(decoding: scheme, as: UTF8.self)
            case 0x2F, 0x3F, 0x23: return nil
            case 0x09, 0x0A, 0x0D: continue
            case 0...0x20 where scheme.isEmpty: continue
            case 0x41...0x5A: scheme.append(byte | 0x20)
            default: scheme.append(byte)
            }
        }
        return nil
    }

    /// Most addresses: a path, a query or a fragment.
    private static func isPath(_ address: String) -> Bool {
        switch address.utf8.first {
        case 0x2F, 0x3F, 0x23, nil: true
        default: false
        }
    }

    private static func isImage(_ address: String) -> Bool {
        ["data:image/png;", "data:image/jpeg;", "data:image/webp;", "data:image/gif;"].contains(
            where: address.hasPrefix)
    }
}
