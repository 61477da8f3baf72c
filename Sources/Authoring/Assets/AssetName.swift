import Foundation

/// Names of files in `files/`: they are part of addresses, so they keep to what every system and every address takes as it is.
enum AssetName {
    /// ASCII letters, digits, `-`, `_` and `.`, 1 to 100 of them.
    static func isSafe(_ name: String) -> Bool {
        (1...100).contains(name.utf8.count) && name.utf8.allSatisfy(isSafe)
    }

    /// A safe name near to this one.
    static func suggestion(for name: String) -> String {
        let plain = name.folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil)
            .replacingOccurrences(of: "œ", with: "oe").replacingOccurrences(of: "æ", with: "ae")
        var result: [UInt8] = []
        for byte in plain.utf8 {
            if isSafe(byte) {
                result.append(byte)
            } else if result.last != UInt8(ascii: "-") {
                result.append(UInt8(ascii: "-"))
            }
        }
        return String(decoding: result.suffix(100), as: UTF8.self)
    }

    private static func isSafe(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
        default: false
        }
    }
}
