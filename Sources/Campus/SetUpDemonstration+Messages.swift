import Accounts
import Authoring
import CourseContent
import Essentials
import SQL
import Tutoring

/// What people of the demonstration wrote to each other: a question that was answered, one that waits, news, talk among the cohort.
extension Campus {
    private enum Voice {
        case learner(Int), tutor, mentor
    }

    private struct Line {
        let kind: ConversationKind
        /// Which learner a private one is about, by the order of names.
        var about = 0
        let voice: Voice
        let hoursAgo: Int64
        let text: String
    }

    private static let demonstrationLines = [
        Line(
            kind: .announcements, voice: .tutor, hoursAgo: 96,
            text:
                "Bonjour à tous,\n\nLa classe virtuelle de cette semaine parlera de **vos questions**. Écrivez-les ici ou à votre tutrice."
        ),
        Line(
            kind: .cohort, voice: .learner(1), hoursAgo: 71,
            text: "Est-ce que quelqu’un veut réviser avec moi mercredi après-midi ?"),
        Line(kind: .cohort, voice: .learner(2), hoursAgo: 69, text: "Oui, moi ! À 14 heures, en ligne ?"),
        Line(
            kind: .tutoring, voice: .learner(0), hoursAgo: 52,
            text: "Bonjour, je bloque sur le dernier quiz. J’ai relu la leçon, mais je ne comprends pas la question 4."),
        Line(
            kind: .tutoring, voice: .tutor, hoursAgo: 47,
            text:
                "Bonjour ! C’est la question où beaucoup hésitent.\n\n1. Relisez l’exemple au milieu de la leçon.\n2. Refaites-le avec vos mots.\n\nEt dites-moi ce que vous trouvez : je regarde ce soir."
        ),
        Line(kind: .tutoring, voice: .learner(0), hoursAgo: 29, text: "Merci, c’est plus clair. J’ai réessayé et ça passe."),
        Line(
            kind: .tutoring, voice: .tutor, hoursAgo: 26,
            text: "Bravo ! Votre prochaine étape est en haut de votre accueil. On s’appelle jeudi comme prévu ?"),
        Line(
            kind: .tutoring, about: 1, voice: .learner(1), hoursAgo: 74,
            text: "Bonjour, mon ordinateur est en panne jusqu’à lundi. Est-ce que je peux rendre le devoir plus tard ?"),
        Line(
            kind: .mentoring, voice: .mentor, hoursAgo: 30,
            text: "Bonjour ! Je travaille dans ce métier depuis huit ans. Que voulez-vous savoir en premier ?"),
    ]

    /// Writes them where nobody has written yet.
    func addDemonstrationMessages(now: Instant) async throws {
        try await database.writeAlone { writing in
            for definition in DemonstrationCohort.all {
                guard let cohort = try cohorts.cohort(key: definition.key, in: writing),
                    try conversations.conversation(.everybody(in: cohort.id, .announcements), in: writing) == nil
                else { continue }
                let shown = Set(DemonstrationAccount.shown.map(\.login))
                let learners = try memberships.people(of: cohort.id, as: .learner, limit: 100, in: writing).map(\.person)
                // Whose password visitors know comes first: they find an answer.
                let ordered =
                    (learners.filter { shown.contains($0.login) } + learners.filter { !shown.contains($0.login) })
                    .map(\.id)
                let tutor = try memberships.people(of: cohort.id, as: .tutor, limit: 1, in: writing).first?.person.id
                let mentor = try memberships.people(of: cohort.id, as: .mentor, limit: 1, in: writing).first?.person.id
                for line in Self.demonstrationLines {
                    let author: Identifier<Person>? =
                        switch line.voice {
                        case .learner(let index): index < ordered.count ? ordered[index] : nil
                        case .tutor: tutor
                        case .mentor: mentor
                        }
                    guard let author, line.about < ordered.count else { continue }
                    let place =
                        line.kind.isPrivate
                        ? ConversationPlace(cohort: cohort.id, kind: line.kind, subject: ordered[line.about].text)
                        : .everybody(in: cohort.id, line.kind)
                    let moment = now.adding(seconds: -3600 * line.hoursAgo)
                    _ = try conversations.post(
                        .new(at: moment), line.text, html: MessageText.html(line.text), in: place, by: author,
                        to: try audience(of: place, in: writing), isQuestion: place.learner == author, at: moment, in: writing)
                }
                try addDemonstrationDiscussion(in: cohort, by: ordered, now: now, in: writing)
            }
        }
    }

    /// A question about an activity, and an answer of somebody else that helped.
    private func addDemonstrationDiscussion(
        in cohort: Cohort, by learners: [Identifier<Person>], now: Instant, in writing: any WriteTransaction
    ) throws {
        let activities = try publishedCourses(of: cohort.id, in: writing).flatMap { $0.modules.joined() }
        guard learners.count > 2,
            let id = activities.first(where: { $0.activity.kind == .discussion && !$0.activity.isPlanned })?.id
        else { return }
        let place = ConversationPlace(cohort: cohort.id, kind: .activity, subject: id.text)
        let lines = [
            (learners[2], Int64(60), "Je ne sais pas par où commencer. Vous avez un exemple ?"),
            (
                learners[1], Int64(58),
                "Moi, j’ai raconté **une seule** situation : ce qui s’est passé, ce que j’ai fait, le résultat."
            ),
        ]
        var last: Message?
        for (author, hoursAgo, text) in lines {
            let moment = now.adding(seconds: -3600 * hoursAgo)
            last = try conversations.post(
                .new(at: moment), text, html: MessageText.html(text), replyTo: last?.sequence, in: place, by: author,
                to: try audience(of: place, in: writing), isQuestion: false, at: moment, in: writing
            ).message
        }
        if let last, let conversation = try conversations.conversation(place, in: writing) {
            try conversations.accept(
                last, of: conversation, by: learners[2], at: now.adding(seconds: -3600 * 57), in: writing)
        }
    }
}
