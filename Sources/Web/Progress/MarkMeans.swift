import Campus
import CourseContent
import Essentials
import HTML
import Progress

/// The mean of the marks of a module.
struct ModuleMarkModel: Encodable, Sendable {
    let module: String
    let title: String
    let mark: Int

    init(_ module: CourseMarks.Module) {
        self.module = module.id
        title = module.title
        mark = module.mean
    }
}

/// The mean of a course, and those of its modules when there are several.
struct MarkMeans: View {
    let mean: Int?
    let modules: [ModuleMarkModel]
    let lang: String?
    let words: Words

    var body: some Markup {
        if let mean {
            p {
                words.label(.meanOfMarks)
                strong { words(.scorePercent(mean)) }
            }
            if modules.count > 1 {
                ul(.class("quiet")) {
                    ForEach(modules) { module in
                        li {
                            span(.lang(lang)) { module.title }
                            " · "
                            words(.scorePercent(module.mark))
                        }
                    }
                }
            }
        }
    }
}

extension ProgressPage.Model.Mark {
    /// What stands for the mark.
    func words(_ words: Words) -> String {
        if isExempted ?? false { return words(.ruled(.exempted, score: nil, minutes: nil)) }
        return mark.map { words(.scorePercent($0)) } ?? words(.waitsForMark)
    }
}

extension Phrase {
    static func markWeight(_ weight: Int) -> Phrase {
        guard weight > 0 else { return Phrase(fr: "hors moyenne", en: "not in the mean") }
        return Phrase(fr: "coefficient \(weight)", en: "weight \(weight)")
    }
}
