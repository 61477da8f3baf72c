package import SQL

/// The statements of the outbox.
package enum OutboxStatements {
    // MARK: Writing a letter

    /// Whatever has something to say: a letter, once for a recipient and a cause.
    package static let insert = Statement(
        "outbound.insertLetter",
        """
        INSERT INTO outbox (id, cause, recipient, address, kind, language, subject, body, calendar, calendar_method, refusal, state, tries,
            due_at, expires_at, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'waiting', 0, $12, $13, $14)
        ON CONFLICT (cause, recipient) DO NOTHING
        """)

    /// A reminder: whether it was dealt with already.
    package static let insertCause = Statement(
        "outbound.insertCause", "INSERT INTO outbox_cause (cause, made_at) VALUES ($1, $2) ON CONFLICT (cause) DO NOTHING")

    /// The tick of reminders: what is to be done at all?
    package static let cause = Statement("outbound.cause", "SELECT made_at FROM outbox_cause WHERE cause = $1")

    /// A session moves: what was not sent yet is not true any more.
    package static let withdraw = Statement(
        "outbound.withdrawLetters", "DELETE FROM outbox WHERE cause >= $1 AND cause < $2 AND state = 'waiting'")

    package static let forgetCauses = Statement(
        "outbound.forgetCauses", "DELETE FROM outbox_cause WHERE cause >= $1 AND cause < $2")

    // MARK: Sending

    /// The sender looks for work.
    package static let isDue = Statement(
        "outbound.isDue", "SELECT id FROM outbox WHERE state = 'waiting' AND due_at <= $1 ORDER BY due_at, id LIMIT 1")

    /// The sender takes letters: nobody else does until the claim ends.
    package static let claim = Statement(
        "outbound.claimLetters",
        """
        UPDATE outbox SET claim = $1, due_at = $2, tries = tries + 1
        WHERE id IN (SELECT id FROM outbox WHERE state = 'waiting' AND due_at <= $3 ORDER BY due_at, id LIMIT $4)
        RETURNING id, cause, recipient, address, kind, language, subject, body, calendar, calendar_method, refusal, state, tries, due_at,
            expires_at, error, created_at
        """)

    /// A letter was taken by the mail server, or never will be; by whoever holds the claim.
    package static let settle = Statement(
        "outbound.settleLetter",
        "UPDATE outbox SET state = $3, error = $4, due_at = $5, claim = NULL WHERE id = $1 AND claim = $2 AND state = 'waiting'")

    /// A letter is tried again later.
    package static let postpone = Statement(
        "outbound.postponeLetter",
        """
        UPDATE outbox SET error = $3, due_at = $4, claim = NULL, tries = tries - $5 WHERE id = $1 AND claim = $2 AND state = 'waiting'
        """)

    /// The only server of a database starts: nobody holds any claim.
    package static let releaseClaims = Statement(
        "outbound.releaseClaims",
        "UPDATE outbox SET due_at = $1, claim = NULL WHERE claim IS NOT NULL AND claim > '' AND state = 'waiting'")

    // MARK: For the operator

    /// `rebond mail list`
    package static let list = Statement(
        "outbound.letters",
        """
        SELECT id, cause, recipient, address, kind, language, subject, body, calendar, calendar_method, refusal, state, tries, due_at,
            expires_at, error, created_at
        FROM outbox WHERE state = $1 ORDER BY due_at DESC, id DESC LIMIT $2
        """)

    /// `rebond mail retry ID`
    package static let retry = Statement(
        "outbound.retryLetter",
        "UPDATE outbox SET state = 'waiting', due_at = $2, created_at = $2, tries = 0 WHERE id = $1 AND state <> 'sent'")

    /// `rebond mail retry`
    package static let retryDead = Statement(
        "outbound.retryDeadLetters",
        "UPDATE outbox SET state = 'waiting', due_at = $1, created_at = $1, tries = 0 WHERE state = 'dead' AND due_at >= $2")

    /// `rebond mail retry --address ADDRESS`
    package static let retryDeadTo = Statement(
        "outbound.retryDeadLettersTo",
        """
        UPDATE outbox SET state = 'waiting', due_at = $1, created_at = $1, tries = 0
        WHERE state = 'dead' AND due_at >= $2 AND lower(address) = $3
        """)

    /// Once an hour: what has no more use.
    package static let deleteOld = Statement("outbound.deleteLetters", "DELETE FROM outbox WHERE state = $1 AND due_at < $2")

    package static let deleteOldCauses = Statement("outbound.deleteCauses", "DELETE FROM outbox_cause WHERE made_at < $1")

    // MARK: What recipients want

    package static let insertChoice = Statement(
        "outbound.insertMailChoice",
        "INSERT INTO mail_choice (recipient, token) VALUES ($1, $2) ON CONFLICT (recipient) DO NOTHING")

    /// Before a letter is written, and on one's own page.
    package static let choice = Statement(
        "outbound.mailChoice", "SELECT token, refused_at FROM mail_choice WHERE recipient = $1")

    /// Somebody follows the address at the end of a letter.
    package static let choiceByToken = Statement(
        "outbound.mailChoiceByToken", "SELECT recipient, refused_at FROM mail_choice WHERE token = $1")

    package static let setRefused = Statement(
        "outbound.setMailRefused", "UPDATE mail_choice SET refused_at = $2 WHERE recipient = $1")

    /// The tick of summaries, every letter that can wait, and one's own page.
    package static let wishes = Statement(
        "outbound.mailWishes", "SELECT digest_hour, quiet_from, quiet_until, zone FROM mail_choice WHERE recipient = $1")

    package static let setWishes = Statement(
        "outbound.setMailWishes",
        "UPDATE mail_choice SET digest_hour = $2, quiet_from = $3, quiet_until = $4, zone = $5 WHERE recipient = $1")

    /// What waits for somebody who wants no more.
    package static let withdrawFrom = Statement(
        "outbound.withdrawFrom", "DELETE FROM outbox WHERE recipient = $1 AND state = 'waiting'")

    // MARK: Addresses that refuse

    /// Before a letter is written, on one's own page and on a learner's.
    package static let bounce = Statement(
        "outbound.mailBounce", "SELECT address, bounced_at, reason FROM mail_bounce WHERE address = $1")

    /// A mail server refused an address for ever.
    package static let insertBounce = Statement(
        "outbound.insertMailBounce",
        """
        INSERT INTO mail_bounce (address, bounced_at, reason) VALUES ($1, $2, $3)
        ON CONFLICT (address) DO UPDATE SET bounced_at = EXCLUDED.bounced_at, reason = EXCLUDED.reason
        """)

    /// A mail server took a letter, or somebody says that the address is right.
    package static let deleteBounce = Statement("outbound.deleteMailBounce", "DELETE FROM mail_bounce WHERE address = $1")

    /// `rebond mail list --addresses`
    package static let bounces = Statement(
        "outbound.mailBounces",
        "SELECT address, bounced_at, reason FROM mail_bounce WHERE bounced_at <= $1 ORDER BY bounced_at DESC, address DESC LIMIT $2"
    )

    /// An address was refused: nothing else that waits for it is sent.
    package static let settleBounced = Statement(
        "outbound.settleBouncedLetters",
        """
        UPDATE outbox SET state = 'dead', error = $3, due_at = $4, claim = NULL
        WHERE recipient = $1 AND state = 'waiting' AND lower(address) = $2
        """)
}
