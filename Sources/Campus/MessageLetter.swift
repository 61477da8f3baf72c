import Accounts
import Essentials
import Outbound
import Tutoring

/// The words of letters about messages. They say who and where, never what.
struct MessageLetter {
    let subject: String
    let body: String

    /// Somebody answered a learner.
    static func answer(
        from author: PersonName, at address: Campus.ConversationAddress, cohort: Cohort, to reader: PersonName,
        in language: Language, refusal: String
    ) -> MessageLetter {
        func say(_ fr: String, _ en: String) -> String { Phrase(fr: fr, en: en).in(language) }
        let page = LetterDraft.site + path(of: address)
        let name = author.full
        return MessageLetter(
            subject: typed(say("\(name) vous a écrit", "\(name) has written to you")),
            body: typed(say("Bonjour \(reader.given),", "Hello \(reader.given),")) + "\n\n"
                + typed(say("\(name) vous a écrit.", "\(name) has written to you.")) + "\n\n"
                + say("Lire et répondre : \(page)", "Read and answer: \(page)") + "\n\n-- \n"
                + footer(cohort.title, language, refusal))
    }

    /// A learner asks to be called.
    static func call(
        for learner: PersonName, cohort: Cohort, to reader: PersonName, in language: Language, refusal: String
    ) -> MessageLetter {
        func say(_ fr: String, _ en: String) -> String { Phrase(fr: fr, en: en).in(language) }
        let page = LetterDraft.site + "/today"
        let name = learner.full
        let asks = typed(say("\(name) demande un appel", "\(name) asks for a call"))
        return MessageLetter(
            subject: asks,
            body: typed(say("Bonjour \(reader.given),", "Hello \(reader.given),")) + "\n\n" + asks + ".\n\n"
                + say("Le numéro et les heures : \(page)", "The number and the hours: \(page)") + "\n\n-- \n"
                + footer(cohort.title, language, refusal))
    }

    /// What is new, at the hour that the reader chose.
    static func digest(
        _ lines: [Campus.ListedConversation], to reader: PersonName, in language: Language, refusal: String
    ) -> MessageLetter {
        func say(_ fr: String, _ en: String) -> String { Phrase(fr: fr, en: en).in(language) }
        let count = lines.reduce(0) { $0 + ($1.line?.unread ?? 0) }
        let counted = Phrase.counted(
            count, fr: ("\(count) nouveau message", "\(count) nouveaux messages"),
            en: ("\(count) new message", "\(count) new messages")
        ).in(language)
        let list = lines.map { line in
            "- \(typed(title(of: line, language))) (\(line.line?.unread ?? 0))"
                + (line.mentions > 0 ? say(" : on vous mentionne", ": somebody mentions you") : "")
        }.joined(separator: "\n")
        let page = LetterDraft.site + "/messages"
        return MessageLetter(
            subject: say("\(counted) sur Rebond", "\(counted) on Rebond"),
            body: typed(say("Bonjour \(reader.given),", "Hello \(reader.given),")) + "\n\n"
                + say("Vous avez \(counted) :", "You have \(counted):") + "\n\n" + list + "\n\n"
                + say("Les lire : \(page)", "Read them: \(page)") + "\n\n-- \n"
                + footer(lines.first?.cohort.title ?? "", language, refusal))
    }

    private static func title(of line: Campus.ListedConversation, _ language: Language) -> String {
        let name: Phrase =
            switch line.address.kind {
            case .tutoring, .mentoring:
                line.learner.map { Phrase(fr: $0.full, en: $0.full) } ?? Phrase(fr: "Un stagiaire", en: "A learner")
            case .cohort: Phrase(fr: "Toute la promo", en: "The whole cohort")
            case .group: line.group.map { Phrase(fr: $0.title, en: $0.title) } ?? Phrase(fr: "Un groupe", en: "A group")
            case .announcements: Phrase(fr: "Annonces", en: "Announcements")
            case .activity, .session:
                line.title.map { Phrase(fr: $0, en: $0) } ?? Phrase(fr: "Une discussion", en: "A discussion")
            }
        return name.in(language) + ", " + line.cohort.title
    }

    private static func path(of address: Campus.ConversationAddress) -> String {
        "/conversations/\(address.cohort)/\(address.kind.rawValue)/\(address.subject)"
    }

    private static func footer(_ title: String, _ language: Language, _ refusal: String) -> String {
        SessionLetter.footer(typed(title), language, refusal) + "\n"
    }

    /// Never the sign that stands for the site's address.
    private static func typed(_ text: String) -> String { text.replacing(LetterDraft.site, with: "") }
}
