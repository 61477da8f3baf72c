/// A size in bytes, as people read it: decimal multiples, two digits at most that matter.
package enum FileSize {
    package static func phrase(_ bytes: Int) -> Phrase {
        if bytes < 1000 {
            return Phrase(fr: "\(bytes)\u{A0}octets", en: "\(bytes)\u{A0}bytes")
        }
        let isMega = bytes >= 999_500
        let unit = isMega ? 1_000_000 : 1000
        let tenths = (bytes * 10 + unit / 2) / unit
        let whole = tenths < 100 ? tenths / 10 : (bytes + unit / 2) / unit
        let digit = tenths < 100 ? tenths % 10 : 0
        let fr = digit == 0 ? "\(whole)" : "\(whole),\(digit)"
        let en = digit == 0 ? "\(whole)" : "\(whole).\(digit)"
        return Phrase(fr: "\(fr)\u{A0}\(isMega ? "Mo" : "ko")", en: "\(en)\u{A0}\(isMega ? "MB" : "kB")")
    }
}
