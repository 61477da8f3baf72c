import CLibYAML

/// What libyaml says of a text, one event after the other: nothing is composed, so that aliases are never followed.
struct YAMLEvents: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let bytes: UnsafeBufferPointer<UInt8>

    /// - Parameter bytes: UTF-8 that outlives this.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        parser = .allocate(capacity: 1)
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event; after the end of the stream, nothing more is to be asked for.
    /// - throws: ``YAMLFault`` for what is no YAML.
    func next() throws(YAMLFault) -> YAMLEvent {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw fault }
        defer { yaml_event_delete(&event) }
        return YAMLEvent(kind: Self.kind(event), position: Self.position(event.start_mark))
    }

    private static func kind(_ event: yaml_event_t) -> YAMLEvent.Kind {
        switch event.type {
        case YAML_ALIAS_EVENT: return .alias(string(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            let isTagged = scalar.quoted_implicit != 1 && isTag(scalar.tag)
            return .scalar(
                YAMLScalar(text: text, style: style(scalar.style)), YAMLMarks(anchor: string(scalar.anchor), isTagged: isTagged))
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            return .list(YAMLMarks(anchor: string(start.anchor), isTagged: isTag(start.tag)))
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            return .mapping(YAMLMarks(anchor: string(start.anchor), isTagged: isTag(start.tag)))
        case YAML_STREAM_END_EVENT: return .streamEnd
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
        default: return .other
        }
    }

    /// Whether the author wrote a tag. `!!str` is what any text has, so it counts for none.
    private static func isTag(_ tag: UnsafeMutablePointer<UInt8>?) -> Bool {
        guard let tag = string(tag) else { return false }
        return !["", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"].contains(tag)
    }

    private static func style(_ style: yaml_scalar_style_t) -> YAMLScalar.Style {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }

    private static func string(_ text: UnsafeMutablePointer<UInt8>?) -> String? { text.map { String(cString: $0) } }

    private static func position(_ mark: yaml_mark_t) -> SourcePosition {
        SourcePosition(line: mark.line + 1, column: mark.column + 1)
    }

    private var fault: YAMLFault {
        let failed = parser.pointee
        var fault = YAMLFault(
            problem: failed.problem.map { String(cString: $0) } ?? "", position: Self.position(failed.problem_mark))
        if failed.error == YAML_READER_ERROR {
            // Told by a byte only.
            let source = SourceText(file: "", bytes: Array(bytes))
            fault.position = source.position(offset: min(failed.problem_offset, max(0, bytes.count - 1)))
            fault.isCharacter = true
        } else if let context = failed.context {
            fault.context = (String(cString: context), Self.position(failed.context_mark))
        }
        return fault
    }
}

/// Something that stands in a YAML text, and where.
struct YAMLEvent {
    enum Kind {
        case scalar(YAMLScalar, YAMLMarks)
        case list(YAMLMarks)
        case mapping(YAMLMarks)
        case end
        case alias(String)
        case streamEnd
        /// The beginning of the stream, the two ends of a document.
        case other
    }

    var kind: Kind
    var position: SourcePosition
}

/// What the format does not accept on a value.
struct YAMLMarks {
    var anchor: String?
    var isTagged: Bool
}

/// Why a text is no YAML, in the words of the parser.
struct YAMLFault: Error {
    var problem: String
    var position: SourcePosition
    /// What it was doing, and since where.
    var context: (text: String, position: SourcePosition)?
    /// Whether it is a character that YAML does not have.
    var isCharacter = false
}
