import CourseContent
import Essentials
import HTML

/// What one learns in a course, as a map that fills: blocks of competencies, and the objectives that grow from each. The numbers are those of the
/// list beside it, which says the same in words.
struct SkillMap: View {
    /// An objective, as far as one is in it.
    struct Skill: Sendable, Hashable {
        let title: String
        /// Activities that work on it.
        let done: Int
        let total: Int

        var isDone: Bool { total > 0 && done == total }
    }

    /// The skills of each block; a course without blocks has one.
    let branches: [[Skill]]

    private static let (perRow, step, left, radius) = (4, 56, 112, 17)

    var body: some Markup { PrerenderedHTML(Array(drawing.utf8)) }

    private var drawing: String {
        var (inside, number, top) = ("", 0, 8)
        for skills in branches {
            let rows = max(1, (skills.count + Self.perRow - 1) / Self.perRow)
            let height = rows * Self.step
            let middle = top + height / 2
            let nodes = skills.enumerated().map { index, skill -> (x: Int, y: Int, skill: Skill) in
                (Self.left + index % Self.perRow * Self.step, top + Self.step / 2 + index / Self.perRow * Self.step, skill)
            }
            for node in nodes {
                inside +=
                    "<path class=\"skill-line\" d=\"M60 \(middle)C86 \(middle) 70 \(node.y) \(node.x - Self.radius) \(node.y)\"/>"
            }
            inside += Self.ring(
                36, middle, 24, skills.reduce(0) { $0 + $1.done }, of: skills.reduce(0) { $0 + $1.total }, text: "")
            for node in nodes {
                number += 1
                inside += Self.ring(node.x, node.y, Self.radius, node.skill.done, of: node.skill.total, text: "\(number)")
            }
            top += height + 16
        }
        return "<svg class=\"skill-map\" viewBox=\"0 0 300 \(top)\" aria-hidden=\"true\" focusable=\"false\">" + inside + "</svg>"
    }

    /// A circle whose rim fills; a full one is filled whole.
    private static func ring(_ x: Int, _ y: Int, _ radius: Int, _ done: Int, of total: Int, text: String) -> String {
        let isFull = total > 0 && done >= total
        let around = 44 * radius / 7
        let filled = total > 0 ? around * done / total : 0
        var out = "<circle class=\"skill-rim\(isFull ? " skill-full" : "")\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\"/>"
        if filled > 0, !isFull {
            out +=
                "<circle class=\"skill-part\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\" stroke-dasharray=\"\(filled) \(around)\""
                + " transform=\"rotate(-90 \(x) \(y))\"/>"
        }
        guard !text.isEmpty else { return out }
        return out + "<text class=\"skill-number\(isFull ? " skill-number-full" : "")\" x=\"\(x)\" y=\"\(y + 5)\">\(text)</text>"
    }
}

extension SkillMap {
    /// - Parameter competencies: the blocks of the course.
    init(_ competencies: [OutlineModel.Competency]) {
        branches = competencies.map { block in
            block.objectives.map { target in
                Skill(title: target.title, done: target.activities.count { $0.state == .done }, total: target.activities.count)
            }
        }
    }

    /// The objectives of a course without blocks; nothing when no activity names one.
    init?(objectivesOf model: OutlineModel) {
        let steps = model.modules.flatMap(\.steps).filter { $0.state != .coming }
        let skills = model.objectives.map { objective in
            let own = steps.filter { $0.activity.objectives.contains(objective.id) }
            return Skill(title: objective.title, done: own.count { $0.state == .done }, total: own.count)
        }
        guard skills.contains(where: { $0.total > 0 }) else { return nil }
        branches = [skills]
    }
}

/// The objectives of a course without blocks, as a map and in words.
struct ObjectivesView: View {
    let map: SkillMap
    let lang: String?
    let words: Words

    var body: some Markup {
        section(.class("card"), .aria(.labelledby, "skills")) {
            h2(.id("skills")) { words(.skills) }
            div(.class("skills")) {
                map
                ol {
                    ForEach(map.branches.joined().map(\.self)) { skill in
                        li {
                            span(.lang(lang)) { skill.title }
                            " "
                            span(.class("quiet")) { words(.targetProgress(done: skill.done, total: skill.total)) }
                        }
                    }
                }
            }
        }
    }
}

extension Phrase {
    static let skills = Phrase(fr: "Ce que vous savez faire", en: "What you can do")
}
