import Essentials

/// A size in bytes, as people read it: decimal multiples, two digits at most that matter.
enum FileSize {
    static func phrase(_ bytes: Int) -> Phrase {
        if bytes < 1000 {
            return Phrase(fr: "\(bytes)\u{A0}octets", en: "\(bytes)\u{A0}bytes")
        }
        let isMega = bytes >= 999_500
        let tenths = isMega ? (bytes + 50_000) / 100_000 : (bytes + 50) / 100
        let whole = tenths / 10
        let digit = whole < 10 ? tenths % 10 : 0
        let rounded = whole < 10 ? whole : (tenths + 5) / 10
        let fr = digit == 0 ? "\(rounded)" : "\(rounded),\(digit)"
        let en = digit == 0 ? "\(rounded)" : "\(rounded).\(digit)"
        return Phrase(fr: "\(fr)\u{A0}\(isMega ? "Mo" : "ko")", en: "\(en)\u{A0}\(isMega ? "MB" : "kB")")
    }
}
