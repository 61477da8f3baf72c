import Authoring
package import Essentials
import Files
package import Foundation
import SQL
package import Tutoring

/// Files of messages: what may be sent, and how it is given back.
extension Campus {
    /// What people send each other: pictures, documents, sound. Nothing that a browser would run.
    package static let attachable: [String] = [
        "png", "jpg", "jpeg", "webp", "gif", "pdf", "txt", "csv", "odt", "ods", "odp", "docx", "xlsx", "pptx", "mp3", "ogg",
        "opus",
        "m4a", "webm", "mp4",
    ]

    /// Keeps the bytes; a refusal afterwards leaves only files that nothing names.
    /// - throws: ``CampusError/invalid(_:)`` for too many, too large ones, empty ones, and those that are not what their name says.
    func keptFiles(_ sent: [SentFile]) throws -> [MessageFile] {
        guard sent.count <= MessageFile.most else { throw CampusError.invalid("files", .tooManyFiles(MessageFile.most)) }
        let checked = try sent.map { file in
            let name = Self.fileName(file.name)
            let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
            guard Self.attachable.contains(ending), SubmittedBytes.fit(name, Array(file.bytes.prefix(64))), !file.bytes.isEmpty
            else { throw CampusError.invalid("files", .fileKindRefused(name)) }
            guard file.bytes.count <= MessageFile.largest else {
                throw CampusError.invalid("files", .fileTooLarge(name, megabytes: MessageFile.largest / 1_048_576))
            }
            return (name, file.bytes)
        }
        return try checked.enumerated().map { index, file in
            MessageFile(
                position: index + 1, name: file.0, mediaType: SubmittedBytes.mediaType(file.0), size: file.1.count,
                digest: try files.store(file.1))
        }
    }

    /// Without what cannot be seen, or turns the text around: `facture\u{202E}fdp.exe` reads as another file than it is.
    static func fileName(_ typed: String) -> String {
        let turning: Set<UInt32> = Set(0x200B...0x200F).union(0x202A...0x202E).union(0x2060...0x206F)
        let seen = typed.unicodeScalars.filter {
            $0.value >= 0x20 && $0.value != 0x7F && !(0x80...0x9F).contains($0.value) && !turning.contains($0.value)
                && $0 != "/" && $0 != "\\" && $0.value != 0xFEFF
        }
        let name = String(String.UnicodeScalarView(seen)).trimmingSpaces()
        guard name.unicodeScalars.count > MessageFile.longestName else { return name.isEmpty ? "fichier" : name }
        let ending = name.split(separator: ".").last.map { "." + $0 } ?? ""
        return String(name.prefix(MessageFile.longestName - ending.count)) + ending
    }

    /// A file of a message, for somebody who may read it.
    /// - throws: ``CampusError/notFound(_:)``.
    package func messageFile(
        _ position: Int, of id: Identifier<Message>, for viewer: Viewer
    ) async throws -> (file: MessageFile, location: URL) {
        let file = try await database.read { reading in
            let (conversation, message, _) = try message(id, for: viewer, in: reading)
            return try conversations.files(of: conversation.id, sequences: message.sequence...message.sequence, in: reading)[
                message.sequence]?.first { $0.position == position }
        }
        guard let file, let location = files.location(of: file.digest), files.contains(file.digest) else {
            throw CampusError.notFound(.noSuchFile)
        }
        return (file, location)
    }
}

extension Phrase {
    static func tooManyFiles(_ most: Int) -> Phrase {
        Phrase(fr: "Pas plus de \(most) fichiers par message.", en: "At most \(most) files a message.")
    }
    static func fileKindRefused(_ name: String) -> Phrase {
        Phrase(
            fr: "« \(name) » ne peut pas être joint : envoyez une image, un PDF, un document de bureau ou un son.",
            en: "“\(name)” cannot be attached: send a picture, a PDF, an office document or a sound.")
    }
    static func fileTooLarge(_ name: String, megabytes: Int) -> Phrase {
        Phrase(fr: "« \(name) » dépasse \(megabytes) Mo.", en: "“\(name)” is larger than \(megabytes) MB.")
    }
}
