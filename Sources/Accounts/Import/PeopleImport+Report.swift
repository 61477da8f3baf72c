package import Essentials

extension PeopleImport {
    /// What an import did, line by line.
    package struct Report: Sendable, Hashable {
        package let lines: [Line]

        package struct Line: Sendable, Hashable {
            /// The line of the file.
            package let line: Int
            package let person: Identifier<Person>
            package let login: Login
            package let name: PersonName
            package let outcome: Outcome
            /// The password that was made up: shown once, to whoever imported.
            package let madeUpPassword: String?
        }

        package enum Outcome: String, Sendable, Hashable, Codable {
            case added
            /// The account was there and got a role or a group.
            case rolesChanged = "roles-changed"
            /// All of it was there already.
            case alreadyThere = "already-there"
        }

        package func count(_ outcome: Outcome) -> Int { lines.count { $0.outcome == outcome } }
    }
}
