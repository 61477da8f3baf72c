import Accounts
import Campus
import CourseContent
import Essentials
import HTML
import Progress

/// What a learner did in a course, in words, the last first.
struct TimelinePage: Page {
    struct Model: Encodable, Sendable {
        let cohort: String
        let person: String
        let givenName: String
        let familyName: String
        let course: String
        let courseTitle: String
        let language: Language
        let events: [Event]
        /// The address of the next page.
        let next: String?

        struct Event: Encodable, Sendable {
            let kind: EventKind
            /// When it arrived.
            let at: Instant
            /// The author's id; left out for what concerns the whole course.
            let activity: String?
            let title: String?
            let language: Language?
            let seconds: Int?
            let score: Int?
        }

        init(_ reading: Campus.TimelineReading) {
            cohort = reading.cohort.key
            person = reading.person.id.text
            givenName = reading.person.name.given
            familyName = reading.person.name.family
            course = reading.course.outline.key
            courseTitle = reading.course.outline.title
            language = reading.course.outline.language
            events = reading.events.map { recorded in
                let activity = recorded.event.activity.flatMap { reading.course.rules[$0] }
                    .flatMap { reading.course.activity($0.key) }
                return Event(
                    kind: recorded.event.kind, at: recorded.receivedAt, activity: activity?.id, title: activity?.title,
                    language: activity?.language, seconds: recorded.event.seconds, score: recorded.event.score)
            }
            next = reading.next.map {
                Links.timeline(reading.cohort.key, reading.person.id.text, reading.course.outline.key) + "?before=\($0)"
            }
        }
    }

    let model: Model
    var menu: MenuEntry? { .cohorts }

    func heading(_ words: Words) -> String { words(.timeline) + " · \(model.givenName) \(model.familyName)" }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.learner(model.cohort, model.person))) {
                    words.icon("back")
                    " \(model.givenName) \(model.familyName)"
                }
                h1 { words(.timeline) }
                p(.class("lead"), .lang(words.lang(of: model.language))) { model.courseTitle }
            }
            if model.events.isEmpty { p(.class("quiet")) { words(.nothingDoneYet) } }
            ul(.class("rows")) {
                ForEach(model.events) { event in
                    li(.class("row")) {
                        span(.class("row-main")) {
                            strong { words(event.phrase) }
                            if let title = event.title {
                                " "
                                span(.lang(event.language.flatMap { words.lang(of: $0) })) { title }
                            }
                        }
                        span(.class("quiet small")) { words.moment(event.at) }
                    }
                }
            }
            if let next = model.next {
                nav(.class("pager"), .aria(.label, words(.pages))) {
                    a(.class("button"), .rel("next"), .href(next)) { words(.followingPage) }
                }
            }
        }
    }
}

extension TimelinePage.Model.Event {
    /// What happened, in words.
    var phrase: Phrase {
        let percent = score ?? 0
        switch kind {
        case .opened: return Phrase(fr: "Ouvert", en: "Opened")
        case .heartbeat:
            let minutes = max(1, (seconds ?? 0) / 60)
            return Phrase(fr: "Présent \(minutes) min", en: "Present for \(minutes) min")
        case .reachedEnd: return Phrase(fr: "Lu jusqu’à la fin", en: "Read to the end")
        case .played: return Phrase(fr: "Écouté ou regardé", en: "Played")
        case .declaredPlayed: return Phrase(fr: "Déclaré écouté ailleurs", en: "Said to be listened to elsewhere")
        case .attemptSubmitted: return Phrase(fr: "Essai envoyé : \(percent) %", en: "Attempt sent: \(percent)%")
        case .attemptRemarked:
            return Phrase(fr: "Essai corrigé à nouveau : \(percent) %", en: "Attempt marked again: \(percent)%")
        case .submitted: return Phrase(fr: "Travail envoyé", en: "Work handed in")
        case .marked: return Phrase(fr: "Travail noté : \(percent) %", en: "Work marked: \(percent)%")
        case .attended: return Phrase(fr: "Présent à la séance", en: "Was at the session")
        case .contributed: return Phrase(fr: "A participé à la discussion", en: "Took part in the discussion")
        case .reviewed: return Phrase(fr: "Cartes revues : \(percent) %", en: "Cards reviewed: \(percent)%")
        case .reported: return Phrase(fr: "Contenu interactif terminé", en: "Interactive content completed")
        case .completed: return Phrase(fr: "Terminé", en: "Completed")
        case .ruled: return Phrase(fr: "Décision de l’équipe", en: "Decision of the team")
        case .partCompleted:
            return Phrase(fr: "Module ou bloc de compétences terminé", en: "Module or block of competencies completed")
        case .courseCompleted: return Phrase(fr: "Cours terminé", en: "Course completed")
        }
    }
}
