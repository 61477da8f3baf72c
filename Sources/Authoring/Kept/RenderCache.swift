import CourseContent
package import Foundation

/// What earlier readings of a folder rendered, in a file that may be thrown away at any time.
///
/// It says which body an activity has, by the digest of its source; an entry holds only as long as what the text refers to is the same.
/// Nothing in it is believed when another program wrote it, or when a byte of it is not what it was. A course read with it is the
/// course read without it: a test holds both together.
package struct RenderCache: Sendable {
    private let file: URL
    private let program: String

    /// - Parameters:
    ///   - file: where it is kept; made by the first ``save(_:)``.
    ///   - program: what tells this program from any other version of it.
    package init(file: URL, program: String) {
        self.file = file
        self.program = program
    }

    /// The bodies by the keys of their sources; none when there is nothing to be believed.
    func bodies(in context: String) -> [String: KeptBody] {
        guard let bytes = try? RegularFile.read(file.path(percentEncoded: false), atMost: 256 << 20),
            let kept = KeptBodies(bytes, program: program), kept.context == context
        else { return [:] }
        return kept.bodies
    }

    /// Keeps what a reading rendered, once its bodies are in the database. A place that cannot be written to keeps nothing: the next
    /// reading takes its time.
    package func save(_ kept: KeptBodies) {
        if !kept.isNews { return }
        let folder = file.deletingLastPathComponent()
        try? FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try? Data(kept.bytes(program: program)).write(to: file, options: .atomic)
    }
}

extension KeptBodies {
    private static let head = "rebond rendered 1"

    /// `nil` for bytes that this program did not write just so.
    fileprivate init?(_ bytes: [UInt8], program: String) {
        guard bytes.count > 64 else { return nil }
        let content = bytes[..<(bytes.count - 64)]
        guard ContentDigest.of(content).utf8.elementsEqual(bytes[content.endIndex...]) else { return nil }
        var reader = KeptReader(content)
        guard reader.text() == Self.head, reader.text() == program, let context = reader.text(), let count = reader.number()
        else {
            return nil
        }
        var bodies: [String: KeptBody] = [:]
        for _ in 0..<count {
            guard let key = reader.text(), let body = KeptBody(&reader) else { return nil }
            bodies[key] = body
        }
        self.init(context: context, bodies: bodies, isNews: false)
    }

    fileprivate func bytes(program: String) -> [UInt8] {
        var writer = KeptWriter()
        for text in [Self.head, program, context] { writer.text(text) }
        writer.number(bodies.count)
        for (key, body) in bodies.sorted(by: { $0.key < $1.key }) {
            writer.text(key)
            body.write(&writer)
        }
        return writer.bytes + Array(ContentDigest.of(writer.bytes).utf8)
    }
}

extension KeptBody {
    fileprivate init?(_ reader: inout KeptReader) {
        guard let digest = reader.text(), let terms = reader.list({ $0.text() }), let isLesson = reader.number(),
            let headings = reader.list({ $0.text() }), let links = reader.list(HeadingLink.init),
            let files = reader.list(File.init), let activities = reader.list({ $0.text() })
        else { return nil }
        self.init(
            contentDigest: digest, terms: terms, headings: isLesson == 1 ? Set(headings) : nil, headingLinks: links, files: files,
            activities: Set(activities))
    }

    fileprivate func write(_ writer: inout KeptWriter) {
        writer.text(contentDigest)
        writer.list(terms) { $0.text($1) }
        writer.number(headings == nil ? 0 : 1)
        writer.list((headings ?? []).sorted()) { $0.text($1) }
        writer.list(headingLinks) { writer, link in
            writer.list(link.activity.map { [$0] } ?? []) { $0.text($1) }
            for text in [link.heading, link.written] { writer.text(text) }
            for number in [link.position.line, link.position.column] { writer.number(number) }
        }
        writer.list(files) { writer, file in
            for text in [file.path, file.use.rawValue, file.digest] { writer.text(text) }
        }
        writer.list(activities.sorted()) { $0.text($1) }
    }
}

extension HeadingLink {
    fileprivate init?(_ reader: inout KeptReader) {
        guard let activity = reader.list({ $0.text() }), let heading = reader.text(), let written = reader.text(),
            let line = reader.number(), let column = reader.number()
        else { return nil }
        self.init(
            activity: activity.first, heading: heading, written: written, position: SourcePosition(line: line, column: column))
    }
}

extension KeptBody.File {
    fileprivate init?(_ reader: inout KeptReader) {
        guard let path = reader.text(), let use = reader.text().flatMap(AssetLibrary.Use.init), let digest = reader.text() else {
            return nil
        }
        self.init(path: path, use: use, digest: digest)
    }
}
