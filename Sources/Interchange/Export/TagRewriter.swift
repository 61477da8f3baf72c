/// Rewrites the tags of HTML that Rebond rendered itself: names, attributes, or nothing left of them. Text is never touched.
///
/// It relies on what ContentRenderer writes: every attribute is ` name` or ` name="value"`, and no `>` or `"` stands in a value.
struct TagRewriter {
    /// The new name of an element; `nil` takes its tags out, and leaves what is in it.
    var tag: (String) -> String? = { $0 }
    /// The new value of an attribute, escaped; `nil` takes it out.
    var attribute: (_ tag: String, _ name: String, _ value: String) -> String? = { _, _, value in value }
    /// What is written right after the beginning of an element, by its name and its attributes as they were.
    var beginning: (_ tag: String, _ attributes: [(name: String, value: String?)]) -> String = { _, _ in "" }

    func rewrite(_ html: String) -> String {
        var result: [UInt8] = []
        let bytes = Array(html.utf8)
        result.reserveCapacity(bytes.count)
        var start = 0
        while let open = bytes[start...].firstIndex(of: UInt8(ascii: "<")),
            let close = bytes[open...].firstIndex(of: UInt8(ascii: ">"))
        {
            result += bytes[start..<open]
            result += self.tag(bytes[(open + 1)..<close])
            start = close + 1
        }
        result += bytes[start...]
        return String(decoding: result, as: UTF8.self)
    }

    private func tag(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let isEnd = bytes.first == UInt8(ascii: "/")
        let rest = isEnd ? bytes.dropFirst() : bytes
        let name = rest.prefix { $0 != UInt8(ascii: " ") }
        let old = String(decoding: name, as: UTF8.self)
        guard let new = tag(old) else { return [] }
        if isEnd { return Array("</\(new)>".utf8) }
        var text = "<" + new
        let attributes = Self.attributes(rest[name.endIndex...])
        for (attribute, value) in attributes {
            guard let value else {
                text += " " + attribute
                continue
            }
            if let changed = self.attribute(old, attribute, value) { text += " \(attribute)=\"\(changed)\"" }
        }
        return Array((text + ">" + beginning(old, attributes)).utf8)
    }

    private static func attributes(_ bytes: ArraySlice<UInt8>) -> [(name: String, value: String?)] {
        var found: [(name: String, value: String?)] = []
        var rest = bytes
        while true {
            rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
            let name = rest.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "=") }
            if name.isEmpty { return found }
            rest = rest[name.endIndex...]
            guard rest.starts(with: "=\"".utf8) else {
                found.append((String(decoding: name, as: UTF8.self), nil))
                continue
            }
            let value = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "\"") }
            found.append((String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self)))
            rest = rest[value.endIndex...].dropFirst()
        }
    }
}

/// What an address in rendered HTML leads to.
enum RenderedLink {
    case asset(digest: String)
    case activity(id: String, heading: String?)
    case place(String)
    case elsewhere

    init(_ address: String) {
        let parts = address.split(separator: "/", omittingEmptySubsequences: false)
        if address.hasPrefix("#") {
            self = .place(String(address.dropFirst()))
        } else if address.hasPrefix("/assets/"), parts.count == 4 {
            self = .asset(digest: String(parts[2]))
        } else if address.hasPrefix("/courses/"), parts.count == 5, parts[3] == "activities" {
            let ends = parts[4].split(separator: "#", maxSplits: 1)
            self = .activity(id: String(ends.first ?? ""), heading: ends.count > 1 ? String(ends[1]) : nil)
        } else {
            self = .elsewhere
        }
    }
}

/// Text and attributes of what an export writes.
func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
