/// Names of the entries of archives, as they are met and as they are used.
enum EntryName {
    /// The name with `/` between its parts, nothing before the first one and no `.` among them.
    ///
    /// Archives made on Windows hold backslashes, others absolute paths or drive letters: those mean a place in the archive.
    /// - throws: `pathLeavesArchive` for `..`, `limit` for a name that is too long or too deep.
    static func plain(_ name: String, limits: ImportLimits) throws(ImportError) -> String {
        guard name.utf8.count <= limits.pathLength * 4, name.count <= limits.pathLength else {
            throw .limit(.pathLength, limits, entry: name)
        }
        var parts: [Substring] = []
        for part in name.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where part != "." {
            if part == ".." || part.contains("\0") { throw .pathLeavesArchive(name) }
            if parts.isEmpty, part.utf8.count == 2, part.last == ":" { continue }
            parts.append(part)
        }
        guard parts.count <= limits.pathDepth else { throw .limit(.pathDepth, limits, entry: name) }
        return parts.joined(separator: "/")
    }

    /// What systems leave in archives and nobody wrote.
    static func isLitter(_ name: String) -> Bool {
        let last = name.split(separator: "/").last ?? ""
        return name.hasPrefix("__MACOSX/") || name == "__MACOSX" || last.hasPrefix("._") || last == ".DS_Store"
            || last == "Thumbs.db" || last == "desktop.ini"
    }

    /// Bytes of a name: UTF-8 where they are, code page 437 otherwise, as old archivers wrote.
    static func decode(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return String(String.UnicodeScalarView(bytes.map { $0 < 0x80 ? Unicode.Scalar($0) : codePage437[Int($0) - 0x80] }))
    }

    private static let codePage437 = Array(
        ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}")
            .unicodeScalars)
}
