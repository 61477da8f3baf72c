import CourseContent
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import Web

@Suite("Parts of a file")
struct RangeTests {
    /// The first so many bytes, one by one.
    static func many(_ count: Int) -> String { "bytes=" + (0..<count).map { "\($0)-\($0)" }.joined(separator: ",") }

    static let headers: [(String, ByteRanges)] = [
        ("bytes=0-9", ByteRanges.parts([0..<10])), ("bytes=0-0", .parts([0..<1])), ("bytes=99-99", .parts([99..<100])),
        ("bytes=90-", .parts([90..<100])), ("bytes=0-", .parts([0..<100])), ("bytes=-10", .parts([90..<100])),
        ("bytes=-1000", .parts([0..<100])), ("bytes=90-1000", .parts([90..<100])),
        ("BYTES = 0-9", .parts([0..<10])), ("bytes= 0-9 ,\t20-29", .parts([0..<10, 20..<30])),
        ("bytes=20-29,0-9", .parts([20..<30, 0..<10])), ("bytes=0-9,,20-29,", .parts([0..<10, 20..<30])),
        ("bytes=0-9,100-", .parts([0..<10])), ("bytes=200-300,-5", .parts([95..<100])),
        ("bytes=0-99999999999999999999999", .parts([0..<100])),
        ("bytes=-99999999999999999999999", .parts([0..<100])),
        ("bytes=100-", .unsatisfiable), ("bytes=100-200,300-", .unsatisfiable), ("bytes=-0", .unsatisfiable),
        ("bytes=99999999999999999999999-", .unsatisfiable),
        ("bytes=9-0", .whole), ("bytes=", .whole), ("bytes=,", .whole), ("bytes", .whole), ("", .whole), ("bytes=-", .whole),
        ("bytes=a-b", .whole), ("bytes=1", .whole), ("bytes=1-2-3", .whole), ("bytes=--5", .whole), ("bytes=+1-2", .whole),
        ("bytes=1 -2", .whole), ("bytes=0x1-2", .whole), ("bytes=٣-", .whole), ("lines=0-9", .whole),
        ("bytes=0-9,x", .whole), ("bytes=0-9,9-0", .whole), ("bytes=0-99,0-0", .whole), ("bytes=0-,0-,0-", .whole),
        (many(16), .parts((0..<16).map { $0..<($0 + 1) })),
        (many(17), .whole),
    ]

    @Test(
        "what a header asks of a file of 100 bytes",
        arguments: headers)
    func reads(_ header: String, _ expected: ByteRanges) {
        #expect(ByteRanges(header, size: 100) == expected)
    }

    @Test("a file without bytes has no parts")
    func empty() {
        #expect(ByteRanges("bytes=0-", size: 0) == .whole)
        #expect(ByteRanges("bytes=-5", size: 0) == .whole)
    }

    @Test(
        "If-Range holds for the very tag only",
        arguments: [
            ("\"a\"", true), (" \"a\" ", true), ("W/\"a\"", false), ("\"b\"", false), ("a", false), ("*", false), ("", false),
            ("Sun, 22 Nov 2026 10:00:00 GMT", false),
        ])
    func condition(_ header: String, _ holds: Bool) {
        let ranges = ByteRanges([.range: "bytes=0-0", .ifRange: header], size: 5, tag: "\"a\"")
        #expect(ranges == (holds ? .parts([0..<1]) : .whole))
    }

