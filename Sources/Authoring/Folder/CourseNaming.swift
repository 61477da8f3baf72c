/// What a course folder takes as names, addresses and files: for whoever writes one.
package enum CourseNaming {
    package static let titleLength = TextLimit.title
    package static let courseTitleLength = TextLimit.courseTitle
    package static let summaryLength = TextLimit.summary

    /// Whether a file of this name is a sound.
    package static func isSound(_ name: String) -> Bool { AssetKind(name: name)?.mediaType.hasPrefix("audio/") ?? false }

    /// Whether a text has the form of an `id`.
    package static func isIdentifier(_ text: String) -> Bool { AuthoredIdentifier.isValid(text) }

    /// An `id` made from any text; `nil` when nothing in it can be kept.
    package static func identifier(for text: String) -> String? { AuthoredIdentifier.suggestion(for: text) }

    /// A name for a folder `files/` made from any name.
    package static func fileName(for name: String) -> String { AssetName.suggestion(for: name) }

    /// Whether a lesson takes this as the address of a link out of the course.
    package static func isOutsideLink(_ address: String) -> Bool {
        switch LinkTarget(address) {
        case .web, .mail, .phone: true
        default: false
        }
    }

    /// Whether a text is a language tag that `[words]{lang=…}` takes.
    package static func isLanguageTag(_ text: String) -> Bool { LanguageSpans.isLanguage(text) }
}

/// What a file can be in a course.
package enum CourseFileUse: Hashable, Sendable {
    case image, media, captions, download

    /// What a file with this name and these bytes can be; `nil` when a course refuses it.
    package init?(name: String, bytes: [UInt8]) {
        guard let kind = AssetKind(name: name), !bytes.isEmpty, kind.matches(bytes) else { return nil }
        if kind == .vtt {
            let source = SourceText(file: name, bytes: bytes)
            guard source.defects.isEmpty, WebVTT(source).findings.isEmpty else { return nil }
            self = .captions
        } else if kind == .svg {
            guard SVGCheck.check(SourceText(file: name, bytes: bytes)).findings.isEmpty else { return nil }
            self = .image
        } else if kind.isImage {
            guard ImageHeader.size(of: bytes, kind: kind) != nil else { return nil }
            self = .image
        } else {
            self = kind.isMedia ? .media : .download
        }
    }
}
