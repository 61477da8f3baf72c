import Accounts
import Campus
import Essentials
import HTML
import Progress
import Tutoring

/// Writing to those of a list: each gets a private message of their own.
struct MessageEachPage: Page {
    struct Model: Encodable, Sendable {
        /// What the list asked for.
        let query: String
        let people: [Addressee]
        /// How many there are beyond those who are shown.
        let others: Int

        struct Addressee: Encodable, Sendable {
            let cohort: String
            let cohortTitle: String
            let person: String
            let name: String
            /// The id that the message shall have.
            let message: Identifier<Message>

            /// As the form sends it.
            var value: String { "\(cohort)/\(person)/\(message.text)" }
        }

        init(_ reading: Campus.CaseloadReading, at now: Instant) {
            query = reading.query.text
            var seen: Set<String> = []
            let people = reading.rows.compactMap { row -> Addressee? in
                let person = row.learner.person.text
                // Somebody in two courses of a cohort is written to once.
                guard seen.insert(row.cohort.key + "/" + person).inserted else { return nil }
                return Addressee(
                    cohort: row.cohort.key, cohortTitle: row.cohort.title, person: person,
                    name: row.learner.givenName + " " + row.learner.familyName, message: .new(at: now))
            }
            self.people = Array(people.prefix(Campus.mostAddressees))
            others = people.count - self.people.count
        }
    }

    let model: Model
    var typed: String?
    var problem: Problem?
    var menu: MenuEntry? { .today }

    func heading(_ words: Words) -> String { words(.messageEach) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.caseload(model.query))) {
                    words.icon("back")
                    " "
                    words(.myLearners)
                }
                h1 { words(.messageEach) }
                p(.class("lead")) { words(.messageEachLead) }
            }
            if model.people.isEmpty { p(.class("quiet")) { words(.noLearner) } } else { writing(words) }
        }
    }

    private func writing(_ words: Words) -> some Markup {
        form(.class("form"), .method(.post), .action(Links.messageEach), .novalidate()) {
            FormProblem(problem: problem, words: words)
            input(.type(.hidden), .name("query"), .value(model.query))
            div(.class("field"), .class("field-wrong", when: problem != nil)) {
                label(.for("text")) { words(.yourMessage) }
                textarea(
                    .class("input"), .id("text"), .name("text"), .rows(6), .maxlength(Message.longest), .autocomplete("off"),
                    .attribute("aria-invalid", problem == nil ? nil : "true")
                ) { typed ?? "" }
            }
            fieldset(.class("field")) {
                legend { words(.toWhom(model.people.count)) }
                ForEach(model.people) { one in
                    label(.class("choice")) {
                        input(.type(.checkbox), .name("people"), .value(one.value), .checked())
                        span {
                            one.name
                            " "
                            span(.class("quiet small")) { one.cohortTitle }
                        }
                    }
                }
            }
            if model.others > 0 { p(.class("quiet")) { words(.andOthers(model.others)) } }
            div(.class("actions")) {
                button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.sendEach) }
            }
        }
    }
}

extension Phrase {
    static let messageEach = Phrase(fr: "Écrire à ces personnes", en: "Write to these people")
    static let messageEachLead = Phrase(
        fr: "Chacun reçoit un message privé, dans sa conversation avec vous : personne ne voit les autres.",
        en: "Each gets a private message, in their conversation with you: nobody sees the others.")
    static func toWhom(_ count: Int) -> Phrase {
        .counted(
            count, fr: ("À qui (\(count) personne)", "À qui (\(count) personnes)"),
            en: ("To whom (\(count) person)", "To whom (\(count) people)"))
    }
    static func andOthers(_ count: Int) -> Phrase {
        .counted(
            count, fr: ("\(count) autre ne tient pas dans un envoi.", "\(count) autres ne tiennent pas dans un envoi."),
            en: ("\(count) more does not fit.", "\(count) more do not fit."))
    }
    static let sendEach = Phrase(fr: "Envoyer à chacun", en: "Send to each")
}
