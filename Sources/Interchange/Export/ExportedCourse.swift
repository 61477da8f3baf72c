package import CourseContent
package import Foundation

/// A course that is to leave: what was rendered of it, its files, and the folder that it was made from.
package struct ExportedCourse: Sendable {
    /// A file of the folder, and where its bytes are now.
    package struct Source: Sendable, Hashable {
        /// Path in the course folder.
        package var path: String
        package var location: URL

        package init(path: String, location: URL) {
            self.path = path
            self.location = location
        }
    }

    package struct Asset: Sendable, Hashable {
        package var asset: CourseAsset
        package var location: URL

        package init(asset: CourseAsset, location: URL) {
            self.asset = asset
            self.location = location
        }
    }

    package var outline: CourseOutline
    /// Bodies by digest.
    package var contents: [String: ActivityContent]
    /// Files that the bodies show or offer, by digest.
    package var assets: [String: Asset]
    /// The folder; empty when it was not kept.
    package var sources: [Source]

    package init(
        outline: CourseOutline, contents: [String: ActivityContent], assets: [String: Asset], sources: [Source]
    ) {
        self.outline = outline
        self.contents = contents
        self.assets = assets
        self.sources = sources
    }

    /// A course as it was just read from its folder.
    package init(_ course: AuthoredCourse) {
        outline = course.outline
        contents = course.contents
        assets = Dictionary(
            course.assets.map { ($0.asset.digest, Asset(asset: $0.asset, location: $0.source)) },
            uniquingKeysWith: { first, _ in first })
        sources = course.sources.map { Source(path: $0.path, location: $0.location) }
    }

    func content(of activity: ActivityOutline) -> ActivityContent? { activity.contentDigest.flatMap { contents[$0] } }
}
