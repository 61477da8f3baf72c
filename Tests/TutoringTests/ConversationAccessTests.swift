import Accounts
import Testing

@testable import Tutoring

@Suite("Who may do what in a conversation")
struct ConversationAccessTests {
    /// `r` reads, `w` writes, `m` takes away what others wrote; for each kind in the order of ``ConversationKind``.
    private static let table: [(role: CohortRole, isSubject: Bool, rights: [String])] = [
        (.learner, true, ["rw", "rw", "rw", "rw", "r", "rw", "rw"]),
        (.learner, false, ["", "", "rw", "", "r", "", ""]),
        (.tutor, false, ["rw", "", "rwm", "rwm", "rwm", "rwm", "rwm"]),
        (.trainer, false, ["rw", "", "rwm", "rwm", "rwm", "rwm", "rwm"]),
        (.coordinator, false, ["rw", "", "rwm", "rwm", "rwm", "rwm", "rwm"]),
        (.mentor, false, ["", "rw", "rw", "", "r", "", ""]),
        (.jobAdviser, false, ["", "", "", "", "r", "", ""]),
        (.disabilityOfficer, false, ["", "", "", "", "r", "", ""]),
        (.funder, false, ["", "", "", "", "", "", ""]),
    ]

    @Test("each role in each kind", arguments: table.indices)
    func roles(_ line: Int) {
        let (role, isSubject, expected) = Self.table[line]
        let found = ConversationKind.allCases.map { kind in
            let rights = ConversationRights.of([role], in: kind, isSubject: isSubject)
            return (rights.contains(.read) ? "r" : "") + (rights.contains(.write) ? "w" : "")
                + (rights.contains(.moderate) ? "m" : "")
        }
        #expect(found == expected, "\(role)")
    }

    @Test("every role of a cohort stands in the table, and nobody without a role gets in anywhere")
    func whole() {
        #expect(Set(Self.table.map(\.role)) == Set(CohortRole.allCases))
        for kind in ConversationKind.allCases {
            #expect(ConversationRights.of([], in: kind, isSubject: true) == [])
        }
    }

    @Test("whoever is told of a message may read it", arguments: ConversationKind.allCases)
    func audience(_ kind: ConversationKind) {
        for role in ConversationRights.audience(of: kind) {
            #expect(ConversationRights.of([role], in: kind, isSubject: false).contains(.read), "\(role)")
        }
    }
}
