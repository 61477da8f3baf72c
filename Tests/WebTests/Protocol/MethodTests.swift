import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import Web

@Suite("Methods and addresses")
struct MethodTests {
    static let methods: [HTTPRequest.Method] = [.put, .delete, .patch, .options, .trace, .connect]

    @Test("a method that an address does not have is refused with those that it has", arguments: methods)
    func allow(_ method: HTTPRequest.Method) async throws {
        try await withSite { site in
            for (path, allow) in [
                ("/", "GET, HEAD"), ("/sign-in", "GET, HEAD, POST"), ("/sign-out", "POST"), (Address.attempts, "POST"),
                (Address.course, "GET, HEAD"), ("/health", "GET, HEAD"), ("/attempts/x/review", "GET, HEAD"),
            ] {
                let answer = try await site.send(method, path, as: .learner, accept: Answer.json)
                #expect(answer.status == 405, "\(path)")
                #expect(answer.headers[.allow] == allow, "\(path)")
                #expect(try answer.object()["type"] as? String == "urn:rebond:problem:method-not-allowed")
            }
        }
    }

    @Test("a page for people says so too")
    func page() async throws {
        try await withSite { site in
            let answer = try await site.send(.put, "/courses", headers: [.acceptLanguage: "en"])
            #expect(answer.status == 405)
            #expect(answer.text.contains("That cannot be done here"))
            let post = try await site.post("/courses", .form("a=b"))
            #expect(post.status == 405)
            let get = try await site.get("/sign-out")
            #expect(get.status == 405)
            #expect(get.headers[.allow] == "POST")
        }
    }

    @Test(
        "HEAD answers the head of GET and no body",
        arguments: ["/", "/courses", Address.course, Address.welcome, "/profile", "/health"])
    func head(_ path: String) async throws {
        try await withSite(.live) { site in
            for accept in [Answer.html, Answer.json] {
                let get = try await site.get(path, as: .learner, accept: accept)
                let head = try await site.send(.head, path, as: .learner, accept: accept)
                #expect(head.status == get.status)
                #expect(head.body.isEmpty)
                for name in [HTTPField.Name.contentType, .contentLength, .eTag, .vary, .cacheControl, .contentLanguage] {
                    #expect(head.headers[name] == get.headers[name], "\(name)")
                }
            }
        }
    }

    @Test("HEAD is refused like GET")
    func headRefused() async throws {
        try await withSite { (site: TestSite) async throws in
            #expect(try await site.send(.head, "/courses").status == 303)
            #expect(try await site.send(.head, "/cohorts", as: .learner).status == 403)
            #expect(try await site.send(.head, "/courses/none", as: .learner).status == 404)
            #expect(try await site.send(.head, "/nothing").status == 404)
        }
    }

    @Test(
        "an address that nothing has is not found",
        arguments: [
            "/nothing", "/courses/x/activities", "/courses/x/activities/y/z", "/cohorts/x/learners", "/authoring/courses",
            "/attempts", "/static", "/assets/x", "/.well-known/x", "/sign-in/", "/%00", "/%ff", "/wp-login.php", "/a b",
        ])
    func unknown(_ path: String) async throws {
        try await withSite { site in
            let page = try await site.get(path, as: .learner)
            // A slash at the end names the same page; either is a fair answer, an error of the server is not.
            #expect(page.status == 404 || (path == "/sign-in/" && page.status == 303), "\(page.status)")
            guard page.status == 404 else { return }
            #expect(page.text.contains("Cette page n’existe pas"))
            let model = try await site.get(path, accept: Answer.json)
            #expect(model.status == 404)
            #expect(model.isProblemDocument)
        }
    }

    @Test("an address that only a neither-HTML-nor-JSON client asks for is refused readably")
    func unknownFormat() async throws {
        try await withSite { site in
            let answer = try await site.get("/nothing", accept: "image/png")
            #expect(answer.status == 404)
            #expect(answer.isProblemDocument)
        }
    }
}
