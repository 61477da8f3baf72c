import HTML
import Testing

@Suite("A whole page")
struct PageTests {
    private struct Step {
        var title: String
        var isHere = false
        var minutes: Int?
    }

    private struct OutlinePage: View {
        var course: String
        var steps: [Step]

        var body: some Markup {
            Doctype()
            html(.lang("fr"), .data("theme", "dark")) {
                head {
                    meta(.charset("utf-8"))
                    title { "\(course) · Rebond" }
                    link(.rel("stylesheet"), .href("/css/rebond.css"))
                }
                HTML.body {
                    a(.class("skip-link"), .href("#main")) { "Aller au contenu" }
                    main(.id("main")) {
                        h1 { course }
                        ol(.class("path")) {
                            for step in steps {
                                li(.class("step"), .class("step-here", when: step.isHere)) {
                                    a(.href("/s"), .aria(.current, step.isHere ? "step" : nil)) { step.title }
                                    if let minutes = step.minutes {
                                        " "
                                        small {
                                            minutes
                                            " min"
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    @Test("is written byte for byte as expected")
    func golden() {
        let page = OutlinePage(
            course: "HTML & CSS",
            steps: [Step(title: "Le <head>", minutes: 20), Step(title: "Les liens", isHere: true)])
        let expected =
            "<!doctype html>\n" + #"<html lang="fr" data-theme="dark"><head><meta charset="utf-8">"#
            + #"<title>HTML &amp; CSS · Rebond</title><link rel="stylesheet" href="/css/rebond.css"></head><body>"#
            + ##"<a class="skip-link" href="#main">Aller au contenu</a><main id="main"><h1>HTML &amp; CSS</h1>"##
            + #"<ol class="path"><li class="step"><a href="/s">Le &lt;head&gt;</a> <small>20 min</small></li>"#
            + #"<li class="step step-here"><a href="/s" aria-current="step">Les liens</a></li></ol></main></body></html>"#
        #expect(page.rendered().text == expected)
        #expect(page.rendered(reserving: 0).bytes == Array(expected.utf8))
    }
}
