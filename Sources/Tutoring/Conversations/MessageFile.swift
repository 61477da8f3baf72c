package import Essentials
package import SQL

/// A file that was sent with a message.
package struct MessageFile: Sendable, Hashable {
    /// 1, 2, 3… in its message.
    package let position: Int
    package let name: String
    package let mediaType: String
    /// Bytes.
    package let size: Int
    /// SHA-256 in lower-case hexadecimal.
    package let digest: String

    package init(position: Int, name: String, mediaType: String, size: Int, digest: String) {
        self.position = position
        self.name = name
        self.mediaType = mediaType
        self.size = size
        self.digest = digest
    }

    /// Files of one message.
    package static let most = 3
    /// Bytes of one.
    package static let largest = 5 * 1024 * 1024
    package static let longestName = 120
}

/// The files of messages. They are kept with their message and go with it.
extension ConversationStore {
    package func attach(
        _ files: [MessageFile], to message: Message, of conversation: Identifier<Conversation>, in writing: any WriteTransaction
    ) throws {
        for file in files {
            try writing.run(
                MessageFileStatements.insert, conversation, message.sequence, file.position, file.name, file.mediaType, file.size,
                file.digest)
        }
    }

    /// The files of a stretch of messages, by their sequences. One range of the key.
    package func files(
        of conversation: Identifier<Conversation>, sequences: ClosedRange<Int>, in reading: any ReadTransaction
    ) throws -> [Int: [MessageFile]] {
        var files: [Int: [MessageFile]] = [:]
        try reading.forEach(
            MessageFileStatements.files,
            [conversation.sqlValue, sequences.lowerBound.sqlValue, sequences.upperBound.sqlValue]
        ) { row in
            files[row.int(0), default: []].append(
                MessageFile(
                    position: row.int(1), name: row.text(2), mediaType: row.text(3), size: row.int(4), digest: row.text(5)))
        }
        return files
    }

    /// A message's words were taken away: so are its files.
    func detach(_ message: Message, of conversation: Identifier<Conversation>, in writing: any WriteTransaction) throws {
        try writing.run(MessageFileStatements.remove, conversation, message.sequence)
    }
}

/// The statements of the files of messages.
package enum MessageFileStatements {
    package static let insert = Statement(
        "tutoring.insertMessageFile",
        """
        INSERT INTO message_file (conversation_id, sequence, position, name, media_type, size, digest)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """)

    /// The page of a conversation, and a file that somebody opens.
    package static let files = Statement(
        "tutoring.messageFiles",
        """
        SELECT sequence, position, name, media_type, size, digest FROM message_file
        WHERE conversation_id = $1 AND sequence >= $2 AND sequence <= $3 ORDER BY sequence, position
        """)

    package static let remove = Statement(
        "tutoring.removeMessageFiles", "DELETE FROM message_file WHERE conversation_id = $1 AND sequence = $2")
}
