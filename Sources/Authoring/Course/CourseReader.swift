package import CourseContent
package import Essentials
package import Foundation

/// Reads a course folder as docs/course-format.md describes it: checks everything, renders every text.
package enum CourseReader {
    /// Reads a folder. It takes a time linear in its size; nothing is written anywhere.
    /// - Returns: the course, or `nil` if there is any error; and every problem found, in reading order.
    package static func read(
        folder: URL, limits: FolderLimits = FolderLimits(), progress: ReadingProgress? = nil
    ) -> (course: AuthoredCourse?, problems: [Problem]) {
        let log = ProblemLog()
        guard let scanned = CourseFolder.scan(folder, limits: limits, log: log) else { return (nil, log.sorted) }
        var reading = CourseReading(folder: scanned, log: log)
        reading.progress = progress
        let course = reading.course()
        return (log.hasErrors ? nil : course, log.sorted)
    }

    /// Every problem that ``read(folder:limits:)`` finds, in less time: nothing is made ready to be published.
    package static func check(
        folder: URL, limits: FolderLimits = FolderLimits(), progress: ReadingProgress? = nil
    ) -> [Problem] {
        let log = ProblemLog()
        guard let scanned = CourseFolder.scan(folder, limits: limits, log: log) else { return log.sorted }
        scanned.sources.close()
        var reading = CourseReading(folder: scanned, log: log)
        reading.progress = progress
        reading.isCheck = true
        _ = reading.course()
        return log.sorted
    }

    /// What facts are worth in a course whose author says so; empty for one that leaves what is usual, or that cannot be read.
    package static func points(folder: URL) -> [PointsRule] {
        let head = try? String(contentsOf: folder.appending(path: "course.yml"), encoding: .utf8)
        guard head?.contains("\npoints:") ?? false else { return [] }
        let log = ProblemLog()
        guard let scanned = CourseFolder.scan(folder, limits: FolderLimits(), log: log) else { return [] }
        scanned.sources.close()
        let own = CourseReading(folder: scanned, log: log).courseFields()?.outline.points
        return own == nil ? [] : PointsRule.Fact.allCases.compactMap { PointsRule.inForce(own)[$0] }
    }

    /// What a course gives badges for, each in a sentence; empty for one that gives none, or that cannot be read.
    package static func badges(folder: URL) -> [(title: String, asks: Phrase)] {
        let head = try? String(contentsOf: folder.appending(path: "course.yml"), encoding: .utf8)
        guard head?.contains("\nbadges:") ?? false else { return [] }
        let log = ProblemLog()
        guard let scanned = CourseFolder.scan(folder, limits: FolderLimits(), log: log) else { return [] }
        scanned.sources.close()
        var reading = CourseReading(folder: scanned, log: log)
        reading.isCheck = true
        guard let outline = reading.course()?.outline else { return [] }
        return (outline.badges ?? []).map { ($0.title, $0.phrase(in: outline)) }
    }

    /// The same as ``read(folder:limits:)`` for a course that is to be applied again: bodies whose source, and everything that it refers
    /// to, are as they were at an earlier reading are named by their digests and not made again. They are in the database to which they
    /// were applied, and not in `contents`.
    ///
    /// - Returns: also what the next reading may know, to be saved once the bodies are stored.
    package static func read(
        folder: URL, limits: FolderLimits = FolderLimits(), cache: RenderCache, progress: ReadingProgress? = nil
    ) -> (course: AuthoredCourse?, problems: [Problem], kept: KeptBodies?) {
        let log = ProblemLog()
        guard let scanned = CourseFolder.scan(folder, limits: limits, log: log) else { return (nil, log.sorted, nil) }
        var reading = CourseReading(folder: scanned, log: log)
        reading.progress = progress
        reading.cache = cache
        let course = reading.course()
        // What is to be said of a file comes from reading all of it.
        guard reading.reused.isDisjoint(with: log.files) else {
            let (course, problems) = read(folder: folder, limits: limits, progress: progress)
            return (course, problems, nil)
        }
        return (log.hasErrors ? nil : course, log.sorted, log.hasErrors ? nil : reading.kept)
    }
}
