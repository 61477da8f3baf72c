package import Accounts
package import CourseContent
package import Essentials

/// What somebody wrote in a conversation.
package struct Message: Sendable, Hashable {
    /// Made by who sends it: sent twice by a bad network, it is there once.
    package let id: Identifier<Message>
    /// The place in the conversation, from 1.
    package let sequence: Int
    package let author: Identifier<Person>
    package let postedAt: Instant
    /// As it was typed; empty once it was removed.
    package var text: String
    /// The text with its marks, safe to show.
    package var html: String
    /// What it points to.
    package var about: ActivityAddress?
    package var editedAt: Instant?
    package var removedAt: Instant?
    package var removedBy: Identifier<Person>?
    /// The sequence of the message that it answers; `nil` for none.
    package var replyTo: Int?
    /// Since when it is an answer that helped, and who says so.
    package var acceptedAt: Instant?
    package var acceptedBy: Identifier<Person>?

    /// Characters of one.
    package static let longest = 4000
    /// How long its author may change the words, in seconds.
    package static let editable: Int64 = 900

    package func isEditable(by person: Identifier<Person>, at now: Instant) -> Bool {
        author == person && removedAt == nil && now < postedAt.adding(seconds: Self.editable)
    }
}

/// Where somebody stands in a conversation.
package struct ConversationStanding: Sendable, Hashable {
    /// The sequence of the last message that was read.
    package var readThrough: Int
    package var unread: Int

    /// Of who has never been there.
    package static let nothingRead = Self(readThrough: 0, unread: 0)
}

/// That a question was answered.
package struct ConversationAnswer: Sendable, Hashable {
    /// The first message that waited.
    package let askedAt: Instant
    package let answeredAt: Instant
}

/// A line of a list of conversations.
package struct ConversationLine: Sendable, Hashable {
    package let conversation: Conversation
    /// The last message; its words are left out once it was removed.
    package let lastAuthor: Identifier<Person>?
    package let lastText: String
    package let unread: Int
}
