package import CourseContent
import Essentials

/// ``TestCourse`` with a placement test of thirty-two items.
package enum TestPlacement {
    package static let test = "niveau"

    /// Two items of each skill at each level; those that are heard have the course's recording.
    /// - Parameter isOnlyHeard: whether nothing else is left.
    package static func content(audio: CourseAsset?, isOnlyHeard: Bool = false) -> PlacementContent {
        var items: [PlacementItem] = []
        for (index, level) in CEFRLevel.allCases.enumerated() {
            for skill in PlacementSkill.allCases where !isOnlyHeard || skill == .listening {
                for number in 1...2 {
                    let isHeard = skill == .listening
                    items.append(
                        PlacementItem(
                            id: "\(level.rawValue.lowercased())-\(skill.rawValue)-\(number)", skill: skill,
                            text: "<p>\(level.rawValue) &lt;\(skill.rawValue)&gt; \(number)</p>\n",
                            difficulty: Double(index + 1) + (number == 1 ? -0.2 : 0.2), discrimination: 2, right: "right",
                            wrong: ["wrong <b>", "worse"], audio: isHeard ? audio : nil, said: isHeard ? "Two." : nil))
                }
            }
        }
        return PlacementContent(
            html: "<p>Répondez sans dictionnaire.</p>\n", items: items,
            paths: CEFRLevel.allCases.map { PlacementPath(level: $0, html: "<p>Le chemin <b>\($0.rawValue)</b>.</p>\n") },
            assets: audio.map { [$0.digest] } ?? [])
    }

    /// - throws: `CocoaError` when the files of the course cannot be written to the temporary folder.
    package static func authored(isOnlyHeard: Bool = false) throws -> AuthoredCourse {
        var course = try TestCourse.authored(isListened: true)
        let audio = course.assets.first { $0.asset.mediaType.hasPrefix("audio/") }?.asset
        let content = ActivityContent.placement(content(audio: audio, isOnlyHeard: isOnlyHeard))
        let digest = try ContentDigest.canonical(content).digest
        course.contents[digest] = content
        course.outline.modules[0].activities.append(
            ActivityOutline(
                id: test, title: "Test de niveau", kind: .placement, minutes: 15, completion: .submitted, isOptional: true,
                language: .english, contentDigest: digest))
        return course
    }
}