    @Test("the bytes, the status and the headers, over a socket", arguments: [TestAssets.image, TestAssets.sound])
    func served(_ name: String) async throws {
        let asset = try #require(try TestCourse.authored().assets.first { $0.asset.name == name }?.asset)
        try await withSite(.live) { site in
            let whole = try await site.get(asset.path, as: .learner)
            #expect(whole.status == 200)
            #expect(whole.headers[.acceptRanges] == "bytes")
            let tag = try #require(whole.headers[.eTag])
            let size = asset.size
            for (header, part) in [
                ("bytes=0-9", 0..<10), ("bytes=5-", 5..<size), ("bytes=-7", (size - 7)..<size), ("bytes=0-9999999", 0..<size),
            ] {
                let answer = try await site.get(asset.path, as: .learner, headers: [.range: header, .ifRange: tag])
                #expect(answer.status == 206, "\(header)")
                #expect(answer.body == Array(whole.body[part]), "\(header)")
                #expect(answer.headers[.contentRange] == "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)")
                #expect(answer.headers[.contentLength] == String(part.count))
                #expect(answer.headers[.eTag] == tag)
                #expect(answer.headers[.acceptRanges] == "bytes")
                #expect(answer.type == asset.mediaType)
                #expect(answer.headers[.contentSecurityPolicy] == whole.headers[.contentSecurityPolicy])
            }
            for headers: HTTPFields in [
                [.range: "bytes=5-2"], [.range: "pages=1-2"], [.range: "bytes=0-9", .ifRange: "\"other\""],
            ] {
                let answer = try await site.get(asset.path, as: .learner, headers: headers)
                #expect(answer.status == 200)
                #expect(answer.body == whole.body)
                #expect(answer.headers[.contentRange] == nil)
            }
            let same = try await site.get(asset.path, as: .learner, headers: [.range: "bytes=0-9", .ifNoneMatch: tag])
            #expect(same.status == 304)
        }
    }

    @Test("several parts come as one body of several, each with its place")
    func several() async throws {
        let asset = try #require(try TestCourse.authored().assets.first?.asset)
        try await withSite(.live) { site in
            let whole = try await site.get(asset.path, as: .learner)
            let answer = try await site.get(asset.path, as: .learner, headers: [.range: "bytes=20-29,0-4,-3"])
            #expect(answer.status == 206)
            #expect(answer.headers[.contentRange] == nil)
            #expect(answer.headers[.contentLength] == String(answer.body.count))
            let type = try #require(answer.type)
            let mark = "multipart/byteranges; boundary="
            #expect(type.hasPrefix(mark))
            let boundary = type.dropFirst(mark.count)
            #expect((1...70).contains(boundary.utf8.count))
            let size = asset.size
            let expected = [20..<30, 0..<5, (size - 3)..<size].map { part in
                "\r\n--\(boundary)\r\nContent-Type: \(asset.mediaType)\r\n"
                    + "Content-Range: bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)\r\n\r\n"
                    + String(decoding: whole.body[part], as: UTF8.self)
            }
            #expect(answer.text == expected.joined() + "\r\n--\(boundary)--\r\n")
        }
    }

    @Test("beyond the end: 416 with the size, for programs and for people")
    func unsatisfiable() async throws {
        let asset = try #require(try TestCourse.authored().assets.first?.asset)
        try await withSite { site in
            for accept in [Answer.html, Answer.json] {
                let answer = try await site.get(
                    asset.path, as: .learner, accept: accept, headers: [.range: "bytes=\(asset.size)-"])
                #expect(answer.status == 416)
                #expect(answer.headers[.contentRange] == "bytes */\(asset.size)")
                #expect(answer.headers[.cacheControl] == "no-store")
            }
            let answer = try await site.get(asset.path, as: .learner, accept: Answer.json, headers: [.range: "bytes=-0"])
            #expect(try answer.object()["type"] as? String == "urn:rebond:problem:range-not-satisfiable")
        }
    }

    @Test("HEAD says the length of the whole and passes over ranges")
    func head() async throws {
        let asset = try #require(try TestCourse.authored().assets.first?.asset)
        try await withSite(.live) { site in
            for range in ["bytes=0-9", "bytes=99999-"] {
                let answer = try await site.send(.head, asset.path, as: .learner, headers: [.range: range])
                #expect(answer.status == 200)
                #expect(answer.headers[.contentLength] == String(asset.size))
                #expect(answer.headers[.acceptRanges] == "bytes")
                #expect(answer.headers[.contentRange] == nil)
                #expect(answer.body.isEmpty)
            }
        }
    }

    @Test("a part is refused to nobody signed in, like the whole")
    func refused() async throws {
        let asset = try #require(try TestCourse.authored().assets.first?.asset)
        try await withSite { site in
            let answer = try await site.get(asset.path, accept: Answer.json, headers: [.range: "bytes=0-9"])
            #expect(answer.status == 401)
        }
    }
}
