import Accounts
import Campus
import CourseContent
import Essentials
import Gamification
import Progress
import SQL
import TestSupport
import Testing

@Suite("Badges for what was done")
struct BadgeTests {
    private static let rules = [
        BadgeRule(id: "premier", title: "Premier pas", needs: [.init(.activityCompleted, activity: TestCourse.welcome)]),
        BadgeRule(id: "deux", title: "Deux", needs: [.init(.activitiesCompleted, times: 2)]),
        BadgeRule(
            id: "module", title: "Découvert",
            needs: [.init(.moduleCompleted, module: "decouvrir"), .init(.markReached, activity: TestCourse.quiz, mark: 60)]),
        BadgeRule(id: "tout", title: "Tout", colour: .plum, needs: [.init(.courseCompleted)]),
        BadgeRule(id: "present", title: "Là", needs: [.init(.sessionAttended, times: 1)]),
    ]
    private static let issuer = BadgeIssuer(site: "https://apprendre.example.org", name: "Centre")

    private func with(
        _ backend: Backend, rules: [BadgeRule]? = Self.rules, _ body: (CampusWorld) async throws -> Void
    ) async throws {
        try await CampusWorld.with(backend) { world in
            var course = try TestCourse.authored()
            course.outline.badges = rules
            _ = try await world.campus.apply(course)
            _ = try await world.campus.addCohort(key: "web", title: "Web", startsOn: "2026-11-23", endsOn: "2026-12-18")
            _ = try await world.campus.assign(course: TestCourse.key, to: "web")
            for (login, role) in [("awa", CohortRole.learner), ("nadia", .tutor), ("claire", .coordinator)] {
                try await world.add(login)
                _ = try await world.campus.enrol(login, in: "web", as: role)
            }
            try await body(world)
        }
    }

    private func held(_ world: CampusWorld) async throws -> [String] {
        try await world.campus.myBadges(try await world.viewer("awa")).held.map(\.badge).sorted()
    }

    private func rule(_ action: Ruling.Action, _ activity: String, _ world: CampusWorld, score: Int? = nil) async throws {
        let awa = try await world.viewer("awa").person.id
        _ = try await world.campus.rule(
            .init(course: TestCourse.key, activity: activity, action: action, reason: "Vu ensemble", score: score), of: awa,
            in: "web", by: try await world.viewer("nadia"))
    }

    @Test("come with the fact that was missing, once, and stay", arguments: Backend.available)
    func given(_ backend: Backend) async throws {
        try await with(backend) { world in
            let reading = try await world.campus.myBadges(try await world.viewer("awa"))
            #expect(reading.held.isEmpty && reading.toEarn.map(\.rule.id) == Self.rules.map(\.id))
            for _ in 0..<2 { try await world.read(TestCourse.welcome, of: TestCourse.key, by: "awa") }
            #expect(try await held(world) == ["premier"])
            try await rule(.completed, TestCourse.tags, world)
            #expect(try await held(world) == ["deux", "premier"])
            // Done, but without the mark.
            try await rule(.completed, TestCourse.quiz, world)
            #expect(try await held(world) == ["deux", "premier"])
            try await rule(.mark, TestCourse.quiz, world, score: 70)
            #expect(try await held(world) == ["deux", "module", "premier"])
            for activity in [TestCourse.reading, TestCourse.workshop] { try await rule(.completed, activity, world) }
            #expect(try await held(world) == ["deux", "module", "premier", "tout"])
            // What was given says what was so then.
            try await rule(.withdrawn, TestCourse.tags, world)
            #expect(try await held(world) == ["deux", "module", "premier", "tout"])
            let left = try await world.campus.myBadges(try await world.viewer("awa")).toEarn
            #expect(left.map(\.rule.id) == ["present"] && left.first?.met == [false])
        }
    }

