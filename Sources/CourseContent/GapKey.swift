/// A text with gaps, and what is right in each.
package struct GapKey: Codable, Sendable, Hashable {
    /// Plain text and gaps as they follow each other; an empty line parts paragraphs.
    package var pieces: [GapPiece]
    package var isCaseSensitive: Bool
    package var isAccentSensitive: Bool

    package init(pieces: [GapPiece], isCaseSensitive: Bool = false, isAccentSensitive: Bool = false) {
        self.pieces = pieces
        self.isCaseSensitive = isCaseSensitive
        self.isAccentSensitive = isAccentSensitive
    }

    package var gaps: [Gap] {
        pieces.compactMap { if case .gap(let gap) = $0 { gap } else { nil } }
    }
}

/// A stretch of a text with gaps.
package enum GapPiece: Codable, Sendable, Hashable {
    /// Plain text.
    case text(String)
    case gap(Gap)
}

/// One gap.
package struct Gap: Codable, Sendable, Hashable {
    /// `g1`, `g2`… by position.
    package var id: String
    package var answer: GapAnswer

    package init(id: String, answer: GapAnswer) {
        self.id = id
        self.answer = answer
    }
}

/// What is right in a gap.
package enum GapAnswer: Codable, Sendable, Hashable {
    /// One types; each of these is right. The first one is shown in the correction.
    case typed(accepted: [String])
    /// One chooses; `right` is the id of an option.
    case chosen(right: String, options: [AnswerOption])
}
