import SQL

extension AccountsStatements {
    /// `rebond cohort new`.
    static let addCohort = Statement(
        "accounts.addCohort",
        "INSERT INTO cohort (id, key, title, starts_on, ends_on, created_at) VALUES ($1, $2, $3, $4, $5, $6)")

    /// A cohort's page.
    static let cohort = Statement(
        "accounts.cohort", "SELECT id, key, title, starts_on, ends_on, created_at FROM cohort WHERE id = $1")

    /// The caseload: the cohorts that somebody follows.
    static let cohortsByID = Statement(
        "accounts.cohortsByID",
        """
        SELECT id, key, title, starts_on, ends_on, created_at FROM cohort
        WHERE id IN ($1, $2, $3, $4)
        """)

    /// `rebond cohort enrol KEY`, the import of people.
    static let cohortByKey = Statement(
        "accounts.cohortByKey", "SELECT id, key, title, starts_on, ends_on, created_at FROM cohort WHERE key = $1")

    /// `rebond cohort list`: one page, by key.
    static let cohorts = Statement(
        "accounts.cohorts",
        """
        SELECT id, key, title, starts_on, ends_on, created_at FROM cohort WHERE key > $1 ORDER BY key LIMIT $2
        """)

    /// Home, and a tutor's list of cohorts: those in which a person holds a role now.
    static let cohortsOfPerson = Statement(
        "accounts.cohortsOfPerson",
        """
        SELECT id, key, title, starts_on, ends_on, created_at FROM cohort
        WHERE id IN (SELECT cohort_id FROM membership WHERE person_id = $1 AND left_at IS NULL)
        ORDER BY key
        """)

    /// A cohort's settings: title and dates.
    static let changeCohort = Statement(
        "accounts.changeCohort", "UPDATE cohort SET title = $2, starts_on = $3, ends_on = $4 WHERE id = $1")

    /// Making a group in a cohort.
    static let addGroup = Statement(
        "accounts.addGroup", "INSERT INTO cohort_group (id, cohort_id, key, title) VALUES ($1, $2, $3, $4)")

    /// A cohort's page: its groups.
    static let groups = Statement(
        "accounts.groups", "SELECT id, cohort_id, key, title FROM cohort_group WHERE cohort_id = $1 ORDER BY key")

    /// Enrolment with a group, the import of people.
    static let groupByKey = Statement(
        "accounts.groupByKey", "SELECT id, cohort_id, key, title FROM cohort_group WHERE cohort_id = $1 AND key = $2")

    /// `rebond cohort enrol`: joining, coming back, or changing group.
    static let join = Statement(
        "accounts.join",
        """
        INSERT INTO membership (person_id, cohort_id, role, group_id, joined_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (person_id, cohort_id, role) DO UPDATE SET group_id = excluded.group_id, left_at = NULL
        """)

    /// Leaving a cohort in one role; a second time changes nothing.
    static let leave = Statement(
        "accounts.leave",
        """
        UPDATE membership SET left_at = coalesce(left_at, $4) WHERE person_id = $1 AND cohort_id = $2 AND role = $3
        """)

    /// A person's file: where they are and were.
    static let membershipsOfPerson = Statement(
        "accounts.membershipsOfPerson",
        """
        SELECT person_id, cohort_id, role, group_id, joined_at, left_at FROM membership
        WHERE person_id = $1 ORDER BY cohort_id, role
        """)

    /// The import of people: is this line already so?
    static let membership = Statement(
        "accounts.membership",
        """
        SELECT person_id, cohort_id, role, group_id, joined_at, left_at FROM membership
        WHERE person_id = $1 AND cohort_id = $2 AND role = $3
        """)

    /// A cohort's page: one page of the people who hold a role now, by name.
    static let cohortPeople = Statement(
        "accounts.cohortPeople",
        """
        SELECT p.id, p.login, p.given_name, p.family_name, p.email, p.disabled_at, p.sort_key,
            m.role, m.group_id, m.joined_at
        FROM membership m JOIN person p ON p.id = m.person_id
        WHERE m.cohort_id = $1 AND m.role = $2 AND m.left_at IS NULL AND (p.sort_key, p.id) > ($3, $4)
        ORDER BY p.sort_key, p.id LIMIT $5
        """)

    /// A group's page: one page of the people of the group who hold a role now, by name.
    static let groupPeople = Statement(
        "accounts.groupPeople",
        """
        SELECT p.id, p.login, p.given_name, p.family_name, p.email, p.disabled_at, p.sort_key,
            m.role, m.group_id, m.joined_at
        FROM membership m JOIN person p ON p.id = m.person_id
        WHERE m.group_id = $1 AND m.role = $2 AND m.left_at IS NULL AND (p.sort_key, p.id) > ($3, $4)
        ORDER BY p.sort_key, p.id LIMIT $5
        """)

    /// Lists of cohorts: how many hold each role now.
    static let headcount = Statement(
        "accounts.headcount",
        "SELECT role, COUNT(*) FROM membership WHERE cohort_id = $1 AND left_at IS NULL GROUP BY role")
}
