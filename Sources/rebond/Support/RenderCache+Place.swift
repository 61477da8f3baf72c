import Authoring
import CourseContent
import Foundation

extension RenderCache {
    /// What applies of a folder leave for the next one: `cache/` of the data directory, which may be thrown away at any time. One file
    /// for each folder and database.
    static func of(folder: String, in place: DataPlace) -> RenderCache {
        let path = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL.path(percentEncoded: false)
        let name = ContentDigest.of("\(path)\n\(place.database.map { "\($0)" } ?? "")".utf8).prefix(24)
        let file = URL(filePath: place.directory, directoryHint: .isDirectory).appending(path: "cache")
            .appending(path: "rendered-\(name).bin")
        return RenderCache(file: file, program: program)
    }

    /// This very build: its file, by its size and the time at which it was made.
    private static var program: String {
        let path = "/proc/self/exe"
        var status = stat()
        guard stat(path, &status) == 0 else { return UUID().uuidString }
        #if os(Linux)
        return "\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec) \(status.st_ino)"
        #else
        return "\(status.st_size) \(status.st_ino)"
        #endif
    }
}
