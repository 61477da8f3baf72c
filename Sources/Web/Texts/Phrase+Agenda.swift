import Essentials
import Scheduling

/// Words of the agenda and of sessions.
extension Phrase {
    static let filterAgenda = Phrase(fr: "Seulement une personne ou un lieu", en: "One person or one place only")
    static let showFiltered = Phrase(fr: "Montrer", en: "Show")
    static let everything = Phrase(fr: "Tout", en: "Everything")
    static let agendaSpan = Phrase(fr: "Ce qui est montré", en: "What is shown")
    static let otherDays = Phrase(fr: "Avant et après", en: "Before and after")
    static let before = Phrase(fr: "Avant", en: "Before")
    static let after = Phrase(fr: "Après", en: "After")
    static let todayButton = Phrase(fr: "Aujourd’hui", en: "Today")
    static let noSession = Phrase(fr: "Rien sur ces jours", en: "Nothing on these days")
    static let noSessionAdvice = Phrase(
        fr: "Regardez avant ou après. Une séance apparaît ici dès qu’elle est prévue.",
        en: "Look before or after. A session appears here as soon as it is planned.")
    static let notADay = Phrase(
        fr: "Ce n’est pas un jour : il s’écrit 2026-11-24.", en: "This is no day: one is written 2026-11-24.")
    static let planSession = Phrase(fr: "Prévoir une séance", en: "Plan a session")
    static let changeSession = Phrase(fr: "Changer la séance", en: "Change the session")
    static let sessionChanged = Phrase(fr: "modifiée", en: "changed")
    static func sessionWas(_ was: String) -> Phrase { Phrase(fr: "(avant : \(was))", en: "(before: \(was))") }
    static let virtualRoom = Phrase(fr: "Classe virtuelle", en: "Virtual class")
    static let roomGiven = Phrase(fr: "Une adresse que je donne, ou aucune", en: "An address that I give, or none")
    static func roomMadeBy(_ room: String) -> Phrase {
        let name = room == MadeRoom.bigBlueButton.rawValue ? "BigBlueButton" : "Jitsi"
        return Phrase(fr: "Une salle \(name), créée pour cette séance", en: "A \(name) room, made for this session")
    }
    static let roomIsDown = Phrase(
        fr:
            "La classe virtuelle ne répond pas en ce moment. Regardez ci-dessous comment entrer autrement, ou réessayez dans une minute.",
        en: "The virtual class does not answer at the moment. See below how to get in otherwise, or try again in a minute.")
    static let sessionOver = Phrase(fr: "passée", en: "over")
    static let sessionIsOver = Phrase(fr: "Cette séance est passée.", en: "This session is over.")
    static let joinSession = Phrase(fr: "Rejoindre la classe", en: "Join the class")
    static let joinLater = Phrase(
        fr: "Le bouton pour rejoindre la classe apparaît ici 10 minutes avant.",
        en: "The button to join the class appears here 10 minutes before.")
    static let roomAddress = Phrase(fr: "L’adresse de la classe virtuelle", en: "The address of the virtual class")
    static let whenAndWhere = Phrase(fr: "Quand et où", en: "When and where")
    static let withTrainers = Phrase(fr: "Avec", en: "With")
    static let sessionCancelled = Phrase(fr: "Cette séance est annulée.", en: "This session is cancelled.")
    static let sessionDraft = Phrase(
        fr: "Un brouillon : les stagiaires ne voient pas encore cette séance.",
        en: "A draft: learners do not see this session yet.")
    static let cancelReason = Phrase(fr: "Annuler la séance : pourquoi ?", en: "Cancel the session: why?")
    static let cancelHint = Phrase(fr: "Tout le monde le lira.", en: "Everybody will read it.")
    static let cancelSession = Phrase(fr: "Annuler la séance", en: "Cancel the session")
    static let sessionHistory = Phrase(fr: "Ce qui a été prévu", en: "What was planned")
    static let keepAllTheSame = Phrase(fr: "Garder la séance quand même", en: "Keep the session all the same")
    static let sessionTitle = Phrase(fr: "Titre", en: "Title")
    static let sessionKind = Phrase(fr: "Comment on se réunit", en: "How people meet")
    static let sessionDay = Phrase(fr: "Jour", en: "Day")
    static let sessionHour = Phrase(fr: "Heure", en: "Hour")
    static let sessionMinutes = Phrase(fr: "Durée en minutes", en: "Minutes")
    static let sessionPlace = Phrase(fr: "Lieu et salle", en: "Place and room")
    static let sessionLink = Phrase(fr: "Adresse de la classe virtuelle", en: "Address of the virtual class")
    static let sessionNotes = Phrase(
        fr: "Pour entrer : porte, ascenseur, numéro de téléphone", en: "To get in: door, lift, telephone number")
    static let sessionGroup = Phrase(fr: "Pour qui", en: "For whom")
    static let wholeCohort = Phrase(fr: "Toute la promo", en: "The whole cohort")
    static let sessionTrainers = Phrase(fr: "Qui la tient", en: "Who holds it")
    static let tellEverybody = Phrase(fr: "Les stagiaires la voient", en: "Learners see it")
    static let nextSession = Phrase(fr: "Prochaine séance", en: "Next session")
    static let wholeAgenda = Phrase(fr: "Tout l’agenda", en: "The whole agenda")

