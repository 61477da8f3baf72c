package import CourseContent
import Essentials
import Files
package import Foundation
import SQL

/// A version with everything that it was made of, for an export.
package struct KeptCourse: Sendable {
    package struct Asset: Sendable {
        package let asset: CourseAsset
        package let location: URL
    }

    package struct Source: Sendable {
        /// Path in the course folder.
        package let path: String
        package let location: URL
    }

    package let version: CourseVersion
    /// Bodies by digest.
    package let contents: [String: ActivityContent]
    package let assets: [Asset]
    /// The folder that it was applied from; empty when it was not kept.
    package let sources: [Source]
}

extension Campus {
    /// A version of a course with its bodies, its files and the folder that it was made from. One read transaction.
    ///
    /// - Parameter number: without it, the published version.
    /// - throws: ``CampusError/notFound(_:)``, `SQLError`, `FilesError.cannotRead` when the list of the folder's files is damaged.
    package func keptCourse(_ key: String, version number: Int? = nil) async throws -> KeptCourse {
        let kept = try await database.read { reading in try read(key, number, in: reading) }
        return KeptCourse(
            version: kept.version, contents: kept.contents,
            assets: kept.assets.compactMap { asset in
                files.location(of: asset.digest).map { KeptCourse.Asset(asset: asset, location: $0) }
            },
            sources: try kept.manifest.map { try sources($0) } ?? [])
    }

    private struct Reading: Sendable {
        let version: CourseVersion
        var contents: [String: ActivityContent] = [:]
        let assets: [CourseAsset]
        let manifest: String?
    }

    private func read(_ key: String, _ number: Int?, in reading: any ReadTransaction) throws -> Reading {
        let found: CourseVersion?
        if let number {
            found = try version(number, of: key, in: reading)
        } else {
            found = try courses.published(key: key, in: reading)
        }
        guard let version = found else { throw CampusError.notFound(.noSuchCourse) }
        var kept = Reading(
            version: version, assets: try courses.assets(of: version.course, in: reading),
            manifest: try courses.sources(of: version.id, in: reading))
        for digest in Set(version.outline.activities.compactMap(\.contentDigest)) {
            kept.contents[digest] = try courses.content(digest: digest, in: reading)
        }
        return kept
    }

    private func sources(_ digest: String) throws -> [KeptCourse.Source] {
        guard let place = files.location(of: digest), let data = try? Data(contentsOf: place),
            let manifest = try? JSONDecoder().decode(SourceManifest.self, from: data)
        else { throw FilesError.cannotRead(digest) }
        return manifest.files.compactMap { file in
            files.location(of: file.digest).map { KeptCourse.Source(path: file.path, location: $0) }
        }
    }
}
