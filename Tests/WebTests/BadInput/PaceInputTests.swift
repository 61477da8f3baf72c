import Campus
import Essentials
import HTTPTypes
import TestSupport
import Testing

@Suite("What tutors send about pace")
struct PaceInputTests {
    private static func learner(_ site: TestSite) -> String {
        "/cohorts/\(TestCampus.cohortKey)/learners/\(site.campus[.learner].id.text)"
    }

    @Test("a pause that cannot be is refused beside its field, and what was typed stays")
    func refused() async throws {
        try await withSite { site in
            let path = Self.learner(site) + "/pauses"
            let cases: [(form: String, field: String)] = [
                ("motive=illness&firstDay=2026-11-24&lastDay=2026-11-23", "lastDay"),
                ("motive=illness&firstDay=2026-11-24&lastDay=2027-11-25", "lastDay"),
                ("motive=illness&firstDay=demain&lastDay=2026-11-25", "firstDay"),
                ("motive=illness&firstDay=2026-11-24&lastDay=", "lastDay"), ("firstDay=2026-11-24&lastDay=2026-11-24", "motive"),
                ("motive=grippe&firstDay=2026-11-24&lastDay=2026-11-24", "motive"),
                ("motive=other&firstDay=2026-11-24&lastDay=2026-11-24&note=a%0Ab", "note"),
                ("motive=other&firstDay=2026-11-24&lastDay=2026-11-24&note=" + String(repeating: "x", count: 501), "note"),
                ("motive=other&firstDay=2026-11-24&lastDay=2026-11-24&correct=7", "subject"), ("withdraw=1", "subject"),
            ]
            for (form, field) in cases {
                let answer = try await site.post(path, .form(form), as: .tutor, accept: Answer.json)
                #expect(answer.status == 422, "\(form)")
                let errors = try answer.object()["errors"] as? [[String: Any]] ?? []
                #expect(errors.contains { $0["field"] as? String == field }, "\(form): \(errors)")
            }
            let page = try await site.post(
                path, .form("motive=illness&firstDay=2026-11-24&lastDay=2026-11-23&note=Lille"), as: .tutor)
            #expect(page.status == 422 && page.text.contains("2026-11-24") && page.text.contains("Lille"))
            #expect(page.text.contains(#"id="pause-last-error""#) && !page.text.contains(#"id="extension-last-error""#))
            let kept = try await site.get(Self.learner(site) + "/pace", as: .tutor, accept: Answer.json).object()
            #expect((kept["decisions"] as? [Any])?.isEmpty == true)
        }
    }

    @Test("more time needs an activity that is due, a later day and a reason")
    func moreTime() async throws {
        try await withSite { site in
            let path = Self.learner(site) + "/extensions"
            let activity = "\(TestCourse.key)/\(TestCourse.welcome)"
            for (form, status) in [
                ("activity=\(activity)&lastDay=2026-12-30&note=", 422), ("activity=\(activity)&lastDay=2020-01-01&note=Un", 422),
                ("activity=\(TestCourse.key)&lastDay=2026-12-30&note=Un", 422), ("activity=\(activity)&note=Un", 422),
                ("activity=\(TestCourse.key)/nothing&lastDay=2026-12-30&note=Un", 404),
                ("activity=nothing/\(TestCourse.welcome)&lastDay=2026-12-30&note=Un", 404),
                ("activity=\(activity)&lastDay=2026-12-30&note=Un", 200),
            ] {
                let answer = try await site.post(path, .form(form), as: .tutor, accept: Answer.json)
                #expect(answer.status == status, "\(form)")
            }
        }
    }

    @Test("a pause is given, corrected and taken back; the page tells all of it, and who")
    func story() async throws {
        try await withSite { site in
            let (page, path) = (Self.learner(site) + "/pace", Self.learner(site) + "/pauses")
            func decisions() async throws -> [String] {
                let model = try await site.get(page, as: .tutor, accept: Answer.json).object()
                return (model["decisions"] as? [[String: Any]] ?? []).map {
                    "\($0["number"] ?? "") \($0["subject"] ?? "") \($0["lastDay"] ?? "") \($0["holds"] as? Bool == true)"
                }
            }
            #expect(
                try await site.post(path, .form("motive=internship&firstDay=2026-11-24&lastDay=2026-11-25"), as: .tutor).status
                    == 303)
            let sent = #"{"motive":"internship","firstDay":"2026-11-24","lastDay":"2026-11-27","correct":1}"#
            #expect(try await site.post(path, .json(sent), as: .coordinator, accept: Answer.json).status == 200)
            #expect(try await decisions() == ["2 1 2026-11-27 true", "1 1 2026-11-25 false"])
            let text = try await site.get(page, as: .tutor).text
            #expect(text.contains("stage en entreprise"))
            #expect(try await site.post(path, .form("withdraw=1"), as: .tutor).status == 303)
            #expect(try await decisions() == ["3 1 2026-11-27 false", "2 1 2026-11-27 false", "1 1 2026-11-25 false"])
            // Once taken back, there is nothing to take back.
            #expect(try await site.post(path, .form("withdraw=1"), as: .tutor, accept: Answer.json).status == 422)
            // Whoever is no learner of the cohort has no pace.
            let tutor = "/cohorts/\(TestCampus.cohortKey)/learners/\(site.campus[.tutor].id.text)"
            #expect(try await site.get(tutor + "/pace", as: .tutor).status == 404)
        }
    }
}
