import SQL

extension TutoringMigrations {
    /// What people of a cohort are to each other.
    static let community: [Migration] = [
        Migration("tutoring/0007-mentions") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- A summary of the messages: whom each mentions.
                CREATE TABLE message_mention (
                    person_id TEXT NOT NULL REFERENCES person(id),
                    conversation_id TEXT NOT NULL,
                    sequence BIGINT NOT NULL,
                    PRIMARY KEY (person_id, conversation_id, sequence),
                    FOREIGN KEY (conversation_id, sequence) REFERENCES message(conversation_id, sequence)
                ) \(clustered);
                CREATE INDEX message_mention_message ON message_mention(conversation_id, sequence);
                """
        }
    ]
}
