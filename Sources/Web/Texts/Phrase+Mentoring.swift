import Essentials

/// Words of mentoring: availabilities, slots, meetings.
extension Phrase {
    static let mentoring = Phrase(fr: "Mentorat", en: "Mentoring")
    static let mentoringLead = Phrase(
        fr: "Choisissez une heure, puis confirmez : la personne est prévenue par son agenda.",
        en: "Choose a time, then confirm: the person sees it on their agenda.")
    static let mentoringLeadHost = Phrase(
        fr: "Vos rendez-vous avec les stagiaires.", en: "Your meetings with learners.")
    static let meetingsToCome = Phrase(fr: "Mes rendez-vous à venir", en: "My meetings to come")
    static let meetingsPast = Phrase(fr: "Mes rendez-vous passés", en: "My past meetings")
    static let noMeeting = Phrase(fr: "Aucun rendez-vous", en: "No meeting")
    static let noMeetingHost = Phrase(
        fr: "Dites quand on peut vous voir : les stagiaires choisissent une heure.",
        en: "Say when you can be met: learners choose a time.")
    static let noHost = Phrase(
        fr: "Personne ne propose encore de rendez-vous dans votre promo. Demandez à votre tutrice ou à votre tuteur.",
        en: "Nobody offers meetings in your cohort yet. Ask your tutor.")
    static func noSlot(_ weeks: Int) -> Phrase {
        Phrase(
            fr: "Pas de créneau libre dans les \(weeks) semaines à venir. Revenez dans quelques jours.",
            en: "No free time in the coming \(weeks) weeks. Come back in a few days.")
    }
    static func moreSlots(_ name: String) -> Phrase {
        Phrase(fr: "Plus de dates avec \(name)", en: "More dates with \(name)")
    }
    static let duringClass = Phrase(fr: "pendant une classe", en: "during a class")
    static let toNote = Phrase(fr: "à noter", en: "to note")
    static let nextStep = Phrase(fr: "Prochaine étape", en: "Next step")
    static let nextStepDay = Phrase(fr: "Pour quel jour", en: "By which day")

    static let bookMeeting = Phrase(fr: "Prendre ce rendez-vous", en: "Book this meeting")
    static let book = Phrase(fr: "Réserver", en: "Book")
    static let bookAllTheSame = Phrase(fr: "Garder cette heure quand même", en: "Keep this time all the same")
    static let meetingTopic = Phrase(fr: "De quoi voulez-vous parler ?", en: "What do you want to talk about?")
    static let topic = Phrase(fr: "Sujet", en: "Topic")
    static let meetingIsOff = Phrase(fr: "annulé", en: "cancelled")
    static let meetingIsPast = Phrase(fr: "passé", en: "over")
    static let meetingTopicHint = Phrase(fr: "Si vous voulez, en une phrase.", en: "If you like, in one sentence.")
    static let meetingOnline = Phrase(fr: "En ligne", en: "Online")
    static func youHaveClass(_ title: String) -> Phrase {
        Phrase(fr: "À cette heure, vous avez « \(title) ».", en: "At that time you have “\(title)”.")
    }
    static func hostHasClass(_ name: String) -> Phrase {
        Phrase(fr: "\(name) tient une classe à cette heure.", en: "\(name) holds a class at that time.")
    }

    static let changeMeeting = Phrase(fr: "Changer le rendez-vous", en: "Change the meeting")
    static let moveMeeting = Phrase(fr: "Déplacer le rendez-vous", en: "Move the meeting")
    static let noOtherSlot = Phrase(fr: "Pas d’autre créneau libre", en: "No other free time")
    static let cancelMeeting = Phrase(fr: "Annuler le rendez-vous", en: "Cancel the meeting")
    static let cancelMeetingReason = Phrase(fr: "Annuler : pourquoi ?", en: "Cancel: why?")
    static let cancelMeetingHint = Phrase(fr: "L’autre personne le lira.", en: "The other person will read it.")
    static let meetingCancelled = Phrase(fr: "Ce rendez-vous est annulé.", en: "This meeting is cancelled.")
    static let joinMeeting = Phrase(fr: "Rejoindre le rendez-vous", en: "Join the meeting")
    static let joinMeetingLater = Phrase(
        fr: "Le bouton pour rejoindre le rendez-vous apparaît ici 10 minutes avant.",
        en: "The button to join the meeting appears here 10 minutes before.")
    static let meetingAddress = Phrase(fr: "L’adresse du rendez-vous", en: "The address of the meeting")

