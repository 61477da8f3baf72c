import CourseContent
import Essentials

extension Finding {
    static func unknownFormat(_ version: Int) -> Finding {
        Finding(
            "unknown-format",
            Phrase(fr: "La version \(version) du format n’est pas connue.", en: "Version \(version) of the format is not known."),
            hint: Phrase(fr: "Écrivez « format: 1 ».", en: "Write \"format: 1\"."))
    }

    static let inPersonAboveTotal = Finding(
        "hours",
        Phrase(
            fr: "Il y a plus d’heures en présence que d’heures en tout.", en: "There are more hours in person than hours in all."),
        hint: Phrase(fr: "« total » comprend les heures en présence.", en: "\"total\" includes the hours in person."))

    static func inPersonAtADistance(_ mode: CourseMode) -> Finding {
        Finding(
            "hours",
            Phrase(
                fr: "Un cours « \(mode.rawValue) » se suit entièrement à distance.",
                en: "A \"\(mode.rawValue)\" course is followed entirely at a distance."),
            hint: Phrase(
                fr: "Retirez « in-person », ou écrivez « mode: hybrid ».",
                en: "Take \"in-person\" out, or write \"mode: hybrid\"."))
    }

    static let levelsReversed = Finding(
        "levels",
        Phrase(
            fr: "Le niveau d’arrivée est plus bas que celui de départ.", en: "The level at the end is lower than at the start."),
        hint: Phrase(fr: "Par exemple « { from: A2, to: B1 } ».", en: "For example \"{ from: A2, to: B1 }\"."))

    static let weeksReversed = Finding(
        "weeks",
        Phrase(fr: "La dernière semaine vient avant la première.", en: "The last week comes before the first."),
        hint: Phrase(fr: "Les semaines se comptent à partir de 1.", en: "Weeks are counted from 1."))

    static func notAnHour(_ text: String) -> Finding {
        Finding(
            "hour",
            Phrase(fr: "« \(excerpt(text)) » n’est pas une heure.", en: "\"\(excerpt(text))\" is no hour."),
            hint: Phrase(fr: "Écrivez-la entre guillemets, comme « \"09:30\" ».", en: "Write it in quotes, like \"09:30\"."))
    }

    static func badEmail(_ text: String) -> Finding {
        Finding(
            "email",
            Phrase(
                fr: "« \(excerpt(text)) » n’est pas une adresse électronique.",
                en: "\"\(excerpt(text))\" is not an e-mail address."),
            hint: Phrase(fr: "Par exemple « aide@exemple.fr ».", en: "For example \"help@example.com\"."))
    }

    static func badWebAddress(_ text: String) -> Finding {
        Finding(
            "web-address",
            Phrase(fr: "« \(excerpt(text)) » n’est pas une adresse web.", en: "\"\(excerpt(text))\" is not a web address."),
            hint: Phrase(fr: "Elle commence par « https:// ».", en: "It begins with \"https://\"."))
    }

    static func duplicateID(_ id: String, file: String, line: Int) -> Finding {
        Finding(
            "duplicate-id",
            Phrase(
                fr: "L’identifiant « \(id) » est déjà pris : \(file), ligne \(line).",
                en: "The id \"\(id)\" is already taken: \(file), line \(line)."),
            hint: Phrase(
                fr: "Donnez un autre identifiant à ce qui n’est pas encore publié.",
                en: "Give another id to what is not published yet."))
    }

    static func unknownObjective(_ id: String, known: [String]) -> Finding {
        Finding(
            "unknown-objective",
            Phrase(fr: "L’objectif « \(id) » n’est pas dans course.yml.", en: "The objective \"\(id)\" is not in course.yml."),
            hint: .nearest(to: id, among: known))
    }

    static func repeatedObjective(_ id: String) -> Finding {
        Finding(
            "duplicate-id",
            Phrase(fr: "L’objectif « \(id) » est écrit deux fois.", en: "The objective \"\(id)\" is written twice."),
            hint: Phrase(fr: "Gardez-le une fois.", en: "Keep it once."))
    }

    static let missingMinutes = Finding(
        "missing-minutes",
        Phrase(
            fr: "Une activité à distance annonce sa durée moyenne (Code du travail, D6313-3-1).",
            en: "An activity at a distance states its average duration (Code du travail, D6313-3-1)."),
        hint: Phrase(
            fr: "Ajoutez « minutes: 20 », ou « place: in-person » si elle se fait en présence.",
            en: "Add \"minutes: 20\", or \"place: in-person\" if it is done in person."))

    static func minimumAboveMinutes(_ minutes: Int, key: String) -> Finding {
        Finding(
            "minimum-above-minutes", severity: .warning,
            Phrase(
                fr: "Le temps minimum dépasse la durée annoncée (\(minutes) min).",
                en: "The minimum time is above the stated duration (\(minutes) min)."),
            hint: Phrase(
                fr: "Baissez « \(key) » dans la règle, ou corrigez la durée de l’activité.",
                en: "Lower \"\(key)\" in the rule, or correct the duration of the activity."))
    }

