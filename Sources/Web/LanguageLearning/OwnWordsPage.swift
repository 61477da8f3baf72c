import CourseContent
import Essentials
import HTML
import LanguageLearning

/// One's own cards: what was taken from activities, where from, and how it is.
struct OwnWordsPage: Page {
    let model: Model
    let now: Instant
    var menu: MenuEntry? { .home }

    func heading(_ words: Words) -> String { words(.ownWords) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.reviews)) {
                    words.icon("back")
                    " "
                    words(.cardReviews)
                }
                h1 { words(.ownWords) }
                p(.class("lead")) { words(.ownWordsCounted(model.words.count)) }
            }
            if model.words.isEmpty {
                div(.class("empty")) {
                    p(.class("empty-title")) { words(.noOwnWords) }
                    p { words(.noOwnWordsAdvice) }
                    p { a(.class("button"), .href(Links.courses)) { words(.myCourses) } }
                }
            } else {
                p { a(.class("button button-main"), .href(Links.reviews)) { words(.reviewCards) } }
                ul(.class("rows")) { ForEach(model.words) { row($0, isRemoved: false, words) } }
            }
            if !model.removed.isEmpty {
                details(.class("more")) {
                    summary { words(.ownWordsRemoved(model.removed.count)) }
                    ul(.class("rows")) { ForEach(model.removed) { row($0, isRemoved: true, words) } }
                }
            }
        }
    }

    private func row(_ word: Model.Word, isRemoved: Bool, _ words: Words) -> some Markup {
        li(.class("row"), .id("word-\(word.id.text)")) {
            div(.class("row-main")) {
                strong(.lang(lang(word.language, words))) { word.front }
                p(.lang(lang(word.backLanguage, words))) { word.back }
                p(.class("quiet small")) {
                    words(standing(word))
                    if let found = word.found {
                        " · "
                        a(.href(Links.activity(found.course, found.activity)), .lang(words.lang(of: found.language))) {
                            found.title
                        }
                    }
                }
            }
            form(.method(.post), .action(Links.ownWordRemoval(word.id.text))) {
                if isRemoved { input(.type(.hidden), .name("undo"), .value("yes")) }
                button(.class("button button-quiet")) {
                    words(isRemoved ? .bringBackWord : .takeWordAway)
                    span(.class("visually-hidden")) { " " + word.front }
                }
            }
        }
    }

    private func standing(_ word: Model.Word) -> Phrase {
        switch word.standing {
        case .new: .wordIsNew
        case .aside: .wordIsAside
        case .learning, .known:
            .wordComesBack(
                word.readyAt.map { $0 <= now ? nil : Int($0.seconds(since: now)) } ?? nil, isKnown: word.standing == .known)
        }
    }

    private func lang(_ tag: String, _ words: Words) -> String? { tag == words.language.rawValue ? nil : tag }
}

/// The words of an activity, to be taken among one's own cards.
struct WordsPage: Page {
    struct Model: Encodable, Sendable {
        let course: String
        let activity: String
        let title: String
        let language: Language
        let kind: ActivityKind
        let offered: OfferedWords
    }

    let model: Model
    var problem: Problem?
    var menu: MenuEntry? { .courses }

    func heading(_ words: Words) -> String { words(.wordsToTake) + " · " + model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.activity(model.course, model.activity))) {
                    words.icon("back")
                    " "
                    span(.lang(words.lang(of: model.language))) { model.title }
                }
                h1 { words(.wordsToTake) }
            }
            if model.offered.words.isEmpty {
                div(.class("empty")) {
                    p(.class("empty-title")) { words(.nothingToTake) }
                    p { words(model.kind == .lesson ? .nothingToTakeHere : .nothingMissed) }
                }
            } else {
                p { words(model.kind == .lesson ? .wordsOfLessonLead : .missedWordsLead) }
                form(.class("form"), .method(.post), .action(Links.words(model.course, model.activity))) {
                    FormProblem(problem: problem, words: words)
                    input(.type(.hidden), .name("id"), .value(model.offered.addition.text))
                    input(.type(.hidden), .name("chosen"), .value("yes"))
                    WordList(offered: model.offered, language: model.language, isChoice: true, words: words)
                    if !model.offered.new.isEmpty {
                        div(.class("actions")) {
                            button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.addToMyCards) }
                        }
                    }
                }
            }
            p { a(.href(Links.ownWords)) { words(.ownWords) } }
        }
    }
}

/// What was missed in an attempt that was just corrected, to be taken in one step.
struct MissedWordsCard: View {
    let missed: OfferedWords
    let course: String
    let activity: String
    let language: Language
    let words: Words

    var body: some Markup {
        section(.class("card"), .id("missed"), .aria(.labelledby, "missed-title")) {
            h2(.id("missed-title")) { words(.missedWords) }
            if missed.new.isEmpty {
                p { words(.allWordsKept) }
                p { a(.class("button"), .href(Links.ownWords)) { words(.ownWords) } }
            } else {
                p { words(.missedWordsLead) }
                WordList(offered: missed, language: language, isChoice: false, words: words)
                form(.class("actions"), .method(.post), .action(Links.words(course, activity))) {
                    input(.type(.hidden), .name("id"), .value(missed.addition.text))
                    button(.class("button button-main"), .data("busy", words(.oneMoment))) {
                        words(.addWordsToMyCards(missed.new.count))
                    }
                    a(.class("button button-quiet"), .href(Links.words(course, activity))) { words(.chooseWords) }
                }
            }
        }
    }
}

/// Words with what they mean.
private struct WordList: View {
    let offered: OfferedWords
    let language: Language
    let isChoice: Bool
    let words: Words

    var body: some Markup {
        ul(.class("rows")) {
            ForEach(offered.words) { word in
                li(.class("row")) {
                    if isChoice, !word.isKept {
                        label(.class("choice row-main")) {
                            input(.type(.checkbox), .name("word"), .value(word.id.text), .checked(true))
                            span { texts(word) }
                        }
                    } else {
                        div(.class("row-main")) { texts(word) }
                    }
                    if word.isKept { span(.class("badge")) { words(.wordKept) } }
                }
            }
        }
    }

    @MarkupBuilder private func texts(_ word: OfferedWords.Word) -> some Markup {
        strong(.lang(lang(word.language ?? language.rawValue))) { word.front }
        " "
        span(.class("quiet"), .lang(lang(language.rawValue))) { word.back }
    }

    private func lang(_ tag: String) -> String? { tag == words.language.rawValue ? nil : tag }
}
