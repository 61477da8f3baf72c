import Foundation

/// The file that somebody gives, told by its content.
enum SourceFile {
    case archive(Archive)
    /// XML, not in an archive.
    case xml([UInt8])
    /// Some other text.
    case text(String)

    /// - throws: `cannotRead`, `unknownFormat`, and what an archive throws.
    static func open(_ file: URL, limits: ImportLimits) throws(ImportError) -> SourceFile {
        let path = file.path(percentEncoded: false)
        let handle: FileHandle
        let head: [UInt8]
        do {
            handle = try FileHandle(forReadingFrom: file)
            head = Array(try handle.read(upToCount: 512) ?? Data())
        } catch {
            throw .cannotRead(path)
        }
        defer { try? handle.close() }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return .archive(try ZipSource.open(path, limits: limits))
        }
        let isTar = head.count >= 262 && head[257..<262].elementsEqual("ustar".utf8)
        if head.starts(with: [0x1F, 0x8B]) || isTar { return .archive(try TarSource.open(path, limits: limits)) }
        let rest: [UInt8]
        do {
            rest = Array(try handle.read(upToCount: limits.text) ?? Data())
        } catch {
            throw .cannotRead(path)
        }
        if rest.count >= limits.text { throw .limit(.text, limits, entry: nil) }
        let bytes = head + rest
        if isXML(bytes) { return .xml(bytes) }
        guard let text = TextDecoding.text(bytes) else { throw .unknownFormat }
        return .text(text)
    }

    /// Whether the first thing is `<`, in UTF-8 or UTF-16.
    private static func isXML(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(64)
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) || start.starts(with: [0x3C, 0x00])
            || start.starts(with: [0x00, 0x3C])
        {
            return start.contains(0x3C)
        }
        let plain = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start
        return plain.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D } == 0x3C
    }
}

/// Bytes as text.
enum TextDecoding {
    /// UTF-8, with or without a mark; UTF-16 with one; else Windows-1252, which old programs wrote. `nil` for what is no text.
    static func text(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return String(data: Data(bytes), encoding: .utf16)
        }
        let plain = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        if plain.contains(0) { return nil }
        if let text = String(validating: plain, as: UTF8.self) { return text }
        return String(data: Data(plain), encoding: .windowsCP1252) ?? String(data: Data(plain), encoding: .isoLatin1)
    }
}