    static let meetingNotes = Phrase(fr: "Ce qui en est sorti", en: "What came of it")
    static let meetingOutcome = Phrase(fr: "Comment cela s’est passé", en: "How it went")
    static let sharedNote = Phrase(fr: "Note pour vous deux", en: "Note for both of you")
    static let sharedNoteHint = Phrase(fr: "La ou le stagiaire la lit.", en: "The learner reads it.")
    static let restrictedNote = Phrase(fr: "Note qui n’est pas pour le ou la stagiaire", en: "Note that is not for the learner")
    static let restrictedNoteHint = Phrase(
        fr: "Vous et les référents pédagogiques de la promo la lisez.",
        en: "You and the coordinators of the cohort read it.")

    static let myAvailabilities = Phrase(fr: "Mes disponibilités", en: "My availabilities")
    static let availabilitiesLead = Phrase(
        fr: "Les stagiaires de vos promos y prennent rendez-vous. Les jours fériés sont laissés de côté.",
        en: "Learners of your cohorts book meetings in them. Public holidays are left out.")
    static let newAvailability = Phrase(fr: "Ajouter une disponibilité", en: "Add an availability")
    static let offer = Phrase(fr: "Proposer", en: "Offer")
    static let whichDays = Phrase(fr: "Quels jours", en: "Which days")
    static let oneDayOnly = Phrase(fr: "Un seul jour", en: "One day only")
    static let firstOrOnlyDay = Phrase(fr: "Premier jour, ou le seul", en: "First day, or the only one")
    static let firstDayHint = Phrase(fr: "Vide : dès aujourd’hui.", en: "Empty: from today.")
    static let opensAtHour = Phrase(fr: "De", en: "From")
    static let closesAtHour = Phrase(fr: "À", en: "To")
    static let meetingLength = Phrase(fr: "Durée d’un rendez-vous", en: "Length of a meeting")
    static let meetingLink = Phrase(fr: "Adresse en ligne (https)", en: "Online address (https)")
    static let meetingPlace = Phrase(fr: "Ou un lieu", en: "Or a place")
    static let withdrawAvailability = Phrase(fr: "Retirer", en: "Withdraw")
    static let leaveDayOut = Phrase(fr: "Pas ce jour-là", en: "Not on this day")
    static let leaveOut = Phrase(fr: "Laisser ce jour de côté", en: "Leave this day out")
    static let takeDayIn = Phrase(fr: "Remettre", en: "Take in again")
    static func daysLeftOut(_ count: Int) -> Phrase {
        .counted(
            count, fr: ("Jours laissés de côté : \(count)", "Jours laissés de côté : \(count)"),
            en: ("Days left out: \(count)", "Days left out: \(count)"))
    }
    static func meetingsOf(_ minutes: Int) -> Phrase {
        Phrase(fr: "rendez-vous de \(minutes) min", en: "meetings of \(minutes) min")
    }
    static func between(_ start: String, _ end: String) -> Phrase {
        Phrase(fr: "de \(start) à \(end)", en: "from \(start) to \(end)")
    }
    static let weekdays = [
        Phrase(fr: "Le lundi", en: "Mondays"), Phrase(fr: "Le mardi", en: "Tuesdays"),
        Phrase(fr: "Le mercredi", en: "Wednesdays"),
        Phrase(fr: "Le jeudi", en: "Thursdays"), Phrase(fr: "Le vendredi", en: "Fridays"),
        Phrase(fr: "Le samedi", en: "Saturdays"), Phrase(fr: "Le dimanche", en: "Sundays"),
    ]
    static func everyWeek(_ weekday: Int) -> Phrase {
        let day = weekdays[min(max(weekday, 0), 6)]
        return Phrase(fr: day.in(.french) + ", chaque semaine", en: day.in(.english) + ", every week")
    }

    static let mentoringRules = Phrase(fr: "Règles des rendez-vous de mentorat", en: "Rules of mentoring meetings")
    static let ruleNoticeHours = Phrase(
        fr: "Prendre, déplacer ou annuler au moins tant d’heures avant", en: "Book, move or cancel at least so many hours before")
    static let ruleOpenBookings = Phrase(
        fr: "Rendez-vous à venir, au plus, par stagiaire", en: "Meetings to come, at most, for each learner")
    static let ruleWeeksAhead = Phrase(fr: "Semaines à l’avance, au plus", en: "Weeks ahead, at most")
}
