import HTTPTypes
import Hummingbird

/// Every route of the site, once. The table registers the routes, is compared with `docs/openapi.yaml`, and drives the test that
/// anonymous and wrong-role callers are refused everywhere.
package struct RouteTable: Sendable {
    package let routes: [Route]

    package init(_ site: Site) {
        routes =
            SignInRoutes(site: site).routes + HomeRoutes(site: site).routes + CourseRoutes(site: site).routes
            + ProgressRoutes(site: site).routes + GoalRoutes(site: site).routes + PointsRoutes(site: site).routes
            + BadgeRoutes(site: site).routes + GameRoutes(site: site).routes
            + QuizRoutes(site: site).routes + AssignmentRoutes(site: site).routes + SurveyRoutes(site: site).routes
            + ProfileRoutes(site: site).routes + MailRoutes(site: site).routes + CohortRoutes(site: site).routes
            + CohortPeopleRoutes(site: site).routes + PaceRoutes(site: site).routes
            + MarkingRoutes(site: site).routes + QueueRoutes(site: site).routes + CaseloadRoutes(site: site).routes
            + AlertRoutes(site: site).routes + ReviewRoutes(site: site).routes + ScenarioRoutes(site: site).routes
            + AgendaRoutes(site: site).routes + CalendarRoutes(site: site).routes
            + DeviceTestRoutes(site: site).routes + PreparationRoutes(site: site).routes
            + RoomReportRoutes(site: site).routes + RecordingRoutes(site: site).routes
            + SignInLinkRoutes(site: site).routes + SignInCardRoutes(site: site).routes
            + PlanRoutes(site: site).routes + MentoringRoutes(site: site).routes + AvailabilityRoutes(site: site).routes
            + AttendanceRoutes(site: site).routes
            + ConversationRoutes(site: site).routes + MessageEachRoutes(site: site).routes
            + ContactRoutes(site: site).routes + ReportRoutes(site: site).routes
            + CardRoutes(site: site).routes + OwnWordRoutes(site: site).routes + LevelRoutes(site: site).routes
            + PlacementRoutes(site: site).routes
            + AuthoringRoutes(site: site).routes + FileRoutes(site: site).routes + OperationRoutes(site: site).routes
            + (PreviewRoutes(site: site)?.routes ?? [])
    }

    /// The methods that a path answers, for `Allow`; empty when no route has it.
    func methods(at path: Substring) -> [HTTPRequest.Method] {
        let pieces = path.split(separator: "/", omittingEmptySubsequences: true)
        var methods: [HTTPRequest.Method] = []
        for route in routes where Self.matches(pieces, route.path) {
            methods.append(route.method)
            if route.method == .get { methods.append(.head) }
        }
        return methods
    }

    private static func matches(_ pieces: [Substring], _ template: String) -> Bool {
        let parts = template.split(separator: "/", omittingEmptySubsequences: true)
        guard parts.count == pieces.count else { return false }
        return zip(parts, pieces).allSatisfy { part, piece in
            // `{session}.ics` takes what ends so, and is longer.
            guard part.hasPrefix("{"), let end = part.lastIndex(of: "}") else { return part == piece }
            let suffix = part[part.index(after: end)...]
            return piece.hasSuffix(suffix) && piece.count > suffix.count
        }
    }
}
