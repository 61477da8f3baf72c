/// Width and height of an image, in pixels.
struct PixelSize: Hashable, Sendable {
    var width: Int
    var height: Int

    /// - Returns: `nil` when one of them is zero or more than a screen will ever show.
    init?(width: Int, height: Int) {
        guard (1...30_000).contains(width), (1...30_000).contains(height) else { return nil }
        self.width = width
        self.height = height
    }
}
