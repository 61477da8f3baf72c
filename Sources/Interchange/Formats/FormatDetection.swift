import Essentials
import Foundation

/// Tells the format of a source by its content, and reads it.
struct FormatDetection {
    let session: ImportSession
    /// The file itself, for a package that is kept whole.
    let file: URL

    func read(_ source: SourceFile) throws(ImportError) -> (ImportFormat, CourseDraft) {
        switch source {
        case .text(let text):
            if CardListReader.isOne(text) { return (.cards, try CardListReader(session: session).read(text)) }
            if GIFTReader.mayBe(text) { return (.gift, try GIFTReader(session: session).read(text)) }
            guard CardListReader.mayBe(text) else { throw .unknownFormat }
            return (.cards, try CardListReader(session: session).read(text))
        case .xml(let bytes): return try xml(bytes)
        case .archive(let archive): return try read(archive)
        }
    }

    private func xml(_ bytes: [UInt8]) throws(ImportError) -> (ImportFormat, CourseDraft) {
        let root = try XMLFile.read(bytes, name: session.sourceName, limits: session.limits)
        switch root.name {
        case "quiz": return (.moodleXML, try MoodleXMLReader(session: session).read(root))
        case let name where QTIReader.isRoot(name):
            return (.qti, try QTIReader(session: session, archive: nil).read(root, name: session.sourceName))
        default: throw .unknownFormat
        }
    }

    private func read(_ archive: Archive) throws(ImportError) -> (ImportFormat, CourseDraft) {
        // A package may hold another one: the file that stands nearest to the top says what it is.
        let markers = [H5PReader.marker, BackupReader.marker, ContentManifest.name, OLXReader.marker]
        let nearest = markers.compactMap { marker in archive.depth(of: marker).map { (marker: marker, depth: $0) } }
            .min { $0.depth < $1.depth }
        guard let marker = nearest?.marker, archive.root(at: marker) else {
            if try isLooseQTI(archive) {
                return (.qti, try QTIReader(session: session, archive: archive).read(archive, manifest: nil))
            }
            throw .unknownFormat
        }
        switch marker {
        case H5PReader.marker: return (.h5p, try H5PReader(session: session, archive: archive).read())
        case BackupReader.marker: return (.moodleBackup, try BackupReader(session: session, archive: archive).read())
        case OLXReader.marker: return (.olx, try OLXReader(session: session, archive: archive).read())
        default: return try package(archive)
        }
    }

    /// What has an `imsmanifest.xml`.
    private func package(_ archive: Archive) throws(ImportError) -> (ImportFormat, CourseDraft) {
        let manifest = try ContentManifest(archive)
        let isCartridge = manifest.schema.contains("common cartridge") || manifest.schema.contains("thin cc")
        if !isCartridge, SCORMReader.isOne(manifest) {
            return (.scorm, try SCORMReader(session: session, archive: archive, manifest: manifest, file: file).read())
        }
        let types = manifest.resources.map { $0.type.lowercased() }
        if !isCartridge, types.contains(where: { $0.hasPrefix("imsqti_") && !$0.hasPrefix("imsqti_xmlv1") }) {
            return (.qti, try QTIReader(session: session, archive: archive).read(archive, manifest: manifest))
        }
        return (.commonCartridge, try CartridgeReader(session: session, archive: archive, manifest: manifest).read())
    }

    /// Items of QTI in an archive without a manifest: told by the first one.
    private func isLooseQTI(_ archive: Archive) throws(ImportError) -> Bool {
        guard let first = archive.files.first(where: { $0.lowercased().hasSuffix(".xml") }) else { return false }
        let head = String(decoding: try archive.text(first).prefix(4_000), as: UTF8.self)
        return head.contains("<assessmentItem") || head.contains("<assessmentTest") || head.contains("<qti-assessment-")
    }
}
