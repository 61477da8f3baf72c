import Accounts
import Campus
import Foundation
package import HTTPTypes
import Hummingbird
package import HummingbirdTesting
package import Logging
import NIOCore
package import Web

/// The whole web server over a ``TestCampus``: what is asked goes through the router as a browser's or a program's request would.
///
/// ```swift
/// try await withTestSite { site in
///     let page = try await site.get("/courses", as: .learner)
///     #expect(page.status == 200)
/// }
/// ```
package struct TestSite: Sendable {
    package let site: Site
    package let campus: TestCampus
    private let client: any TestClientProtocol
    private var observers: [Observer] = []

    /// Sees every answer: the method, the address, the answer.
    package typealias Observer = @Sendable (HTTPRequest.Method, String, Answer) -> Void

    /// The same site, whose every answer `observer` sees.
    package func observed(by observer: @escaping Observer) -> TestSite {
        var site = self
        site.observers.append(observer)
        return site
    }

    package var clock: TestClock { campus.clock }
    /// The port, of a server that listens.
    package var port: Int? { client.port }

    fileprivate init(site: Site, campus: TestCampus, client: any TestClientProtocol) {
        self.site = site
        self.campus = campus
        self.client = client
    }

    /// How a request shows who asks.
    package enum Means: Sendable {
        case cookie
        case bearer
    }

    /// Sends a request.
    /// - Parameters:
    ///   - role: who asks; `nil` for nobody in particular.
    ///   - accept: the `Accept` header.
    ///   - headers: more headers; they win over those that the other parameters make.
    package func send(
        _ method: HTTPRequest.Method, _ path: String, as role: TestRole? = nil, by means: Means = .cookie,
        accept: String = Answer.html, headers: HTTPFields = [:], body: SentText? = nil
    ) async throws -> Answer {
        var fields: HTTPFields = [.accept: accept]
        if let role {
            switch means {
            case .cookie: fields[.cookie] = "\(cookieName)=\(campus[role].session.text)"
            case .bearer: fields[.authorization] = "Bearer \(campus[role].bearer.text)"
            }
        }
        if let type = body?.type { fields[.contentType] = type }
        for field in headers { fields[field.name] = field.value }
        let response = try await client.executeRequest(
            uri: path, method: method, headers: fields, body: body.map { ByteBuffer(bytes: $0.bytes) })
        let answer = Answer(
            status: response.status.code, headers: response.headers, body: Array(response.body.readableBytesView))
        for observer in observers { observer(method, path, answer) }
        return answer
    }

    package func get(
        _ path: String, as role: TestRole? = nil, accept: String = Answer.html, headers: HTTPFields = [:]
    ) async throws -> Answer {
        try await send(.get, path, as: role, accept: accept, headers: headers)
    }

    package func post(
        _ path: String, _ body: SentText? = nil, as role: TestRole? = nil, accept: String = Answer.html,
        headers: HTTPFields = [:]
    ) async throws -> Answer {
        try await send(.post, path, as: role, accept: accept, headers: headers, body: body)
    }

    /// The name of the session's cookie under the site's settings.
    package var cookieName: String { site.settings.isSecure ? "__Host-rebond" : "rebond" }

    /// The static files of the repository.
    package static let publicFiles = Result { try PublicFiles(directory: SourceFolder.package.appending(path: "Public")) }
}

/// A body on its way to the server.
package struct SentText: Sendable {
    package let type: String?
    package let bytes: [UInt8]

    package init(type: String?, bytes: [UInt8]) {
        self.type = type
        self.bytes = bytes
    }

    package static func form(_ text: String) -> SentText {
        SentText(type: "application/x-www-form-urlencoded", bytes: Array(text.utf8))
    }

    package static func json(_ text: String) -> SentText {
        SentText(type: "application/json", bytes: Array(text.utf8))
    }
}

/// Gives `body` a site of its own over a campus of its own.
/// - Parameter setup: `.router` asks the router; `.live` goes over a socket of this machine, where the wire matters.
@discardableResult
package func withTestSite<Value: Sendable>(
    _ setup: TestingSetup = .router, settings: SiteSettings = SiteSettings(), clock: TestClock = TestClock(),
    logger: Logger = .quiet, _ body: @Sendable (TestSite) async throws -> Value
) async throws -> Value {
    try await withTestCampus(clock: clock) { campus in
        let site = Site(
            campus: campus.campus, settings: settings, publicFiles: try TestSite.publicFiles.get(), figures: ServerFigures())
        let app = Application(
            router: site.buildRouter(), configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            logger: logger)
        return try await app.test(setup) { client in
            try await body(TestSite(site: site, campus: campus, client: client))
        }
    }
}
