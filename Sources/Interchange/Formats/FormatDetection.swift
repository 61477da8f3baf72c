import Essentials

/// Tells the format of a source by its content, and reads it.
struct FormatDetection {
    let session: ImportSession

    func read(_ source: SourceFile) throws(ImportError) -> (ImportFormat, CourseDraft) {
        switch source {
        case .text(let text):
            guard GIFTReader.mayBe(text) else { throw .unknownFormat }
            return (.gift, try GIFTReader(session: session).read(text))
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
        if archive.root(at: ContentManifest.name) {
            let manifest = try ContentManifest(archive)
            let isCartridge = manifest.schema.contains("common cartridge") || manifest.schema.contains("thin cc")
            if !isCartridge,
                manifest.resources.contains(where: {
                    $0.type.lowercased().hasPrefix("imsqti_") && !$0.type.lowercased().hasPrefix("imsqti_xmlv1")
                })
            {
                return (.qti, try QTIReader(session: session, archive: archive).read(archive, manifest: manifest))
            }
            return (.commonCartridge, try CartridgeReader(session: session, archive: archive, manifest: manifest).read())
        }
        if try isLooseQTI(archive) {
            return (.qti, try QTIReader(session: session, archive: archive).read(archive, manifest: nil))
        }
        throw .unknownFormat
    }

    /// Items of QTI in an archive without a manifest: told by the first one.
    private func isLooseQTI(_ archive: Archive) throws(ImportError) -> Bool {
        guard let first = archive.files.first(where: { $0.lowercased().hasSuffix(".xml") }) else { return false }
        let head = String(decoding: try archive.text(first).prefix(4_000), as: UTF8.self)
        return head.contains("<assessmentItem") || head.contains("<assessmentTest") || head.contains("<qti-assessment-")
    }
}
