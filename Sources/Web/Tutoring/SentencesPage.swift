import Campus
import Essentials
import HTML
import Tutoring

/// The sentences that a tutor keeps for comments.
struct SentencesPage: Page {
    struct Model: Encodable, Sendable {
        let sentences: [SentenceModel]

        init(_ kept: [QuickSentence]) { sentences = kept.map(SentenceModel.init) }
    }

    let model: Model
    /// What was typed and refused.
    var typed: String?
    var problem: Problem?
    var menu: MenuEntry? { .toMark }

    func heading(_ words: Words) -> String { words(.mySentences) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.toMark)) {
                    words.icon("back")
                    " "
                    words(.toMark)
                }
                h1 { words(.mySentences) }
                p(.class("lead")) { words(.mySentencesLead) }
            }
            form(.class("form card"), .method(.post), .action(Links.sentences), .novalidate()) {
                div(.class("field"), .class("field-wrong", when: problem != nil)) {
                    label(.for("text")) { words(.newSentence) }
                    textarea(
                        .class("input"), .id("text"), .name("text"), .rows(3), .maxlength(QuickSentence.longest),
                        .attribute("aria-invalid", problem == nil ? nil : "true"),
                        .aria(.describedby, problem.map { _ in "text-error" })
                    ) { typed ?? "" }
                    if let problem {
                        p(.class("field-error"), .id("text-error")) {
                            words.icon("warning")
                            " "
                            words(problem.fields.first?.message ?? problem.detail)
                        }
                    }
                }
                div(.class("actions")) {
                    button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.keepSentence) }
                }
            }
            if !model.sentences.isEmpty {
                section(.aria(.labelledby, "kept")) {
                    h2(.id("kept")) { words(.keptSentences) }
                    ul(.class("rows")) {
                        ForEach(model.sentences) { sentence in
                            li {
                                form(.class("row"), .method(.post), .action(Links.sentenceRemoved)) {
                                    input(.type(.hidden), .name("sentence"), .value(sentence.id))
                                    span(.class("row-main")) { sentence.text }
                                    button(.class("button button-quiet")) {
                                        words(.removeSentence)
                                        span(.class("visually-hidden")) { " « \(sentence.text) »" }
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

/// A kept sentence, wherever one marks.
struct SentenceModel: Encodable, Sendable {
    let id: String
    let text: String

    init(_ sentence: QuickSentence) {
        id = sentence.id.text
        text = sentence.text
    }
}

/// Sentences to tick, which go under the comment.
struct SentenceChoices: View {
    let sentences: [SentenceModel]
    /// The name of the field.
    let name: String
    let words: Words

    var body: some Markup {
        if !sentences.isEmpty {
            details(.class("more")) {
                summary { words(.addSentences) }
                fieldset(.class("field")) {
                    legend { words(.addSentencesLegend) }
                    ForEach(sentences) { sentence in
                        label(.class("choice")) {
                            input(.type(.checkbox), .name(name), .value(sentence.id))
                            span { sentence.text }
                        }
                    }
                }
            }
        }
    }

    /// A comment with what was ticked under it; what stands there already is not repeated.
    static func comment(_ typed: String?, adding ids: [String], of sentences: [SentenceModel]) -> String? {
        let chosen = sentences.filter { ids.contains($0.id) && !(typed ?? "").contains($0.text) }.map(\.text)
        guard !chosen.isEmpty else { return typed }
        let written = typed.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : [$0] } ?? []
        return (written + chosen).joined(separator: "\n")
    }
}

/// What one may do after saving a mark: go on with the next, or stay.
struct MarkingActions: View {
    let save: Phrase
    let words: Words

    var body: some Markup {
        div(.class("actions")) {
            button(.class("button button-main"), .name("then"), .value("next"), .data("busy", words(.oneMoment))) {
                words(.saveAndNext)
            }
            button(.class("button"), .data("busy", words(.oneMoment))) { words(save) }
        }
    }
}

/// The way to what waits after this, on the pages where one marks.
struct NextInQueue: View {
    let position: WaitingPosition
    let words: Words

    var body: some Markup {
        nav(.class("after"), .aria(.label, words(.toMark))) {
            a(.class("row"), .rel("next"), .href(Links.nextToMark(after: position))) {
                span(.class("row-main")) {
                    strong { words(.nextToMark) }
                }
                words.icon("next")
            }
        }
    }
}
