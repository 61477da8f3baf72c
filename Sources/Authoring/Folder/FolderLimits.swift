/// How much a course folder may hold. docs/course-format.md says the same.
package struct FolderLimits: Sendable {
    /// Bytes of a YAML or Markdown file.
    package var textFile = 1 << 20
    /// Bytes of a file in a `files/` folder.
    package var asset = 50 << 20
    /// Bytes of an image above which its weight is told.
    package var lightImage = 500_000
    package var modules = 500
    /// Modules and activities together, planned ones included.
    package var modulesAndActivities = 5_000
    package var questionsPerQuiz = 500
    package var cardsPerDeck = 500
    package var questionsPerSurvey = 50
    package var itemsPerPlacement = 300
    /// Files and folders in the whole course.
    package var entries = 20_000
    /// Folders inside a `files/` folder.
    package var assetFolderDepth = 8

    package init() {}
}
