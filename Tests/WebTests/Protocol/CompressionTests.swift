import Foundation
import HTML
import HTTPTypes
import TestSupport
import Testing

@testable import Web

@Suite("Compression")
struct CompressionTests {
    static let paths = [
        "/", "/courses", Address.course, Address.welcome, Address.activity(TestCourse.tags), Address.quiz, "/profile",
    ]

    @Test("a compressed page holds the same bytes", arguments: paths)
    func pages(_ path: String) async throws {
        try await withSite { site in
            let plain = try await site.get(path, as: .learner)
            let packed = try await site.get(path, as: .learner, headers: [.acceptEncoding: "gzip, deflate, br"])
            #expect(plain.headers[.contentEncoding] == nil)
            #expect(packed.headers[.contentEncoding] == "gzip")
            #expect(packed.body.count < plain.body.count)
            #expect(try Inflate.gunzip(packed.body) == plain.body)
        }
    }

    @Test(
        "gzip only when it is accepted",
        arguments: [
            ("gzip", true), ("br, gzip;q=0.5", true), ("*", true), ("GZIP", true), ("gzip;q=0", false), ("br", false),
            ("identity", false), ("", false), ("gzip;q=0, *", false), ("*, gzip;q=0", false), ("*;q=0", false),
            ("x-gzip2", false),
        ])
    func accepted(_ header: String, _ isPacked: Bool) async throws {
        try await withSite { site in
            let answer = try await site.get("/courses", as: .learner, headers: [.acceptEncoding: header])
            #expect((answer.headers[.contentEncoding] == "gzip") == isPacked)
        }
    }

    @Test("JSON and refusals are readable whatever is accepted")
    func others() async throws {
        try await withSite { site in
            let gzip: HTTPFields = [.acceptEncoding: "gzip"]
            let model = try await site.get("/courses", as: .learner, accept: Answer.json, headers: gzip)
            #expect(model.headers[.contentEncoding] == nil)
            _ = try model.object()
            let missing = try await site.get("/nothing", as: .learner, headers: gzip)
            #expect(missing.status == 404)
            #expect(String(decoding: try Inflate.gunzip(missing.body), as: UTF8.self).contains("Cette page n’existe pas"))
        }
    }

    @Test("prerendered parts may stand anywhere in a page, and may be empty or alone")
    func spliced() throws {
        let long = Deflate.fragment(Array(String(repeating: "<p>Une leçon.</p>", count: 4000).utf8))
        let short = Deflate.fragment(Array("x".utf8))
        let empty = Deflate.fragment([])
        let orders: [[PrerenderedHTML?]] = [
            [], [nil], [long], [nil, long, nil], [long, long], [short, nil, empty, nil, long, nil], [empty], [nil, empty],
            [short, short, short],
        ]
        for order in orders {
            var buffer = HTMLBuffer()
            for part in order {
                if let part { buffer.append(part) } else { buffer.append(raw: "<main>entre deux</main>") }
            }
            let packed = try #require(Deflate.gzip(buffer))
            #expect(try Inflate.gunzip(packed) == buffer.bytes)
        }
    }

    @Test("a large page of little repetition survives too")
    func large() throws {
        var random = SequenceRandom(seed: 7)
        let noise = (0..<300_000).map { _ in UInt8.random(in: 32...126, using: &random) }
        var buffer = HTMLBuffer()
        buffer.append(PrerenderedHTML(noise))
        buffer.append(Deflate.fragment(noise.reversed()))
        buffer.append(PrerenderedHTML(noise))
        #expect(try Inflate.gunzip(try #require(Deflate.gzip(buffer))) == buffer.bytes)
        #expect(try Inflate.gunzip(try #require(Deflate.gzip(noise))) == noise)
    }

    @Test("bytes that are no gzip are not taken for it")
    func refuses() throws {
        let packed = try #require(Deflate.gzip(Array("texte".utf8)))
        #expect(throws: Inflate.NotGzip.self) { try Inflate.gunzip(Array(packed.dropLast())) }
        var damaged = packed
        damaged[damaged.count - 5] ^= 1
        #expect(throws: Inflate.NotGzip.self) { try Inflate.gunzip(damaged) }
    }
}
