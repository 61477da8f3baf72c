import Accounts
import Assessment
import CourseContent
import Essentials
import Progress
import SQL

/// What learners of the demonstration hand in, and what their tutor says of it.
extension DemonstrationPlayer {
    /// Hands in the assignments that stand between two steps of a story; a tutor has marked most of what was sent five days ago.
    func handIn(
        between last: DemonstrationStory.Step?, and next: DemonstrationStory.Step, _ course: LibraryCourse, _ viewer: Viewer,
        in cohort: DemonstrationCohort
    ) async throws {
        let activities = course.outline.activities
        guard let end = activities.firstIndex(where: { $0.id == next.activity.id }) else { return }
        let start = last.flatMap { last in activities.firstIndex { $0.id == last.activity.id } } ?? 0
        guard start < end else { return }
        for activity in activities[start..<end] where activity.kind == .assignment && !activity.isPlanned {
            var random = DemonstrationRandom("\(viewer.person.login) \(activity.id)")
            time.now = next.startedAt.adding(seconds: -Int64(random.number(in: 120...600)))
            let reading = try await campus.activity(activity.id, of: course.outline.key, for: viewer)
            guard case .assignment(let assignment) = reading.content, assignment.text != nil, reading.closed.isEmpty,
                reading.learner != nil, try await campus.assignment(at: reading).submissions.isEmpty
            else { continue }
            let (kept, _, _) = try await campus.handIn(
                .new(at: time.now, using: &random), text: Self.texts[random.number(in: 0...(Self.texts.count - 1))], files: [],
                of: activity.id, of: course.outline.key, by: viewer)
            let markedAt = time.now.adding(seconds: Int64(random.number(in: 1...3)) * 86_400)
            guard markedAt < now.adding(seconds: -2 * 86_400), random.chance(4, in: 5) else { continue }
            time.now = markedAt
            try await mark(kept.submission.id, assignment, in: cohort, &random)
        }
    }

    private func mark(
        _ id: Identifier<Submission>, _ assignment: AssignmentContent, in cohort: DemonstrationCohort,
        _ random: inout DemonstrationRandom
    ) async throws {
        guard let tutor = DemonstrationPerson.members(of: cohort).first(where: { $0.role == .tutor }),
            let person = try await viewer(tutor.person)?.person,
            let cohortID = try await campus.database.read({ try campus.cohorts.cohort(key: cohort.key, in: $0)?.id })
        else { return }
        let viewer = Viewer(person: person, roles: Roles(cohorts: [cohortID: [.tutor]]), session: nil)
        var levels: [String: String] = [:]
        for criterion in assignment.rubric {
            // Rarely the weakest.
            let best = criterion.levels.count - 1
            let level = random.chance(1, in: 8) ? 0 : random.number(in: max(0, best - 1)...best)
            levels[criterion.id] = criterion.levels[level].id
        }
        let whole = assignment.rubric.isEmpty ? assignment.points * 0.75 : nil
        _ = try await campus.mark(
            id, levels: levels, points: whole, comment: Self.comments[random.number(in: 0...(Self.comments.count - 1))],
            by: viewer)
    }

    /// What everybody of the demonstration writes, one of three.
    private static let texts = [
        """
        Bonjour. Je voulais afficher l’image de mon chat en haut de ma page index.html. J’ai mis le fichier chat.jpg dans le dossier \
        images, puis j’ai écrit la balise img avec src="image/chat.jpg". J’ai enregistré et rechargé la page dans Firefox. À la place \
        de l’image, il y a un petit carré vide. Dans la console je lis : GET image/chat.jpg 404 Not Found. J’ai déjà essayé de changer \
        le nom du fichier en minuscules et de recharger sans le cache. Le carré est toujours là.
        """,
        """
        Bonjour à tous. Ce matin je voulais enregistrer mon travail avec Git dans le dossier projet-cv. J’ai ouvert le terminal, tapé \
        git add . puis git commit -m "Titre de la page". Le terminal a répondu : Author identity unknown. Please tell me who you are. \
        J’ai relancé la commande deux fois, puis fermé et rouvert le terminal, et j’ai le même message. J’ai lu la page d’aide de \
        git commit mais je ne vois pas quoi mettre. Est-ce que je dois créer un compte quelque part ?
        """,
        """
        Bonjour. Je suis sur l’exercice des liens, dans le fichier contact.html. Je veux que le lien « Retour » ramène à l’accueil. \
        J’ai écrit a href="accueil.html" et j’ai cliqué dans le navigateur. J’obtiens : Fichier introuvable, Firefox ne peut trouver \
        le fichier accueil.html. Mon fichier d’accueil s’appelle index.html et il est dans le dossier au-dessus. J’ai essayé avec \
        index.html tout court et c’est pareil. Je crois que c’est le dossier, mais je ne sais pas comment l’écrire.
        """,
    ]

    private static let comments = [
        "Votre message se lit sans vous : c’est exactement ce qu’il faut. Gardez-le comme modèle.",
        "Le but et les gestes y sont. Recopiez l’erreur en entier la prochaine fois : c’est elle qui met sur la voie.",
        "Bon début. Dites dans quel fichier vous êtes dès la première phrase, on gagne du temps.",
    ]
}
