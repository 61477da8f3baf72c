import Essentials

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
    static let removeMessage = Phrase(fr: "Retirer ce message", en: "Remove this message")
    static let keepChange = Phrase(fr: "Garder la modification", en: "Keep the change")
    static let aboutActivity = Phrase(fr: "À propos de", en: "About")
    static let askAboutActivity = Phrase(fr: "Poser une question à mon tuteur ou ma tutrice", en: "Ask my tutor a question")
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
