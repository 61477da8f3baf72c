import SQL

/// Every SQL statement of accounts, by the page or job that it serves.
enum AccountsStatements {
    /// `rebond person add`, the import of people.
    static let addPerson = Statement(
        "accounts.addPerson",
        """
        INSERT INTO person (id, login, login_key, given_name, family_name, sort_key, email, email_key, language,
            password_hash, must_change_password, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """)

    /// Profile page, a person's file.
    static let person = Statement(
        "accounts.person",
        """
        SELECT id, login, login_key, given_name, family_name, email, language, theme, spacing, must_change_password,
            created_at, disabled_at
        FROM person WHERE id = $1
        """)

    /// `rebond person reset LOGIN`, enrolment by login, the import of people.
    static let personByLogin = Statement(
        "accounts.personByLogin",
        """
        SELECT id, login, login_key, given_name, family_name, email, language, theme, spacing, must_change_password,
            created_at, disabled_at
        FROM person WHERE login_key = $1
        """)

    /// The import of people: is the address free?
    static let personByEmail = Statement(
        "accounts.personByEmail", "SELECT id FROM person WHERE email_key = $1")

    /// Sign-in by login.
    static let credentialsByLogin = Statement(
        "accounts.credentialsByLogin", "SELECT id, password_hash, disabled_at FROM person WHERE login_key = $1")

    /// Sign-in by e-mail address, when no login is that text.
    static let credentialsByEmail = Statement(
        "accounts.credentialsByEmail", "SELECT id, password_hash, disabled_at FROM person WHERE email_key = $1")

    /// Changing one's own password: the present one is asked first.
    static let credentialsByID = Statement(
        "accounts.credentialsByID", "SELECT id, password_hash, disabled_at FROM person WHERE id = $1")

    /// Changing a password, and resetting one.
    static let setPassword = Statement(
        "accounts.setPassword", "UPDATE person SET password_hash = $2, must_change_password = $3 WHERE id = $1")

    /// Sign-in: the same password under newer parameters, unless the password was changed meanwhile.
    static let rehashPassword = Statement(
        "accounts.rehashPassword", "UPDATE person SET password_hash = $3 WHERE id = $1 AND password_hash = $2")

    /// Profile page: language, theme, spacing.
    static let setPreferences = Statement(
        "accounts.setPreferences", "UPDATE person SET language = $2, theme = $3, spacing = $4 WHERE id = $1")

    /// A person's file: name.
    static let setName = Statement(
        "accounts.setName", "UPDATE person SET given_name = $2, family_name = $3, sort_key = $4 WHERE id = $1")

    /// Profile page: e-mail address.
    static let setEmail = Statement(
        "accounts.setEmail", "UPDATE person SET email = $2, email_key = $3 WHERE id = $1")

    /// Closing an account; a second time changes nothing.
    static let disable = Statement(
        "accounts.disable", "UPDATE person SET disabled_at = coalesce(disabled_at, $2) WHERE id = $1")

    /// Opening a closed account again.
    static let enable = Statement("accounts.enable", "UPDATE person SET disabled_at = NULL WHERE id = $1")

    /// `rebond person list`, the list of accounts: one page, by name.
    static let people = Statement(
        "accounts.people",
        """
        SELECT id, login, given_name, family_name, email, disabled_at, sort_key
        FROM person WHERE (sort_key, id) > ($1, $2) ORDER BY sort_key, id LIMIT $3
        """)

    /// Every page of someone signed in: all their present roles.
    static let roles = Statement(
        "accounts.roles",
        """
        SELECT role, NULL AS cohort_id FROM installation_role WHERE person_id = $1
        UNION ALL
        SELECT role, cohort_id FROM membership WHERE person_id = $1 AND left_at IS NULL
        """)

    /// `rebond person add --role author`; again changes nothing.
    static let grant = Statement(
        "accounts.grant", "INSERT INTO installation_role (person_id, role) VALUES ($1, $2) ON CONFLICT DO NOTHING")

    /// Taking a role of the installation back.
    static let revokeRole = Statement(
        "accounts.revokeRole", "DELETE FROM installation_role WHERE person_id = $1 AND role = $2")
}
