import Essentials
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Tutoring

@testable import Web

@Suite("Links")
struct LinkTests {
    /// Every address of `Links` with the method that it is for.
    private static let links: [(method: HTTPRequest.Method, address: String)] = [
        (.get, Links.home), (.get, Links.courses), (.get, Links.profile), (.get, Links.cohorts), (.get, Links.authoring),
        (.get, Links.help), (.post, Links.signOut), (.post, Links.signOutEverywhere), (.post, Links.password),
        (.post, Links.profile), (.post, Links.profileMail), (.get, Links.mailRefusal("s")), (.post, Links.mailRefusal("s")),
        (.get, Links.signIn()), (.get, Links.signIn(next: "/courses")), (.get, Links.course("c")), (.get, Links.progress("c")),
        (.get, Links.goal), (.post, Links.goal), (.get, Links.points), (.get, Links.points(before: 7)),
        (.get, Links.ladder("c")), (.post, Links.ladder("c")), (.post, Links.leaveLadder("c")), (.get, Links.games("c")),
        (.post, Links.ladderChoice("c")), (.post, Links.challenges("c")), (.post, Links.challengeRemoval("c", "x")),
        (.get, Links.badges), (.post, Links.badgeSharing("b")), (.get, Links.badgeCredential("b")),
        (.get, Links.badgeImage("b")), (.get, Links.sharedBadge("a")), (.get, Links.issuer), (.get, Links.issuerKey),
        (.get, Links.cohortBadges("c")), (.post, Links.badgeRevocation("c", "b")),
        (.post, Links.profilePoints), (.post, Links.cohortPoints("c")), (.get, Links.cohortPoints("c")),
        (.get, Links.activity("c", "a")),
        (.post, Links.events("c", "a")), (.post, Links.attempts("c", "a")), (.get, Links.attempt("x")),
        (.post, Links.answers("x")),
        (.get, Links.review("x")), (.post, Links.submission("x")), (.get, Links.cohort("c")), (.get, Links.learner("c", "p")),
        (.post, Links.survey("c", "a")), (.get, Links.surveyResults("k", "c", "a")),
        (.get, Links.placementQuestion("c", "a")), (.post, Links.placement("c", "a")), (.post, Links.placementAnswers("c", "a")),
        (.get, Links.placementReview("k", "c", "a")), (.post, Links.placementRuling("k", "c", "a", "p")),
        (.get, Links.authoredCourse("c")), (.get, Links.authoredVersion("c", 2)), (.post, Links.publishedVersion("c")),
        (.get, Links.extraTimes), (.get, Links.extraTime("c", "p")), (.post, Links.extraTime("c", "p")),
        (.get, Links.pace("c", "p")), (.post, Links.pauses("c", "p")), (.post, Links.extensions("c", "p")),
        (.post, Links.rulings("c", "p")),
        (.get, Links.marking("c", "x")),
        (.post, Links.marking("c", "x")),
        (.get, Links.portfolio), (.post, Links.draft("c", "a")), (.post, Links.handIn("c", "a")), (.get, Links.handedIn("s")),
        (.get, Links.handedInFile("s", 1)), (.post, Links.marks("s")),
        (.get, Links.newCohort), (.get, Links.cohortPeople("c")), (.post, Links.cohortPeople("c")), (.post, Links.cohorts),
        (.post, Links.cohortPersonRemoved("c")), (.post, Links.cohortCourses("c")), (.post, Links.cohortAccounts("c")),
        (.get, Links.agenda), (.get, Links.calendarFeed), (.post, Links.calendarFeed), (.post, Links.revokeCalendarFeed),
        (.get, Links.calendar("s")), (.get, Links.sessionCalendar("s")), (.get, Links.agenda("month", from: "2026-11-24")),
        (.get, Links.session("s")),
        (.post, Links.session("s")),
        (.get, Links.sessionForm("s")), (.post, Links.cancelSession("s")), (.post, Links.sessions("c")),
        (.get, Links.newSession("c")), (.get, Links.preparation("s")), (.post, Links.preparation("s")),
        (.post, Links.recordings("s")), (.get, Links.recording("s", "r")), (.post, Links.watching("s", "r")),
        (.get, Links.accountHistory), (.get, Links.signInLink), (.post, Links.signInLink), (.get, Links.signInLink("s")),
        (.post, Links.signInLink("s")), (.get, Links.signInCard("s")), (.post, Links.signInCard("s")), (.get, Links.cards("c")),
        (.post, Links.cards("c")), (.post, Links.cardRevocation("c", "p")), (.post, Links.newPassword("c", "p")),
        (.get, Links.deviceTest), (.post, Links.deviceTest), (.get, Links.plan("c")), (.post, Links.plan("c")),
        (.get, Links.mentoring), (.get, Links.mentoring(host: "h")),
        (.get, Links.availabilities), (.post, Links.availabilities),
        (.post, Links.closeAvailability("a")), (.post, Links.availabilityExceptions("a")),
        (.get, Links.slot("h", Instant(milliseconds: 5))), (.post, Links.slot("h", Instant(milliseconds: 5))),
        (.get, Links.meeting("m")), (.get, Links.meetingCalendar("m")), (.get, Links.moveMeeting("m")),
        (.post, Links.moveMeeting("m")), (.post, Links.cancelMeeting("m")), (.post, Links.meetingNotes("m")),
        (.get, Links.mentoringRules("c")), (.post, Links.mentoringRules("c")),
        (.get, Links.reviews), (.post, Links.reviews), (.get, Links.reviews(of: "c", "a")), (.get, Links.reviewStatistics),
        (.post, Links.reviewLimits), (.get, Links.ownWords), (.post, Links.ownWordRemoval("w")), (.get, Links.words("c", "a")),
        (.post, Links.words("c", "a")), (.get, Links.level("c")), (.post, Links.level("c")),
        (.get, Links.level(of: "p", in: "c", "k")),
        (.get, Links.messageSearch), (.get, Links.messageSearch("été", before: 7)), (.get, Links.reports),
        (.get, Links.messageReports("m")), (.post, Links.messageReports("m")), (.post, Links.reportDecision("m")),
        (.get, Links.messages), (.post, Links.message("m")), (.post, Links.removedMessage("m")),
        (.post, Links.acceptedMessage("m")), (.get, Links.messageFile("m", 1)), (.get, Links.discussion("c", "a")),
        (.get, Links.conversation("c", .tutoring, "p")), (.get, Links.question("c", "a")),
        (.get, Links.contacts("c", "p")), (.post, Links.contacts("c", "p")), (.post, Links.handover("c", "p")),
        (.post, Links.learnerAddress("c", "p")),
        (.post, Links.calls("c")), (.post, Links.withdrawnCall("c")),
        (.post, Links.notes("c", "p")), (.get, Links.timeline("c", "p", "k")), (.get, Links.matrix("k", "c")),
        (.get, Links.activityReview("k", "c", "a")), (.get, Links.today), (.get, Links.caseload), (.get, Links.caseload("q=a")),
        (.get, Links.table("/caseload?q=a", .csv, table: "learners")),
        (.get, Links.messageEach("q=a")), (.post, Links.messageEach),
        (.post, Links.caseloadViews), (.post, Links.caseloadViewRemoved), (.post, Links.alerts("c", "p")),
        (.get, Links.alertRules("c")), (.post, Links.alertRules("c")), (.get, Links.toMark), (.get, Links.toMark(after: .start)),
        (.get, Links.nextToMark(after: .start)),
        (.get, Links.sentences), (.post, Links.sentences), (.post, Links.sentenceRemoved),
        (.post, Links.runs("c", "a")), (.get, Links.run("x")), (.post, Links.steps("x")),
    ]

