package import Essentials
import Foundation

extension ProblemReport {
    /// The problems as a SARIF 2.1.0 log, which code hosts and editors show beside the lines.
    /// - Parameters:
    ///   - checked: each folder as it was named, and its problems. Addresses of files begin with the folder, so that they lead
    ///     there from where the check was run.
    ///   - version: the version of the program; `nil` leaves it out.
    /// - throws: `EncodingError`, for a text that JSON cannot hold.
    package static func sarif(
        _ checked: [(folder: String, problems: [Problem])], in language: Language, version: String? = nil
    ) throws -> String {
        let all = checked.flatMap { folder, problems in problems.map { (path: path($0.file, folder: folder), problem: $0) } }
        let codes = Set(all.map(\.problem.code)).sorted()
        let positions = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        let results = all.map { path, problem in
            SARIF.Result(
                ruleId: problem.code, ruleIndex: positions[problem.code] ?? 0, level: problem.severity,
                message: SARIF.Text(text: problem.message.in(language) + " " + problem.hint.in(language)),
                locations: [
                    SARIF.Location(
                        physicalLocation: SARIF.Place(
                            artifactLocation: SARIF.Artifact(uri: address(path)),
                            region: SARIF.Region(startLine: problem.line, startColumn: problem.column)))
                ])
        }
        let driver = SARIF.Driver(name: "rebond", version: version, rules: codes.map(SARIF.Rule.init))
        let run = SARIF.Run(
            tool: SARIF.Tool(driver: driver), language: language == .french ? "fr-FR" : "en-GB", columnKind: "unicodeCodePoints",
            results: results)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(SARIF(runs: [run])), as: UTF8.self)
    }

    /// A path as an address: everything but letters, digits and what may stand in a path is percent-encoded.
    private static func address(_ path: String) -> String {
        let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
        let encoded = path.addingPercentEncoding(withAllowedCharacters: plain) ?? path
        return encoded.hasPrefix("/") ? "file://" + encoded : encoded
    }
}

/// The part of the SARIF object model that a check needs; the names are the standard's.
private struct SARIF: Encodable {
    var schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    var version = "2.1.0"
    var runs: [Run]

    enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }

    struct Run: Encodable {
        var tool: Tool
        var language: String
        var columnKind: String
        var results: [Result]
    }

    struct Tool: Encodable {
        var driver: Driver
    }

    struct Driver: Encodable {
        var name: String
        var version: String?
        var rules: [Rule]
    }

    struct Rule: Encodable {
        var id: String
    }

    struct Result: Encodable {
        var ruleId: String
        var ruleIndex: Int
        /// `error` and `warning` are levels of the standard too.
        var level: Problem.Severity
        var message: Text
        var locations: [Location]
    }

    struct Text: Encodable {
        var text: String
    }

    struct Location: Encodable {
        var physicalLocation: Place
    }

    struct Place: Encodable {
        var artifactLocation: Artifact
        var region: Region
    }

    struct Artifact: Encodable {
        var uri: String
    }

    struct Region: Encodable {
        var startLine: Int
        var startColumn: Int
    }
}
