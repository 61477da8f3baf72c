import ArgumentParser

/// `rebond course …`: a course is a folder of text.
struct CourseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "course",
        abstract: "Prépare, vérifie et publie les cours. / Makes, checks and publishes courses.",
        subcommands: [
            CourseNew.self, CourseImportCommand.self, CourseCheck.self, CourseDiff.self, CourseApply.self, CourseList.self,
            CourseVersions.self, CourseRollback.self, CourseExport.self, CoursePreviewCommand.self,
        ])
}
