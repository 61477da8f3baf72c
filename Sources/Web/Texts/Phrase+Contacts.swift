import Campus
import Essentials
import Tutoring

/// Words of a tutor's day and of contacts with learners.
extension Phrase {
    static let contacts = Phrase(fr: "Contacts", en: "Contacts")
    static let allContacts = Phrase(fr: "Tous les contacts", en: "All contacts")
    static let noContactYet = Phrase(fr: "Aucun contact pour l’instant.", en: "No contact yet.")
    static let noteContact = Phrase(fr: "Noter ce que j’ai fait", en: "Note what I did")
    static let keepContact = Phrase(fr: "Garder ce contact", en: "Keep this contact")
    static let contactMeans = Phrase(fr: "Comment", en: "How")
    static let appointmentDay = Phrase(fr: "Jour du rendez-vous, s’il y en a un", en: "Day of the appointment, if there is one")
    static let appointmentHour = Phrase(fr: "Heure du rendez-vous", en: "Hour of the appointment")
    static func appointmentAt(_ moment: String) -> Phrase {
        Phrase(fr: "Rendez-vous le \(moment)", en: "Appointment on \(moment)")
    }
    static let closeWithoutContact = Phrase(fr: "Clore l’alerte sans contact", en: "Close the alert without a contact")
    static let contactedLately = Phrase(fr: "Contactés cette semaine", en: "Contacted this week")
    static let hasWorkedSince = Phrase(fr: "a travaillé depuis", en: "has worked since")
    static let nothingSince = Phrase(fr: "rien depuis", en: "nothing since")
    static let nextAction = Phrase(fr: "À faire", en: "To do")
    static let dueColumn = Phrase(fr: "Avant le", en: "Due")
    static let lastContactColumn = Phrase(fr: "Dernier contact", en: "Last contact")
    static func followedBy(_ name: String) -> Phrase { Phrase(fr: "suivi par \(name)", en: "followed by \(name)") }
    static func isDue(_ moment: String) -> Phrase { Phrase(fr: "Avant le \(moment).", en: "By \(moment).") }
    static func wasDue(_ moment: String) -> Phrase {
        Phrase(fr: "En retard : c’était à faire avant le \(moment).", en: "Late: this was due by \(moment).")
    }
    static func asksForCall(_ when: String) -> Phrase {
        Phrase(fr: "demande un appel (\(when))", en: "asks for a call (\(when))")
    }
    static func waitsForAnswer(_ when: String) -> Phrase {
        Phrase(fr: "attend une réponse à son message (\(when)).", en: "waits for an answer to a message (\(when)).")
    }
    static func handedOverBy(_ name: String, _ when: String) -> Phrase {
        Phrase(fr: "vous est confié par \(name) (\(when))", en: "handed over to you by \(name) (\(when))")
    }
    static func lastTry(_ outcome: ContactOutcome, _ when: String, _ by: String) -> Phrase {
        let what = outcome.phrase.lowercased
        return Phrase(
            fr: "dernier contact : \(what.fr), \(when), par \(by)", en: "last contact: \(what.en), \(when), by \(by)")
    }

    static let handOver = Phrase(fr: "Confier à un ou une collègue", en: "Hand over to a colleague")
    static let handOverTo = Phrase(fr: "À qui", en: "To whom")
    static let handOverNote = Phrase(fr: "Où en est cette personne", en: "Where this person stands")
    static let handOverLead = Phrase(
        fr: "Votre collègue le verra dans sa journée, avec votre mot. L’équipe seule le lit.",
        en: "Your colleague sees it in their day, with your note. Only the team reads it.")
    static func handedOverTo(_ name: String) -> Phrase { Phrase(fr: "Confié à \(name)", en: "Handed over to \(name)") }
    static func answerPromised(_ hours: Int) -> Phrase {
        Phrase(fr: "Réponse promise en \(hours) h ouvrées.", en: "An answer is promised within \(hours) working hours.")
    }
    static func answersTook(_ count: Int, _ median: String, _ longest: String) -> Phrase {
        .counted(
            count,
            fr: (
                "\(count) question a eu sa réponse, en \(median).",
                "\(count) questions ont eu leur réponse : la moitié en moins de \(median), la plus longue en \(longest)."
            ),
            en: (
                "\(count) question was answered, within \(median).",
                "\(count) questions were answered: half of them within \(median), the longest within \(longest)."
            ))
    }

