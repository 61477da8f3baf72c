import Essentials
import Foundation
import ServiceLifecycle

/// Looks several times a second whether anything in a folder changed: portable, right on every file system, and cheap at the sizes that a course
/// may have.
struct FolderWatch: Service {
    let folder: String
    let school: PreviewSchool
    let console: Console

    /// What tells one state of a folder from another: size and time of change of every file, by path.
    /// - throws: ``CommandFailure`` when there is no such folder.
    static func snapshot(_ folder: String) throws -> [String: String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw CommandFailure(.noInput, .noSuchFolder(folder))
        }
        var found: [String: String] = [:]
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        for path in paths where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
            guard let facts = try? FileManager.default.attributesOfItem(atPath: folder + "/" + path) else { continue }
            let date = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            found[path] = "\(date) \(facts[.size] ?? 0)"
        }
        return found
    }

    func refresh() async throws { try await school.refresh() }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var seen = try? Self.snapshot(folder)
            while !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(300))
                guard !Task.isCancelled, let now = try? Self.snapshot(folder), now != seen else { continue }
                seen = now
                do {
                    try await refresh()
                } catch {
                    // A file that changed while it was read: the next look takes it in.
                    seen = nil
                    console.note(CommandFailure(error).phrase)
                }
            }
        }
    }
}
