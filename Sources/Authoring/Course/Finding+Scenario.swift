import CourseContent
import Essentials

extension Finding {
    static func unknownScene(_ id: String, known: [String]) -> Finding {
        Finding(
            "unknown-scene",
            Phrase(fr: "La scène « \(excerpt(id)) » n’existe pas.", en: "There is no scene \"\(excerpt(id))\"."),
            hint: .nearest(to: id, among: known))
    }

    static func unreachableScene(_ id: String) -> Finding {
        Finding(
            "unreachable-scene",
            Phrase(fr: "Aucun choix ne mène à la scène « \(id) ».", en: "No choice leads to the scene \"\(id)\"."),
            hint: Phrase(
                fr: "Écrivez « to: \(id) » dans un choix, ou retirez-la.", en: "Write \"to: \(id)\" in a choice, or take it out.")
        )
    }

    static func noWayToAnEnding(_ id: String) -> Finding {
        Finding(
            "no-way-to-an-ending",
            Phrase(
                fr: "De la scène « \(id) », une fin n’est pas toujours possible.",
                en: "From the scene \"\(id)\" an ending is not always possible."),
            hint: Phrase(
                fr: "Quelles que soient les variables, un choix offert doit mener vers une fin : ajoutez-en un sans « if ».",
                en: "Whatever the variables are, a choice that is offered is to lead towards an ending: add one without \"if\"."))
    }

    static let noEnding = Finding(
        "no-ending", Phrase(fr: "Ce scénario n’a pas de fin.", en: "This scenario has no ending."),
        hint: Phrase(
            fr: "Donnez à une scène « ending: { score: 80, debrief: … } ».",
            en: "Give a scene \"ending: { score: 80, debrief: … }\"."))

    static let endingWithChoices = Finding(
        "ending-with-choices",
        Phrase(fr: "Une scène de fin n’a pas de choix.", en: "A scene that ends has no choices."),
        hint: Phrase(fr: "Retirez « choices » ou « ending ».", en: "Take \"choices\" or \"ending\" out."))

    static let sceneWithoutChoice = Finding(
        "scene-without-choice",
        Phrase(fr: "Cette scène n’a ni choix ni fin.", en: "This scene has neither choices nor an ending."),
        hint: Phrase(fr: "Ajoutez « choices » ou « ending ».", en: "Add \"choices\" or \"ending\"."))

    static func unknownVariable(_ name: String, known: [String]) -> Finding {
        Finding(
            "unknown-variable",
            Phrase(fr: "La variable « \(excerpt(name)) » n’existe pas.", en: "There is no variable \"\(excerpt(name))\"."),
            hint: known.isEmpty
                ? Phrase(fr: "Déclarez-la dans « variables ».", en: "Declare it in \"variables\".")
                : .nearest(to: name, among: known))
    }

    static func variableNeverSet(_ id: String) -> Finding {
        Finding(
            "variable-never-set",
            Phrase(fr: "Aucun choix ne change la variable « \(id) ».", en: "No choice changes the variable \"\(id)\"."),
            hint: Phrase(
                fr: "Ajoutez « set: { \(id): 1 } » ou « add: { \(id): 1 } » à un choix, ou retirez-la.",
                en: "Add \"set: { \(id): 1 }\" or \"add: { \(id): 1 }\" to a choice, or take it out."))
    }

    static func variableWithoutUse(_ id: String) -> Finding {
        Finding(
            "variable-without-use", severity: .warning,
            Phrase(
                fr: "La variable « \(id) » est cachée et ne décide de rien.",
                en: "The variable \"\(id)\" is hidden and decides nothing."),
            hint: Phrase(
                fr: "Montrez-la, ou servez-vous-en dans un « if » ou un « score ».",
                en: "Show it, or use it in an \"if\" or a \"score\"."))
    }

    static let boundsReversed = Finding(
        "bounds", Phrase(fr: "« min » est plus petit que « max ».", en: "\"min\" is smaller than \"max\"."),
        hint: Phrase(fr: "Par exemple « min: 0, max: 10 ».", en: "For example \"min: 0, max: 10\"."))

    static let addsNothing = Finding(
        "adds-nothing", severity: .warning, Phrase(fr: "Ajouter 0 ne change rien.", en: "Adding 0 changes nothing."),
        hint: Phrase(fr: "Retirez-le, ou écrivez un autre nombre.", en: "Take it out, or write another number."))

    static func badCondition(_ text: String) -> Finding {
        Finding(
            "condition",
            Phrase(
                fr: "« \(excerpt(text)) » ne se lit pas comme une condition.",
                en: "\"\(excerpt(text))\" cannot be read as a condition."),
            hint: Phrase(
                fr: "Une variable, l’un de < <= = != >= >, et un nombre entier : « temps >= 20 ».",
                en: "A variable, one of < <= = != >= >, and a whole number: \"time >= 20\"."))
    }

    static func conditionNeverHolds(_ text: String, _ bounds: ClosedRange<Int>) -> Finding {
        Finding(
            "condition-never-holds",
            Phrase(
                fr: "« \(excerpt(text)) » n’est jamais vrai : la variable va de \(bounds.lowerBound) à \(bounds.upperBound).",
                en: "\"\(excerpt(text))\" is never true: the variable goes from \(bounds.lowerBound) to \(bounds.upperBound)."),
            hint: Phrase(fr: "Corrigez la condition ou les bornes.", en: "Correct the condition or the bounds."))
    }

    static func conditionAlwaysHolds(_ text: String, _ bounds: ClosedRange<Int>) -> Finding {
        Finding(
            "condition-always-holds", severity: .warning,
            Phrase(
                fr: "« \(excerpt(text)) » est toujours vrai : la variable va de \(bounds.lowerBound) à \(bounds.upperBound).",
                en: "\"\(excerpt(text))\" is always true: the variable goes from \(bounds.lowerBound) to \(bounds.upperBound)."),
            hint: Phrase(fr: "Retirez la condition, ou corrigez-la.", en: "Take the condition out, or correct it."))
    }

    static func scoreOutOfRange(_ range: ClosedRange<Int>) -> Finding {
        Finding(
            "score-range",
            Phrase(
                fr:
                    "Ce score va de \(range.lowerBound) à \(range.upperBound) : il serait toujours le même une fois ramené entre 0 et 100.",
                en:
                    "This score goes from \(range.lowerBound) to \(range.upperBound): brought to 0 to 100 it would always be the same."
            ),
            hint: Phrase(fr: "Changez « base » ou les points.", en: "Change \"base\" or the points."))
    }

    static func scoreIsCut(_ range: ClosedRange<Int>) -> Finding {
        Finding(
            "score-range", severity: .warning,
            Phrase(
                fr: "Ce score peut aller de \(range.lowerBound) à \(range.upperBound) : il est ramené entre 0 et 100.",
                en: "This score can go from \(range.lowerBound) to \(range.upperBound): it is brought to 0 to 100."),
            hint: Phrase(
                fr: "C’est permis ; changez « base » ou les points si ce n’est pas voulu.",
                en: "That is allowed; change \"base\" or the points if it is not meant."))
    }
}
