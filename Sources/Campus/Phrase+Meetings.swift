package import Essentials
package import Scheduling

extension CampusError {
    /// What a use case says of what mentoring refuses.
    init(_ error: MentoringError) {
        switch error {
        case .invalid(let problems):
            self = .invalid(problems.map { FieldProblem(field: $0.rawValue, message: $0.phrase) })
        case .taken, .notOffered: self = .conflict(.slotIsGone)
        case .learnerMeets: self = .conflict(.meetsThenAlready)
        case .tooLate(let hours): self = .conflict(.tooLateToChange(hours))
        case .tooEarly(let weeks): self = .conflict(.tooEarlyToBook(weeks))
        case .tooMany(let count): self = .conflict(.enoughMeetings(count))
        case .unknownMeeting: self = .notFound(.noSuchMeeting)
        case .isCancelled: self = .conflict(.meetingIsCancelled)
        case .isOver: self = .conflict(.meetingHasBegun)
        case .hasNotBegun: self = .conflict(.meetingIsToCome)
        case .otherMeeting: self = .conflict(.otherMeeting)
        case .tooManyAvailabilities: self = .conflict(.enoughAvailabilities)
        }
    }
}

extension Phrase {
    package static let noSuchMeeting = Phrase(
        fr: "Il n’y a pas de rendez-vous à cette adresse, ou il n’est pas pour vous.",
        en: "There is no meeting at this address, or it is not for you.")
    package static let slotIsGone = Phrase(
        fr: "Ce créneau n’est plus libre. Choisissez-en un autre.", en: "This time is no longer free. Choose another one.")
    static let noSuchAvailability = Phrase(
        fr: "Cette disponibilité n’existe pas, ou elle est déjà retirée.",
        en: "There is no such availability, or it is withdrawn already.")
    static let meetsThenAlready = Phrase(
        fr: "Vous avez déjà un rendez-vous à cette heure.", en: "You already have a meeting at that time.")
    static let meetingIsCancelled = Phrase(
        fr: "Ce rendez-vous est annulé : il ne change plus. Prenez-en un autre.",
        en: "This meeting is cancelled: it does not change any more. Book another one.")
    static let meetingHasBegun = Phrase(
        fr: "Ce rendez-vous a commencé : il ne s’annule plus.", en: "This meeting has begun: it cannot be cancelled any more.")
    static let meetingIsToCome = Phrase(
        fr: "Ce rendez-vous n’a pas commencé : notez-le après.", en: "This meeting has not begun: note it afterwards.")
    static let otherMeeting = Phrase(
        fr: "Cet identifiant est celui d’un autre rendez-vous.", en: "This id is that of another meeting.")
    static let enoughAvailabilities = Phrase(
        fr: "Vous avez déjà 20 disponibilités. Retirez-en une d’abord.",
        en: "You already have 20 availabilities. Withdraw one first.")
    static let topicTooLong = Phrase(fr: "500 signes au plus.", en: "At most 500 characters.")
    static let reasonForCancellingMeeting = Phrase(
        fr: "Dites pourquoi, en 500 signes au plus : l’autre personne le lira.",
        en: "Say why, in at most 500 characters: the other person will read it.")
    static let hostHoldsClass = Phrase(
        fr:
            "La personne que vous voulez voir tient une classe à cette heure. Choisissez une autre heure, ou gardez celle-ci quand même.",
        en: "The person you want to meet holds a class at that time. Choose another time, or keep this one all the same.")
    static let hostsOfferMeetings = Phrase(
        fr: "Les mentors, les tutrices et les tuteurs proposent des rendez-vous.", en: "Mentors and tutors offer meetings.")
    static let coordinatorsSetMentoring = Phrase(
        fr: "Les référents pédagogiques de la promo fixent ces règles.", en: "The coordinators of the cohort set these rules.")

    static func slotDuringClass(_ title: String) -> Phrase {
        Phrase(
            fr: "À cette heure, vous avez « \(title) ». Choisissez une autre heure, ou gardez celle-ci quand même.",
            en: "At that time you have “\(title)”. Choose another time, or keep this one all the same.")
    }

    static func tooLateToChange(_ hours: Int) -> Phrase {
        Phrase(
            fr: "Un rendez-vous se prend, se déplace et s’annule au moins \(hours) h avant. Plus tard, écrivez à la personne.",
            en: "A meeting is booked, moved and cancelled at least \(hours) h before. Later than that, write to the person.")
    }

    static func tooEarlyToBook(_ weeks: Int) -> Phrase {
        Phrase(
            fr: "Un rendez-vous se prend au plus \(weeks) semaines à l’avance.",
            en: "A meeting is booked at most \(weeks) weeks ahead.")
    }

    static func enoughMeetings(_ count: Int) -> Phrase {
        .counted(
            count,
            fr: (
                "Vous avez déjà \(count) rendez-vous à venir : déplacez-le, ou attendez qu’il soit passé.",
                "Vous avez déjà \(count) rendez-vous à venir : déplacez-en un, ou attendez qu’il soit passé."
            ),
            en: (
                "You already have \(count) meeting to come: move it, or wait until it is over.",
                "You already have \(count) meetings to come: move one, or wait until it is over."
            ))
    }

    static func meetingWith(_ name: String) -> Phrase {
        Phrase(fr: "Rendez-vous avec \(name)", en: "Meeting with \(name)")
    }
}

extension MentoringProblem {
    /// What is wrong, beside the field.
    package var phrase: Phrase {
        switch self {
        case .opens, .closes:
            Phrase(
                fr: "Les heures vont par quarts d’heure, et il faut la place d’un rendez-vous entre les deux.",
                en: "Hours go by quarters, with room for one meeting between the two.")
        case .length: Phrase(fr: "15, 30, 45, 60 ou 90 minutes.", en: "15, 30, 45, 60 or 90 minutes.")
        case .weekday: Phrase(fr: "Choisissez un jour de la semaine.", en: "Choose a day of the week.")
        case .lastDay: Phrase(fr: "Le dernier jour vient avant le premier.", en: "The last day comes before the first.")
        case .nowhere: Phrase(fr: "Donnez un lieu ou une adresse https.", en: "Give a place or an https address.")
        case .link: Phrase(fr: "Une adresse commence par https://", en: "An address begins with https://")
        case .place: Phrase(fr: "500 signes au plus.", en: "At most 500 characters.")
        case .note: Phrase(fr: "2000 signes au plus par note.", en: "At most 2000 characters for each note.")
        case .topic: .topicTooLong
        case .noticeHours: Phrase(fr: "De 0 à 168 heures.", en: "From 0 to 168 hours.")
        case .openBookings: Phrase(fr: "De 1 à 20 rendez-vous.", en: "From 1 to 20 meetings.")
        case .weeksAhead: Phrase(fr: "De 1 à 26 semaines.", en: "From 1 to 26 weeks.")
        }
    }
}

extension MeetingOutcome {
    package var phrase: Phrase {
        switch self {
        case .held: Phrase(fr: "Le rendez-vous a eu lieu", en: "The meeting took place")
        case .learnerAbsent: Phrase(fr: "Le ou la stagiaire n’est pas venu", en: "The learner did not come")
        case .hostAbsent: Phrase(fr: "Le ou la mentor n’a pas pu venir", en: "The mentor could not come")
        case .postponed: Phrase(fr: "Remis à une autre fois", en: "Put off to another time")
        }
    }
}
