import CourseContent
import Essentials
import HTML

/// A document, a session, a discussion or a deck: what the author wrote, what it asks for, and what comes next.
struct StudyPage: Page {
    let model: StudyModel
    let now: Instant
    var menu: MenuEntry? { .courses }

    func heading(_ words: Words) -> String { model.title }

    func content(_ words: Words) -> some Markup {
        let lang = words.lang(of: model.language)
        HTML.main(
            .id("main"), .class("page"), .tabindex(-1), .data("position"),
            .data("activity", model.isPreview ? nil : model.id),
            .data("events", model.isPreview ? nil : Links.events(model.course, model.id)),
            .data("minimum-seconds", model.minimumSeconds)
        ) {
            ActivityHeader(
                course: model.course, activity: model.id, courseTitle: model.courseTitle,
                courseLanguage: model.courseLanguage, title: model.title,
                summary: model.summary, language: model.language,
                facts: ActivityFacts(
                    kind: model.kind, minutes: model.minutes, place: model.place, isOptional: model.isOptional,
                    isEvaluation: false, due: model.due, words: words))
            if let session = model.session { SessionNote(session: session, words: words) }
            if !model.html.isEmpty { article(.class("lesson"), .lang(model.language.rawValue)) { SafeHTML(model.html) } }
            if let document = model.document, !document.files.isEmpty {
                FileList(files: document.files, lang: lang, words: words)
            }
            if let session = model.session { SessionDetails(session: session, lang: lang, words: words) }
            if let discussion = model.discussion {
                DiscussionNote(
                    discussion: discussion, address: model.isPreview ? nil : Links.discussion(model.course, model.id),
                    words: words)
            }
            if let deck = model.deck {
                CardList(deck: deck, lang: lang, words: words)
                if !model.isPreview {
                    section(.class("card card-main"), .aria(.labelledby, "learn-cards")) {
                        h2(.id("learn-cards")) { words(.learnTheseCards) }
                        p { words(.learnCardsLead) }
                        div(.class("actions")) {
                            a(.class("button button-main"), .href(Links.reviews(of: model.course, model.id))) {
                                words(.start)
                            }
                        }
                    }
                }
            }
            end(words)
        }
    }

    private func end(_ words: Words) -> some Markup {
        div(.class("lesson-end"), .data("end")) {
            if !model.isCounted, !model.isOptional { p(.class("quiet")) { words(.notCountedYet) } }
            if saysRule { CompletionLine(rule: model.completion.rule, words: words) }
            if model.isPreview {
                p(.class("quiet")) { words(.previewNotice) }
            } else {
                finish(words)
            }
            nav(.class("after"), .aria(.label, words(.afterThis))) {
                NextRow(course: model.course, next: model.next, words: words)
            }
            button(.class("button button-quiet no-print"), .type(.button), .data("print"), .hidden()) {
                words.icon("print")
                " "
                words(.printPage)
            }
        }
    }

    /// What neither the button nor the notes of each kind say.
    private var saysRule: Bool {
        switch model.completion.rule {
        case .read(let seconds): seconds != nil
        case .present, .contributed, .reviewed: false
        default: true
        }
    }

    @MarkupBuilder private func finish(_ words: Words) -> some Markup {
        p(
            .class("save-state"), .role(.status), .data("save-state"), .data("saved", words(.readingSaved)),
            .data("waiting", words(.readingWaiting))
        ) {}
        if let completedAt = model.completedAt {
            div(.class("notice notice-right")) {
                words.icon("done")
                div { p { words(.activityDoneOn(words.daysAgo(completedAt, now: now))) } }
            }
        } else if model.completion.rule.isCombined, model.hasReachedEnd {
            p(.role(.status)) { words(.endReached) }
        } else if model.isFinishedByLearner {
            form(.class("actions actions-stay"), .method(.post), .action(Links.events(model.course, model.id))) {
                button(.class("button button-main"), .name("kind"), .value("reached-end"), .data("busy", words(.oneMoment))) {
                    words.icon("done")
                    " "
                    words(.iHaveFinished)
                }
            }
        }
    }
}

private struct FileList: View {
    let files: [StudyModel.File]
    let lang: String?
    let words: Words

    var body: some Markup {
        section(.aria(.labelledby, "files")) {
            h2(.id("files")) { words(.filesToDownload) }
            ul(.class("rows")) {
                ForEach(files) { file in
                    li(.class("row")) {
                        div(.class("row-main")) {
                            a(.class("download"), .href(file.address), .download(file.name)) {
                                span(.lang(lang)) { file.title }
                                " "
                                span(.class("file-size")) {
                                    "(" + FileKind.letters(of: file.name) + ", " + words(FileSize.phrase(file.size)) + ")"
                                }
                            }
                            if let description = file.description { p(.class("quiet"), .lang(lang)) { description } }
                        }
                    }
                }
            }
        }
    }
}

/// What people call a kind of file: the letters after the point.
private enum FileKind {
    static func letters(of name: String) -> String {
        name.split(separator: ".").last.map { $0.uppercased() } ?? name
    }
}

/// How one meets, and where the day and the hour are found.
private struct SessionNote: View {
    let session: StudyModel.Session
    let words: Words

    var body: some Markup {
        div(.class("notice notice-info")) {
            words.icon("agenda")
            div {
                p { strong { words(.sessionForm(session.form)) } }
                p { words(.sessionDates) }
            }
        }
    }
}

private struct SessionDetails: View {
    let session: StudyModel.Session
    let lang: String?
    let words: Words

    var body: some Markup {
        if let preparation = session.preparation {
            section(.class("card"), .aria(.labelledby, "preparation")) {
                h2(.id("preparation")) { words(.toPrepare) }
                div(.class("lesson"), .lang(lang)) { SafeHTML(preparation) }
            }
        }
        if !session.bring.isEmpty {
            section(.class("card"), .aria(.labelledby, "bring")) {
                h2(.id("bring")) { words(.toBring) }
                ul(.lang(lang)) { ForEach(session.bring) { thing in li { thing } } }
            }
        }
        p(.class("quiet")) { words(.sessionCompletion) }
    }
}

private struct DiscussionNote: View {
    let discussion: StudyModel.Discussion
    /// `nil` in a preview.
    let address: String?
    let words: Words

    var body: some Markup {
        div(.class("notice notice-info")) {
            words.icon("messages")
            div {
                p { words(.postsExpected(discussion.posts)) }
                if discussion.contributed > 0 { p { words(.postsSoFar(discussion.contributed)) } }
            }
        }
        if let address { p(.class("actions")) { a(.class("button button-main"), .href(address)) { words(.takePart) } } }
    }
}

private struct CardList: View {
    let deck: StudyModel.Deck
    let lang: String?
    let words: Words

    var body: some Markup {
        section(.aria(.labelledby, "cards")) {
            h2(.id("cards")) { words(.cardCount(deck.cards.count)) }
            dl(.class("deck"), .lang(lang)) {
                ForEach(deck.cards) { card in
                    div(.class("deck-card")) {
                        dt(.lang(card.language)) { card.front }
                        dd {
                            p { card.back }
                            if let example = card.example { p(.class("quiet"), .lang(card.language)) { example } }
                        }
                    }
                }
            }
            if let share = deck.share {
                p(.class("quiet")) { words(.deckCompletion(share: share)) }
                if deck.reviewed > 0 { p { words(.cardsReviewed(percent: deck.reviewed)) } }
            }
        }
    }
}
