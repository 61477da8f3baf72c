import Campus
import Essentials
import HTML
import HTTPTypes

/// A refusal or a failure, for people.
struct ProblemPage: Page {
    let problem: Problem
    let requestID: String

    /// The page has no JSON of its own: programs get the RFC 9457 document.
    struct Model: Encodable, Sendable {}
    var model: Model { Model() }

    func heading(_ words: Words) -> String { words(problem.title) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page door-main"), .tabindex(-1)) {
            h1 { words(problem.title) }
            p(.class("lead")) { words(problem.detail) }
            if problem.fields.count > 1 {
                ul { ForEach(problem.fields) { field in li { words(field.message) } } }
            }
            div(.class("actions")) {
                if problem.status == .unauthorized {
                    a(.class("button button-main"), .href(Links.signIn())) { words(.signIn) }
                } else {
                    a(.class("button button-main"), .href(Links.home)) { words(.backToHome) }
                }
            }
            p(.class("small quiet")) { words.label(.problemNumber) + requestID }
        }
    }
}
