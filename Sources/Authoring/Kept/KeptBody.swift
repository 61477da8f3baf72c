/// What is remembered of an activity that was rendered once, so that it need not be rendered again as long as its source and
/// everything that it refers to stay the same. The body itself is in the database, under its digest.
struct KeptBody: Hashable, Sendable {
    /// A file of the course that the text shows or offers.
    struct File: Hashable, Sendable {
        /// As it is written in the text.
        var path: String
        var use: AssetLibrary.Use
        var digest: String
    }

    var contentDigest: String
    var terms: [String]
    /// `nil` for what is no lesson.
    var headings: Set<String>?
    var headingLinks: [HeadingLink]
    var files: [File]
    /// Ids of the activities that it links to.
    var activities: Set<String>
}

/// What a reading leaves for the next one: see ``RenderCache``.
package struct KeptBodies: Sendable {
    /// What they were rendered with, besides their sources.
    var context: String
    var bodies: [String: KeptBody]
    /// Whether there is anything in it that the last reading did not know.
    package var isNews: Bool
}
