import Essentials
import Tutoring

extension Phrase {
    static let conversations = Phrase(fr: "Conversations", en: "Conversations")
    static let waitForYou = Phrase(fr: "Attendent votre réponse", en: "Wait for your answer")
    static let noConversation = Phrase(fr: "Aucune conversation pour l’instant.", en: "No conversation yet.")
    static let myTutors = Phrase(fr: "Mon tuteur, ma tutrice", en: "My tutors")
    static let myMentors = Phrase(fr: "Mon mentor", en: "My mentor")
    static let asMentor = Phrase(fr: "mentorat", en: "mentoring")
    static let announcements = Phrase(fr: "Annonces", en: "Announcements")
    static let earlierMessages = Phrase(fr: "Messages plus anciens", en: "Earlier messages")
    static let nothingWritten = Phrase(fr: "Personne n’a encore écrit ici.", en: "Nobody has written here yet.")
    static let markAsRead = Phrase(fr: "J’ai tout lu", en: "I have read everything")
    static let onlyReading = Phrase(
        fr: "Ici, l’équipe annonce et chacun lit.", en: "Here the staff tells and everybody reads.")
    static let roomLead = Phrase(
        fr: "Tout le monde ici peut lire et écrire.", en: "Everybody here can read and write.")
    static let announcementsLead = Phrase(
        fr: "Les nouvelles de l’équipe, pour toute la promo.", en: "News from the staff, for the whole cohort.")
    static let yourMessage = Phrase(fr: "Votre message", en: "Your message")
    static let send = Phrase(fr: "Envoyer", en: "Send")
    static let you = Phrase(fr: "Vous", en: "You")
    static let and = Phrase(fr: "et", en: "and")
    static let edited = Phrase(fr: "modifié", en: "edited")
    static let newMessageBadge = Phrase(fr: "nouveau", en: "new")
    static let messageRemoved = Phrase(fr: "Ce message a été retiré.", en: "This message was removed.")
    static let changeMessage = Phrase(fr: "Modifier ou retirer", en: "Change or remove")
    static let messageHidden = Phrase(fr: "L’équipe a retiré ce message.", en: "The team removed this message.")
    static let searchMessages = Phrase(fr: "Chercher dans mes messages", en: "Search my messages")
    static let searchButton = Phrase(fr: "Chercher", en: "Search")
    static let nothingFound = Phrase(
        fr: "Aucun message ne contient ces mots. Essayez avec moins de mots, ou le début d’un mot.",
        en: "No message has these words. Try fewer words, or the beginning of one.")
    static let newestFirst = Phrase(fr: "Du plus récent au plus ancien", en: "From the newest to the oldest")
    static let report = Phrase(fr: "Signaler", en: "Report")
    static let reportMessage = Phrase(fr: "Signaler ce message", en: "Report this message")
    static let reportLead = Phrase(
        fr: "Ce message vous gêne ? Dites pourquoi : l’équipe décide s’il reste. Son auteur ne saura pas que c’est vous.",
        en: "Does this message bother you? Say why: the team decides whether it stays. Its author is not told that it was you.")
    static let reportPrivateLead = Phrase(
        fr: "La coordination de la promo lira ce message, et lui seul. Son auteur ne saura pas que c’est vous.",
        en: "The coordinator of the cohort reads this message, and nothing else. Its author is not told that it was you.")
    static let reportReason = Phrase(fr: "Pourquoi", en: "Why")
    static let reportNote = Phrase(fr: "Ce qu’il faut savoir (facultatif)", en: "What one should know (optional)")
    static let reportedAlready = Phrase(
        fr: "Vous avez signalé ce message. L’équipe le regarde.", en: "You have reported this message. The team looks at it.")
    static let reports = Phrase(fr: "Messages signalés", en: "Reported messages")
    static let reportsLead = Phrase(
        fr: "Retirez un message ou laissez-le. Ce qui est décidé reste écrit.",
        en: "Remove a message or leave it. What was decided stays written.")
    static let openReports = Phrase(fr: "À décider", en: "To decide")
    static let settledReports = Phrase(fr: "Décidés ce mois-ci", en: "Decided this month")
    static let noReport = Phrase(fr: "Rien à décider", en: "Nothing to decide")
    static func reportCount(_ count: Int) -> Phrase {
        .counted(
            count, fr: ("\(count) message est signalé.", "\(count) messages sont signalés."),
            en: ("\(count) message is reported.", "\(count) messages are reported."))
    }
    static func reportedBy(_ name: String, _ moment: String) -> Phrase {
        Phrase(fr: "signalé par \(name), \(moment)", en: "reported by \(name), \(moment)")
    }
    static func messageOf(_ name: String) -> Phrase { Phrase(fr: "Message de \(name) :", en: "Message of \(name):") }
    static let seeInPlace = Phrase(fr: "Voir dans la conversation", en: "See in the conversation")
    static let hideMessage = Phrase(fr: "Retirer le message", en: "Remove the message")
    static let leaveMessage = Phrase(fr: "Le laisser", en: "Leave it")
    static func decided(_ outcome: ReportOutcome, _ name: String, _ moment: String) -> Phrase {
        outcome == .hidden
            ? Phrase(fr: "Retiré par \(name), \(moment)", en: "Removed by \(name), \(moment)")
            : Phrase(fr: "Laissé par \(name), \(moment)", en: "Left by \(name), \(moment)")
    }
    static let moreAboutMessage = Phrase(fr: "Plus", en: "More")
    static let removeMessage = Phrase(fr: "Retirer ce message", en: "Remove this message")
    static let keepChange = Phrase(fr: "Garder la modification", en: "Keep the change")
    static let aboutActivity = Phrase(fr: "À propos de", en: "About")
    static let askAboutActivity = Phrase(fr: "Poser une question à mon tuteur ou ma tutrice", en: "Ask my tutor a question")
    static let discussWithOthers = Phrase(fr: "En parler avec les autres", en: "Talk about it with the others")
    static let takePart = Phrase(fr: "Participer à la discussion", en: "Take part in the discussion")
    static func discussionOf(_ title: String) -> Phrase { Phrase(fr: "Discussion : \(title)", en: "Discussion: \(title)") }
    static func talkOfSession(_ title: String) -> Phrase { Phrase(fr: "Séance : \(title)", en: "Session: \(title)") }
    static let talkInSession = Phrase(fr: "Messages de la séance", en: "Messages of the session")
    static let discussionLead = Phrase(
        fr: "Une question, une idée ? Tous ceux de la formation lisent ici et peuvent répondre.",
        en: "A question, an idea? Everybody in the course reads here and can answer.")
    static let sessionTalkLead = Phrase(
        fr: "Pour ceux de la séance, pendant et après.", en: "For those of the session, during and after it.")
    static let attachFiles = Phrase(fr: "Joindre des fichiers (facultatif)", en: "Attach files (optional)")
    static func attachHint(_ most: Int, megabytes: Int) -> Phrase {
        Phrase(
            fr: "Image, PDF, document ou son : \(most) au plus, \(megabytes) Mo chacun.",
            en: "Picture, PDF, document or sound: at most \(most), \(megabytes) MB each.")
    }
    static let recordVoice = Phrase(fr: "Enregistrer ma voix (2 minutes au plus)", en: "Record my voice (2 minutes at most)")
    static let recordOwnVoice = Phrase(fr: "Enregistrer ma voix", en: "Record my voice")
    static let stopRecording = Phrase(fr: "Arrêter l’enregistrement", en: "Stop recording")
    static let voiceAttached = Phrase(
        fr: "Votre voix est jointe : écoutez, puis envoyez.", en: "Your voice is attached: listen, then send.")
    static let readySentences = Phrase(fr: "Mes phrases prêtes", en: "My ready sentences")
    static let answerMessage = Phrase(fr: "Répondre", en: "Answer")
    static func answerTo(_ author: String) -> Phrase { Phrase(fr: "Réponse à \(author)", en: "Answer to \(author)") }
    static let thisHelped = Phrase(fr: "Cette réponse m’a aidé", en: "This answer helped me")
    static let notTheAnswer = Phrase(fr: "Finalement, non", en: "It did not, after all")
    static let acceptedAnswer = Phrase(fr: "a aidé", en: "helped")
    static let backToSession = Phrase(fr: "Revenir à la séance", en: "Back to the session")
    static let backToActivity = Phrase(fr: "Revenir à l’activité", en: "Back to the activity")
    static let writeToLearner = Phrase(fr: "Écrire un message", en: "Write a message")

