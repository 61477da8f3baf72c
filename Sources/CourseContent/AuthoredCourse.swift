package import Foundation

/// A course read from its folder, checked and rendered: what `course apply` publishes. Made by Authoring.
package struct AuthoredCourse: Sendable {
    package var outline: CourseOutline
    /// Bodies by digest of their canonical JSON.
    package var contents: [String: ActivityContent]
    /// The canonical JSON of bodies by digest, where it was made already.
    package var encoded: [String: String]
    /// Digests of bodies that were not made again, because an earlier apply stored them: they are in neither of the two above.
    package var left: Set<String>
    /// Files of the course and where their bytes are now.
    package var assets: [AuthoredAsset]
    /// Every file that it was made from, the assets included, in the order of their paths; empty when it comes from no folder.
    package var sources: [AuthoredSource]
    /// Ids of activities whose minutes an import estimated and nobody has confirmed. Not a part of what is kept.
    package var estimated: [String]

    /// The keys of `course.yml` under which an import wrote words of its own and nobody has confirmed them. Not a part of what is kept.
    package var unconfirmed: [String]

    package init(
        outline: CourseOutline, contents: [String: ActivityContent], assets: [AuthoredAsset], sources: [AuthoredSource] = [],
        estimated: [String] = [], encoded: [String: String] = [:], left: Set<String> = [],
        unconfirmed: [String] = []
    ) {
        self.unconfirmed = unconfirmed
        self.left = left
        self.estimated = estimated
        self.encoded = encoded
        self.outline = outline
        self.contents = contents
        self.assets = assets
        self.sources = sources
    }
}

/// A file of the folder that a course was made from.
package struct AuthoredSource: Sendable, Hashable {
    /// Path in the course folder, with `/` between its parts.
    package var path: String
    /// SHA-256 in lower-case hexadecimal, of what was read.
    package var digest: String
    /// Bytes.
    package var size: Int
    /// The file in the author's folder.
    package var location: URL

    package init(path: String, digest: String, size: Int, location: URL) {
        self.path = path
        self.digest = digest
        self.size = size
        self.location = location
    }
}

/// The folder of a version as it is kept: its files by their digests. Kept itself as JSON under its own digest.
package struct SourceManifest: Codable, Sendable, Hashable {
    package struct File: Codable, Sendable, Hashable {
        package var path: String
        package var digest: String
        package var size: Int
    }

    package var files: [File]

    package init(_ sources: [AuthoredSource]) {
        files = sources.map { File(path: $0.path, digest: $0.digest, size: $0.size) }
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
