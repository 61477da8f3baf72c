import Foundation

/// What stands in headers. Whatever people typed, a header stays one header.
enum MailHeader {
    /// A text of people: as it is when it is short and plain, otherwise as encoded words (RFC 2047) of whole characters.
    /// - Parameter used: signs of the line that are taken already.
    static func text(_ text: String, after used: Int) -> String {
        let clean = String(
            String.UnicodeScalarView(
                text.unicodeScalars.map {
                    $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.value == 0x2028 || $0.value == 0x2029 ? " " : $0
                }))
        if isPlain(clean), clean.utf8.count + used <= 76, !clean.contains("=?") { return clean }
        // A word has 75 signs at most: 45 bytes as base64 are 60, and 12 around them.
        var words: [[UInt8]] = [[]]
        for character in clean {
            let bytes = Array(String(character).utf8)
            let limit = words.count == 1 ? 30 : 45
            if let last = words.last, !last.isEmpty, last.count + bytes.count > limit { words.append([]) }
            if bytes.count > 45 {
                // A letter with many signs on it: by its scalars.
                for scalar in character.unicodeScalars {
                    let part = Array(String(scalar).utf8)
                    if let last = words.last, last.count + part.count > 45 { words.append([]) }
                    words[words.count - 1] += part
                }
            } else {
                words[words.count - 1] += bytes
            }
        }
        return words.map { "=?utf-8?B?" + Data($0).base64EncodedString() + "?=" }.joined(separator: "\r\n ")
    }

    /// `Centre des Alouettes <suivi@example.org>`
    static func mailbox(_ mailbox: MailAddress) -> String {
        if mailbox.name.isEmpty { return "<\(mailbox.address)>" }
        let isAtoms = mailbox.name.utf8.allSatisfy {
            $0 == 0x20 || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
        }
        if isAtoms, mailbox.name.utf8.count <= 60 { return "\(mailbox.name) <\(mailbox.address)>" }
        return encodedWords(mailbox.name) + "\r\n <\(mailbox.address)>"
    }

    private static func encodedWords(_ name: String) -> String {
        let encoded = text(name, after: 6)
        // What is plain as a subject may be none as a name: commas, quotes.
        return encoded.hasPrefix("=?utf-8?B?") ? encoded : "=?utf-8?B?" + Data(encoded.utf8).base64EncodedString() + "?="
    }

    static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { (0x20...0x7E).contains($0) } }
}

/// RFC 2045, section 6.7.
enum QuotedPrintable {
    /// Lines of 76 signs at most, ended by CRLF. A line begins with no full stop, which means something to a mail server, and with no `From `.
    static func encode(_ text: String) -> String {
        var result: [UInt8] = []
        let normal = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        for (number, line) in normal.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if number > 0 { result += [0x0D, 0x0A] }
            let bytes = Array(line.utf8)
            var width = 0
            for (index, byte) in bytes.enumerated() {
                let isLast = index == bytes.count - 1
                let isBlank = byte == 0x20 || byte == 0x09
                let isPlain =
                    ((0x21...0x7E).contains(byte) && byte != 0x3D || isBlank && !isLast)
                    && !(width == 0 && (byte == 0x2E || byte == 0x46))
                let sign = isPlain ? [byte] : escaped(byte)
                // Room for the `=` of a line that goes on.
                if width + sign.count > 75 {
                    result += [0x3D, 0x0D, 0x0A]
                    width = 0
                    let first = byte == 0x2E || byte == 0x46 || byte == 0x20 || byte == 0x09 ? escaped(byte) : sign
                    result += first
                    width += first.count
                } else {
                    result += sign
                    width += sign.count
                }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [0x3D, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
