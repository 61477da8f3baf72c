import CourseContent
import Testing

@testable import Authoring

@Suite("A recording to hand in, as authors write it")
struct RecordingTests {
    private static func disk(_ handIn: String) throws -> CourseOnDisk {
        let text = "id: a\ntitle: T\nminutes: 20\nhand-in: \(handIn)\ntext: Speak.\n"
        return try CourseOnDisk(["01-m/03-a.assignment.yml": Array(text.utf8)])
    }

    @Test(
        "how long one may speak is read",
        arguments: [
            ("{ recording: true }", 120), ("{ recording: {} }", 120), ("{ text: true, recording: { max-seconds: 45 } }", 45),
        ])
    func seconds(_ handIn: String, _ seconds: Int) throws {
        let course = try #require(try Self.disk(handIn).read().course)
        let contents = course.contents.values.compactMap { content -> AssignmentContent? in
            if case .assignment(let assignment) = content { assignment } else { nil }
        }
        #expect(contents.compactMap(\.files) == [.recording(seconds: seconds)])
    }

    @Test(
        "what is wrong is said where it is",
        arguments: [
            ("{ recording: false }", ["nothing-to-hand-in 01-m/03-a.assignment.yml:4:1"]),
            ("{ recording: { max-seconds: 9 } }", ["out-of-range 01-m/03-a.assignment.yml:4:38"]),
            ("{ recording: { max-seconds: 301 } }", ["out-of-range 01-m/03-a.assignment.yml:4:38"]),
            ("{ recording: { minutes: 2 } }", ["unknown-key 01-m/03-a.assignment.yml:4:25"]),
            ("{ recording: true, files: { kinds: [pdf] } }", ["recording-beside-files 01-m/03-a.assignment.yml:4:12"]),
        ])
    func findings(_ handIn: String, _ expected: [String]) throws {
        #expect(try Self.disk(handIn).found() == expected)
    }
}
