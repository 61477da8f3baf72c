import Campus
import Essentials
import Foundation
import Tutoring

/// Every address that pages link to, in one place; a test holds each against the route table.
enum Links {
    static let home = "/"
    static let courses = "/courses"
    static let profile = "/profile"
    static let cohorts = "/cohorts"
    static let authoring = "/authoring"
    static let goal = "/goal"
    static let points = "/points"
    static func points(before number: Int) -> String { "/points?before=\(number)" }
    static let profilePoints = "/profile/points"
    static func cohortPoints(_ key: String) -> String { cohort(key) + "/points" }
    static func ladder(_ cohort: String) -> String { Self.cohort(cohort) + "/ladder" }
    static func leaveLadder(_ cohort: String) -> String { ladder(cohort) + "/leaving" }
    static func games(_ cohort: String) -> String { Self.cohort(cohort) + "/games" }
    static func ladderChoice(_ cohort: String) -> String { games(cohort) + "/ladder" }
    static func challenges(_ cohort: String) -> String { games(cohort) + "/challenges" }
    static func challengeRemoval(_ cohort: String, _ id: String) -> String { challenges(cohort) + "/\(id)/removal" }
    static let badges = "/badges"
    static func badge(_ id: String) -> String { badges + "#badge-" + id }
    static func badgeSharing(_ id: String) -> String { "/badges/\(id)/sharing" }
    static func badgeCredential(_ id: String) -> String { "/badges/\(id)/credential" }
    static func badgeImage(_ id: String) -> String { "/badges/\(id)/image" }
    static func sharedBadge(_ address: String) -> String { "/verify/" + address }
    static let issuer = "/issuer"
    static let issuerKey = "/issuer/key"
    static func cohortBadges(_ key: String) -> String { cohort(key) + "/badges" }
    static func badgeRevocation(_ key: String, _ id: String) -> String { cohortBadges(key) + "/\(id)/revocation" }
    static let help = "/help"
    static let reviews = "/reviews"
    static func reviews(of course: String, _ deck: String) -> String { reviews + "?deck=" + encoded(course + "/" + deck) }
    static let reviewStatistics = "/reviews/statistics"
    static let reviewLimits = "/reviews/limits"
    static let ownWords = "/reviews/words"
    static func ownWordRemoval(_ id: String) -> String { ownWords + "/\(id)/removal" }
    static let signOut = "/sign-out"
    static let signOutEverywhere = "/sign-out-everywhere"
    static let password = "/profile/password"
    static let profileMail = "/profile/mail"
    static let accountHistory = "/profile/history"
    static let signInLink = "/sign-in/link"
    static func signInLink(_ secret: String) -> String { signInLink + "/" + secret }
    static func signInCard(_ secret: String) -> String { "/sign-in/card/" + secret }
    static func cards(_ cohort: String) -> String { Self.cohort(cohort) + "/cards" }
    static func cardRevocation(_ cohort: String, _ person: String) -> String {
        Self.cohort(cohort) + "/people/\(person)/card/revocation"
    }
    static func newPassword(_ cohort: String, _ person: String) -> String { Self.cohort(cohort) + "/people/\(person)/password" }
    static func mailRefusal(_ secret: String) -> String { "/mail/refusal/\(secret)" }

