import Essentials

/// The entries of the menu.
package enum MenuEntry: String, Sendable, Hashable, CaseIterable {
    case home, courses, agenda, messages, today, toMark, cohorts, extraTime, authoring, profile

    var link: String {
        switch self {
        case .home: Links.home
        case .courses: Links.courses
        case .agenda: Links.agenda
        case .messages: Links.messages
        case .today: Links.today
        case .toMark: Links.toMark
        case .cohorts: Links.cohorts
        case .extraTime: Links.extraTimes
        case .authoring: Links.authoring
        case .profile: Links.profile
        }
    }

    var icon: StaticString {
        switch self {
        case .home: "home"
        case .courses: "courses"
        case .agenda: "agenda"
        case .messages: "messages"
        case .today: "here"
        case .toMark: "right"
        case .cohorts: "team"
        case .extraTime: "clock"
        case .authoring: "author"
        case .profile: "person"
        }
    }

    var words: Phrase {
        switch self {
        case .home: Phrase(fr: "Accueil", en: "Home")
        case .courses: Phrase(fr: "Cours", en: "Courses")
        case .agenda: Phrase(fr: "Agenda", en: "Agenda")
        case .messages: Phrase(fr: "Messages", en: "Messages")
        case .today: Phrase(fr: "Suivi", en: "Follow-up")
        case .toMark: Phrase(fr: "Corriger", en: "Mark")
        case .cohorts: Phrase(fr: "Promos", en: "Cohorts")
        case .extraTime: Phrase(fr: "Temps", en: "Time")
        case .authoring: Phrase(fr: "Auteur", en: "Author")
        case .profile: Phrase(fr: "Moi", en: "Me")
        }
    }
}
