import CourseContent
import Testing

@testable import Authoring

@Suite("Films and sounds of a course")
struct MediaTests {
    static let captions = """
        WEBVTT - Le quai

        NOTE Relu le 3 mars

        1
        00:01.000 --> 00:03.500 align:start
        <v Léa>Où est le <i>quai</i> ?
        Je ne le vois pas.

        01:02:05.000 --> 01:02:06.000
        5 &lt; 6 &amp; plus

        """

    static let english = "WEBVTT\n\n00:01.000 --> 00:03.500\nWhere is the dock?\n"

    static func disk(_ markdown: String, _ files: [String: [UInt8]] = [:]) throws -> CourseOnDisk {
        var all: [String: [UInt8]] = [:]
        for (name, bytes) in files { all["01-m/files/" + name] = bytes }
        return try CourseOnDisk.lesson(markdown, with: all)
    }

    @Test("a film has its size, its captions, what is said, and a way to take it along")
    func video() throws {
        let html = try #require(
            try Self.disk(
                "![Le quai](files/film.mp4 \"Tourné à Lille\")",
                [
                    "film.mp4": Sample.mp4, "film.vtt": Array(Self.captions.utf8), "film.en.vtt": Array(Self.english.utf8),
                    "film.png": Sample.png,
                ]
            ).lessonHTML())
        let film = "/assets/\(ContentDigest.of(Sample.mp4))/film.mp4"
        let track = "/assets/\(ContentDigest.of(Array(Self.captions.utf8)))/film.vtt"
        let english = "/assets/\(ContentDigest.of(Array(Self.english.utf8)))/film.en.vtt"
        let poster = "/assets/\(ContentDigest.of(Sample.png))/film.png"
        #expect(
            html == """
                <figure class="media" data-media="film">
                <p class="media-facts"><strong>Le quai</strong> Vidéo, 3\u{A0}min\u{A0}20\u{A0}s, 63\u{A0}octets</p>
                <video controls preload="none" src="\(film)" poster="\(poster)" aria-label="Le quai">\
                <track kind="captions" default src="\(track)" srclang="fr" label="Français">\
                <track kind="captions" src="\(english)" srclang="en" label="English"></video>
                <figcaption>Tourné à Lille</figcaption>
                <details class="more"><summary>Lire ce qui est dit dans la vidéo</summary>
                <div class="transcript">
                <p><span class="transcript-time">0:01</span> <strong>Léa\u{A0}:</strong> Où est le quai ? Je ne le vois pas.</p>
                <p><span class="transcript-time">1:02:05</span> 5 &lt; 6 &amp; plus</p>
                </div></details>
                <details class="more"><summary>Lire ce qui est dit dans la vidéo (English)</summary>
                <div class="transcript" lang="en">
                <p><span class="transcript-time">0:01</span> Where is the dock?</p>
                </div></details>
                <p><a class="download" href="\(film)" download="film.mp4">Télécharger la vidéo <span class="file-size">(63\u{A0}octets)</span></a></p>
                </figure>

                """)
        #expect(RenderingSafetyTests.faults(in: html) == [])
    }

    @Test(
        "a sound has what is said, and no captions",
        arguments: [
            ("son.mp3", Sample.mp3(383), "audio/mpeg", "10\u{A0}s"), ("son.ogg", Sample.ogg, "audio/ogg", "2\u{A0}s"),
            ("son.opus", Sample.ogg, "audio/ogg", "2\u{A0}s"),
            ("son.m4a", Sample.m4a, "audio/mp4", "1\u{A0}h\u{A0}5\u{A0}min"),
        ])
    func audio(_ name: String, _ bytes: [UInt8], _ type: String, _ length: String) throws {
        let disk = try Self.disk("![Un dialogue](files/\(name))", [name: bytes, "son.vtt": Array(Self.captions.utf8)])
        let html = try #require(disk.lessonHTML())
        let address = "/assets/\(ContentDigest.of(bytes))/\(name)"
        #expect(html.contains("<audio controls preload=\"none\" src=\"\(address)\" aria-label=\"Un dialogue\"></audio>"))
        #expect(html.contains("<strong>Un dialogue</strong> Son, \(length), "))
        #expect(html.contains("<summary>Lire ce qui est dit</summary>"))
        #expect(!html.contains("<track") && !html.contains("autoplay"))
        #expect(Set(disk.read().course?.assets.map(\.asset.mediaType) ?? []) == [type, "text/vtt; charset=utf-8"])
        #expect(disk.found() == [])
    }

    @Test("what is said can be plain text, and then a video says that it has no captions")
    func plainText() throws {
        let text: [UInt8] = Array("Léa arrive.\nElle <ouvre>.\n\n\nElle part.\n".utf8)
        let disk = try Self.disk("![x](files/son.ogg)", ["son.ogg": Sample.ogg, "son.txt": text])
        #expect(disk.found() == [])
        #expect(
            try #require(disk.lessonHTML()).contains(
                "<div class=\"transcript\">\n<p>Léa arrive. Elle &lt;ouvre&gt;.</p>\n<p>Elle part.</p>\n</div>"))
        let film = try Self.disk(Self.use, ["film.mp4": Sample.mp4, "film.txt": text])
        #expect(film.found() == ["?only-told 01-m/01-l.md:6:1"])
        #expect(try #require(film.lessonHTML()).contains("<summary>Lire ce que montre la vidéo</summary>"))
    }

    @Test("the outline knows each recording by its name, with its length")
    func outline() throws {
        let disk = try Self.disk(
            "![a](files/film.mp4)\n\n![b](files/son.mp3)",
            [
                "film.mp4": Sample.mp4, "film.vtt": Array(Self.captions.utf8), "son.mp3": Array("ID3".utf8),
                "son.vtt": Array(Self.captions.utf8),
            ])
        #expect(
            disk.read().course?.outline.activities.first?.media == [
                MediaOutline(name: "film", milliseconds: 200_400), MediaOutline(name: "son", milliseconds: nil),
            ])
        let plain = try CourseOnDisk.lesson("Bonjour.").read().course
        #expect(plain?.outline.activities.first?.media == nil)
    }

    static let lengths: [(AssetKind, [UInt8], Int?, Bool)] = [
        (.mp4, Sample.mp4, 200_400, false), (.mp4, Sample.slowMP4, 65_000, true), (.mp4, Sample.ftyp, nil, false),
        (.mp4, Sample.ftyp + Sample.moov(0), nil, false), (.mp4, Sample.ftyp + Sample.moov(-1), nil, false),
        (.mp4, Sample.ftyp + Sample.box("moov", Sample.box("mvhd", [0, 0, 0])), nil, false),
        (.mp4, Sample.ftyp + [0, 0, 0, 1] + Array("moov".utf8), nil, false),
        (
            .mp4,
            Sample.ftyp
                + Sample.box(
                    "moov", Sample.box("mvhd", [1] + [UInt8](repeating: 0, count: 19) + [0, 0, 0, 2] + Sample.big(90, 8))),
            45_000, false
        ),
        (.webm, Sample.webm, 2500, false), (.webm, Array(Sample.webm.dropLast(1)), nil, false),
        (.webm, [0x1A, 0x45, 0xDF, 0xA3, 0], nil, false),
        (.opus, Sample.ogg, 2000, false), (.ogg, Sample.vorbis, 1000, false),
        (.ogg, Array("OggS".utf8) + [UInt8](repeating: 255, count: 100), nil, false),
        (.mp3, Sample.mp3(383), 10_005, false), (.mp3, Sample.mp3(384, begins: "Xing"), 10_005, false),
        (.mp3, Sample.mp3(0), nil, false),
        (.mp3, Array("ID3".utf8), nil, false),
    ]

    @Test("the length is read from the file", arguments: lengths)
    func length(_ kind: AssetKind, _ bytes: [UInt8], _ milliseconds: Int?, _ isIndexLast: Bool) {
        let header = MediaHeader(bytes, kind: kind)
        #expect(header.milliseconds == milliseconds)
        #expect(header.isIndexLast == isIndexLast)
    }

    @Test("any bytes after the first ones are read without harm", arguments: [AssetKind.mp4, .mp3, .ogg, .webm])
    func soup(_ kind: AssetKind) {
        var state: UInt64 = 7
        let whole = [AssetKind.mp4: Sample.mp4, .mp3: Sample.mp3(3), .ogg: Sample.ogg, .webm: Sample.webm][kind] ?? []
        for _ in 0..<2000 {
            var bytes = whole
            for _ in 0..<4 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
            }
            let length = MediaHeader(Array(bytes.prefix(bytes.count - Int(state >> 50) % 8)), kind: kind).milliseconds
            #expect(length.map { (1...MediaHeader.longest).contains($0) } ?? true)
        }
    }

    static let use = "![x](files/film.mp4)"

    static let broken: [(String, [String: [UInt8]], [String])] = [
        (Self.use, ["film.mp4": Sample.mp4], ["missing-captions 01-m/01-l.md:6:1"]),
        (Self.use, ["film.mp4": Sample.mp4, "film.x.vtt": Array(Self.captions.utf8)], ["missing-captions 01-m/01-l.md:6:1"]),
        ("![x](files/son.mp3)", ["son.mp3": Sample.mp3(1)], ["missing-transcript 01-m/01-l.md:6:1"]),
        (Self.use, ["film.mp4": Sample.png, "film.vtt": Array(Self.captions.utf8)], ["file-content 01-m/files/film.mp4:1:1"]),
        (Self.use, ["film.mp4": Sample.mp4, "film.vtt": Array("WEBVTT\n\n1\nx".utf8)], ["captions 01-m/files/film.vtt:3:1"]),
        (Self.use, ["film.mp4": Sample.slowMP4, "film.vtt": Array(Self.captions.utf8)], ["?slow-start 01-m/files/film.mp4:1:1"]),
        ("![x](files/son.ogg)", ["son.ogg": Sample.mp3(1)], ["file-content 01-m/files/son.ogg:1:1"]),
        ("![x](files/film.webm)", ["film.webm": Sample.mp4], ["file-content 01-m/files/film.webm:1:1"]),
        ("![x](files/rien.mp4)", [:], ["missing-file 01-m/01-l.md:6:1"]),
        (
            "![](files/film.mp4)", ["film.mp4": Sample.mp4, "film.vtt": Array(Self.captions.utf8)],
            ["missing-alternative 01-m/01-l.md:6:1"]
        ),
        ("Voir ![x](files/film.mp4)", ["film.mp4": Sample.mp4], ["media-among-words 01-m/01-l.md:6:6"]),
        (
            Self.use + "\n\n" + Self.use, ["film.mp4": Sample.mp4, "film.vtt": Array(Self.captions.utf8)],
            ["repeated-media 01-m/01-l.md:8:1"]
        ),
    ]

    @Test("in person, a recording that is not written down is a warning")
    func inPerson() throws {
        let head = "---\nid: lecon\ntitle: Une leçon\nplace: in-person\n---\n"
        let disk = try CourseOnDisk(["01-m/01-l.md": Array((head + Self.use).utf8), "01-m/files/film.mp4": Sample.mp4])
        #expect(disk.found() == ["?missing-captions 01-m/01-l.md:6:1", "?only-told 01-m/01-l.md:6:1"])
    }

    @Test(
        "what is wrong is said where it is",
        arguments: broken)
    func says(_ markdown: String, _ files: [String: [UInt8]], _ expected: [String]) throws {
        #expect(try Self.disk(markdown, files).found() == expected)
    }

    static let files: [(String, [String])] = [
        ("", ["1"]), ("1\n00:01.000 --> 00:02.000\nx", ["1"]), ("WEBVTT\n", ["1"]), ("WEBVTT\n\nNOTE x\n", ["1"]),
        ("WEBVTT\n\nx\ny", ["3"]), ("WEBVTT\n\n00:02.000 --> 00:01.000\nx", ["3"]),
        ("WEBVTT\n\n00:01.000 --> 00:01.000\nx", ["3"]),
        ("WEBVTT\n\n00:01,000 --> 00:02,000\nx", ["3"]), ("WEBVTT\n\n0:1.0 --> 00:02.000\nx", ["3"]),
        ("WEBVTT\n\n00:61.000 --> 00:62.000\nx", ["3"]), ("WEBVTT\n\na\n00:01.000-->00:02.000\nx", ["4"]),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n<i></i>", ["3"]),
        ("WEBVTT\n\n00:05.000 --> 00:06.000\nx\n\n00:01.000 --> 00:02.000\ny", ["6"]),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nx\n\n00:01.500 --> 00:02.000\ny", []),
        ("\u{FEFF}WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nx\r\n", []),
    ]

    @Test(
        "captions that are not",
        arguments: files)
    func captions(_ text: String, _ lines: [String]) {
        let captions = WebVTT(SourceText(file: "a.vtt", bytes: Array(text.utf8)))
        #expect(captions.findings.map { String($0.line) } == lines)
    }

    @Test("a quiz shows no film")
    func quiz() throws {
        let disk = try CourseOnDisk([
            "01-m/02-q.quiz.yml": Array(
                (CourseOnDisk.quizHead + "  - { id: q1, type: true-false, text: \"![x](files/film.mp4)\", answer: true }\n").utf8),
            "01-m/files/film.mp4": Sample.mp4,
        ])
        #expect(disk.found().map { $0.prefix { $0 != " " } } == ["media-in-quiz"])
    }
}
