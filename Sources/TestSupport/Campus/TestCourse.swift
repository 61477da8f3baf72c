package import CourseContent
import Essentials
import Foundation

/// A course made in code: two modules with lessons, a quiz of every type of question, and what is planned, optional and in person.
package enum TestCourse {
    package static let key = "premiers-pas-web"
    package static let welcome = "bienvenue"
    /// Staying 90 seconds is enough.
    package static let tags = "balises"
    package static let quiz = "verifier"
    package static let workshop = "atelier"
    /// In English.
    package static let reading = "reading"
    package static let optional = "pour-aller-plus-loin"
    package static let planned = "projet"
    /// Only in a course that is made with it.
    package static let assignment = "se-presenter"

    /// The course as Authoring would give it.
    ///
    /// - Parameters:
    ///   - quiz: what stands in the place of its quiz.
    ///   - isPlayed: whether ``optional`` is a scenario.
    ///   - isListened: whether ``tags`` is a lesson with a recording of a minute, of which 80 % are to be played.
    /// - throws: `CocoaError` when the files of the course cannot be written to the temporary folder.
    package static func authored(
        quiz replaced: QuizContent = TestTexts.quiz, isListened: Bool = false, isPlayed: Bool = false,
        withAssignment: Bool = false
    ) throws -> AuthoredCourse {
        let assets = try TestAssets.authored()
        var contents: [String: ActivityContent] = [:]
        func keep(_ content: ActivityContent) throws -> String {
            let digest = try ContentDigest.canonical(content).digest
            contents[digest] = content
            return digest
        }
        let recording = MediaOutline(name: "dialogue", milliseconds: 60_000)
        let discover = ModuleOutline(
            id: "decouvrir", title: "Découvrir", summary: "Ce qu'est une page web.", objectives: ["lire-une-page"],
            activities: [
                activity(welcome, "Bienvenue", .lesson, 10, contentDigest: try keep(lesson(TestTexts.welcome(assets)))),
                activity(
                    tags, "Les balises", .lesson, 20, isListened ? .played(share: 80) : .read(minimumSeconds: 90),
                    contentDigest: try keep(lesson(isListened ? TestTexts.listened(assets) : TestTexts.tags)),
                    media: isListened ? [recording] : nil),
                activity(
                    quiz, "Vérifier", .quiz, 15, .passed(score: 60), isEvaluation: true,
                    contentDigest: try keep(.quiz(replaced))),
            ])
        let goOn = ModuleOutline(
            id: "avancer", title: "Avancer", objectives: ["lire-une-page"], inPersonMinutes: 180,
            activities: [
                activity(
                    workshop, "Atelier : ma première page", .lesson, 0, place: .inPerson,
                    contentDigest: try keep(lesson(TestTexts.workshop))),
                activity(
                    reading, "Reading documentation", .lesson, 25, language: .english,
                    contentDigest: try keep(lesson(TestTexts.reading))),
                activity(
                    optional, "Pour aller plus loin", isPlayed ? .scenario : .lesson, 30,
                    isPlayed ? .passed(score: 60) : .read(minimumSeconds: nil), isOptional: true,
                    contentDigest: try keep(isPlayed ? .scenario(TestTexts.scenario) : lesson(TestTexts.optional))),
                activity(planned, "Mon projet", .assignment, 120, contentDigest: nil),
            ])
        var modules = [discover, goOn]
        if withAssignment {
            let digest = try keep(.assignment(TestTexts.assignment))
            modules[1].activities.append(activity(assignment, "Se présenter", .assignment, 30, .submitted, contentDigest: digest))
        }
        return AuthoredCourse(outline: outline(modules), contents: contents, assets: assets)
    }

    private static func outline(_ modules: [ModuleOutline]) -> CourseOutline {
        CourseOutline(
            key: key, title: "Premiers pas sur le web", language: .french, mode: .hybrid,
            summary: "Vous lisez, écrivez et corrigez une page web accessible.", hours: CourseHours(total: 14.5, inPerson: 3),
            weeks: 4, audience: "Savoir se servir d'un navigateur.",
            objectives: [Objective(id: "lire-une-page", title: "Lire et corriger une page web")],
            contacts: CourseContacts(
                pedagogical: CourseContact(
                    title: "Votre tutrice ou votre tuteur", hoursToAnswer: 24, email: "tutorat@exemple.fr"),
                technical: CourseContact(title: "L'assistance", hoursToAnswer: 8, phone: "01 23 45 67 89")),
            certification: Certification(
                title: "Développeur web et web mobile", code: "RNCP37674", note: "Le cours prépare une partie du titre."),
            modules: modules)
    }

    private static func activity(
        _ id: String, _ title: String, _ kind: ActivityKind, _ minutes: Int,
        _ completion: CompletionRule = .read(minimumSeconds: nil),
        place: ActivityPlace = .distance, isOptional: Bool = false, language: Language = .french, isEvaluation: Bool = false,
        contentDigest: String?, media: [MediaOutline]? = nil
    ) -> ActivityOutline {
        ActivityOutline(
            id: id, title: title, kind: kind, minutes: minutes, place: place, objectives: ["lire-une-page"],
            completion: completion, isOptional: isOptional, language: language, contentDigest: contentDigest,
            isEvaluation: isEvaluation, media: media)
    }

    private static func lesson(_ html: String) -> ActivityContent {
        .lesson(LessonContent(html: html, words: html.split(separator: " ").count, assets: []))
    }
}

/// The files of ``TestCourse``.
package enum TestAssets {
    package static let image = "schema.svg"
    /// 200,003 bytes: more than is read at once.
    package static let sound = "dialogue.mp3"
    package static let download = "aide-mémoire.txt"

    static func authored() throws -> [AuthoredAsset] {
        let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><path d=\"M0 0h4v4z\"/></svg>\n"
        return [
            try asset(image, "image/svg+xml", drawing),
            try asset(sound, "audio/mpeg", Array("ID3".utf8) + (0..<200_000).map { UInt8(truncatingIfNeeded: $0 * $0 >> 7) }),
            try asset(download, "text/plain; charset=utf-8", "Une balise s'ouvre et se ferme.\n"),
        ]
    }

    private static func asset(_ name: String, _ mediaType: String, _ text: String) throws -> AuthoredAsset {
        try asset(name, mediaType, Array(text.utf8))
    }

    private static func asset(_ name: String, _ mediaType: String, _ bytes: [UInt8]) throws -> AuthoredAsset {
        let source = URL(filePath: TemporaryFolder.newPath("asset"))
        try Data(bytes).write(to: source)
        return AuthoredAsset(
            asset: CourseAsset(digest: ContentDigest.of(bytes), name: name, mediaType: mediaType, size: bytes.count),
            source: source)
    }
}