    static let answerIsLate = Phrase(fr: "réponse en retard", en: "answer late")
    static let callAsked = Phrase(fr: "Un appel est demandé.", en: "A call is asked for.")
    static let callSettled = Phrase(fr: "Un appel était demandé", en: "A call was asked for")
    static func messagesOfDay(_ learner: Int, _ staff: Int) -> Phrase {
        Phrase(
            fr: "Messages : \(learner) du stagiaire, \(staff) de l’équipe",
            en: "Messages: \(learner) from the learner, \(staff) from the team")
    }
    static let meetingPlanned = Phrase(fr: "Rendez-vous prévu", en: "Meeting planned")
    static let meetingWas = Phrase(fr: "Rendez-vous", en: "Meeting")
    static let meetingWasCancelled = Phrase(fr: "Rendez-vous annulé", en: "Meeting cancelled")
    static let staffNote = Phrase(fr: "Note de l’équipe", en: "Note of the team")
    static let alertWasRaised = Phrase(fr: "Alerte", en: "Alert")
    static func alertClosed(_ outcome: AlertOutcome) -> Phrase {
        let what = outcome.phrase.lowercased
        return Phrase(fr: "Alerte close : \(what.fr)", en: "Alert closed: \(what.en)")
    }
    static func contactWas(_ means: ContactMeans, _ outcome: ContactOutcome) -> Phrase {
        let (way, what) = (means.phrase, outcome.phrase.lowercased)
        return Phrase(fr: "\(way.fr) : \(what.fr)", en: "\(way.en): \(what.en)")
    }

    static let askForCall = Phrase(fr: "Demander un appel", en: "Ask for a call")
    static let changeCall = Phrase(fr: "Changer le numéro ou l’heure", en: "Change the number or the hour")
    static let askNoMore = Phrase(fr: "Je n’ai plus besoin d’appel", en: "I need no call any more")
    static let askForCallLead = Phrase(
        fr: "Votre équipe vous appelle d’ici un jour ouvré.", en: "Your team calls you within one working day.")
    static let callPhone = Phrase(fr: "Votre numéro (facultatif)", en: "Your number (optional)")
    static let callHours = Phrase(fr: "Quand vous joindre (facultatif)", en: "When to reach you (optional)")
    static let callHoursHint = Phrase(fr: "Par exemple : le matin avant 11 h", en: "For example: in the morning before 11")
    static func youAskedForCall(_ moment: String) -> Phrase {
        Phrase(fr: "Vous avez demandé un appel le \(moment).", en: "You asked for a call on \(moment).")
    }
    static func callDue(_ moment: String) -> Phrase {
        Phrase(fr: "Il viendra avant le \(moment).", en: "It comes by \(moment).")
    }
}

extension LearnerNeed.Action {
    var phrase: Phrase {
        switch self {
        case .call: Phrase(fr: "Appeler", en: "Call")
        case .message: Phrase(fr: "Écrire", en: "Write")
        case .answer: Phrase(fr: "Répondre", en: "Answer")
        case .meet: Phrase(fr: "Rendez-vous", en: "Appointment")
        }
    }

    /// What to do.
    var advice: Phrase {
        switch self {
        case .call: Phrase(fr: "Appelez.", en: "Call.")
        case .message: AlertLevel.amber.advice
        case .answer: Phrase(fr: "Répondez à son message.", en: "Answer the message.")
        case .meet: Phrase(fr: "Tenez le rendez-vous convenu.", en: "Keep the appointment.")
        }
    }
}

extension ContactMeans {
    var phrase: Phrase {
        switch self {
        case .call: Phrase(fr: "Appel", en: "Call")
        case .message: Phrase(fr: "Message", en: "Message")
        case .meeting: Phrase(fr: "Rencontre", en: "Meeting")
        }
    }
}

extension ContactOutcome {
    var phrase: Phrase {
        switch self {
        case .reached: Phrase(fr: "Personne jointe", en: "Reached")
        case .noAnswer: Phrase(fr: "Pas de réponse", en: "No answer")
        case .leftMessage: Phrase(fr: "Message laissé", en: "Left a message")
        case .appointment: Phrase(fr: "Rendez-vous pris", en: "Appointment made")
        }
    }
}

extension TodayPage.Model.Person {
    /// Why, in words without dates.
    func reasons(_ words: Words) -> [String] {
        var reasons: [String] = []
        if call != nil { reasons.append(words(.asksForCallShort)) }
        if questionAskedAt != nil { reasons.append(words(.unanswered)) }
        if handover != nil { reasons.append(words(.handedOverShort)) }
        return reasons + alerts.flatMap(\.reasons).map { words($0.phrase) }
    }
}

extension Phrase {
    fileprivate static let asksForCallShort = Phrase(fr: "demande un appel", en: "asks for a call")
    fileprivate static let handedOverShort = Phrase(fr: "vous est confié", en: "handed over to you")
}

extension Phrase {
    /// As it stands in the middle of a sentence.
    fileprivate var lowercased: Phrase { Phrase(fr: fr.lowercased(), en: en.lowercased()) }
}
