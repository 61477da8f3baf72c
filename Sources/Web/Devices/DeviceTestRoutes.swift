import Campus
import Essentials
import HTTPTypes
import Hummingbird
import Scheduling

/// Trying one's device before the first virtual class.
struct DeviceTestRoutes {
    let site: Site

    private static let limit = 1024

    var routes: [Route] {
        [
            .signedIn(.get, "/device-test") { request, context in
                let page = DeviceTestPage(model: .init(try await site.campus.deviceTest(of: context.viewer)))
                var response = try site.respond(page, to: request, in: context)
                response.headers[.permissionsPolicy] = SecurityHeaders.allowingMicrophone(andCamera: true)
                return response
            },
            .signedIn(.post, "/device-test", bodyLimit: Self.limit) { request, context in try await keep(request, context) },
        ]
    }

    private struct Sent: Codable {
        let working: [DeviceTest.Part]
    }

    private func keep(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let working: Set<DeviceTest.Part>
        switch try await request.sentBody(limit: Self.limit) {
        case .json(let data): working = Set(try SentBody.json(data).decoded(as: Sent.self).working)
        case .form(let fields):
            working = Set(
                try fields.all("working").map { name in
                    guard let part = DeviceTest.Part(rawValue: name) else { throw CampusError.invalid("working", .choiceUnknown) }
                    return part
                })
        }
        let kept = try await site.campus.keepDeviceTest(working, by: context.viewer)
        let answer = Sent(working: DeviceTest.Part.allCases.filter(kept.working.contains))
        return try site.changed(answer, in: context.visitor, seeOther: Links.deviceTest)
    }
}
