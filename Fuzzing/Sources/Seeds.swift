import Foundation

/// What the groups begin with: the samples of the tests and the courses of the repository.
enum Seeds {
    /// Run from the top of the repository.
    static func write(to place: String) {
        let samples = "Tests/InterchangeTests/Samples"
        for path in files(in: samples + "/gift") + files(in: samples + "/moodle-xml") + [samples + "/qti-single.xml"] {
            seed(bytes(path), .text, path, in: place)
        }
        for name in names(in: samples) {
            let paths = files(in: samples + "/" + name)
            guard paths.count > 1, !["gift", "moodle-xml", "failed"].contains(name) else { continue }
            var container = Container()
            for path in paths {
                container.files.append((Array(path.dropFirst(samples.count + name.count + 2).utf8), bytes(path)))
            }
            seed(container.bytes, .package, name, in: place)
            seed(container.archive, .archive, name, in: place)
        }
        for course in names(in: "Courses").map({ "Courses/" + $0 }) + ["Tests/Courses/essai"] {
            for path in files(in: course) {
                let all = bytes(path)
                if path.hasSuffix(".md") { seed(all, .lesson, path, in: place) }
                if path.hasSuffix(".quiz.yml") || path.hasSuffix(".bank.yml") { seed(all, .quiz, path, in: place) }
                let endings = ["png", "jpg", "gif", "webp", "svg", "mp4", "m4a", "webm", "mp3", "ogg", "vtt", "txt"]
                if let number = endings.firstIndex(where: { path.hasSuffix("." + $0) }), all.count < 100_000 {
                    seed([UInt8(number)] + all, .media, path, in: place)
                }
            }
        }
    }

    private static func seed(_ bytes: [UInt8], _ group: FuzzGroup, _ name: String, in place: String) {
        let folder = place + "/" + group.rawValue
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try? Data(bytes).write(to: URL(filePath: folder + "/" + name.replacing("/", with: "-")))
    }

    private static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    private static func files(in folder: String) -> [String] {
        ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).sorted().map { folder + "/" + $0 }.filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
        }
    }

    private static func bytes(_ path: String) -> [UInt8] {
        FileManager.default.contents(atPath: path).map { Array($0) } ?? []
    }
}
