/// A value in a YAML file and where it stands. What a scalar means is decided by whoever expects something of it, so that
/// authors get what the format says and not what a YAML version guesses: `no` is a word where a text is expected.
struct YAMLNode: Hashable, Sendable {
    enum Content: Hashable, Sendable {
        case scalar(YAMLScalar)
        case list([YAMLNode])
        case mapping([YAMLEntry])
    }

    var position: SourcePosition
    var content: Content
}

/// A scalar as it is written.
struct YAMLScalar: Hashable, Sendable {
    enum Style: Hashable, Sendable {
        case plain
        case quoted
        /// `|`
        case literal
        /// `>`
        case folded
    }

    var text: String
    var style: Style

    /// Nothing written, `~` or `null`.
    var isNull: Bool { style == .plain && (text.isEmpty || text == "~" || text == "null") }
}

/// A key of a mapping and its value.
struct YAMLEntry: Hashable, Sendable {
    var key: String
    var position: SourcePosition
    var value: YAMLNode
}
