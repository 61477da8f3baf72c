import Foundation
import HTTPTypes
import Hummingbird

/// What a preview has beside the pages: whether the folder changed, and the switch between learner and tutor. A server of an installation
/// has no such routes.
struct PreviewRoutes {
    let site: Site
    let preview: CoursePreview

    init?(site: Site) {
        guard let preview = site.preview else { return nil }
        self.site = site
        self.preview = preview
    }

    var routes: [Route] {
        [
            .visitor(.get, "/preview/revision", isResource: false) { _, _ in
                Response(
                    status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
                    body: ResponseBody(byteBuffer: .init(string: "\(preview.now.revision)")))
            },
            .visitor(.post, "/preview/role", bodyLimit: Self.limit, isResource: false) { request, _ in
                var next = Links.home
                if case .form(let fields) = try await request.sentBody(limit: Self.limit) {
                    if let role = fields["role"].flatMap(CoursePreview.Role.init(rawValue:)) { preview.look(as: role) }
                    if let asked = fields["next"], Links.isLocal(asked) { next = asked }
                }
                return site.redirect(to: next)
            },
        ]
    }

    private static let limit = 4096
}
