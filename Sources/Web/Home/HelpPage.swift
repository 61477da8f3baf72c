import CourseContent
import Essentials
import HTML

/// Whom to ask, and how soon they answer: owed to every learner at a distance (Code du travail, D6313-3-1).
struct HelpPage: Page {
    struct Model: Encodable, Sendable {
        struct Course: Encodable, Sendable {
            let title: String
            let language: Language
            let contacts: CourseContacts
        }

        let courses: [Course]
    }

    let model: Model

    func heading(_ words: Words) -> String { words(.help) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                h1 { words(.help) }
                p(.class("lead")) { words(.helpLead) }
            }
            if model.courses.isEmpty { p { words(.helpWithoutCourse) } }
            ForEach(model.courses) { course in
                section(.class("card")) {
                    let lang = words.lang(of: course.language)
                    h2(.lang(lang)) { course.title }
                    ContactView(heading: .pedagogicalContact, contact: course.contacts.pedagogical, lang: lang, words: words)
                    ContactView(heading: .technicalContact, contact: course.contacts.technical, lang: lang, words: words)
                }
            }
        }
    }
}

private struct ContactView: View {
    let heading: Phrase
    let contact: CourseContact
    let lang: String?
    let words: Words

    var body: some Markup {
        h3 { words(heading) }
        p(.lang(lang)) { contact.title }
        p(.class("quiet")) { words(.answersWithin(contact.hoursToAnswer)) }
        dl(.class("terms")) {
            if let email = contact.email {
                dt { words(.email) }
                dd { a(.href("mailto:\(email)")) { email } }
            }
            if let phone = contact.phone {
                dt { words(.phone) }
                dd { a(.href("tel:\(phone.filter { !$0.isWhitespace })")) { phone } }
            }
        }
    }
}
