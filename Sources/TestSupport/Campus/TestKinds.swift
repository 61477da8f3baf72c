package import CourseContent
import Essentials

/// ``TestCourse`` with one more module (a document, a session, a discussion, decks, surveys) and a block of a certification.
package enum TestKinds {
    package static let document = "fiche"
    package static let virtualClass = "classe"
    package static let workshop = "salle"
    package static let discussion = "echange"
    package static let deck = "cartes"
    /// A deck that is done when it was read.
    package static let wordList = "mots"
    /// Anonymous.
    package static let survey = "avis"
    package static let namedSurvey = "souhaits"

    /// - throws: `CocoaError` when the files of the course cannot be written to the temporary folder.
    package static func authored() throws -> AuthoredCourse {
        var course = try TestCourse.authored()
        var activities: [ActivityOutline] = []
        func add(
            _ id: String, _ title: String, _ kind: ActivityKind, _ completion: CompletionRule,
            place: ActivityPlace = .distance, language: Language = .french, _ content: ActivityContent
        ) throws {
            let digest = try ContentDigest.canonical(content).digest
            course.contents[digest] = content
            activities.append(
                ActivityOutline(
                    id: id, title: title, kind: kind, minutes: 30, place: place, objectives: ["lire-une-page"],
                    completion: completion, language: language, contentDigest: digest))
        }
        let file = course.assets.first { $0.asset.name == TestAssets.download }?.asset
        try add(
            document, "La fiche <à garder>", .document, .read(minimumSeconds: nil),
            .document(
                DocumentContent(
                    html: "<p>À lire <strong>avant</strong> l'atelier.</p>\n",
                    files: file.map {
                        [DocumentFile(title: "L'aide-mémoire", description: "Une page, <b>simple</b>.", asset: $0)]
                    } ?? [], assets: file.map { [$0.digest] } ?? [])))
        try add(
            virtualClass, "Classe virtuelle", .session, .present,
            .session(
                SessionContent(
                    form: .virtual, html: "<p>On relit vos pages ensemble.</p>\n", preparation: "Choisissez <em>une</em> page.",
                    bring: ["Votre page", "Un casque & un micro"])))
        try add(
            workshop, "Atelier en salle", .session, .present, place: .inPerson,
            .session(SessionContent(form: .inPerson, html: "<p>On dessine un plan.</p>\n")))
        try add(
            discussion, "Se présenter", .discussion, .contributed(posts: 2),
            .discussion(DiscussionContent(html: "<p>Qui êtes-vous, et que cherchez-vous ?</p>\n", posts: 2)))
        let cards = [
            DeckCard(id: "tag", front: "a tag", back: "une balise", example: "A tag opens and closes.", language: "en"),
            DeckCard(id: "lt", front: "<", back: "le signe « inférieur à »"),
        ]
        try add(
            deck, "Les mots du web", .deck, .reviewed(share: 80), .deck(DeckContent(html: "<p>À revoir.</p>\n", cards: cards)))
        try add(
            wordList, "Words of the web", .deck, .read(minimumSeconds: 60), language: .english, .deck(DeckContent(cards: cards)))
        let questions = [
            SurveyQuestion(
                id: "clair", text: "Était-ce <clair> ?", body: .scale(labels: ["Non", "Peu", "Assez", "Bien", "Très bien"])),
            SurveyQuestion(
                id: "lieu", text: "Où travaillez-vous ?",
                body: .choice(
                    options: [
                        AnswerOption(id: "maison", text: "Chez moi"), AnswerOption(id: "salle", text: "En salle & ailleurs"),
                    ],
                    isMultiple: true)),
            SurveyQuestion(
                id: "rythme", text: "Le rythme ?",
                body: .choice(
                    options: [AnswerOption(id: "lent", text: "Lent"), AnswerOption(id: "vif", text: "Vif")], isMultiple: false)),
            SurveyQuestion(id: "mots", text: "Une idée ?", body: .text),
        ]
        try add(
            survey, "Votre avis", .survey, .submitted,
            .survey(SurveyContent(html: "<p>Merci.</p>\n", isAnonymous: true, questions: questions)))
        try add(
            namedSurvey, "Vos souhaits", .survey, .submitted, .survey(SurveyContent(isAnonymous: false, questions: questions)))
        course.outline.objectives.append(Objective(id: "ecrire-un-plan", title: "Écrire un plan"))
        course.outline.competencies = [
            CompetencyBlock(
                id: "front", code: "RNCP37674BC01", title: "Développer la partie front-end",
                objectives: ["lire-une-page", "ecrire-un-plan"])
        ]
        course.outline.modules.append(
            ModuleOutline(
                id: "sortes", title: "Toutes les sortes", objectives: ["lire-une-page"], activities: activities,
                canDo: [
                    CanDo(id: "nommer-une-balise", level: .a1, text: "Nommer une balise <p> & dire à quoi elle sert."),
                    CanDo(id: "lire-une-page", level: .a2, text: "Lire une page sans aide."),
                ]))
        return course
    }
}
