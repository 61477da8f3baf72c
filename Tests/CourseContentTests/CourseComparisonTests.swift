import Essentials
import Testing

@testable import CourseContent

@Suite("What differs between two outlines")
struct CourseComparisonTests {
    private static func lesson(_ id: String, _ digest: String? = "1") -> ActivityOutline {
        ActivityOutline(
            id: id, title: id, kind: .lesson, minutes: 10, completion: .read(minimumSeconds: nil), language: .french,
            contentDigest: digest)
    }

    private static func outline(_ modules: [(String, [ActivityOutline])]) -> CourseOutline {
        let contact = CourseContact(title: "Aide", hoursToAnswer: 24)
        return CourseOutline(
            key: "essai", title: "Essai", language: .french, mode: .remote, summary: "S", hours: CourseHours(total: 1),
            objectives: [Objective(id: "o", title: "O")],
            contacts: CourseContacts(pedagogical: contact, technical: contact),
            modules: modules.map { ModuleOutline(id: $0.0, title: $0.0, activities: $0.1) })
    }

    /// `id: aspects`, in order.
    private func said(_ comparison: CourseComparison) -> [String] {
        comparison.activities.map { "\($0.id): " + $0.aspects.map(\.rawValue).joined(separator: " ") }
    }

    private static func changed(_ change: (inout ActivityOutline) -> Void) -> ActivityOutline {
        var activity = lesson("b")
        change(&activity)
        return activity
    }

    @Test("the same outline differs in nothing; without one before, everything is added")
    func same() {
        let outline = Self.outline([("m", [Self.lesson("a"), Self.lesson("b")])])
        #expect(CourseComparison(from: outline, to: outline).isEmpty)
        let first = CourseComparison(from: nil, to: outline)
        #expect(said(first) == ["a: added", "b: added"] && first.course.isEmpty)
        #expect(first.modules.map(\.aspects) == [[.added]])
    }

    @Test(
        "what changed in one activity",
        arguments: [
            (changed { $0.title = "Autre" }, "renamed"), (changed { $0.contentDigest = "2" }, "content"),
            (changed { $0.completion = .read(minimumSeconds: 60) }, "completion"), (changed { $0.minutes = 11 }, "minutes"),
            (changed { $0.isOptional = true }, "optional"), (changed { $0.restriction = Restriction(after: ["a"]) }, "opens"),
            (changed { $0.isEvaluation = true }, "evaluation"), (changed { $0.grade = .last }, "evaluation"),
            (changed { $0.place = .inPerson }, "details"), (changed { $0.kind = .quiz }, "kind"),
            (changed { $0.contentDigest = nil }, "announced"),
        ])
    func aspects(_ activity: ActivityOutline, _ aspect: String) {
        let before = Self.outline([("m", [Self.lesson("a"), Self.lesson("b")])])
        let after = Self.outline([("m", [Self.lesson("a"), activity])])
        #expect(said(CourseComparison(from: before, to: after)) == ["b: " + aspect])
    }

    @Test("an activity that was announced and is written now")
    func written() {
        let before = Self.outline([("m", [Self.lesson("a", nil)])])
        #expect(said(CourseComparison(from: before, to: Self.outline([("m", [Self.lesson("a")])]))) == ["a: written"])
    }

    @Test(
        "moves: the fewest that explain the new order",
        arguments: [
            ("abcd", "abcd", ""), ("abcd", "dabc", "d"), ("abcd", "bcda", "a"), ("abcd", "abdc", "c"), ("abcd", "axbcd", ""),
            ("abcd", "acd", ""), ("abc", "cba", "bc"), ("", "abc", ""), ("abc", "", ""),
        ])
    func moves(_ before: String, _ after: String, _ moved: String) {
        let found = CourseComparison.moved(before.map(String.init), after.map(String.init))
        // Which of two swapped neighbours moved is a matter of taste; how many did is not.
        #expect(found.count == moved.count)
        if moved.count == 1, before != "abcd" || after != "abdc" { #expect(found == [moved]) }
    }

    @Test("into another module is a move; a module that moves takes its activities along")
    func modules() {
        let before = Self.outline([("m", [Self.lesson("a"), Self.lesson("b")]), ("n", [Self.lesson("c")])])
        let after = Self.outline([("n", [Self.lesson("c"), Self.lesson("a")]), ("m", [Self.lesson("b")]), ("p", [])])
        let comparison = CourseComparison(from: before, to: after)
        #expect(said(comparison) == ["a: moved"])
        #expect(comparison.modules.filter { $0.aspects == [.moved] }.count == 1)
        #expect(comparison.modules.last.map { $0.id == "p" && $0.aspects == [.added] } == true)
    }

    @Test("nothing that a course says of itself is left out of the comparison")
    func everyProperty() {
        let said = Set(Mirror(reflecting: Self.outline([])).children.compactMap(\.label)).subtracting(["key", "modules"])
        #expect(said == Set(CourseAspect.allCases.map(\.rawValue)))
    }

    @Test("the course itself")
    func course() {
        let before = Self.outline([("m", [Self.lesson("a")])])
        var after = before
        after.title = "Autre"
        after.hours.total = 2
        after.modules[0].title = "Module"
        let comparison = CourseComparison(from: before, to: after)
        #expect(comparison.course == [.title, .hours])
        #expect(comparison.modules == [ModuleChange(id: "m", title: "Module", titleBefore: "m", aspects: [.renamed])])
    }
}
