import Essentials

extension Finding {
    static let mixedFeedback = Finding(
        "feedback",
        Phrase(
            fr: "« right » et « wrong » ne se mêlent pas à « true » et « false ».",
            en: "\"right\" and \"wrong\" do not mix with \"true\" and \"false\"."),
        hint: Phrase(fr: "Gardez l’une des deux paires.", en: "Keep one of the two pairs."))

    static func choiceCount(_ count: Int) -> Finding {
        Finding(
            "choice-count",
            Phrase(
                fr: "Il faut de 2 à 12 choix ; il y en a \(count).", en: "There must be 2 to 12 choices; there are \(count)."),
            hint: Phrase(fr: "Ajoutez ou retirez des choix.", en: "Add or remove choices."))
    }

    static let noRightChoice = Finding(
        "no-right-answer", Phrase(fr: "Aucun choix n’est juste.", en: "No choice is right."),
        hint: Phrase(fr: "Ajoutez « correct: true » au bon choix.", en: "Add \"correct: true\" to the right choice."))

    static func severalRightChoices(_ count: Int) -> Finding {
        Finding(
            "several-right-answers",
            Phrase(
                fr: "Une question « single » a un seul choix juste ; il y en a \(count).",
                en: "A \"single\" question has one right choice; there are \(count)."),
            hint: Phrase(fr: "Gardez-en un, ou écrivez « type: multiple ».", en: "Keep one, or write \"type: multiple\"."))
    }

    static func duplicateAnswer(_ text: String, line: Int) -> Finding {
        Finding(
            "duplicate-answer",
            Phrase(
                fr: "« \(excerpt(text)) » est déjà proposé ligne \(line).",
                en: "\"\(excerpt(text))\" is already there on line \(line)."),
            hint: Phrase(fr: "Gardez l’un des deux.", en: "Keep one of the two."))
    }

    static func sameVariant(_ text: String, line: Int) -> Finding {
        Finding(
            "same-answer", severity: .warning,
            Phrase(
                fr: "« \(excerpt(text)) » se compare comme le texte de la ligne \(line).",
                en: "\"\(excerpt(text))\" compares like the text on line \(line)."),
            hint: Phrase(
                fr: "Majuscules, accents, espaces et forme des apostrophes ne comptent pas : gardez une seule forme.",
                en: "Capitals, accents, spaces and the shape of apostrophes do not matter: keep one form."))
    }

    static func wrongIsRight(_ text: String) -> Finding {
        Finding(
            "wrong-answer-is-right",
            Phrase(fr: "« \(excerpt(text)) » est aussi une bonne réponse.", en: "\"\(excerpt(text))\" is also a right answer."),
            hint: Phrase(
                fr: "Retirez-le de « wrong-answers », ou corrigez la réponse ou sa tolérance.",
                en: "Take it out of \"wrong-answers\", or correct the answer or its tolerance."))
    }
}
