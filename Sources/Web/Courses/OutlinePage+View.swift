import CourseContent
import Essentials
import HTML
import Progress

/// The outline of a course as a path.
struct OutlinePage: Page {
    let model: OutlineModel
    /// Digest of the course's version.
    let version: String
    let rows: OutlineRows
    var menu: MenuEntry? { .courses }

    func heading(_ words: Words) -> String { model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.courses)) {
                    words.icon("back")
                    " "
                    words(.myCourses)
                }
                h1(.lang(words.lang(of: model.language))) { model.title }
                p(.class("lead"), .lang(words.lang(of: model.language))) { model.summary }
            }
            if model.isPreview {
                div(.class("notice notice-info")) {
                    words.icon("info")
                    div { p { words(.previewNotice) } }
                }
            } else {
                ProgressBar(
                    done: model.progress.activitiesDone, total: model.progress.activitiesTotal,
                    percent: model.progress.percent, minutesLeft: model.progress.minutesLeft, words: words)
                if let completion = model.completion {
                    p(.class("quiet")) {
                        model.completedAt.map { words(.courseDoneOn(words.date(ParisDays.day(of: $0)))) }
                            ?? words(completion.coursePhrase)
                    }
                }
                p {
                    a(.href(Links.progress(model.key))) { words(.myProgress) }
                    if model.hasLevels {
                        " · "
                        a(.href(Links.level(model.key))) { words(.seeMyLevel) }
                    }
                }
                if let earning = model.earning, !earning.isEmpty {
                    section(.class("stack"), .aria(.labelledby, "earning")) {
                        h2(.id("earning")) { words(.earnNext) }
                        EarningList(earning: earning, words: words)
                    }
                }
            }
            let rows = rows.rows(of: version, course: model.key, words: words)
            ForEach(model.modules) { ModuleView(module: $0, rows: rows, lang: words.lang(of: model.language), words: words) }
            if let competencies = model.competencies {
                CompetenciesView(
                    competencies: competencies, course: model.key, lang: words.lang(of: model.language), words: words)
            } else if !model.isPreview, let map = SkillMap(objectivesOf: model) {
                ObjectivesView(map: map, lang: words.lang(of: model.language), words: words)
            }
            AboutCourse(model: model, lang: words.lang(of: model.language), words: words)
        }
    }
}

private struct ModuleView: View {
    let module: OutlineModel.Module
    let rows: OutlineRows.Rows
    let lang: String?
    let words: Words

    var body: some Markup {
        section(.class("module"), .aria(.labelledby, "module-\(module.id)")) {
            header(.class("module-head")) {
                h2(.id("module-\(module.id)"), .lang(lang)) { module.title }
                p(.class("quiet")) {
                    words(
                        .moduleProgress(
                            done: module.progress.activitiesDone, total: module.progress.activitiesTotal,
                            minutesLeft: module.progress.minutesLeft))
                    if module.inPersonMinutes > 0 { " " + words(.inPersonTime(module.inPersonMinutes)) }
                }
                StandingLine(standing: module.standing, words: words)
                if let summary = module.summary { p(.lang(lang)) { summary } }
                if !module.closed.isEmpty {
                    ul(.class("step-reasons")) {
                        ForEach(module.closed) { ClosedReasonLine(reason: $0, course: rows.course, words: words) }
                    }
                }
            }
            ol(.class("path")) { StepRows(steps: module.steps, rows: rows) }
        }
    }
}

private struct AboutCourse: View {
    let model: OutlineModel
    let lang: String?
    let words: Words

    var body: some Markup {
        section(.class("card"), .aria(.labelledby, "about")) {
            h2(.id("about")) { words(.aboutCourse) }
            ul(.class("facts")) {
                li { words(.courseMode(model.mode)) }
                li { words(.hours(words.number(model.hours.total))) }
                if let weeks = model.weeks { li { words(.weeks(weeks)) } }
                if let levels = model.levels { li { words(.levels(levels.from.rawValue, levels.to.rawValue)) } }
            }
            h3 { words(.courseObjectives) }
            ul { ForEach(model.objectives) { objective in li(.lang(lang)) { objective.title } } }
            if let audience = model.audience {
                h3 { words(.audience) }
                p(.lang(lang)) { audience }
            }
            if let certification = model.certification {
                h3 { words(.certification) }
                p(.lang(lang)) { [certification.title, certification.code].compactMap(\.self).joined(separator: " · ") }
                if let note = certification.note { p(.class("small quiet"), .lang(lang)) { note } }
            }
        }
    }
}
