import CourseContent

/// The course folder as it was applied, in a ZIP: unpacked, checked and applied again it changes nothing.
package enum FolderExport {
    /// - throws: ``ExportError``, `noSources` when the folder was not kept.
    package static func write(
        _ course: ExportedCourse, to path: String, progress: ExportProgress? = nil
    ) throws(ExportError) {
        guard !course.sources.isEmpty else { throw .noSources }
        let entries = course.sources.sorted { $0.path < $1.path }.map {
            ZipWriter.Entry(course.outline.key + "/" + $0.path, .file($0.location))
        }
        try ZipWriter.write(entries, to: path, progress: progress)
    }
}