    static func signIn(next: String? = nil) -> String {
        guard let next, next != "/", isLocal(next) else { return "/sign-in" }
        return "/sign-in?next=\(encoded(next))"
    }
    static func course(_ key: String) -> String { "/courses/\(key)" }
    static func level(_ course: String) -> String { "/courses/\(course)/level" }
    static func level(of person: String, in cohort: String, _ course: String) -> String {
        learner(cohort, person) + level(course)
    }
    static func progress(_ course: String) -> String { "/courses/\(course)/progress" }
    static func activity(_ course: String, _ activity: String) -> String { "/courses/\(course)/activities/\(activity)" }
    static func events(_ course: String, _ activity: String) -> String { Self.activity(course, activity) + "/events" }
    static func words(_ course: String, _ activity: String) -> String { Self.activity(course, activity) + "/words" }
    static func survey(_ course: String, _ activity: String) -> String { Self.activity(course, activity) + "/survey" }
    static func placement(_ course: String, _ activity: String) -> String { Self.activity(course, activity) + "/placement" }
    static func placementAnswers(_ course: String, _ activity: String) -> String { placement(course, activity) + "/answers" }
    static func placementQuestion(_ course: String, _ activity: String) -> String {
        Self.activity(course, activity) + "#question"
    }
    static func placementReview(_ cohort: String, _ course: String, _ activity: String) -> String {
        "/cohorts/\(cohort)/courses/\(course)/placements/\(activity)"
    }
    static func placementRuling(_ cohort: String, _ course: String, _ activity: String, _ person: String) -> String {
        placementReview(cohort, course, activity) + "/people/\(person)"
    }
    static func surveyResults(_ cohort: String, _ course: String, _ activity: String) -> String {
        "/cohorts/\(cohort)/courses/\(course)/surveys/\(activity)"
    }
    static func attempts(_ course: String, _ activity: String) -> String { Self.activity(course, activity) + "/attempts" }
    static func attempt(_ id: String) -> String { "/attempts/\(id)" }
    static func runs(_ course: String, _ activity: String) -> String { Self.activity(course, activity) + "/runs" }
    static func run(_ id: String) -> String { "/runs/\(id)" }
    static func steps(_ id: String) -> String { "/runs/\(id)/steps" }
    static func answers(_ id: String) -> String { "/attempts/\(id)/answers" }
    static func review(_ id: String) -> String { "/attempts/\(id)/review" }
    static func submission(_ id: String) -> String { "/attempts/\(id)/submission" }
    static let portfolio = "/portfolio"
    static func draft(_ course: String, _ activity: String) -> String { Self.activity(course, activity) + "/draft" }
    static func handIn(_ course: String, _ activity: String) -> String { Self.activity(course, activity) + "/submissions" }
    static func handedIn(_ id: String) -> String { "/submissions/\(id)" }
    static func handedInFile(_ id: String, _ position: Int) -> String { "/submissions/\(id)/files/\(position)" }
    static func marks(_ id: String) -> String { "/submissions/\(id)/marks" }
    static func cohort(_ key: String) -> String { "/cohorts/\(key)" }
    static let newCohort = "/new-cohort"
    static func cohortPeople(_ key: String) -> String { cohort(key) + "/people" }
    static func cohortPersonRemoved(_ key: String) -> String { cohort(key) + "/people/removed" }
    static func cohortCourses(_ key: String) -> String { cohort(key) + "/courses" }
    static func cohortAccounts(_ key: String) -> String { cohort(key) + "/accounts" }
    static func learner(_ cohort: String, _ person: String) -> String { "/cohorts/\(cohort)/learners/\(person)" }
    static let agenda = "/agenda"
    static func agenda(_ view: String = "week", from day: String) -> String { "/agenda?view=\(view)&from=\(day)" }
    static let calendarFeed = "/agenda/feed"
    static let revokeCalendarFeed = "/agenda/feed/revocation"
    static func calendar(_ secret: String) -> String { "/calendar/\(secret).ics" }
    static func session(_ id: String) -> String { "/sessions/\(id)" }
    static func sessionCalendar(_ id: String) -> String { session(id) + ".ics" }
    static func sessionForm(_ id: String) -> String { session(id) + "/change" }
    static func preparation(_ session: String) -> String { self.session(session) + "/preparation" }
    static func recordings(_ session: String) -> String { self.session(session) + "/recordings" }
    static func recording(_ session: String, _ key: String) -> String { recordings(session) + "/" + encoded(key) }
    static func watching(_ session: String, _ key: String) -> String { recording(session, key) + "/watching" }
    static func cancelSession(_ id: String) -> String { session(id) + "/cancellation" }
    static func sessions(_ cohort: String) -> String { Self.cohort(cohort) + "/sessions" }
    static func newSession(_ cohort: String) -> String { sessions(cohort) + "/new" }
    static let mentoring = "/mentoring"
    static func mentoring(host: String) -> String { mentoring + "?host=\(host)" }
    static let availabilities = mentoring + "/availabilities"
    static func closeAvailability(_ id: String) -> String { availabilities + "/\(id)/closing" }
    static func availabilityExceptions(_ id: String) -> String { availabilities + "/\(id)/exceptions" }
    static func slot(_ host: String, _ start: Instant) -> String { mentoring + "/slots/\(host)/\(start.milliseconds)" }
    static func meeting(_ id: String) -> String { mentoring + "/meetings/\(id)" }
    static func meetingCalendar(_ id: String) -> String { meeting(id) + ".ics" }
    static func moveMeeting(_ id: String) -> String { meeting(id) + "/move" }
    static func cancelMeeting(_ id: String) -> String { meeting(id) + "/cancellation" }
    static func meetingNotes(_ id: String) -> String { meeting(id) + "/notes" }
    static func mentoringRules(_ cohort: String) -> String { Self.cohort(cohort) + "/mentoring" }
    static let messages = "/messages"
    static let messageSearch = "/messages/search"
    static func messageSearch(_ query: String, before number: Int) -> String {
        messageSearch + "?q=" + encoded(query) + "&before=\(number)"
    }
    static let reports = "/reports"
    static func messageReports(_ id: String) -> String { message(id) + "/reports" }
    static func reportDecision(_ id: String) -> String { messageReports(id) + "/decision" }
    static func message(_ id: String) -> String { "/messages/\(id)" }
    static func messageFile(_ id: String, _ position: Int) -> String { message(id) + "/files/\(position)" }
    static func acceptedMessage(_ id: String) -> String { message(id) + "/acceptance" }
    static func removedMessage(_ id: String) -> String { message(id) + "/removal" }
    static func conversation(_ cohort: String, _ kind: ConversationKind, _ subject: String) -> String {
        "/conversations/\(cohort)/\(kind.rawValue)/\(subject)"
    }
    static func conversation(_ address: Campus.ConversationAddress) -> String {
        conversation(address.cohort, address.kind, address.subject)
    }
    static func question(_ course: String, _ activity: String) -> String { Self.activity(course, activity) + "/question" }
    static func discussion(_ course: String, _ activity: String) -> String { Self.activity(course, activity) + "/discussion" }
    static func plan(_ cohort: String) -> String { Self.cohort(cohort) + "/plan" }
    static let deviceTest = "/device-test"
    static let extraTimes = "/extra-time"
    static func extraTime(_ cohort: String, _ person: String) -> String { learner(cohort, person) + "/extra-time" }
    static func pace(_ cohort: String, _ person: String) -> String { learner(cohort, person) + "/pace" }
    static func pauses(_ cohort: String, _ person: String) -> String { learner(cohort, person) + "/pauses" }
    static func rulings(_ cohort: String, _ person: String) -> String { learner(cohort, person) + "/rulings" }
    static func extensions(_ cohort: String, _ person: String) -> String { learner(cohort, person) + "/extensions" }
    static func marking(_ cohort: String, _ attempt: String) -> String { "/cohorts/\(cohort)/attempts/\(attempt)" }
    static let today = "/today"
    static let caseload = "/caseload"
    /// With a query as ``CaseloadQuery`` writes it.
    static func caseload(_ query: String) -> String { query.isEmpty ? caseload : caseload + "?" + query }
    /// A table of a page, for a spreadsheet.
    static func table(_ page: String, _ format: Representation, table: String? = nil) -> String {
        page + (page.contains("?") ? "&" : "?") + "format=\(format.rawValue)" + (table.map { "&table=" + encoded($0) } ?? "")
    }
    static let messageEach = "/caseload/message"
    static func messageEach(_ query: String) -> String { query.isEmpty ? messageEach : messageEach + "?" + query }
    static let caseloadViews = "/caseload/views"
    static let caseloadViewRemoved = "/caseload/views/removed"
    static func contacts(_ cohort: String, _ person: String) -> String { learner(cohort, person) + "/contacts" }
    static func learnerAddress(_ cohort: String, _ person: String) -> String { learner(cohort, person) + "/address" }
    static func handover(_ cohort: String, _ person: String) -> String { learner(cohort, person) + "/handover" }
    static func calls(_ cohort: String) -> String { Self.cohort(cohort) + "/calls" }
    static func withdrawnCall(_ cohort: String) -> String { calls(cohort) + "/withdrawal" }
    static func notes(_ cohort: String, _ person: String) -> String { learner(cohort, person) + "/notes" }
    static func timeline(_ cohort: String, _ person: String, _ course: String) -> String {
        learner(cohort, person) + "/courses/\(course)/timeline"
    }
    static func alerts(_ cohort: String, _ person: String) -> String { learner(cohort, person) + "/alerts" }
    static func alertRules(_ cohort: String) -> String { Self.cohort(cohort) + "/alerts" }
    static func matrix(_ cohort: String, _ course: String) -> String { "/cohorts/\(cohort)/courses/\(course)/matrix" }
    static func activityReview(_ cohort: String, _ course: String, _ activity: String) -> String {
        "/cohorts/\(cohort)/courses/\(course)/activities/\(activity)"
    }
    static let toMark = "/to-mark"
    static func toMark(after position: WaitingPosition) -> String { toMark + place(position) }
    static func nextToMark(after position: WaitingPosition) -> String { toMark + "/next" + place(position) }
    static let sentences = "/to-mark/sentences"
    static let sentenceRemoved = "/to-mark/sentences/removed"
    static func authoredCourse(_ key: String) -> String { "/authoring/courses/\(key)" }
    static func authoredVersion(_ key: String, _ number: Int) -> String { authoredCourse(key) + "/versions/\(number)" }
    static func publishedVersion(_ key: String) -> String { authoredCourse(key) + "/published" }

    /// Whether an address stays on this site: a path, and not one that a browser reads as another host.
    static func isLocal(_ address: String) -> Bool {
        let bytes = Array(address.utf8)
        guard bytes.first == UInt8(ascii: "/"), address.utf8.count <= 2000 else { return false }
        if bytes.count > 1, bytes[1] == UInt8(ascii: "/") || bytes[1] == UInt8(ascii: "\\") { return false }
        return bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
    }

    private static func place(_ position: WaitingPosition) -> String {
        "?sent=\(position.sentAt.milliseconds)&work=\(encoded(position.work))"
    }

    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    private static let unreserved = CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")
}
