import Essentials

extension FileScope {
    /// The scalar of a node that should be one. A text may be any scalar: what is written is the text.
    private func scalar(_ node: YAMLNode, as expected: ExpectedType) -> YAMLScalar? {
        guard case .scalar(let scalar) = node.content, !scalar.isNull else {
            report(.wrongType(expected, found: node), at: node)
            return nil
        }
        return scalar
    }

    /// A text without the spaces around it, at least one character.
    func text(_ node: YAMLNode, atMost limit: Int, oneLine: Bool = true) -> String? {
        guard let scalar = scalar(node, as: .text) else { return nil }
        let text = scalar.text.trimmingWhitespace()
        if text.isEmpty {
            report(.emptyText, at: node)
            return nil
        }
        // Characters are counted only when there are more bytes than that.
        if text.utf8.count > limit, text.count > limit {
            report(.textTooLong(text.count, limit: limit), at: node)
            return nil
        }
        if oneLine, text.mayHaveLineEnd, text.contains(where: \.isNewline) {
            report(.severalLines, at: node)
            return nil
        }
        return hasNoControlCharacter(text, at: node) ? text : nil
    }

    /// Whether a text is free of control characters, which YAML's `"\0"` lets in.
    func hasNoControlCharacter(_ text: String, at node: YAMLNode) -> Bool {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) { return true }
        let bad = text.unicodeScalars.first { ($0.value < 0x20 && $0 != "\n" && $0 != "\t" && $0 != "\r") || $0.value == 0x7F }
        guard let bad else { return true }
        report(bad.value == 0 ? .nulByte : .controlCharacter(bad.value), at: node)
        return false
    }

    func identifier(_ node: YAMLNode) -> String? {
        guard let scalar = scalar(node, as: .identifier) else { return nil }
        guard AuthoredIdentifier.isValid(scalar.text) else {
            report(.badIdentifier(scalar.text), at: node)
            return nil
        }
        return scalar.text
    }

    func integer(_ node: YAMLNode) -> Int? {
        guard let scalar = scalar(node, as: .integer) else { return nil }
        guard scalar.style == .plain, let text = DecimalNumber.canonical(scalar.text), let number = Int(text) else {
            report(.wrongType(.integer, found: node), at: node)
            return nil
        }
        return number
    }

    func number(_ node: YAMLNode) -> Double? {
        guard let scalar = scalar(node, as: .number) else { return nil }
        guard scalar.style == .plain, let text = DecimalNumber.canonical(scalar.text), let number = Double(text),
            number.isFinite, abs(number) <= 1e15
        else {
            report(.wrongType(.number, found: node), at: node)
            return nil
        }
        return number
    }

    func boolean(_ node: YAMLNode) -> Bool? {
        guard let scalar = scalar(node, as: .boolean) else { return nil }
        switch (scalar.style, scalar.text) {
        case (.plain, "true"): return true
        case (.plain, "false"): return false
        default:
            report(.wrongType(.boolean, found: node), at: node)
            return nil
        }
    }

    func word<Word>(_ node: YAMLNode, as type: Word.Type) -> Word? where Word: RawRepresentable<String> & CaseIterable {
        guard let scalar = scalar(node, as: .text) else { return nil }
        guard let word = Word(rawValue: scalar.text) else {
            report(.unknownValue(scalar.text, known: Word.allCases.map(\.rawValue)), at: node)
            return nil
        }
        return word
    }
}

/// The ids that authors give: lower-case ASCII letters, digits and `-`, 1 to 64 characters, starting with a letter.
enum AuthoredIdentifier {
    static func isValid(_ text: String) -> Bool {
        guard (1...64).contains(text.utf8.count), let first = text.utf8.first, isLetter(first) else { return false }
        return text.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
    }

    /// An id made from any text; `nil` when nothing in it can be kept.
    static func suggestion(for text: String) -> String? {
        var result: [UInt8] = []
        for byte in text.folded.utf8 {
            if isLetter(byte) || (isDigit(byte) && !result.isEmpty) {
                result.append(byte)
            } else if !result.isEmpty, result.last != UInt8(ascii: "-") {
                result.append(UInt8(ascii: "-"))
            }
        }
        result = Array(result.prefix(64))
        while result.last == UInt8(ascii: "-") { result.removeLast() }
        return result.isEmpty ? nil : String(decoding: result, as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

/// Numbers as the format writes them: `12`, `-3`, `12.5`, `1e3`. No leading zero, no hexadecimal, no `12:30`, no `1_000`.
enum DecimalNumber {
    /// The number in a form that `Int` and `Double` read, or `nil`.
    static func canonical(_ text: String) -> String? {
        guard text.utf8.count <= 30 else { return nil }
        var rest = Array(text.utf8)[...]
        func digits() -> ArraySlice<UInt8> {
            let found = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            rest = rest.dropFirst(found.count)
            return found
        }
        func skip(_ characters: StaticString) -> Bool {
            let known = UnsafeBufferPointer(start: characters.utf8Start, count: characters.utf8CodeUnitCount)
            guard let first = rest.first, known.contains(first) else { return false }
            rest = rest.dropFirst()
            return true
        }
        _ = skip("-+")
        let whole = digits()
        if whole.isEmpty || (whole.first == UInt8(ascii: "0") && whole.count > 1) { return nil }
        if skip("."), digits().isEmpty { return nil }
        if skip("eE") {
            _ = skip("-+")
            if !(1...2).contains(digits().count) { return nil }
        }
        return rest.isEmpty ? text : nil
    }
}

extension Double {
    /// As an author would write it.
    var written: String { self == rounded() && abs(self) < 1e15 ? String(Int(self)) : String(self) }
}

extension String {
    /// Whether a byte of it is that of a line end: one of ASCII, or the first one of U+0085, U+2028 and U+2029.
    fileprivate var mayHaveLineEnd: Bool { utf8.contains { (0x0A...0x0D).contains($0) || $0 == 0xC2 || $0 == 0xE2 } }

    /// Without the spaces, tabs and line ends at both ends.
    func trimmingWhitespace() -> String {
        // Most texts have none: told by their first and last bytes, unless those are not ASCII.
        if let first = utf8.first, let last = utf8.last, (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) {
            return self
        }
        var view = self[...]
        while let first = view.first, first.isWhitespace { view.removeFirst() }
        while let last = view.last, last.isWhitespace { view.removeLast() }
        return String(view)
    }
}