    static func wrongCompletion(_ text: String, expected: [String]) -> Finding {
        let examples = [
            "read": "{ rule: read, minimum-minutes: 5 }", "passed": "{ rule: passed, score: 70 }",
            "played": "{ rule: played, share: 80 }", "reviewed": "{ rule: reviewed, share: 80 }",
            "time": "{ rule: time, minutes: 10 }",
        ]
        let known = expected + expected.compactMap { examples[$0] }
        let list = Phrase(
            fr: known.map { "« \($0) »" }.joined(separator: " ou "), en: known.map { "\"\($0)\"" }.joined(separator: " or "))
        return Finding(
            "completion",
            Phrase(
                fr: "« \(excerpt(text)) » n’est pas une règle d’achèvement possible ici.",
                en: "\"\(excerpt(text))\" is not a completion rule that can be used here."),
            hint: Phrase(fr: "Écrivez \(list.fr).", en: "Write \(list.en)."))
    }

    static func keyOfOtherRule(_ key: String, rule: String) -> Finding {
        Finding(
            "completion",
            Phrase(fr: "« \(key) » va avec la règle « \(rule) ».", en: "\"\(key)\" goes with the rule \"\(rule)\"."),
            hint: Phrase(
                fr: "Retirez cette clé, ou changez de règle.", en: "Take this key out, or change the rule."))
    }

    static let playedWithoutMedia = Finding(
        "completion",
        Phrase(
            fr: "La règle « played » demande une vidéo ou un son dans la leçon.",
            en: "The rule \"played\" needs a video or a sound in the lesson."),
        hint: Phrase(
            fr: "Ajoutez « ![Le dialogue](files/dialogue.mp3) », ou écrivez « completion: read ».",
            en: "Add \"![The dialogue](files/dialogue.mp3)\", or write \"completion: read\"."))

    static let evaluationWithoutObjective = Finding(
        "evaluation-without-objective",
        Phrase(fr: "Une évaluation dit quels objectifs elle évalue.", en: "An evaluation says which objectives it evaluates."),
        hint: Phrase(
            fr: "Ajoutez « objectives: [...] », ou retirez « evaluation: true ».",
            en: "Add \"objectives: [...]\", or take \"evaluation: true\" out."))

    static let noEvaluation = Finding(
        "no-evaluation",
        Phrase(
            fr: "Aucune évaluation n’est reliée à un objectif : le cours serait refusé.",
            en: "No evaluation is tied to an objective: the course would be refused."),
        hint: Phrase(
            fr: "Ajoutez un quiz avec « objectives: [...] » (et sans « evaluation: false »).",
            en: "Add a quiz with \"objectives: [...]\" (and without \"evaluation: false\")."))

    static let noModule = Finding(
        "no-module", Phrase(fr: "Ce cours n’a pas de module.", en: "This course has no module."),
        hint: Phrase(
            fr: "Un module est un dossier dont le nom commence par un nombre, par exemple « 01-premiers-pas ».",
            en: "A module is a folder whose name begins with a number, for example \"01-first-steps\"."))

    static let emptyModule = Finding(
        "empty-module", severity: .warning,
        Phrase(fr: "Ce module n’a aucune activité.", en: "This module has no activity."),
        hint: Phrase(
            fr: "Écrivez une leçon, ou annoncez-en une dans « planned ».", en: "Write a lesson, or announce one in \"planned\"."))

    static func unknownAfter(_ id: String, known: [String]) -> Finding {
        Finding(
            "unknown-activity",
            Phrase(fr: "« \(id) » n’est pas une activité de ce module.", en: "\"\(id)\" is not an activity of this module."),
            hint: .nearest(to: id, among: known))
    }

    static func circularAfter(_ id: String) -> Finding {
        Finding(
            "circular-order",
            Phrase(fr: "« \(id) » se suit elle-même, en boucle.", en: "\"\(id)\" follows itself in a circle."),
            hint: Phrase(fr: "Faites-la suivre une activité écrite.", en: "Let it follow an activity that is written."))
    }

    static let frontMatterMissing = Finding(
        "front-matter",
        Phrase(
            fr: "Une leçon commence par un en-tête entre deux lignes « --- ».",
            en: "A lesson begins with a header between two \"---\" lines."),
        hint: Phrase(
            fr: "Commencez par « --- », « id: … », « title: … », « minutes: … », « --- ».",
            en: "Begin with \"---\", \"id: …\", \"title: …\", \"minutes: …\", \"---\"."))

    static let frontMatterUnclosed = Finding(
        "front-matter", Phrase(fr: "L’en-tête n’est pas fermé.", en: "The header is not closed."),
        hint: Phrase(fr: "Ajoutez une ligne « --- » après ses clés.", en: "Add a \"---\" line after its keys."))

    static let emptyLesson = Finding(
        "empty-lesson", Phrase(fr: "Cette leçon n’a pas de texte.", en: "This lesson has no text."),
        hint: Phrase(
            fr: "Écrivez-le après l’en-tête, ou annoncez la leçon dans « planned ».",
            en: "Write it after the header, or announce the lesson in \"planned\"."))

    static let cannotBeKept = Finding(
        "cannot-be-kept", Phrase(fr: "Ce contenu ne peut pas être enregistré.", en: "This content cannot be kept."),
        hint: Phrase(fr: "Vérifiez ses nombres.", en: "Check its numbers."))
}