    static func readAlong(_ names: String) -> Phrase {
        Phrase(fr: "Lisent et répondent ici : \(names).", en: "Those who read and answer here: \(names).")
    }
    static func waitsSince(_ moment: String) -> Phrase { Phrase(fr: "attend depuis le \(moment)", en: "waiting since \(moment)") }
    static func unreadMessages(_ count: Int) -> Phrase {
        .counted(
            count, fr: ("Vous avez \(count) nouveau message", "Vous avez \(count) nouveaux messages"),
            en: ("You have \(count) new message", "You have \(count) new messages"))
    }
    static func newMessages(_ count: Int) -> Phrase {
        .counted(count, fr: ("\(count) nouveau", "\(count) nouveaux"), en: ("\(count) new", "\(count) new"))
    }
}

extension ReportReason {
    var phrase: Phrase {
        switch self {
        case .insult: Phrase(fr: "Insulte ou mépris", en: "Insult or contempt")
        case .harassment: Phrase(fr: "Harcèlement", en: "Harassment")
        case .personalData: Phrase(fr: "Informations privées de quelqu’un", en: "Somebody’s private information")
        case .offTopic: Phrase(fr: "Publicité ou hors sujet", en: "Advertising or off topic")
        case .other: Phrase(fr: "Autre chose", en: "Something else")
        }
    }
}
