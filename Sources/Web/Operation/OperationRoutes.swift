import Campus
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// For those who run the server: is it well, and what does it count.
struct OperationRoutes {
    let site: Site

    var routes: [Route] {
        [
            .visitor(.get, "/health", isPersonal: false) { request, context in try await ready(request, context) },
            .visitor(.get, "/health/live", isPersonal: false) { request, context in try health(.alive, request, context) },
            .visitor(.get, "/health/ready", isPersonal: false) { request, context in try await ready(request, context) },
            .visitor(.get, "/metrics", access: .operator, isResource: false) { _, _ in metrics() },
        ]
    }

    /// Whether the database answers and its schema is this program's: a proxy sends requests to a server that is ready.
    private func ready(_ request: Request, _ context: VisitorContext) async throws -> Response {
        try health(HealthPage.Model(standing: await site.campus.schemaStanding()), request, context)
    }

    private func health(_ model: HealthPage.Model, _ request: Request, _ context: VisitorContext) throws -> Response {
        var response = try site.respond(
            HealthPage(model: model), to: request, in: context, status: model.status == .ok ? .ok : .serviceUnavailable)
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private func metrics() -> Response {
        var gauges: [(name: String, help: String, value: Double)] = [
            ("rebond_sessions_cached", "Sign-in sessions in memory.", Double(site.campus.cachedSessions)),
            ("rebond_courses_cached", "Published courses in memory.", Double(site.campus.library.cachedCourses)),
        ]
        if let memory = Self.residentBytes {
            gauges.append(("process_resident_memory_bytes", "Resident memory size in bytes.", Double(memory)))
        }
        return Response(
            status: .ok,
            headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: site.figures.text(gauges: gauges))))
    }

    /// The second figure of `/proc/self/statm`, in pages.
    private static var residentBytes: Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let figures = text.split(separator: " ")
        guard figures.count > 1, let pages = Int(figures[1]) else { return nil }
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }
}
