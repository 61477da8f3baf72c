package import Accounts
package import Essentials
package import SQL

/// What is kept of tests of devices.
package struct DeviceTestStore: Sendable {
    package init() {}

    /// How often somebody may keep a test: more would be a program that repeats itself.
    package static let most = 500

    /// Keeps a test; the same result within a minute is the same test.
    /// - Returns: what holds now.
    package func add(
        _ test: DeviceTest, of person: Identifier<Person>, in writing: any WriteTransaction
    ) throws -> DeviceTest {
        let last = try numbered(person, in: writing)
        if let last, last.test.working == test.working, test.testedAt.seconds(since: last.test.testedAt) < 60 { return last.test }
        guard (last?.number ?? 0) < Self.most else { return last?.test ?? test }
        func has(_ part: DeviceTest.Part) -> Bool { test.working.contains(part) }
        try writing.run(
            DeviceTestStatements.insert, person, (last?.number ?? 0) + 1, has(.sound), has(.microphone), has(.camera), has(.link),
            test.testedAt)
        return test
    }

    package func last(of person: Identifier<Person>, in reading: any ReadTransaction) throws -> DeviceTest? {
        try numbered(person, in: reading)?.test
    }

    /// The learners of a cohort, or of one group of it, by name, with their last test. One statement.
    package func learners(
        of cohort: Identifier<Cohort>, group: Identifier<Group>?, in reading: any ReadTransaction
    ) throws -> [(name: PersonName, test: DeviceTest?)] {
        try reading.rows(DeviceTestStatements.learners, cohort, group) { row in
            let name = PersonName(trustedGiven: row.text(0), family: row.text(1))
            return (name, row.isNull(2) ? nil : Self.test(row, from: 2))
        }
    }

    private static func test(_ row: any Row, from column: Int) -> DeviceTest {
        let parts: [DeviceTest.Part] = [.sound, .microphone, .camera, .link]
        let working = Set(parts.enumerated().filter { row.bool(column + $0.offset) }.map(\.element))
        return DeviceTest(working: working, testedAt: row.instant(column + 4))
    }

    private func numbered(
        _ person: Identifier<Person>, in reading: any ReadTransaction
    ) throws -> (number: Int, test: DeviceTest)? {
        try reading.first(DeviceTestStatements.last, person) { ($0.int(0), Self.test($0, from: 1)) }
    }
}

/// The statements of tests of devices.
package enum DeviceTestStatements {
    package static let insert = Statement(
        "devices.insert",
        """
        INSERT INTO device_test (person_id, number, sound, microphone, camera, link, tested_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """)

    /// The page of a session, for those who hold it: its learners with their last tests.
    package static let learners = Statement(
        "devices.learners",
        """
        SELECT p.given_name, p.family_name, d.sound, d.microphone, d.camera, d.link, d.tested_at
        FROM membership m JOIN person p ON p.id = m.person_id
        LEFT JOIN device_test d ON d.person_id = m.person_id
            AND d.number = (SELECT MAX(x.number) FROM device_test x WHERE x.person_id = m.person_id)
        WHERE m.cohort_id = $1 AND m.role = 'learner' AND m.left_at IS NULL AND (CAST($2 AS TEXT) IS NULL OR m.group_id = $2)
        ORDER BY p.sort_key, p.id
        """)

    /// The page of one's own test.
    package static let last = Statement(
        "devices.last",
        """
        SELECT number, sound, microphone, camera, link, tested_at FROM device_test
        WHERE person_id = $1 ORDER BY number DESC LIMIT 1
        """)
}
