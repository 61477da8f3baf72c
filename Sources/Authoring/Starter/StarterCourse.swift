package import CourseContent
package import Essentials
package import Foundation

/// A small course that passes the check, to be written over: what `rebond course new` makes.
package struct StarterCourse: Sendable {
    package let key: String
    package let title: String
    package let mode: CourseMode
    package let language: Language

    /// - Parameter title: without one, a title that says that it is to be replaced.
    /// - throws: `badKey`, `badTitle`.
    package init(key: String, title: String?, mode: CourseMode, language: Language) throws(StarterCourseError) {
        guard AuthoredIdentifier.isValid(key) else { throw .badKey(key) }
        let chosen = (title ?? Phrase(fr: "Mon nouveau cours", en: "My new course").in(language)).trimmingWhitespace()
        let isOneLine =
            !chosen.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } && !chosen.contains(where: \.isNewline)
        guard isOneLine, (1...TextLimit.courseTitle).contains(chosen.count) else { throw .badTitle }
        self.key = key
        self.title = chosen
        self.mode = mode
        self.language = language
    }

    /// The key that a folder's name suggests; the name itself when it suggests none.
    package static func key(fromFolderName name: String) -> String {
        AuthoredIdentifier.suggestion(for: name) ?? name
    }

    /// Writes the course into a folder, which is made when it does not exist. Names that begin with `.` may be there already.
    /// - Returns: the paths written, relative to the folder.
    /// - throws: `notEmpty`, `cannotWrite`. A folder that is not empty is left as it is.
    @discardableResult
    package func write(to folder: URL) throws(StarterCourseError) -> [String] {
        let path = folder.path(percentEncoded: false)
        let manager = FileManager.default
        let present = (try? manager.contentsOfDirectory(atPath: path)) ?? []
        guard present.allSatisfy({ $0.hasPrefix(".") }) else { throw .notEmpty(path) }
        let files = language == .french ? frenchFiles : englishFiles
        for (name, text) in files {
            let file = folder.appending(path: name, directoryHint: .notDirectory)
            do {
                try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file, options: .withoutOverwriting)
            } catch {
                throw .cannotWrite(file.path(percentEncoded: false))
            }
        }
        return files.map(\.0)
    }

    /// The title between double quotes, as YAML reads it.
    var quotedTitle: String {
        "\"" + title.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"") + "\""
    }

    /// The lines of course.yml that depend on the mode.
    var modeLines: String {
        switch mode {
        case .hybrid: "mode: hybrid\nhours: { total: 2.5, in-person: 2 }"
        case .remote: "mode: remote\nhours: { total: 0.5 }"
        case .language: "mode: language\nhours: { total: 0.5 }\nlevels: { from: A2, to: B1 }"
        }
    }

    /// The end of the objectives' line of module.yml: the hours in person that `modeLines` announces.
    var inPersonMinutes: String { mode == .hybrid ? "\nin-person-minutes: 120" : "" }

    /// A drawing for the first lesson: three steps, with their names.
    func drawing(_ title: String, _ steps: [String]) -> String {
        var shapes = ""
        for (index, step) in steps.enumerated() {
            let left = 10 + index * 130
            shapes += """
                  <rect x="\(left)" y="20" width="110" height="48" rx="10" fill="#e3f1ee" stroke="#0b6457" stroke-width="2"/>
                  <text x="\(left + 55)" y="50" font-size="16" text-anchor="middle" fill="#1d2433">\(step)</text>

                """
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="390" height="88" viewBox="0 0 390 88" font-family="system-ui, sans-serif">
              <title>\(title)</title>
              <rect width="390" height="88" fill="#fbf9f5"/>
            \(shapes)</svg>

            """
    }
}
