/// The files that a course may hold, by the extension of their names.
enum AssetKind: String, CaseIterable, Sendable {
    case png, jpg, jpeg, webp, gif, svg
    case pdf, txt, csv, json, md, zip, odt, ods, odp, docx, xlsx, pptx, html, css, js
    case mp4, webm, mp3, ogg, opus, m4a
    /// Captions of a video, or what is said in a sound.
    case vtt

    /// The kind of a file by its name; `nil` for one that the format does not know.
    init?(name: String) {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        self.init(rawValue: name[name.index(after: dot)...].lowercased())
    }

    var isVideo: Bool { self == .mp4 || self == .webm }
    /// A video or a sound.
    var isMedia: Bool { Self.media.contains(self) }

    static let media: [AssetKind] = [.mp4, .webm, .mp3, .ogg, .opus, .m4a]

    var isImage: Bool { Self.images.contains(self) }

    static let images: [AssetKind] = [.png, .jpg, .jpeg, .webp, .gif, .svg]

    var mediaType: String {
        switch self {
        case .png: "image/png"
        case .jpg, .jpeg: "image/jpeg"
        case .webp: "image/webp"
        case .gif: "image/gif"
        case .svg: "image/svg+xml"
        case .pdf: "application/pdf"
        case .txt: "text/plain; charset=utf-8"
        case .csv: "text/csv; charset=utf-8"
        case .json: "application/json"
        case .md: "text/markdown; charset=utf-8"
        case .zip: "application/zip"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .odp: "application/vnd.oasis.opendocument.presentation"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .html: "text/html; charset=utf-8"
        case .css: "text/css; charset=utf-8"
        case .js: "text/javascript; charset=utf-8"
        case .mp4: "video/mp4"
        case .webm: "video/webm"
        case .mp3: "audio/mpeg"
        case .ogg, .opus: "audio/ogg"
        case .m4a: "audio/mp4"
        case .vtt: "text/vtt; charset=utf-8"
        }
    }

    /// Whether the bytes begin as those of this kind do. Texts are not looked at.
    func matches(_ bytes: [UInt8]) -> Bool {
        switch self {
        case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        case .jpg, .jpeg: bytes.starts(with: [0xFF, 0xD8, 0xFF])
        case .gif: bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8)
        case .webp: bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
        case .pdf: bytes.starts(with: "%PDF-".utf8)
        case .zip, .odt, .ods, .odp, .docx, .xlsx, .pptx: bytes.starts(with: [0x50, 0x4B])
        case .mp4, .m4a: bytes.dropFirst(4).starts(with: "ftyp".utf8)
        case .webm: bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3])
        case .ogg, .opus: bytes.starts(with: "OggS".utf8)
        // A tag, or the first frame of sound.
        case .mp3: bytes.starts(with: "ID3".utf8) || bytes.count > 1 && bytes[0] == 0xFF && bytes[1] & 0xE6 == 0xE2
        case .svg, .txt, .csv, .json, .md, .html, .css, .js, .vtt: true
        }
    }
}
