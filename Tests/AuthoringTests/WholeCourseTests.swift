import Authoring
import CourseContent
import Essentials
import Testing

@Suite("What is said of a course as a whole")
struct WholeCourseTests {
    private static func hours(_ hours: String, mode: String = "remote") -> String {
        CourseOnDisk.course.replacing("{ total: 0.5 }", with: hours).replacing("mode: remote", with: "mode: \(mode)")
    }

    // The lesson and the quiz take 15 minutes at a distance.
    @Test(
        "announced hours and minutes that differ",
        arguments: [
            ("{ total: 0.5 }", "remote", "", []), ("{ total: 0.75 }", "remote", "", []),
            ("{ total: 0.8 }", "remote", "", ["?hours-differ course.yml:7:1"]),
            (
                "{ total: 20.6 }", "remote",
                "planned: [{ id: p, title: P, kind: lesson, minutes: 600 }, { id: r, title: R, kind: quiz, minutes: 600 }]", []
            ),
            ("{ total: 2.5, in-person: 2 }", "hybrid", "in-person-minutes: 120", []),
            ("{ total: 2.5, in-person: 2 }", "hybrid", "", ["?hours-differ course.yml:7:1"]),
            ("{ total: 0.5, in-person: 0 }", "hybrid", "in-person-minutes: 31", ["?hours-differ course.yml:7:1"]),
        ])
    func hours(_ hours: String, _ mode: String, _ module: String, _ expected: [String]) throws {
        let disk = try CourseOnDisk([
            "course.yml": Self.hours(hours, mode: mode), "01-m/module.yml": CourseOnDisk.module + module + "\n",
        ])
        #expect(disk.found() == expected)
    }

    @Test("optional activities may be counted or not, and both figures are told")
    func optional() throws {
        let lesson = CourseOnDisk.lessonHead.replacing("minutes: 10", with: "minutes: 300\noptional: true") + "x\n"
        for hours in ["{ total: 0.5 }", "{ total: 5 }"] {
            let disk = try CourseOnDisk(["course.yml": Self.hours(hours), "01-m/01-l.md": lesson])
            #expect(disk.found() == [])
        }
        let disk = try CourseOnDisk(["course.yml": Self.hours("{ total: 12.5 }"), "01-m/01-l.md": lesson])
        let message = disk.read().problems.map(\.message.en)
        #expect(
            message == [
                "The course announces 12\u{A0}h\u{A0}30 at a distance; the minutes of the activities make 5\u{A0}h\u{A0}5."
            ])
    }

    @Test("an image that is heavy is told with its weight, and is published")
    func heavyImage() throws {
        let light = Sample.png + [UInt8](repeating: 0, count: 500_000 - Sample.png.count)
        let disk = try CourseOnDisk.lesson(
            "![x](files/x.png) ![y](files/y.png)", with: ["01-m/files/x.png": light, "01-m/files/y.png": light + [0]])
        #expect(disk.found() == ["?heavy-image 01-m/files/y.png:1:1"])
        #expect(disk.read().problems.first?.message.en.contains("500\u{A0}kB") == true)
        #expect(disk.read().course?.assets.count == 2)
    }

    @Test("a term that a lesson marks is used; the others are told where they stand")
    func terms() throws {
        let glossary = "terms:\n  - { id: a, term: A, definition: D }\n  - { id: b, term: B, definition: D }\n"
        let disk = try CourseOnDisk(["glossary.yml": glossary, "01-m/01-l.md": CourseOnDisk.lessonHead + "[un a](term:a)\n"])
        #expect(disk.found() == ["?unused-term glossary.yml:3:7"])
    }

    @Test("a link to a heading leads there, in this lesson and in another")
    func headings() throws {
        let html = try #require(
            try CourseOnDisk.lesson("## Où aller\n\n[a](#ou-aller) [b](activity:lecon#Où-aller)").lessonHTML())
        #expect(html.contains("<h2 id=\"section-ou-aller\">"))
        #expect(
            html.contains("href=\"#section-ou-aller\">a")
                && html.contains("href=\"/courses/essai/activities/lecon#section-ou-aller\">b"))
        let near = try CourseOnDisk.lesson("## Où aller\n\n[a](#ou-alle)")
        #expect(near.read().problems.map(\.hint.en) == ["Did you mean \"#ou-aller\"?"])
    }
}