    static func inZone(_ hour: String, _ zone: String) -> Phrase {
        Phrase(fr: "\(hour) à l’heure de \(zone)", en: "\(hour) in \(zone) time")
    }
    static let calendarReminder = Phrase(fr: "Dans un quart d’heure :", en: "In a quarter of an hour:")
    static let calendarFeed = Phrase(fr: "Mon agenda dans un autre calendrier", en: "My agenda in another calendar")
    static let calendarFeedLead = Phrase(
        fr: "Le calendrier de votre téléphone ou de votre ordinateur peut montrer vos séances et suivre leurs changements.",
        en: "The calendar of your telephone or computer can show your sessions and follow their changes.")
    static let calendarAddress = Phrase(fr: "Votre adresse secrète", en: "Your secret address")
    static let noCalendarAddress = Phrase(
        fr: "Vous n’en avez pas encore. Créez-la, puis donnez-la à votre calendrier.",
        en: "You do not have one yet. Make it, then give it to your calendar.")
    static let calendarReplaceHint = Phrase(
        fr:
            "Elle n’est plus montrée. Si vous l’avez perdue, ou si quelqu’un d’autre l’a, remplacez-la : l’ancienne n’ouvre plus rien.",
        en: "It is not shown again. If you lost it, or somebody else has it, replace it: the old one opens nothing any more.")
    static let makeCalendarAddress = Phrase(fr: "Créer l’adresse", en: "Make the address")
    static let replaceCalendarAddress = Phrase(fr: "Remplacer l’adresse", en: "Replace the address")
    static let revokeCalendarAddress = Phrase(fr: "Retirer l’adresse", en: "Take the address back")
    static let calendarAddressOnce = Phrase(
        fr: "Copiez cette adresse maintenant : elle n’est montrée qu’une fois.",
        en: "Copy this address now: it is shown only once.")
    static let calendarAddressUse = Phrase(
        fr:
            "Dans votre calendrier, choisissez « S’abonner » ou « Ajouter par URL ». Qui a cette adresse voit vos séances : ne la donnez à personne.",
        en:
            "In your calendar, choose “Subscribe” or “Add by URL”. Whoever has this address sees your sessions: give it to nobody."
    )
    static let intoCalendar = Phrase(fr: "Ajouter à mon calendrier (.ics)", en: "Add to my calendar (.ics)")
    static func calendarMade(_ moment: String) -> Phrase {
        Phrase(fr: "Créée le \(moment).", en: "Made on \(moment).")
    }
}
