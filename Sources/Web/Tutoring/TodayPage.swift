import Campus
import Essentials
import HTML
import Tutoring

/// A tutor's day: who needs me over all my cohorts, why, what to do next and until when; what was tried, and what happened since.
struct TodayPage: Page {
    let model: Model
    let now: Instant
    /// The ids that the next contacts shall have, in the order of the people.
    let newContacts: [Identifier<LearnerContact>]
    /// Whose form was refused, what was typed, and why: `cohort/person` of a contact, the enrolment of an alert.
    var refused: (subject: String, fields: [String: String], problem: Problem)?
    var menu: MenuEntry? { .today }

    func heading(_ words: Words) -> String { words(.todayTitle) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                h1 { words(.todayTitle) }
                p(.class("lead")) { words(.alertCount(model.people.count, of: model.learners)) }
            }
            TodayTabs(current: .today, words: words)
            if model.waiting > 0 {
                p {
                    a(.class("row"), .href(Links.toMark)) {
                        span(.class("row-main")) { strong { words(.waitingCount(model.waiting)) } }
                        words.icon("next")
                    }
                }
            }
            if model.reports > 0 {
                p {
                    a(.class("row"), .href(Links.reports)) {
                        span(.class("row-main")) { strong { words(.reportCount(model.reports)) } }
                        words.icon("next")
                    }
                }
            }
            if model.people.isEmpty {
                div(.class("empty")) {
                    words.icon("done")
                    p(.class("empty-title")) { words(.nobodyNeedsYou) }
                    p { words(.nobodyNeedsYouAdvice) }
                }
            }
            ForEach(Array(zip(model.people, newContacts))) { person, id in
                DayCard(person: person, newContact: id, page: self, words: words)
            }
            if !model.people.isEmpty { TableDownload(page: Links.today, words: words) }
            if !model.contacted.isEmpty { contacted(words) }
        }
    }

    private func contacted(_ words: Words) -> some Markup {
        section(.aria(.labelledby, "contacted")) {
            h2(.id("contacted")) { words(.contactedLately) }
            ul(.class("rows")) {
                ForEach(model.contacted) { found in
                    li {
                        a(.class("row"), .href(Links.contacts(found.cohort, found.person))) {
                            span(.class("row-main")) {
                                strong { "\(found.givenName) \(found.familyName)" }
                                " "
                                span(.class("quiet small")) {
                                    words(.lastTry(found.last.outcome, words.daysAgo(found.last.at, now: now), found.last.by))
                                    " · "
                                    words(found.last.hasWorkedSince ? .hasWorkedSince : .nothingSince)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A learner on a tutor's day.
private struct DayCard: View {
    let person: TodayPage.Model.Person
    let newContact: Identifier<LearnerContact>
    let page: TodayPage
    let words: Words

    private var id: String { "need-\(person.cohort)-\(person.person)" }
    private var conversation: String { Links.conversation(person.cohort, .tutoring, person.person) }

    var body: some Markup {
        section(.class("card"), .aria(.labelledby, id)) {
            p { AlertBadge(level: person.level, words: words) }
            h2(.id(id)) {
                a(.href(Links.learner(person.cohort, person.person))) { "\(person.givenName) \(person.familyName)" }
            }
            p(.class("quiet")) {
                person.cohortTitle + " · "
                words(.lastActivityWas(person.lastEventAt.map { words.daysAgo($0, now: page.now) } ?? words(.never)))
                if let tutor = person.tutor { " · " + words(.followedBy(tutor)) }
            }
            reasons
            p {
                strong { words(person.action.advice) }
                " "
                words(person.isOverdue ? .wasDue(words.moment(person.dueAt)) : .isDue(words.moment(person.dueAt)))
            }
            if let last = person.lastContact {
                p(.class("quiet")) {
                    words(.lastTry(last.outcome, words.daysAgo(last.at, now: page.now), last.by))
                    " · "
                    words(last.hasWorkedSince ? .hasWorkedSince : .nothingSince)
                }
            }
            p(.class("actions")) {
                a(.class("button"), .href(conversation)) { words(.writeToLearner) }
                a(.class("button button-quiet"), .href(Links.contacts(person.cohort, person.person))) { words(.allContacts) }
            }
            details(.class("more"), .open(problem(of: contact) != nil)) {
                summary {
                    words(.noteContact)
                    span(.class("visually-hidden")) { " : \(person.givenName) \(person.familyName)" }
                }
                ContactForm(
                    action: Links.contacts(person.cohort, person.person), prefix: id, newContact: newContact, isFromToday: true,
                    typed: problem(of: contact) == nil ? [:] : page.refused?.fields ?? [:], problem: problem(of: contact),
                    words: words)
            }
            ForEach(person.alerts) { alert in
                details(.class("more message-more"), .open(problem(of: alert.enrolment) != nil)) {
                    summary {
                        words(.closeWithoutContact)
                        span(.class("visually-hidden")) { " : \(person.givenName) \(person.familyName), \(alert.courseTitle)" }
                    }
                    closing(alert)
                }
            }
        }
    }

    private var contact: String { person.cohort + "/" + person.person }

    private func problem(of subject: String) -> Problem? { page.refused?.subject == subject ? page.refused?.problem : nil }

    private var reasons: some Markup {
        ul {
            if let call = person.call {
                li {
                    words(.asksForCall(words.daysAgo(call.askedAt, now: page.now)))
                    if let phone = call.phone {
                        " "
                        a(.href("tel:\(phone.filter { !$0.isWhitespace })")) { phone }
                    }
                    if let hours = call.hours { " (\(hours))" }
                }
            }
            if let asked = person.questionAskedAt { li { words(.waitsForAnswer(words.daysAgo(asked, now: page.now))) } }
            if let given = person.handover {
                li {
                    words(.handedOverBy(given.by, words.daysAgo(given.at, now: page.now)))
                    div(.class("typed-text")) { given.note }
                }
            }
            ForEach(person.alerts) { alert in
                ForEach(alert.reasons) { reason in
                    li {
                        words(reason.phrase)
                        " "
                        span(.class("quiet small"), .lang(words.lang(of: alert.courseLanguage))) { alert.courseTitle }
                    }
                }
            }
        }
    }

    private func closing(_ alert: TodayPage.Model.Alert) -> some Markup {
        let key = "alert-\(alert.enrolment)"
        let problem = problem(of: alert.enrolment)
        return HTML.form(.class("form"), .method(.post), .action(Links.alerts(person.cohort, person.person)), .novalidate()) {
            input(.type(.hidden), .name("enrolment"), .value(alert.enrolment))
            div(.class("field")) {
                label(.for("outcome-" + key)) { words(.whatCameOfIt) }
                select(.class("input"), .id("outcome-" + key), .name("outcome")) {
                    ForEach(AlertOutcome.withoutContact) { outcome in
                        option(.value(outcome.rawValue)) { words(outcome.phrase) }
                    }
                }
            }
            NoteArea(
                id: "note-" + key, text: .alertNote, longest: FollowUpFact.longestNote,
                typed: problem == nil ? "" : page.refused?.fields["note"] ?? "", problem: problem, words: words)
            button(.class("button"), .data("busy", words(.oneMoment))) { words(.closeThisAlert) }
        }
    }
}

extension AlertOutcome {
    /// What an alert is closed with when nobody was reached, and nobody tries again: everything else is a contact.
    fileprivate static let withoutContact = [AlertOutcome.back, .leftForJob, .dropped, .notNeeded]
}
