package import Accounts
package import Essentials
import SQL

/// Helping learners in: cards to print, another password. By those who follow them, and for learners only: whoever works for the organisation
/// is helped by whoever runs the installation.
extension Campus {
    /// A learner of a cohort with what opens their account.
    package struct SignInHelp: Sendable {
        package let person: PersonListing
        /// `nil` for no card.
        package let cardMadeAt: Instant?
        /// Whether one may help here: not for somebody who also works for the organisation.
        package let mayHelp: Bool
    }

    /// A card that was just made: what is printed, shown once.
    package struct FreshCard: Sendable {
        package let person: Identifier<Person>
        package let name: PersonName
        package let login: Login
        package let token: SecretToken
        package let pin: String
    }

    /// Cards made at once: a cohort of the usual size.
    package static let mostCards = 60

    /// The learners of a cohort, by name, with what opens their accounts. One read.
    /// - throws: ``CampusError/notFound(_:)`` for a cohort that one does not follow.
    package func signInHelp(in cohortKey: String, for viewer: Viewer) async throws -> (cohort: Cohort, learners: [SignInHelp]) {
        try await database.read { reading in
            let cohort = try followed(cohortKey, viewer, in: reading)
            let learners = try memberships.people(of: cohort.id, as: .learner, limit: 500, in: reading).map { line in
                SignInHelp(
                    person: line.person, cardMadeAt: try signInCards.madeAt(of: line.person.id, in: reading),
                    mayHelp: try isOnlyLearner(line.person.id, in: reading))
            }
            return (cohort, learners)
        }
    }

    /// Makes cards for learners; cards that they had open nothing any more.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/notAllowed(_:)`` for somebody who is more than a learner,
    ///   ``CampusError/invalid(_:)`` for none and for too many.
    package func makeCards(
        for ids: [Identifier<Person>], in cohortKey: String, by viewer: Viewer
    ) async throws -> [FreshCard] {
        let now = clock.now
        var seen: Set<Identifier<Person>> = []
        let ids = ids.filter { seen.insert($0).inserted }
        _ = try await database.read { try followed(cohortKey, viewer, in: $0) }
        guard !ids.isEmpty, ids.count <= Self.mostCards else {
            throw CampusError.invalid("people", .chooseLearners(Self.mostCards))
        }
        let helped = try await database.read { reading in
            try ids.map { try helpable($0, in: cohortKey, by: viewer, in: reading) }
        }
        return try await withAccounts {
            var fresh: [(FreshCard, PasswordHash)] = []
            for person in helped {
                let pin = Self.pin()
                let card = FreshCard(
                    person: person.id, name: person.name, login: person.login, token: .address(), pin: pin)
                fresh.append((card, try await passwords.hash(pin, patiently: true)))
            }
            let made = fresh
            try await database.write { writing in
                for (card, hash) in made {
                    _ = try helpable(card.person, in: cohortKey, by: viewer, in: writing)
                    try signInCards.keep(
                        SignInCard(person: card.person, pin: hash), card.token.hash, by: viewer.person.id, at: now, in: writing)
                    try security.add(managed(.cardMade, card.person, at: now, by: viewer.person.login), in: writing)
                }
            }
            return made.map(\.0)
        }
    }

    /// The card of a learner opens nothing any more. Again changes nothing.
    /// - throws: as ``makeCards(for:in:by:)``.
    package func revokeCard(of id: Identifier<Person>, in cohortKey: String, by viewer: Viewer) async throws {
        let now = clock.now
        try await database.write { writing in
            let person = try helpable(id, in: cohortKey, by: viewer, in: writing)
            if try signInCards.revoke(of: person.id, in: writing) {
                try security.add(managed(.cardRevoked, person.id, at: now, by: viewer.person.login), in: writing)
            }
        }
    }

    /// Another password for a learner, made up and shown once; the first sign-in with it asks for a new one. Every browser is signed out.
    /// - throws: as ``makeCards(for:in:by:)``.
    package func resetPassword(
        of id: Identifier<Person>, in cohortKey: String, by viewer: Viewer
    ) async throws -> (cohort: Cohort, account: FreshAccount) {
        let (person, cohort) = try await database.read { reading in
            (try helpable(id, in: cohortKey, by: viewer, in: reading), try followed(cohortKey, viewer, in: reading))
        }
        return (cohort, try await resetPassword(of: person.login.text, by: viewer.person.login))
    }

    private func helpable(
        _ id: Identifier<Person>, in cohortKey: String, by viewer: Viewer, in reading: any ReadTransaction
    ) throws -> Person {
        let cohort = try followed(cohortKey, viewer, in: reading)
        guard let person = try people.person(id, in: reading), person.disabledAt == nil,
            let membership = try memberships.membership(id, cohort.id, as: .learner, in: reading), membership.leftAt == nil
        else { throw CampusError.notFound(.noSuchLearner) }
        guard try isOnlyLearner(id, in: reading) else { throw CampusError.notAllowed(.isMoreThanLearner) }
        return person
    }

    /// Whoever also works somewhere opens more than a learner's pages.
    func isOnlyLearner(_ id: Identifier<Person>, in reading: any ReadTransaction) throws -> Bool {
        let roles = try people.roles(of: id, in: reading)
        return roles.installation.isEmpty && roles.cohorts.values.allSatisfy { $0 == [.learner] }
    }

    /// Six digits, each as likely.
    private static func pin() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<6).map { _ in "\(Int.random(in: 0...9, using: &generator))" }.joined()
    }
}

extension Phrase {
    static func chooseLearners(_ most: Int) -> Phrase {
        Phrase(fr: "Choisissez de 1 à \(most) stagiaires.", en: "Choose 1 to \(most) learners.")
    }
    static let isMoreThanLearner = Phrase(
        fr: "Cette personne n’est pas seulement stagiaire : demandez à qui administre Rebond.",
        en: "This person is not only a learner: ask whoever runs Rebond.")
}
