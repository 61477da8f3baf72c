import Accounts
import Assessment
import Campus
import CourseContent
import Essentials
import Foundation
import Gamification
import HTTPTypes
import Scheduling
import TestSupport
import Testing
import Tutoring

@testable import Web

@Suite("Who gets through")
struct RefusalTests {
    @Test("every route of the table has its line of expectations, and every line its route")
    func complete() async throws {
        let routes = try await withTestSite { site in
            RouteTable(site.site).routes.map { "\($0.method.rawValue) \($0.path)" }
        }
        #expect(Set(routes).symmetricDifference(AccessTable.all.map(\.route)).sorted() == [])
    }

    @Test("each route answers each role as it should, page and JSON", arguments: AccessTable.all)
    func roles(_ line: AccessExpectation) async throws {
        try await withSite { site in
            let address = try await address(of: line, site)
            for role in TestRole.allCases {
                let (html, json) = expected(line, role)
                // The cookie for the page and the token for JSON, so that signing out by one leaves the other.
                let page = try await ask(site, line, address, as: role, by: .cookie, accept: Answer.html)
                #expect(page.status == html, "\(line.route), \(role), page")
                let model = try await ask(site, line, address, as: role, by: .bearer, accept: Answer.json)
                #expect(model.status == json, "\(line.route), \(role), JSON")
                if json >= 400 { #expect(model.isProblemDocument, "\(line.route), \(role)") }
                if html >= 400 { #expect(page.type == "text/html; charset=utf-8", "\(line.route), \(role)") }
            }
        }
    }

    @Test("nobody in particular is shown the way to sign in, or refused", arguments: AccessTable.all)
    func anonymous(_ line: AccessExpectation) async throws {
        try await withSite { site in
            let address = try await address(of: line, site)
            let page = try await ask(site, line, address, as: nil, by: .cookie, accept: Answer.html)
            let model = try await ask(site, line, address, as: nil, by: .cookie, accept: Answer.json)
            if line.isOpen {
                #expect(page.status < 400 || page.status == line.html)
                #expect(model.status < 400 || model.status == line.json)
                return
            }
            if line.method == .get {
                #expect(page.status == 303)
                let next = address == "/" ? "" : "?next=\(address)"
                #expect(page.location?.removingPercentEncoding == ("/sign-in" + next).removingPercentEncoding)
            } else {
                #expect(page.status == 401)
            }
            #expect(model.status == 401)
            #expect(model.isProblemDocument)
            #expect(try model.object()["type"] as? String == "urn:rebond:problem:sign-in-required")
            #expect(model.headers[.wwwAuthenticate] == "Bearer realm=\"rebond\"")
        }
    }

    @Test("a token that opens nothing is nobody", arguments: ["", "rbd_", "rbd_" + String(repeating: "A", count: 43), "x y"])
    func wrongToken(_ token: String) async throws {
        try await withSite { site in
            let answer = try await site.get("/profile", accept: Answer.json, headers: [.authorization: "Bearer \(token)"])
            #expect(answer.status == 401)
            let basic = try await site.get("/profile", accept: Answer.json, headers: [.authorization: "Basic YTpi"])
            #expect(basic.status == 401)
        }
    }

    @Test("a wrong token is not made good by a cookie beside it")
    func tokenAndCookie() async throws {
        try await withSite { site in
            let answer = try await site.get(
                "/profile", as: .learner, accept: Answer.json, headers: [.authorization: "Bearer rbd_nothing"])
            #expect(answer.status == 401)
        }
    }

    @Test("the figures are for the machine itself, not for who comes through a proxy")
    func metrics() async throws {
        try await withSite { (site: TestSite) async throws in
            #expect(try await site.get("/metrics").status == 200)
            #expect(try await site.get("/metrics", headers: [.forwarded: "127.0.0.1"]).status == 303)
        }
    }

    private func expected(_ line: AccessExpectation, _ role: TestRole) -> (html: Int, json: Int) {
        if line.hidden.contains(role) { return (404, 404) }
        if line.refused.contains(role) { return (403, 403) }
        return (line.html, line.json)
    }

    private func ask(
        _ site: TestSite, _ line: AccessExpectation, _ address: String, as role: TestRole?, by means: TestSite.Means,
        accept: String
    ) async throws -> Answer {
        let body = accept == Answer.json ? line.body.map(SentText.json) : line.form.map(SentText.form)
        return try await site.send(
            line.method, address, as: role, by: means, accept: accept, headers: line.headers, body: body)
    }

    /// The address of the route with things that exist in the place of its parameters.
    private func address(of line: AccessExpectation, _ site: TestSite) async throws -> String {
        if line.activity == TestKinds.survey { _ = try await site.campus.campus.apply(try TestKinds.authored()) }
        if line.activity == TestPlacement.test { _ = try await site.campus.campus.apply(try TestPlacement.authored()) }
        var address = line.path
        let asset = try #require(try TestCourse.authored().assets.first?.asset)
        let known = [
            "course": TestCourse.key, "activity": line.activity, "cohort": TestCampus.cohortKey,
            "person": site.campus[.learner].id.text, "digest": asset.digest, "name": asset.name,
            "half": "morning", "entry": "0192f0aa-1111-7222-8333-444455556666", "release": try TestSite.publicFiles.get().release,
            "link": String(repeating: "a", count: 43), "card": String(repeating: "b", count: 43), "folder": "css",
            "file": "rebond.css", "version": "1", "list": "0",
            "challenge": "0192f0aa-1111-7222-8333-444455556666",
        ]
        for (name, value) in known { address = address.replacing("{\(name)}", with: value) }
        if address.contains("{submission}") || line.activity == TestCourse.assignment {
            _ = try await site.campus.campus.apply(try TestCourse.authored(withAssignment: true))
        }
        if address.contains("{submission}") {
            let viewer = try await site.campus.viewer(.learner)
            let (kept, _, _) = try await site.campus.campus.handIn(
                .new(at: site.campus.clock.now), text: "Bonjour à vous",
                files: [Campus.SentFile(name: "moi.txt", bytes: Data("Bonjour".utf8))], of: TestCourse.assignment,
                of: TestCourse.key, by: viewer)
            address = address.replacing("{submission}", with: kept.submission.id.text).replacing("{position}", with: "1")
        }
        if line.path.contains("/runs") {
            _ = try await site.campus.campus.apply(try TestCourse.authored(isPlayed: true))
        }
        if address.contains("{run}") {
            let viewer = try await site.campus.viewer(.learner)
            let started = try await site.campus.campus.startRun(at: TestCourse.optional, of: TestCourse.key, by: viewer)
            address = address.replacing("{run}", with: started.attempt.id.text)
        }
        if address.contains("{session}") {
            // The room of one can be joined now.
            let day = line.path.hasSuffix("/join") ? "2026-09-15" : "2026-11-24"
            let typed = Campus.TypedSession(
                title: "Classe", day: day, hour: "09:30", duration: "60", link: "https://visio.example.org/web")
            // Of several requests in one test, the session is the same in time: no conflict matters here.
            let session = try await site.campus.campus.planSession(typed, in: TestCampus.cohortKey, force: true, by: nil)
            if address.contains("{recording}") { try await site.campus.keepRecording("r1", of: session.id) }
            address = address.replacing("{session}", with: session.id.text).replacing("{recording}", with: "r1")
        }
        address = try await addressOfMentoring(address, line, site)
        if address.contains("{badge}") || address.contains("{address}") {
            let badge = try await site.giveBadge(isShared: true)
            address = address.replacing("{badge}", with: badge.id.text).replacing("{address}", with: badge.address)
        }
        if address.contains("{letter}") {
            address = address.replacing(
                "{letter}", with: try await site.campus.campus.mailSecret(of: try await site.campus.viewer(.learner)))
        }
        if address.contains("/conversations/") || address.contains("{message}") {
            let learner = try await site.campus.viewer(.learner)
            let id = try #require(Identifier<Message>("0192f0aa-1111-7222-8333-444455556666"))
            _ = try await site.campus.campus.post(
                "Bonsoir à vous", id: id, in: .tutoring, learner.person.id.text, of: TestCampus.cohortKey, by: learner)
            address = address.replacing("{kind}", with: "tutoring").replacing("{subject}", with: learner.person.id.text)
                .replacing("{message}", with: id.text)
        }
        if address.contains("{feed}") {
            let token = try await site.campus.campus.makeCalendarFeed(for: try await site.campus.viewer(.learner))
            address = address.replacing("{feed}", with: token.text)
        }
        if address.contains("{attempt}") {
            let viewer = try await site.campus.viewer(.learner)
            let started = try await site.campus.campus.startAttempt(at: TestCourse.quiz, of: TestCourse.key, by: viewer)
            address = address.replacing("{attempt}", with: started.attempt.id.text)
        }
        return address + line.query
    }
}