    private func routes() async throws -> Set<String> {
        try await withTestSite { site in Set(RouteTable(site.site).routes.map { "\($0.method.rawValue) \($0.path)" }) }
    }

    @Test("each leads to a route, with its method")
    func routed() async throws {
        let routes = try await routes()
        for (method, address) in Self.links { #expect(Self.isServed(method, address, routes), "\(method.rawValue) \(address)") }
    }

    @Test("none of them is missing above")
    func listed() throws {
        let source = try String(
            contentsOf: SourceFolder.package.appending(path: "Sources/Web/Routing/Links.swift"), encoding: .utf8)
        let names = source.matches(of: try Regex(#"static (?:let|func) ([a-zA-Z]+)"#)).map {
            String($0.output[1].substring ?? "")
        }
        let test = try String(contentsOfFile: #filePath, encoding: .utf8)
        for name in names where !["isLocal", "encoded", "unreserved", "place"].contains(name) {
            #expect(test.contains("Links.\(name)"), "\(name)")
        }
        #expect(names.count > 20)
    }

    @Test("every link and every form of every page leads to a route", arguments: GoldenPage.allCases)
    func pages(_ page: GoldenPage) async throws {
        let routes = try await routes()
        let text = try page.render(.french)
        let pattern = try Regex(#"(href|action|src|data-events|data-save)="([^"]*)""#)
        var seen = 0
        for match in text.matches(of: pattern) {
            let (attribute, value) = (match.output[1].substring ?? "", String(match.output[2].substring ?? ""))
            guard value.hasPrefix("/") else {
                // Virtual rooms are elsewhere.
                #expect(["#", "mailto:", "tel:", "https://visio.example.org/"].contains { value.hasPrefix($0) }, "\(value)")
                continue
            }
            seen += 1
            let isPosted = attribute == "data-events" || attribute == "data-save"
            let methods: [HTTPRequest.Method] = isPosted ? [.post] : attribute == "action" ? [.post, .get] : [.get]
            let address = String(value.replacing("&amp;", with: "&").prefix { $0 != "#" })
            #expect(methods.contains { Self.isServed($0, address, routes) }, "\(attribute)=\(value)")
        }
        #expect(seen > 5)
    }

    private static func isServed(_ method: HTTPRequest.Method, _ address: String, _ routes: Set<String>) -> Bool {
        let pieces = address.prefix { $0 != "?" }.split(separator: "/")
        return routes.contains { route in
            let parts = route.split(separator: " ")
            guard parts[0] == method.rawValue else { return false }
            let template = parts[1].split(separator: "/")
            return template.count == pieces.count
                && zip(template, pieces).allSatisfy { part, piece in
                    guard part.hasPrefix("{"), let end = part.lastIndex(of: "}") else { return part == piece }
                    return piece.hasSuffix(part[part.index(after: end)...])
                }
        }
    }
}
