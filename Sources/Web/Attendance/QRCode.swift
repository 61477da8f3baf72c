import CLibQREncode

/// A text as a QR code: its dark modules, as the data of an SVG path.
struct QRCode: Sendable {
    /// Modules along a side, with the four that stay light around it.
    let side: Int
    let path: String

    private static let margin = 4

    /// - Returns: `nil` for a text that is empty or too long (2,000 bytes are never).
    init?(_ text: String) {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard let data = code.pointee.data else { return nil }
        var path = ""
        for y in 0..<width {
            var x = 0
            while x < width {
                let first = x
                while x < width, data[y * width + x] & 1 == 1 { x += 1 }
                if x > first {
                    path += "M\(first + Self.margin) \(y + Self.margin)h\(x - first)v1h-\(x - first)z"
                } else {
                    x += 1
                }
            }
        }
        side = width + 2 * Self.margin
        self.path = path
    }
}
