import Essentials

/// Reads numbers as people type them, in French and in English.
package enum TypedNumber {
    /// The numbers that a text may mean; none when it is not a number, several when it can be read in two ways.
    ///
    /// « 12,5 » and « 12.5 » are the same. Spaces, also narrow and no-break ones, part groups of three digits. The minus sign may be typographic.
    /// The unit of the question may follow or precede. « 1,250 » is 1.25 for a French reader and 1250 for an English one: both are given.
    package static func readings(of text: String, unit: String? = nil) -> [Double] {
        var body = trimmed(text)[...]
        if let unit, let bare = withoutUnit(body, unit: trimmed(unit)) { body = bare }
        return signed(body)
    }

    /// The same, of a text that must carry the unit; none when it does not.
    package static func readings(of text: String, inUnit unit: String) -> [Double] {
        withoutUnit(trimmed(text)[...], unit: trimmed(unit)).map(signed) ?? []
    }

    private static func signed(_ text: Substring) -> [Double] {
        var body = text
        var isNegative = false
        if let sign = body.first, "+-\u{2212}".contains(sign) {
            isNegative = sign != "+"
            body = body.dropFirst()
            while let first = body.first, first == " " { body = body.dropFirst() }
        }
        return magnitudes(Array(body)).filter(\.isFinite).map { isNegative ? -$0 : $0 }
    }

    /// Every kind of space as one, none at the ends.
    private static func trimmed(_ text: String) -> String {
        let plain = String(text.map { $0.isWhitespace ? " " : $0 })
        return plain.trimmingSpaces()
    }

    /// `nil` when the unit is not there.
    private static func withoutUnit(_ body: Substring, unit: String) -> Substring? {
        guard !unit.isEmpty, body.count > unit.count else { return nil }
        let folded = unit.folded
        if String(body.suffix(unit.count)).folded == folded { return body.dropLast(unit.count).trimmingEnd() }
        if String(body.prefix(unit.count)).folded == folded { return body.dropFirst(unit.count).drop { $0 == " " } }
        return nil
    }

    /// Digits with separators, without sign and unit.
    private static func magnitudes(_ characters: [Character]) -> [Double] {
        guard characters.contains(where: isDigit), characters.allSatisfy({ isDigit($0) || " .,".contains($0) })
        else { return [] }
        let points = characters.count { $0 == "." }
        let commas = characters.count { $0 == "," }
        let last = characters.lastIndex { $0 == "." || $0 == "," }
        var readings: [Double] = []
        if points + commas <= 1 {
            readings += decimal(characters, at: last, grouping: " ")
        } else if points == 0 || commas == 0 {
            // The same sign twice: it parts groups, and there are no decimals.
            readings += decimal(characters, at: nil, grouping: commas == 0 ? "." : ",")
        } else if let last, !characters[..<last].contains(characters[last]) {
            readings += decimal(characters, at: last, grouping: characters[last] == "." ? "," : ".")
        }
        if commas == 1, points == 0 { readings += decimal(characters, at: nil, grouping: ",") }
        return readings
    }

    /// - Parameter separator: where the decimals begin; `nil` when there are none.
    private static func decimal(_ characters: [Character], at separator: Int?, grouping: Character) -> [Double] {
        let whole = characters[..<(separator ?? characters.endIndex)]
        let decimals = separator.map { characters[($0 + 1)...] } ?? []
        guard decimals.allSatisfy(isDigit), let digits = ungrouped(whole, grouping) else { return [] }
        guard !(digits.isEmpty && decimals.isEmpty) else { return [] }
        let text = (digits.isEmpty ? "0" : digits) + (decimals.isEmpty ? "" : "." + String(decimals))
        return Double(text).map { [$0] } ?? []
    }

    /// The digits without the signs between groups of three; `nil` when the groups are not of three.
    private static func ungrouped(_ whole: ArraySlice<Character>, _ grouping: Character) -> String? {
        let groups = whole.split(separator: grouping, omittingEmptySubsequences: false)
        guard groups.count > 1 else { return whole.allSatisfy(isDigit) ? String(whole) : nil }
        guard let first = groups.first, (1...3).contains(first.count), first.first != "0" else { return nil }
        guard groups.allSatisfy({ $0.allSatisfy(isDigit) }), groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return groups.map { String($0) }.joined()
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isWholeNumber
    }
}

extension Substring {
    fileprivate func trimmingEnd() -> Substring {
        var view = self
        while view.last == " " { view = view.dropLast() }
        return view
    }
}
