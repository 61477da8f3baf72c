package import CourseContent
import Essentials
package import Foundation

/// Reads a course folder as docs/course-format.md describes it: checks everything, renders every text.
package enum CourseReader {
    /// Reads a folder. It takes a time linear in its size; nothing is written anywhere.
    /// - Returns: the course, or `nil` if there is any error; and every problem found, in reading order.
    package static func read(
        folder: URL, limits: FolderLimits = FolderLimits()
    ) -> (course: AuthoredCourse?, problems: [Problem]) {
        let log = ProblemLog()
        guard let scanned = CourseFolder.scan(folder, limits: limits, log: log) else { return (nil, log.sorted) }
        var reading = CourseReading(folder: scanned, log: log)
        let course = reading.course()
        return (log.hasErrors ? nil : course, log.sorted)
    }

    /// Every problem that ``read(folder:limits:)`` finds, in less time: nothing is made ready to be published.
    package static func check(folder: URL, limits: FolderLimits = FolderLimits()) -> [Problem] {
        let log = ProblemLog()
        guard let scanned = CourseFolder.scan(folder, limits: limits, log: log) else { return log.sorted }
        scanned.sources.close()
        var reading = CourseReading(folder: scanned, log: log)
        reading.isCheck = true
        _ = reading.course()
        return log.sorted
    }
}
