import Campus
import CourseContent
import Essentials
import HTML
import Tutoring

extension ConversationPage {
    func heading(_ words: Words) -> String { title(words) }

    private func title(_ words: Words) -> String {
        ConversationTitle(
            kind: model.kind, learner: model.learner, group: model.group, title: model.title, cohort: model.cohortTitle
        ).text(words)
    }

    func content(_ words: Words) -> some Markup {
        HTML.main(
            .id("main"), .class("page"), .tabindex(-1), .data("live", model.address + "/events"),
            .data("version", "\(model.version)"), .data("last", "\(model.last)"), .data("read", "\(model.readThrough)")
        ) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.messages)) {
                    words.icon("back")
                    " "
                    words(MenuEntry.messages.words)
                }
                h1 { title(words) }
                if let lead = lead(words) { p(.class("lead")) { lead } }
                if let activity = model.activity.flatMap({ ActivityAddress($0) }) {
                    p { a(.href(Links.activity(activity.course, activity.activity))) { words(.backToActivity) } }
                }
                if model.kind == .session { p { a(.href(Links.session(model.subject))) { words(.backToSession) } } }
            }
            if let before = model.earlierBefore {
                p { a(.class("button button-quiet"), .href(model.address + "?before=\(before)")) { words(.earlierMessages) } }
            }
            if model.messages.isEmpty { p(.class("quiet"), .id("nothing")) { words(.nothingWritten) } }
            div(.id("messages"), .role(.log), .aria(.label, words(MenuEntry.messages.words))) {
                ol(.class("messages")) {
                    ForEach(model.messages) { entry in
                        MessageRow(entry: entry, conversation: model.address, isNew: isNew(entry), words: words)
                    }
                }
            }
            if model.unread > 0 {
                form(.class("actions"), .id("read"), .method(.post), .action(model.address + "/read")) {
                    input(.type(.hidden), .name("through"), .value("\(model.last)"))
                    button(.class("button button-quiet")) { words(.markAsRead) }
                }
            }
            if model.call != nil || model.mayAskForCall { CallSection(page: self, words: words) }
            if model.mayWrite { writing(words) } else { p(.class("quiet")) { words(.onlyReading) } }
        }
    }

    private func isNew(_ entry: Model.Entry) -> Bool { !entry.isOwn && entry.sequence > model.readThrough }

    private func lead(_ words: Words) -> String? {
        switch model.kind {
        case .tutoring, .mentoring:
            model.answering.isEmpty ? nil : words(.readAlong(model.answering.formatted(by: words)))
        case .cohort, .group: words(.roomLead)
        case .announcements: words(.announcementsLead)
        case .activity: words(.discussionLead)
        case .session: words(.sessionTalkLead)
        }
    }

    private func writing(_ words: Words) -> some Markup {
        form(
            .class("form"), .id("write"), .method(.post), .action(model.address + "/messages#last"),
            .enctype("multipart/form-data"), .novalidate()
        ) {
            FormProblem(problem: problem, words: words)
            input(.type(.hidden), .name("id"), .value(model.newMessage.text))
            if let about = model.about {
                input(.type(.hidden), .name("about"), .value(about.subject))
                p(.class("message-about")) {
                    words.label(.aboutActivity)
                    a(.href(Links.activity(about.course, about.activity)), .lang(words.lang(of: about.language))) { about.title }
                }
            }
            if let reply = model.reply {
                input(.type(.hidden), .name("reply"), .value("\(reply.sequence)"))
                AnsweredQuote(answered: reply, words: words)
            }
            div(.class("field"), .class("field-wrong", when: problem != nil)) {
                label(.for("text")) { words(.yourMessage) }
                textarea(
                    .class("input"), .id("text"), .name("text"), .rows(4), .maxlength(Message.longest), .autocomplete("off"),
                    .attribute("aria-invalid", problem == nil ? nil : "true")
                ) { typed ?? "" }
            }
            if !model.kind.isPrivate { MentionField(page: self, words: words) }
            if !sentences.isEmpty {
                details(.class("more")) {
                    summary { words(.readySentences) }
                    ul {
                        ForEach(sentences) { sentence in
                            li { a(.href(model.address + "?say=\(sentence.id.text)#write")) { sentence.text } }
                        }
                    }
                    p(.class("small")) { a(.href(Links.sentences)) { words(.mySentences) } }
                }
            }
            div(.class("field")) {
                label(.for("files")) { words(.attachFiles) }
                p(.class("field-hint"), .id("files-hint")) {
                    words(.attachHint(MessageFile.most, megabytes: MessageFile.largest / 1_048_576))
                }
                input(
                    .class("input"), .id("files"), .name("files"), .type(.file), .multiple(),
                    .accept(Campus.attachable.map { "." + $0 }.joined(separator: ",")), .aria(.describedby, "files-hint"))
                VoiceRecorder(words: words)
            }
            button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.send) }
        }
    }
}

/// What a conversation is called by who looks at it.
struct ConversationTitle {
    let kind: ConversationKind
    /// `nil` for one's own.
    let learner: String?
    let group: String?
    /// Of the activity or the class.
    var title: String?
    let cohort: String

