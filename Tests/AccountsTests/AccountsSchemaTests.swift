import Essentials
import SQL
import TestSupport
import Testing

@testable import Accounts

@Suite("The schema of accounts")
struct AccountsSchemaTests {
    @Test(
        "a statement that pages wait for never reads a whole table", arguments: hot)
    func hotStatements(_ statement: Statement) async throws {
        try await withAccounts(.sqlite) { database in
            try await expectNoFullScan(statement, database)
        }
    }

    private static let hot: [Statement] = [
        AccountsStatements.person, AccountsStatements.personByLogin, AccountsStatements.personByEmail,
        AccountsStatements.credentialsByLogin,
        AccountsStatements.credentialsByEmail, AccountsStatements.people, AccountsStatements.roles,
        AccountsStatements.cohortByKey, AccountsStatements.cohorts, AccountsStatements.cohortsOfPerson,
        AccountsStatements.groups, AccountsStatements.groupByKey, AccountsStatements.membershipsOfPerson,
        AccountsStatements.membership, AccountsStatements.cohortPeople, AccountsStatements.groupPeople,
        AccountsStatements.headcount, AccountsStatements.resolveSession, AccountsStatements.touchSession,
        AccountsStatements.endSession, AccountsStatements.endSessions, AccountsStatements.sessionsOfPerson,
        AccountsStatements.deleteExpiredSessions, AccountsStatements.deleteIdleSessions, AccountsStatements.resolveToken,
        AccountsStatements.tokensOfPerson, AccountsStatements.throttle, AccountsStatements.deleteOldThrottles,
        AccountsStatements.securityEvents,
    ]

    @Test("every role and preference of the code fits the schema", arguments: Backend.available)
    func enums(_ backend: Backend) async throws {
        try await withAccounts(backend) { database in
            let awa = try newPerson(1, "awa")
            try await database.write { tx in
                try PersonStore().add(awa, at: monday, in: tx)
                try CohortStore().add(cohort(1, "cyber"), in: tx)
                for role in CohortRole.allCases {
                    try MembershipStore().join(id(1), id(1), as: role, at: monday, in: tx)
                }
                for role in InstallationRole.allCases { try PersonStore().grant(role, to: id(1), in: tx) }
                for theme in Theme.allCases {
                    for spacing in Spacing.allCases {
                        for language in Language.allCases {
                            let wanted = Preferences(language: language, theme: theme, spacing: spacing)
                            try PersonStore().setPreferences(wanted, of: id(1), in: tx)
                            #expect(try PersonStore().person(id(1), in: tx)?.preferences == wanted)
                        }
                    }
                }
                let roles = try PersonStore().roles(of: id(1), in: tx)
                #expect(roles.cohorts[id(1)] == Set(CohortRole.allCases))
                #expect(roles.installation == Set(InstallationRole.allCases))
            }
        }
    }

    @Test("every error has a sentence of its own in both languages")
    func sentences() {
        let errors: [AccountsError] = [
            .badLogin, .badName, .badEmail, .badKey("X"), .badTitle, .badDates, .badLabel, .weakPassword([.tooShort]),
            .loginTaken("awa"), .emailTaken, .cohortKeyTaken("cyber"), .groupKeyTaken("matin"), .unknownPerson,
            .unknownCohort, .unknownGroup, .notAMember, .wrongLoginOrPassword, .signInBlocked(until: monday, waitSeconds: 30),
            .tooBusy, .peopleRefused([]), .unreadablePasswordHash,
        ]
        #expect(Set(errors.map(\.phrase.fr)).count == errors.count)
        #expect(Set(errors.map(\.phrase.en)).count == errors.count)
        #expect(errors.allSatisfy { $0.phrase.fr != $0.phrase.en })
    }
}
