import Campus
import Essentials
import Foundation
import TestSupport
import Testing

@Suite("An agenda for those who plan")
struct AgendaFilterTests {
    private func titles(_ site: TestSite, _ query: String, as role: TestRole) async throws -> [String] {
        let model = try await site.get("/agenda?view=list&from=2026-09-15&\(query)", as: role, accept: Answer.json).object()
        let days = model["days"] as? [[String: Any]] ?? []
        return days.flatMap { ($0["sessions"] as? [[String: Any]] ?? []).compactMap { $0["title"] as? String } }
    }

    @Test("goes on for sixty days, and shows one person's or one place's when asked")
    func filters() async throws {
        try await withSite { site in
            for (title, day, trainers, place) in [
                ("Un", "2026-09-17", ["ines.garcia"], "Salle 2"), ("Deux", "2026-10-20", [], "Salle 3"),
                ("Trois", "2026-11-05", ["ines.garcia"], "Salle 3"), ("Trop tard", "2026-11-24", [], "Salle 2"),
            ] {
                let typed = Campus.TypedSession(
                    kind: "in-person", title: title, day: day, hour: "09:30", duration: "60", trainers: trainers, place: place)
                _ = try await site.campus.campus.planSession(typed, in: TestCampus.cohortKey, by: nil)
            }
            #expect(try await titles(site, "", as: .coordinator) == ["Un", "Deux", "Trois"])
            #expect(try await titles(site, "trainer=ines.garcia", as: .coordinator) == ["Un", "Trois"])
            #expect(try await titles(site, "place=SALLE%203", as: .coordinator) == ["Deux", "Trois"])
            #expect(try await titles(site, "trainer=ines.garcia&place=Salle%203", as: .trainer) == ["Trois"])
            #expect(try await titles(site, "trainer=personne", as: .trainer) == [])
            // A learner's agenda is the learner's.
            #expect(try await titles(site, "trainer=ines.garcia", as: .learner) == ["Un", "Deux", "Trois"])
            let page = try await site.get("/agenda?view=list&from=2026-09-15&place=Salle%203", as: .coordinator)
            #expect(page.text.contains("<option value=\"Salle 3\" selected>") && page.text.contains("&amp;place=Salle%203"))
            #expect(!(try await site.get("/agenda", as: .learner)).text.contains("name=\"trainer\""))
        }
    }
}