    @Test("that are added later come with the next fact; a changed one is not given again", arguments: Backend.available)
    func changed(_ backend: Backend) async throws {
        try await with(backend, rules: nil) { world in
            try await world.read(TestCourse.welcome, of: TestCourse.key, by: "awa")
            var course = try TestCourse.authored()
            course.outline.badges = [Self.rules[0]]
            _ = try await world.campus.apply(course)
            #expect(try await held(world).isEmpty)
            try await world.read(TestCourse.reading, of: TestCourse.key, by: "awa")
            #expect(try await held(world) == ["premier"])
            course.outline.badges?[0].title = "Autre titre"
            _ = try await world.campus.apply(course)
            try await world.read(TestCourse.optional, of: TestCourse.key, by: "awa")
            let badges = try await world.campus.myBadges(try await world.viewer("awa")).held
            #expect(badges.map(\.sketch.title) == ["Premier pas"])
            #expect(badges.first?.sketch.criteria == "terminer « Bienvenue ».")
        }
    }

    @Test("are shown by their holder only, and revoked by who decides on the cohort", arguments: Backend.available)
    func shownAndRevoked(_ backend: Backend) async throws {
        try await with(backend) { world in
            let (awa, nadia) = (try await world.viewer("awa"), try await world.viewer("nadia"))
            let claire = try await world.viewer("claire")
            try await world.read(TestCourse.welcome, of: TestCourse.key, by: "awa")
            let badge = try #require(try await world.campus.myBadges(awa).held.first)
            try await expectNotFound { _ = try await world.campus.share(true, badge.id, by: nadia) }
            try await expectNotFound { _ = try await world.campus.sharedBadge(badge.address) }
            try await expectNotFound {
                _ = try await world.campus.credential(of: badge.id, for: nadia, issuer: Self.issuer)
            }
            _ = try await world.campus.share(true, badge.id, by: awa)
            let shared = try await world.campus.sharedBadge(badge.address)
            #expect(shared.holder.full == "Awa Diallo" && shared.badge.revocation == nil)
            let token = try await world.campus.credential(of: badge.id, for: awa, issuer: Self.issuer).token
            #expect(
                try await world.elsewhere.campus.credential(shared, issuer: Self.issuer).split(separator: ".")[1]
                    == token.split(separator: ".")[1])
            #expect(try await world.campus.badgeKey().jwk == world.elsewhere.campus.badgeKey().jwk)

            #expect(try await world.campus.badges(inCohort: "web", for: claire).badges.map(\.holder.login.text) == ["awa"])
            try await expectNotFound { _ = try await world.campus.badges(inCohort: "web", for: nadia) }
            try await expectNotFound {
                _ = try await world.campus.revokeBadge(badge.id, reason: "Non", inCohort: "web", by: nadia)
            }
            for wrong in ["", "  ", String(repeating: "x", count: 501), "a\u{0}b"] {
                let refused = try await refusal {
                    _ = try await world.campus.revokeBadge(badge.id, reason: wrong, inCohort: "web", by: claire)
                }
                guard case .invalid = refused else {
                    Issue.record("\(refused)")
                    continue
                }
            }
            _ = try await world.campus.revokeBadge(badge.id, reason: " Mauvaise  personne ", inCohort: "web", by: claire)
            #expect(try await world.campus.sharedBadge(badge.address).badge.revocation?.reason == "Mauvaise personne")
            let status = try await world.campus.badgeStatus(0, issuer: Self.issuer) { bits in bits[0] == 0x80 ? "oui" : "non" }
            #expect(status.split(separator: ".").count == 3)
            try await expectNotFound { _ = try await world.campus.badgeStatus(1, issuer: Self.issuer) { _ in "" } }
            try await expectNotFound { _ = try await world.campus.badgeStatus(-1, issuer: Self.issuer) { _ in "" } }
        }
    }

    @Test("leave no trace where points are switched off", arguments: Backend.available)
    func switches(_ backend: Backend) async throws {
        try await with(backend) { world in
            let awa = try await world.viewer("awa")
            try await world.campus.setSeesPoints(false, of: awa)
            try await world.read(TestCourse.welcome, of: TestCourse.key, by: "awa")
            try await expectNotFound { _ = try await world.campus.myBadges(awa) }
            try await world.campus.setSeesPoints(true, of: awa)
            #expect(try await held(world) == ["premier"])
            _ = try await world.campus.setPoints(false, ofCohort: "web")
            try await expectNotFound { _ = try await world.campus.myBadges(awa) }
        }
    }
}
