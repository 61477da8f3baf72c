import Essentials
import Testing

@testable import Tutoring

@Suite("When an alert is raised")
struct AlertRulesTests {
    private static func facts(_ change: (inout AlertFacts) -> Void) -> AlertFacts {
        var facts = AlertFacts()
        change(&facts)
        return facts
    }

    /// Each boundary of the usual rules, on both sides.
    static let boundaries: [(AlertFacts, [String])] = [
        (facts { _ in }, []),
        (facts { $0.inactiveDays = 3 }, []),
        (facts { $0.inactiveDays = 4 }, ["amber inactive 4"]),
        (facts { $0.inactiveDays = 6 }, ["amber inactive 6"]),
        (facts { $0.inactiveDays = 7 }, ["red inactive 7"]),
        (facts { $0.unjustifiedHalfDays = 1 }, ["amber absence 1"]),
        (
            facts {
                $0.plannedMinutes = 1000; $0.doneMinutes = 700
            }, []
        ),
        (
            facts {
                $0.plannedMinutes = 1000; $0.doneMinutes = 699
            }, ["amber behind 69"]
        ),
        (
            facts {
                $0.plannedMinutes = 0; $0.doneMinutes = 0
            }, []
        ),
        (facts { $0.absencesInARow = 1 }, []),
        (facts { $0.absencesInARow = 2 }, ["red absences-in-a-row 2"]),
        (facts { $0.hoursWithoutSignIn = 47 }, []),
        (facts { $0.hoursWithoutSignIn = 48 }, ["red no-sign-in 48"]),
        (facts { $0.firstEvaluation = .missed }, ["red evaluation-missed 0"]),
        (facts { $0.firstEvaluation = .failed(score: 40) }, ["red evaluation-failed 40"]),
        (
            facts {
                $0.inactiveDays = 5
                $0.firstEvaluation = .missed
                $0.plannedMinutes = 10
            }, ["red evaluation-missed 0", "amber inactive 5", "amber behind 0"]
        ),
        (
            facts {
                $0.isExpected = false
                $0.inactiveDays = 30
                $0.absencesInARow = 9
                $0.firstEvaluation = .missed
            }, []
        ),
    ]

    @Test("is what the usual rules say, on both sides of each boundary", arguments: boundaries)
    func usual(_ facts: AlertFacts, _ expected: [String]) {
        #expect(AlertRules.usual.reasons(for: facts).map(\.text) == expected)
    }

    @Test("zero switches each rule off")
    func off() {
        let none = AlertRules(
            amberInactiveDays: 0, amberAbsences: 0, amberWorkPercent: 0, redInactiveDays: 0, redAbsencesInARow: 0,
            redHoursWithoutSignIn: 0, redFirstEvaluation: false)
        #expect(none.wrongField == nil)
        let worst = AlertFacts(
            inactiveDays: 100, plannedMinutes: 1000, firstEvaluation: .missed, hoursWithoutSignIn: 900, unjustifiedHalfDays: 9,
            absencesInARow: 9)
        #expect(none.reasons(for: worst).isEmpty)
        #expect(AlertRules.usual.reasons(for: worst).count == 6)
    }

    @Test(
        "a number that cannot be is named",
        arguments: [
            (AlertRules(amberInactiveDays: -1), "amberInactiveDays"), (AlertRules(amberInactiveDays: 61), "amberInactiveDays"),
            (AlertRules(amberInactiveDays: 8), "redInactiveDays"), (AlertRules(amberWorkPercent: 101), "amberWorkPercent"),
            (AlertRules(redAbsencesInARow: -2), "redAbsencesInARow"),
            (AlertRules(redHoursWithoutSignIn: 2001), "redHoursWithoutSignIn"), (AlertRules(amberAbsences: 61), "amberAbsences"),
        ])
    func wrong(_ rules: AlertRules, _ field: String) {
        #expect(rules.wrongField == field)
    }

    @Test("reasons come back as they were kept; what is not known is left out")
    func kept() {
        let all = AlertReason.Kind.allCases.flatMap { kind in
            AlertLevel.allCases.map { AlertReason(kind: kind, level: $0, amount: 7) }
        }
        #expect(AlertReason.list(AlertReason.text(of: all)) == all)
        #expect(AlertReason.list("").isEmpty)
        #expect(
            AlertReason.list("red inactive 8;violet inactive 3;red moon 1;amber behind x;red inactive")
                == [all[1]].map {
                    AlertReason(kind: $0.kind, level: $0.level, amount: 8)
                })
    }
}

@Suite("The life of an alert")
struct FollowUpTests {
    private let now = TutoringWorld.now
    private let idle4 = AlertReason(kind: .inactive, level: .amber, amount: 4)
    private let idle5 = AlertReason(kind: .inactive, level: .amber, amount: 5)
    private let idle7 = AlertReason(kind: .inactive, level: .red, amount: 7)
    private let behind = AlertReason(kind: .behind, level: .amber, amount: 50)

    private func fresh() -> FollowUp {
        FollowUp(context: "e", person: TutoringWorld.people[0], cohort: TutoringWorld.cohorts[0])
    }

    @Test("it is raised, grows, changes its level and closes by itself")
    func life() {
        var alert = fresh()
        #expect(alert.take([], at: now) == nil)
        #expect(alert.take([idle4], at: now) == .raised)
        #expect(alert.level == .amber && alert.raisedAt == now)
        // A number that grows is no new fact, and is shown.
        #expect(alert.take([idle5], at: now.adding(seconds: 60)) == nil)
        #expect(alert.reasons == [idle5] && alert.raisedAt == now)
        #expect(alert.take([idle7, behind], at: now.adding(seconds: 120)) == .changed)
        #expect(alert.level == .red)
        #expect(alert.take([behind], at: now.adding(seconds: 180)) == .changed)
        #expect(alert.level == .amber)
        #expect(alert.take([], at: now.adding(seconds: 240)) == .closed(.back))
        #expect(!alert.isOpen)
    }

    @Test("what somebody took care of raises nothing new until it ceased, or something else comes")
    func quiet() {
        var alert = fresh()
        _ = alert.take([idle4], at: now)
        alert.close()
        #expect(alert.take([idle5], at: now) == nil)
        #expect(!alert.isOpen)
        // Worse.
        #expect(alert.take([idle7], at: now) == .raised)
        alert.close()
        // Ceased, then again.
        #expect(alert.take([], at: now) == nil)
        #expect(alert.take([idle7], at: now) == .raised)
        alert.close()
        // Another reason beside it.
        #expect(alert.take([idle7, behind], at: now) == .raised)
        #expect(alert.reasons == [idle7, behind])
    }
}
