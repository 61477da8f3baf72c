import Campus
import Essentials
import HTML
import Tutoring

/// Everything that brought a learner and those who follow them together; writing down a contact, handing the learner over.
struct ContactsPage: Page {
    let model: Model
    /// The id that the next contact shall have.
    let newContact: Identifier<LearnerContact>
    let now: Instant
    /// What was typed and refused, in the form for a contact or in the one for a handover.
    var typed: [String: String] = [:]
    var problem: Problem?
    var isHandover = false
    var menu: MenuEntry? { .cohorts }

    func heading(_ words: Words) -> String { words(.contacts) + " · \(model.givenName) \(model.familyName)" }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.learner(model.cohort, model.person))) {
                    words.icon("back")
                    " \(model.givenName) \(model.familyName)"
                }
                h1 { words(.contacts) }
                if let tutor = model.tutor { p(.class("lead")) { words(.followedBy(tutor)) } }
            }
            if let refused = model.refusedAddress { noMail(refused, words) }
            standing(words)
            p {
                a(.class("button"), .href(Links.conversation(model.cohort, .tutoring, model.person))) {
                    words.icon("messages")
                    " "
                    words(.writeToLearner)
                }
            }
            details(.class("more"), .open(problem != nil && !isHandover)) {
                summary { words(.noteContact) }
                ContactForm(
                    action: Links.contacts(model.cohort, model.person), prefix: "contact", newContact: newContact,
                    typed: isHandover ? [:] : typed, problem: isHandover ? nil : problem, words: words)
            }
            if !model.colleagues.isEmpty {
                details(.class("more"), .open(problem != nil && isHandover)) {
                    summary { words(.handOver) }
                    handover(words)
                }
            }
            section(.aria(.labelledby, "contacts")) {
                h2(.id("contacts")) { words(.allContacts) }
                if model.entries.isEmpty { p(.class("quiet")) { words(.noContactYet) } }
                ul(.class("rows")) { ForEach(model.entries) { EntryRow(entry: $0, page: self, words: words) } }
            }
        }
    }

    private func noMail(_ refused: Model.RefusedAddress, _ words: Words) -> some Markup {
        div(.class("notice notice-danger")) {
            words.icon("warning")
            div {
                p { strong { words(.addressRefused(refused.address, words.moment(refused.since))) } }
                p { words(.learnerAddressHelp) }
                p(.class("small quiet")) { refused.reason }
                form(.class("actions"), .method(.post), .action(Links.learnerAddress(model.cohort, model.person))) {
                    button(.class("button")) { words(.addressIsRight) }
                }
            }
        }
    }

    private func standing(_ words: Words) -> some Markup {
        ul {
            if let call = model.call {
                li {
                    words(.asksForCall(words.daysAgo(call.askedAt, now: now)))
                    if let phone = call.phone {
                        " "
                        a(.href("tel:\(phone.filter { !$0.isWhitespace })")) { phone }
                    }
                    if let hours = call.hours { " (\(hours))" }
                }
            }
            if let asked = model.questionAskedAt, let due = model.answerDueAt {
                li {
                    words(.waitsForAnswer(words.daysAgo(asked, now: now)))
                    " "
                    words(due < now ? .wasDue(words.moment(due)) : .isDue(words.moment(due)))
                }
            }
            li { words(.answerPromised(model.hoursToAnswer)) }
            if let answers = model.answers {
                li {
                    words(
                        .answersTook(
                            answers.count, words(.duration(minutes: answers.medianMinutes)),
                            words(.duration(minutes: answers.longestMinutes))))
                }
            }
        }
    }

    private func handover(_ words: Words) -> some Markup {
        form(.class("form"), .method(.post), .action(Links.handover(model.cohort, model.person)), .novalidate()) {
            p(.class("quiet")) { words(.handOverLead) }
            div(.class("field")) {
                label(.for("tutor")) { words(.handOverTo) }
                select(.class("input"), .id("tutor"), .name("tutor")) {
                    ForEach(model.colleagues) { colleague in
                        option(.value(colleague.id), .selected(typed["tutor"] == colleague.id)) { colleague.name }
                    }
                }
            }
            NoteArea(
                id: "handover-note", text: .handOverNote, longest: Handover.longestNote,
                typed: isHandover ? typed["note"] ?? "" : "", problem: isHandover ? problem : nil, words: words)
            button(.class("button"), .data("busy", words(.oneMoment))) { words(.handOver) }
        }
    }
}

private struct EntryRow: View {
    let entry: ContactsPage.Model.Entry
    let page: ContactsPage
    let words: Words

    var body: some Markup {
        li {
            p {
                strong { words(entry.phrase) }
                " "
                span(.class("quiet small")) {
                    words.moment(entry.at)
                    if let by = entry.by { " · " + by }
                }
            }
            if let reasons = entry.reasons { ul { ForEach(reasons) { reason in li { words(reason.phrase) } } } }
            if entry.outcome == .appointment, let again = entry.againAt { p { words(.appointmentAt(words.moment(again))) } }
            if entry.kind == .call, let phone = entry.phone { p { phone } }
            if let hours = entry.hours { p { hours } }
            if let text = entry.text { div(.class("typed-text")) { text } }
        }
    }
}

extension ContactsPage.Model.Entry {
    /// What happened, in words.
    var phrase: Phrase {
        switch kind {
        case .contact: .contactWas(means ?? .call, outcome ?? .reached)
        case .call: settledAt == nil ? .callAsked : .callSettled
        case .messages: .messagesOfDay(fromLearner ?? 0, fromStaff ?? 0)
        case .meeting: isCancelled ?? false ? .meetingWasCancelled : isOver ?? false ? .meetingWas : .meetingPlanned
        case .note: .staffNote
        case .handover: .handedOverTo(tutor ?? "")
        case .alert: .alertWasRaised
        case .closed: .alertClosed(alertOutcome ?? .notNeeded)
        }
    }
}

extension Phrase {
    fileprivate static let learnerAddressHelp = Phrase(
        fr: "Demandez la bonne adresse, puis corrigez-la dans la liste des personnes. D’ici là, rien n’y est écrit.",
        en: "Ask for the right address, then correct it in the list of people. Until then nothing is written there.")
}
