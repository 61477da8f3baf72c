/// Documents to read or to download.
package struct DocumentContent: Codable, Sendable, Hashable {
    /// Safe HTML made from the author's Markdown; empty when there are only files.
    package var html: String
    package var files: [DocumentFile]
    /// Digests of what the text shows and of the files.
    package var assets: [String]

    package init(html: String, files: [DocumentFile], assets: [String]) {
        self.html = html
        self.files = files
        self.assets = assets
    }
}

/// A file to download, and what it is.
package struct DocumentFile: Codable, Sendable, Hashable {
    package var title: String
    /// Plain text.
    package var description: String?
    package var asset: CourseAsset

    package init(title: String, description: String? = nil, asset: CourseAsset) {
        self.title = title
        self.description = description
        self.asset = asset
    }
}
