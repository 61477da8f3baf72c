import CourseContent
import Essentials
import HTML

/// Where one is in each module.
struct MyModules: View {
    let modules: [ProgressPage.Model.Part]
    let lang: String?
    let words: Words

    var body: some Markup {
        if modules.count > 1 {
            section(.class("stack"), .aria(.labelledby, "modules")) {
                h2(.id("modules")) { words(.myModules) }
                ul(.class("rows")) {
                    ForEach(modules) { module in
                        li(.class("row")) {
                            span(.class("row-main")) {
                                strong(.lang(lang)) { module.title }
                                if let sentence = module.standing.sentence(words) { span(.class("quiet")) { " " + sentence } }
                            }
                            span(.class("badge")) { words(.doneOf(module.activitiesDone, module.activitiesTotal)) }
                        }
                    }
                }
            }
        }
    }
}