    func text(_ words: Words) -> String {
        switch kind {
        case .tutoring: learner ?? words(.myTutors)
        case .mentoring: learner ?? words(.myMentors)
        case .group: group ?? cohort
        case .cohort: words(.wholeCohort) + " · " + cohort
        case .announcements: words(.announcements) + " · " + cohort
        case .activity: words(.discussionOf(title ?? cohort))
        case .session: words(.talkOfSession(title ?? cohort))
        }
    }
}

/// What a message answers, above it: a way back to it.
private struct AnsweredQuote: View {
    let answered: ConversationPage.Model.Answered
    let words: Words

    var body: some Markup {
        blockquote(.class("message-answered")) {
            p(.class("small")) {
                a(.href("#message-\(answered.sequence)")) { words(.answerTo(answered.author)) }
                " "
                span(.class("quiet")) { answered.beginning }
            }
        }
    }
}

/// A file of a message: a picture is shown, a sound is played, anything else is taken home.
private struct MessageFileView: View {
    let file: ConversationPage.Model.File
    let words: Words

    var body: some Markup {
        div(.class("message-file")) {
            if file.isPicture {
                img(.src(file.address), .alt(file.name), .loading(.lazy))
            } else if file.isSound {
                audio(.src(file.address), .controls(), .preload("none"), .aria(.label, file.name)) {}
            }
            p(.class("small")) {
                a(.href(file.address), .download(file.name)) { file.name }
                " "
                span(.class("quiet")) { words(FileSize.phrase(file.size)) }
            }
        }
    }
}

private struct MessageRow: View {
    let entry: ConversationPage.Model.Entry
    let conversation: String
    let isNew: Bool
    let words: Words

    var body: some Markup {
        li(.class("message"), .class("message-own", when: entry.isOwn), .id("message-\(entry.sequence)")) {
            p(.class("message-head")) {
                strong { entry.isOwn ? words(.you) : entry.author }
                " "
                span(.class("quiet small")) {
                    words.moment(entry.postedAt)
                    if entry.editedAt != nil, !entry.isRemoved { " · " + words(.edited) }
                }
                if entry.isAccepted {
                    " "
                    span(.class("badge badge-done")) { words(.acceptedAnswer) }
                }
                if entry.mentionsYou {
                    " "
                    span(.class("badge badge-here")) { words(.mentionsYou) }
                }
                if isNew {
                    " "
                    span(.class("badge badge-here")) { words(.newMessageBadge) }
                }
            }
            if let about = entry.about {
                p(.class("message-about")) {
                    words.label(.aboutActivity)
                    a(.href(Links.activity(about.course, about.activity)), .lang(words.lang(of: about.language))) { about.title }
                }
            }
            if let answered = entry.answered { AnsweredQuote(answered: answered, words: words) }
            if entry.isRemoved {
                p(.class("quiet")) { words(entry.isHidden ? .messageHidden : .messageRemoved) }
            } else {
                div(.class("message-text")) { PrerenderedHTML(Array(entry.html.utf8)) }
                ForEach(entry.files) { MessageFileView(file: $0, words: words) }
            }
            if entry.mayAnswer {
                p(.class("small")) {
                    a(.href(conversation + "?reply=\(entry.sequence)#write")) {
                        words(.answerMessage)
                        span(.class("visually-hidden")) { " : " + entry.author + ", " + words.moment(entry.postedAt) }
                    }
                    if entry.mayReport {
                        " · "
                        a(.class("quiet"), .href(Links.messageReports(entry.id.text))) {
                            words(.report)
                            span(.class("visually-hidden")) { " : " + entry.author + ", " + words.moment(entry.postedAt) }
                        }
                    }
                }
            }
            if entry.mayAccept {
                form(.class("actions"), .method(.post), .action(Links.acceptedMessage(entry.id.text))) {
                    input(.type(.hidden), .name("accepted"), .value(entry.isAccepted ? "no" : "yes"))
                    button(.class("button button-quiet")) { words(entry.isAccepted ? .notTheAnswer : .thisHelped) }
                }
            }
            if entry.mayEdit || entry.mayRemove {
                details(.class("more message-more")) {
                    summary {
                        words(entry.mayEdit ? .changeMessage : .moreAboutMessage)
                        span(.class("visually-hidden")) { " : " + words.moment(entry.postedAt) }
                    }
                    if entry.mayEdit {
                        form(.class("form"), .method(.post), .action(Links.message(entry.id.text)), .novalidate()) {
                            div(.class("field")) {
                                label(.for("edit-\(entry.sequence)")) { words(.yourMessage) }
                                textarea(
                                    .class("input"), .id("edit-\(entry.sequence)"), .name("text"), .rows(4),
                                    .maxlength(Message.longest), .autocomplete("off")
                                ) { entry.text }
                            }
                            button(.class("button")) { words(.keepChange) }
                        }
                    }
                    if entry.mayRemove {
                        form(.class("actions"), .method(.post), .action(Links.removedMessage(entry.id.text))) {
                            button(.class("button button-danger")) { words(.removeMessage) }
                        }
                    }
                }
            }
        }
    }
}

extension [String] {
    /// « A, B et C »
    fileprivate func formatted(by words: Words) -> String {
        guard count > 1, let last else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " " + words(.and) + " " + last
    }
}
