import Essentials
import Foundation
import TestSupport
import Testing

@testable import Interchange

@Suite("Archives from elsewhere")
struct ArchiveTests {
    private func open(_ bytes: [UInt8], limits: ImportLimits = ImportLimits()) throws -> Archive {
        let path = TemporaryFolder.newPath("archive")
        try Data(bytes).write(to: URL(filePath: path))
        guard case .archive(let archive) = try SourceFile.open(URL(filePath: path), limits: limits) else { throw Unexpected() }
        return archive
    }

    private func refusal(_ bytes: [UInt8], limits: ImportLimits = ImportLimits(), reading name: String? = nil) -> ImportError? {
        do {
            let archive = try open(bytes, limits: limits)
            if let name { _ = try archive.bytes(name) }
            return nil
        } catch {
            return error as? ImportError
        }
    }

    @Test(
        "A ZIP is read whatever wrote it: stored, deflated, with descriptors, with backslashes, drive letters and absolute paths")
    func zip() throws {
        var zip = ZipBuilder()
        zip.add("plain.txt", "one")
        zip.add("deflated.txt", bytes: Array("two".utf8), isDeflated: true)
        zip.add("a\\b.txt", "three")
        zip.add("/absolute/c.txt", "four")
        zip.add("C:\\d.txt", "five")
        zip.add("__MACOSX/._plain.txt", "litter")
        zip.add("folder/", "")
        zip.entries.append(.init(name: Array("later.txt".utf8), bytes: Array("six".utf8), isDeflated: true, hasDescriptor: true))
        // É in code page 437, then the same in UTF-8.
        zip.entries.append(.init(name: [0x90] + Array("t.txt".utf8), bytes: [1]))
        zip.add("Été.txt", "seven")
        let archive = try open(zip.bytes)
        #expect(
            archive.names == [
                "plain.txt", "deflated.txt", "a/b.txt", "absolute/c.txt", "d.txt", "later.txt", "Ét.txt", "Été.txt",
            ])
        for (name, text) in [
            ("plain.txt", "one"), ("deflated.txt", "two"), ("a/b.txt", "three"), ("absolute/c.txt", "four"), ("d.txt", "five"),
            ("later.txt", "six"), ("PLAIN.TXT", "one"),
        ] {
            #expect(try archive.bytes(name) == Array(text.utf8))
        }
    }

    @Test("A tar is read with and without compression; links and devices in it are never followed")
    func tar() throws {
        var tar = TarBuilder()
        tar.add("course/course.xml", Array("<course/>".utf8))
        tar.add("course/link", [], type: "2", link: "/etc/passwd")
        tar.add("course/hard", [], type: "1", link: "course/course.xml")
        tar.add("course/device", [], type: "3")
        for bytes in [tar.finished, tar.gzipped] {
            let archive = try open(bytes)
            #expect(archive.names == ["course/course.xml"])
            #expect(Set(archive.special) == ["course/link", "course/hard", "course/device"])
            #expect(archive.root(at: "course.xml"))
            #expect(try archive.bytes("course.xml") == Array("<course/>".utf8))
        }
    }

    @Test("A name that leads out, a name that is there twice and a link in a ZIP go nowhere")
    func traps() throws {
        for name in ["../x", "a/../../x", "..\\x", "/../x", "C:\\..\\x"] {
            var zip = ZipBuilder()
            zip.add(name, "x")
            #expect(refusal(zip.bytes) == .pathLeavesArchive(name))
        }
        var tar = TarBuilder()
        tar.add("../../etc/x", [1])
        #expect(refusal(tar.gzipped) == .pathLeavesArchive("../../etc/x"))
        var twice = ZipBuilder()
        twice.add("a.xml", "1")
        twice.add("b.xml", "1")
        twice.entries[1].name = Array("a.xml".utf8)
        let refused = refusal(twice.bytes)
        #expect(refused == .duplicateEntry("a.xml") || refused == .damagedArchive(entry: nil))
        var alike = ZipBuilder()
        alike.add("Page.html", "1")
        alike.add("page.html", "2")
        let archive = try open(alike.bytes)
        #expect(try archive.bytes("page.html") == Array("2".utf8))
        #expect(throws: ImportError.missingFile("PAGE.html")) { try archive.bytes("PAGE.html") }
        var link = ZipBuilder()
        link.entries.append(.init(name: Array("l".utf8), bytes: Array("/etc/passwd".utf8), mode: 0o120777))
        #expect(try open(link.bytes).special == ["l"])
    }

    @Test("Every limit is kept while reading, and its sentence says what raises it")
    func limits() throws {
        var zip = ZipBuilder()
        zip.add("zeroes", bytes: [UInt8](repeating: 0, count: 20 << 20), isDeflated: true)
        // What the archive says of itself is not believed.
        zip.entries[0].declaredSize = 10
        var limits = ImportLimits()
        let ratio = refusal(zip.bytes, limits: limits, reading: "zeroes")
        #expect(ratio == .limit(.ratio, limits, entry: "zeroes") || ratio == .damagedArchive(entry: "zeroes"))
        zip.entries[0].declaredSize = nil
        #expect(refusal(zip.bytes, limits: limits, reading: "zeroes") == .limit(.ratio, limits, entry: "zeroes"))
        limits.ratio = 100_000
        limits.entry = 1 << 20
        #expect(refusal(zip.bytes, limits: limits, reading: "zeroes") == .limit(.entry, limits, entry: "zeroes"))
        limits.entry = 1 << 30
        limits.unpacked = 2 << 20
        #expect(refusal(zip.bytes, limits: limits, reading: "zeroes") == .limit(.unpacked, limits, entry: nil))
        var tar = TarBuilder()
        tar.add("zeroes", [UInt8](repeating: 0, count: 20 << 20))
        #expect(refusal(tar.gzipped, limits: limits) == .limit(.unpacked, limits, entry: nil))
        #expect(refusal(tar.gzipped) == .limit(.ratio, ImportLimits(), entry: "zeroes"))
        limits = ImportLimits()
        limits.entries = 2
        var many = ZipBuilder()
        for number in 0..<3 { many.add("\(number)", "") }
        #expect(refusal(many.bytes, limits: limits) == .limit(.entries, limits, entry: nil))
        let deep = Array(repeating: "a", count: 41).joined(separator: "/")
        var nested = ZipBuilder()
        nested.add(deep, "")
        #expect(refusal(nested.bytes) == .limit(.pathDepth, ImportLimits(), entry: deep))
        for limit in ImportLimit.allCases {
            let phrase = ImportError.limit(limit, ImportLimits(), entry: nil).phrase
            #expect(phrase.fr.contains(limit.option) && phrase.en.contains(limit.option))
        }
    }

    @Test("An archive with a hundred thousand entries is refused unless the limit is raised, and is read then")
    func hundredThousand() throws {
        var zip = ZipBuilder()
        for number in 0..<60_000 { zip.add("f/\(number)", "") }
        #expect(refusal(zip.bytes) == .limit(.entries, ImportLimits(), entry: nil))
        var limits = ImportLimits()
        limits.entries = 100_000
        #expect(try open(zip.bytes, limits: limits).names.count == 60_000)
    }

    @Test("A zip64 archive of a hundred thousand entries is refused by the limit, and read whole above it")
    func zip64() throws {
        let path = TemporaryFolder.newPath("archive")
        let count = 100_000
        try ZipWriter.write((0..<count).map { ZipWriter.Entry("f/\($0)", .bytes([UInt8($0 & 0xFF)])) }, to: path)
        func open(_ limits: ImportLimits) throws -> Archive {
            guard case .archive(let archive) = try SourceFile.open(URL(filePath: path), limits: limits) else {
                throw Unexpected()
            }
            return archive
        }
        // The end of the directory counts in 16 bits: so many entries need the records of zip64.
        let end = try Data(contentsOf: URL(filePath: path)).suffix(200)
        #expect(end.firstRange(of: Data([0x50, 0x4B, 0x06, 0x06])) != nil)
        #expect(throws: ImportError.limit(.entries, ImportLimits(), entry: nil)) { try open(ImportLimits()) }
        var limits = ImportLimits()
        limits.entries = count
        let archive = try open(limits)
        #expect(archive.names.count == count)
        for number in [0, 65_535, 65_536, count - 1] { #expect(try archive.bytes("f/\(number)") == [UInt8(number & 0xFF)]) }
    }

    @Test("A wrong checksum, a password, an end that is missing are told")
    func damage() throws {
        var zip = ZipBuilder()
        zip.add("a.txt", "content")
        zip.entries[0].checksum = 1
        #expect(refusal(zip.bytes, reading: "a.txt") == .damagedArchive(entry: "a.txt"))
        zip.entries[0].checksum = nil
        #expect(refusal(Array(zip.bytes.dropLast(30))) == .damagedArchive(entry: nil))
        zip.entries[0].isEncrypted = true
        #expect(refusal(zip.bytes, reading: "a.txt") == .encryptedArchive(entry: "a.txt"))
        var tar = TarBuilder()
        tar.add("a.txt", [UInt8](repeating: 7, count: 100_000))
        let cut = refusal(Array(tar.gzipped.prefix(60)))
        #expect(cut == .damagedArchive(entry: nil) || cut == .damagedArchive(entry: "a.txt"))
    }
}
