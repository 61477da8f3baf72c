/// A question that a group talks about.
package struct DiscussionContent: Codable, Sendable, Hashable {
    /// Safe HTML: the question.
    package var html: String
    /// Contributions that are expected of each learner, 1 to 20.
    package var posts: Int
    package var assets: [String]

    package init(html: String, posts: Int, assets: [String] = []) {
        self.html = html
        self.posts = posts
        self.assets = assets
    }
}
