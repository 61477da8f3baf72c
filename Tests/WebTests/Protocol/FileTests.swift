import Campus
import CourseContent
import Files
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Web

@Suite("Static files and the files of courses")
struct FileTests {
    @Test("a static file under the present release never expires, and is compressed when asked")
    func statics() async throws {
        try await withSite { site in
            let files = site.site.publicFiles
            for (path, type) in [
                ("css/rebond.css", "text/css; charset=utf-8"), ("js/page.js", "text/javascript; charset=utf-8"),
                ("icons.svg", "image/svg+xml"), ("manifest.webmanifest", "application/manifest+json"),
            ] {
                let address = files.address(path)
                let plain = try await site.get(address)
                #expect(plain.status == 200)
                #expect(plain.type == type)
                #expect(plain.headers[.cacheControl] == "public, max-age=31536000, immutable")
                #expect(plain.headers[.vary] == "Accept-Encoding")
                let packed = try await site.get(address, headers: [.acceptEncoding: "gzip"])
                #expect(packed.headers[.contentEncoding] == "gzip")
                #expect(try Inflate.gunzip(packed.body) == plain.body)
            }
            let icon = try await site.get(files.address("icon-180.png"), headers: [.acceptEncoding: "gzip"])
            #expect(icon.type == "image/png")
            #expect(Array(icon.body.prefix(4)) == [0x89, 0x50, 0x4E, 0x47] || icon.headers[.contentEncoding] == "gzip")
        }
    }

    @Test("the style sheet is the parts in the order of their names")
    func styleSheet() async throws {
        let folder = SourceFolder.package.appending(path: "Public/css")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".css") }.sorted()
        let parts = try names.map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
        try await withSite { site in
            let sheet = try await site.get(site.site.publicFiles.address("css/rebond.css"))
            #expect(sheet.text == parts.map { $0 + "\n" }.joined())
        }
    }

    @Test("another release is the present file, to be asked for again next time")
    func otherRelease() async throws {
        try await withSite { site in
            let answer = try await site.get("/static/0123456789ab/js/page.js")
            #expect(answer.status == 200)
            #expect(answer.headers[.cacheControl] == "no-cache")
        }
    }

    @Test(
        "what is not a file of the web client is not found",
        arguments: [
            "/static/x/css/none.css", "/static/x/..%2F..%2FPackage.swift/x", "/static/x/site/README.md",
            "/static/x/js/..%2Fjs%2Fpage.js",
            "/static/x/css/10-base.css", "/static/x/%00/%00", "/static/x/site/site%2Ficons.svg", "/static/x/js/page.js/more",
            "/static/x/js",
        ])
    func unknown(_ path: String) async throws {
        try await withSite { site in
            let answer = try await site.get(path)
            #expect(answer.status == 404)
            #expect(answer.headers[.cacheControl] == "no-store")
        }
    }

    @Test("an image of a course is shown, runs nothing, and never changes")
    func image() async throws {
        let asset = try #require(try TestCourse.authored().assets.first?.asset)
        try await withSite { site in
            let answer = try await site.get(asset.path, as: .learner)
            #expect(answer.status == 200)
            #expect(answer.body.count == asset.size)
            #expect(answer.type == "image/svg+xml")
            #expect(answer.headers[.contentSecurityPolicy] == "default-src 'none'; style-src 'unsafe-inline'; sandbox")
            #expect(answer.headers[.contentDisposition] == "inline; filename*=UTF-8''schema.svg")
            #expect(answer.headers[.cacheControl] == "private, max-age=31536000, immutable")
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            let tag = try #require(answer.headers[.eTag])
            let again = try await site.get(asset.path, as: .learner, headers: [.ifNoneMatch: tag])
            #expect(again.status == 304)
            #expect(again.body.isEmpty)
            #expect(again.headers[.contentSecurityPolicy] == answer.headers[.contentSecurityPolicy])
        }
    }

    @Test("a download is saved under its own name, accents included")
    func download() async throws {
        let asset = try #require(try TestCourse.authored().assets.last?.asset)
        try await withSite { site in
            let path = try #require(asset.path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed))
            let answer = try await site.get(path, as: .learner)
            #expect(answer.text == "Une balise s'ouvre et se ferme.\n")
            let disposition = try #require(answer.headers[.contentDisposition])
            #expect(disposition.hasPrefix("attachment; filename*=UTF-8''aide-m"))
            #expect(disposition.removingPercentEncoding == "attachment; filename*=UTF-8''\(TestAssets.download)")
        }
    }

    @Test("a file that no course has is not found, nor one that is gone from the disk")
    func missing() async throws {
        let asset = try #require(try TestCourse.authored().assets.first?.asset)
        try await withSite { site in
            for digest in [String(repeating: "0", count: 64), "..", "%2e%2e%2f", asset.digest.uppercased(), "x"] {
                #expect(try await site.get("/assets/\(digest)/schema.svg", as: .learner).status == 404, "\(digest)")
            }
            let kept = try #require(site.campus.campus.files.location(of: asset.digest))
            try FileManager.default.removeItem(at: kept)
            let answer = try await site.get(asset.path, as: .learner)
            #expect(answer.status == 404)
            #expect(!answer.text.contains(kept.path))
        }
    }
}
