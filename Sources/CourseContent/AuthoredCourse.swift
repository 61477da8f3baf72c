package import Foundation

/// A course read from its folder, checked and rendered: what `course apply` publishes. Made by Authoring.
package struct AuthoredCourse: Sendable {
    package var outline: CourseOutline
    /// Bodies by digest of their canonical JSON.
    package var contents: [String: ActivityContent]
    /// Files of the course and where their bytes are now.
    package var assets: [AuthoredAsset]

    package init(outline: CourseOutline, contents: [String: ActivityContent], assets: [AuthoredAsset]) {
        self.outline = outline
        self.contents = contents
        self.assets = assets
    }
}

/// A file that a course refers to.
package struct AuthoredAsset: Sendable, Hashable {
    package var asset: CourseAsset
    /// The file in the author's folder.
    package var source: URL

    package init(asset: CourseAsset, source: URL) {
        self.asset = asset
        self.source = source
    }
}
