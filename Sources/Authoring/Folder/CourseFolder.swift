import Foundation

/// A course folder as it stands on disk: which files are there, none of them read yet.
///
/// Links are never followed and nothing outside the folder is looked at. The folder itself may be named through a link.
struct CourseFolder: Sendable {
    struct Module: Sendable {
        /// Path in the course folder.
        var path: String
        var hasModuleFile: Bool
        /// Paths of the lessons and quizzes, in their order.
        var activities: [String]
    }

    let root: URL
    let limits: FolderLimits
    var hasCourseFile = false
    var hasGlossary = false
    /// Paths of the question banks, by name.
    var banks: [String: String] = [:]
    var modules: [Module] = []
    /// What was read so far.
    let sources = SourceShelf()
    /// Sizes of the files in `files/` folders, by path.
    var assets: [String: Int] = [:]

    /// Ends with `/`.
    private let rootPath: String

    init(root: URL, limits: FolderLimits) {
        self.root = root
        let path = root.path(percentEncoded: false)
        rootPath = path.hasSuffix("/") ? path : path + "/"
        self.limits = limits
    }

    func url(of path: String) -> URL { root.appending(path: path, directoryHint: .notDirectory) }

    /// Reads a text file, or says why not.
    func text(_ path: String, log: ProblemLog) -> SourceText? {
        guard let bytes = bytes(path, atMost: limits.textFile, log: log) else { return nil }
        let source = SourceText(file: path, bytes: bytes)
        let defects = source.defects
        for (finding, position) in defects { log.add(finding, in: path, at: position) }
        if defects.isEmpty { sources.add(path, bytes, at: url(of: path)) }
        return defects.isEmpty ? source : nil
    }

    /// Reads a file, or says why not.
    func bytes(_ path: String, atMost limit: Int, log: ProblemLog) -> [UInt8]? {
        do {
            return try RegularFile.read(rootPath + path, atMost: limit)
        } catch {
            let finding: Finding =
                switch error {
                case .missing: .missingCourseFile(path)
                case .notRegular: .notRegular
                case .tooLarge(let size): .tooLarge(size, limit: limit)
                case .unreadable: .unreadable
                }
            log.add(finding, in: path, at: .start)
            return nil
        }
    }
}
