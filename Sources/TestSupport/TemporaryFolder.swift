import Foundation

/// Paths for tests' files, in a folder that is removed when the process ends.
package enum TemporaryFolder {
    /// The process's folder.
    package static let path: String = {
        let path = NSTemporaryDirectory() + "/rebond-tests-\(ProcessInfo.processInfo.processIdentifier)"
        try? FileManager.default.removeItem(atPath: path)
        atexit { try? FileManager.default.removeItem(atPath: TemporaryFolder.path) }
        return path
    }()

    /// A path in it where there is nothing yet. The folder is made when it is missing.
    package static func newPath(_ label: String) -> String {
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return "\(path)/\(label)-\(UUID().uuidString.lowercased())"
    }
}
