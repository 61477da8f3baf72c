import Accounts
import Campus
import CourseContent
import Essentials
import HTTPTypes
import Progress
import TestSupport
import Testing

@Suite("An activity that is not open")
struct ClosedTests {
    /// The test course, with a restriction on its quiz and on its reading.
    private func publish(_ restriction: Restriction, on key: String, at site: TestSite) async throws {
        var course = try TestCourse.authored()
        for module in course.outline.modules.indices {
            for activity in course.outline.modules[module].activities.indices
            where course.outline.modules[module].activities[activity].id == key {
                course.outline.modules[module].activities[activity].restriction = restriction
            }
        }
        _ = try await site.campus.campus.apply(course)
    }

    @Test("its page says what opens it; nothing can be begun; what it waits for opens it")
    func waits() async throws {
        try await withSite { site in
            try await publish(Restriction(after: [TestCourse.welcome]), on: TestCourse.quiz, at: site)
            let page = Address.activity(TestCourse.quiz)
            let closed = try await site.get(page, as: .learner, accept: Answer.json).object()
            #expect(closed["isClosed"] as? Bool == true)
            #expect(closed["questions"] == nil)
            let html = try await site.get(page, as: .learner).text
            #expect(html.contains(Address.activity(TestCourse.welcome)))
            #expect(try await site.post(page + "/attempts", as: .learner, accept: Answer.json).status == 403)
            let events = "{\"events\":[{\"id\":\"0192f0aa-1111-7222-8333-444455556666\",\"kind\":\"opened\",\"occurredAt\":0}]}"
            #expect(try await site.post(page + "/events", .json(events), as: .learner, accept: Answer.json).status == 403)
            // Those who only look are not kept out.
            #expect(try await site.get(page, as: .tutor, accept: Answer.json).object()["isClosed"] == nil)

            let outline = try await site.get(Address.course, as: .learner)
            #expect(outline.text.contains("step-closed"))
            let tag = try #require(outline.headers[.eTag])
            _ = try await site.post(Address.events(TestCourse.welcome), .form("kind=reached-end"), as: .learner)
            #expect(try await site.get(page, as: .learner, accept: Answer.json).object()["isClosed"] == nil)
            #expect(try await site.post(page + "/attempts", as: .learner, accept: Answer.json).status == 201)
            let after = try await site.get(Address.course, as: .learner)
            #expect(after.headers[.eTag] != tag)
            #expect(!after.text.contains("step-closed"))
        }
    }

    @Test("a day opens and closes it; an attempt that was begun can be finished, and a tag never outlives its day")
    func days() async throws {
        try await withSite { site in
            // The tests' day is 15 September 2026.
            let days = Restriction(
                from: .date(CalendarDay(trusted: "2026-09-16")), until: .date(CalendarDay(trusted: "2026-09-16")))
            try await publish(days, on: TestCourse.quiz, at: site)
            let attempts = Address.activity(TestCourse.quiz) + "/attempts"
            #expect(try await site.post(attempts, as: .learner, accept: Answer.json).status == 403)
            let before = try #require(try await site.get(Address.course, as: .learner).headers[.eTag])
            site.campus.clock.advance(seconds: 86_400)
            #expect(try await site.get(Address.course, as: .learner).headers[.eTag] != before)
            let begun = try await site.post(attempts, as: .learner, accept: Answer.json)
            #expect(begun.status == 201)
            site.campus.clock.advance(seconds: 86_400)
            let again = try await site.post(attempts, as: .learner, accept: Answer.json)
            #expect(again.status == 200)
            let id = try #require(try again.object()["attempt"] as? String)
            #expect(try await site.post("/attempts/\(id)/submission", as: .learner, accept: Answer.json).status == 200)
            #expect(try await site.post(attempts, as: .learner, accept: Answer.json).status == 403)
        }
    }

    @Test("after the last day, what was completed is read and no more is sent; what was sent is answered as it was")
    func lastDay() async throws {
        try await withSite { site in
            var course = try TestCourse.authored(withAssignment: true)
            let today = Restriction(until: .date(CalendarDay(trusted: "2026-09-15")))
            for module in course.outline.modules.indices { course.outline.modules[module].restriction = today }
            _ = try await site.campus.campus.apply(course)
            let page = Address.activity(TestCourse.assignment)
            func handIn(_ last: Int) async throws -> Answer {
                let sent = #"{"submission":"0192f0aa-1111-7222-8333-44445555666\#(last)","text":"Bonjour à vous"}"#
                return try await site.post(page + "/submissions", .json(sent), as: .learner, accept: Answer.json)
            }
            #expect(try await handIn(1).status == 201)
            let mark = #"{"levels":{"clair":"l2","juste":"l1"},"comment":"Bien."}"#
            let marks = "/submissions/0192f0aa-1111-7222-8333-444455556661/marks"
            let marked = try await site.post(marks, .json(mark), as: .tutor, accept: Answer.json).object()
            #expect(try await site.get(page, as: .learner, accept: Answer.json).object()["endedAt"] == nil)

            site.campus.clock.advance(seconds: 86_400)
            #expect(try await handIn(2).status == 403)
            let again = try await handIn(1)
            #expect(again.status == 200)
            let given = try again.object()["mark"] as? [String: Any]
            #expect(given?["maximumPoints"] as? Double == marked["maximumPoints"] as? Double)
            #expect(given?["points"] as? Double == marked["points"] as? Double)
            let after = try await site.get(page, as: .learner, accept: Answer.json).object()
            #expect(after["endedAt"] as? Int == 1789509600000)
            let html = try await site.get(page, as: .learner).text
            #expect(html.contains("jusqu’au mardi 15 septembre"))
            #expect(!html.contains("name=\"submission\""))
        }
    }

    @Test("a group opens it for its own")
    func groups() async throws {
        try await withSite { site in
            try await publish(Restriction(groups: ["matin"]), on: TestCourse.tags, at: site)
            let page = Address.activity(TestCourse.tags)
            #expect(try await site.get(page, as: .learner, accept: Answer.json).object()["isClosed"] as? Bool == true)
            let campus = site.campus.campus
            _ = try await campus.addGroup(key: "matin", title: "Matin", to: TestCampus.cohortKey)
            let login = site.campus[.learner].login
            _ = try await campus.enrol([login], in: TestCampus.cohortKey, as: .learner, group: "matin")
            #expect(try await site.get(page, as: .learner, accept: Answer.json).object()["isClosed"] == nil)
        }
    }
}
