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

/// Questions that have several fields, and units.
extension Finding {
    static func itemCount(_ count: Int, key: String, limit: Int) -> Finding {
        Finding(
            "item-count",
            Phrase(
                fr: "« \(key) » a de 2 à \(limit) éléments ; il y en a \(count).",
                en: "\"\(key)\" has 2 to \(limit) items; there are \(count)."),
            hint: Phrase(fr: "Ajoutez ou retirez des éléments.", en: "Add or remove items."))
    }

    static let oneRightSide = Finding(
        "one-right-side",
        Phrase(fr: "Toutes les paires ont le même « right ».", en: "Every pair has the same \"right\"."),
        hint: Phrase(fr: "Il faut au moins deux réponses différentes.", en: "There must be at least two different answers."))

    static let noGap = Finding(
        "no-gap", Phrase(fr: "Ce texte n’a pas de trou.", en: "This text has no gap."),
        hint: Phrase(
            fr: "Écrivez la réponse entre accolades : {{Paris}}, ou une liste : {{=Paris|Lyon}}.",
            en: "Write the answer between braces: {{Paris}}, or a list: {{=Paris|Lyon}}."))

    static let openGap = Finding(
        "open-gap", Phrase(fr: "Ce trou ne se ferme pas.", en: "This gap is not closed."),
        hint: Phrase(fr: "Ajoutez « }} » après la réponse.", en: "Add \"}}\" after the answer."))

    static let badGap = Finding(
        "bad-gap",
        Phrase(fr: "Une réponse de ce trou est vide ou trop longue.", en: "An answer of this gap is empty or too long."),
        hint: Phrase(
            fr: "Au plus 20 réponses de 1 à 200 caractères, séparées par « | ».",
            en: "At most 20 answers of 1 to 200 characters, separated by \"|\"."))

    static let severalRightOptions = Finding(
        "several-right-answers",
        Phrase(fr: "Plusieurs choix de ce trou sont justes.", en: "Several choices of this gap are right."),
        hint: Phrase(fr: "Gardez un seul « = ».", en: "Keep a single \"=\"."))

    static let loneOption = Finding(
        "choice-count", Phrase(fr: "Ce trou n’a qu’un choix.", en: "This gap has one choice only."),
        hint: Phrase(
            fr: "Ajoutez des choix, ou retirez « = » pour une réponse à taper.",
            en: "Add choices, or take \"=\" away for an answer to type."))

    static let unitsWithoutUnit = Finding(
        "units", Phrase(fr: "« units » demande « unit ».", en: "\"units\" needs \"unit\"."),
        hint: Phrase(
            fr: "Écrivez dans « unit » l’unité de la réponse.", en: "Write the unit of the answer in \"unit\"."))
}

/// Rules of a quiz, draws and banks.
extension Finding {
    static let endlessAttempts = Finding(
        "endless-attempts",
        Phrase(
            fr: "Sans « attempts », il n’y a pas de dernier essai.", en: "Without \"attempts\" there is no last attempt."),
        hint: Phrase(
            fr: "Ajoutez « attempts: 3 », ou choisissez une autre règle.", en: "Add \"attempts: 3\", or choose another rule."))

    static let wordsReversed = Finding(
        "words-reversed",
        Phrase(fr: "« max-words » est plus petit que « min-words ».", en: "\"max-words\" is less than \"min-words\"."),
        hint: Phrase(fr: "Échangez les deux nombres.", en: "Swap the two numbers."))

    static let nothingSaid = Finding(
        "nothing-said", Phrase(fr: "« said » n’a pas de mots.", en: "\"said\" has no words."),
        hint: Phrase(fr: "Écrivez ce que dit l’enregistrement.", en: "Write what the recording says."))

    /// Of a dictation, or of an item that is heard.
    static func noSound(_ path: String) -> Finding {
        Finding(
            "dictation-sound", Phrase(fr: "« \(path) » n’est pas un son.", en: "\"\(path)\" is not a sound."),
            hint: Phrase(
                fr: "Cela s’écoute : un fichier MP3, par exemple.", en: "It is to be heard: an MP3 file, for example."))
    }

    static let drawFromTwo = Finding(
        "draw", Phrase(fr: "« from » et « bank » ne vont pas ensemble.", en: "\"from\" and \"bank\" do not go together."),
        hint: Phrase(fr: "Gardez l’un des deux.", en: "Keep one of the two."))

    static func drawTooLarge(_ count: Int, of pool: Int) -> Finding {
        Finding(
            "draw-too-large",
            Phrase(
                fr: "On ne peut pas tirer \(count) questions sur \(pool).",
                en: "One cannot draw \(count) questions out of \(pool)."),
            hint: Phrase(fr: "Tirez-en moins, ou ajoutez des questions.", en: "Draw fewer, or add questions."))
    }

    static func drawUnequal(_ id: String) -> Finding {
        Finding(
            "draw-unequal-points",
            Phrase(
                fr: "La question « \(id) » n’a pas autant de points que les autres.",
                en: "The question \"\(id)\" is not worth as many points as the others."),
            hint: Phrase(
                fr: "Les questions d’un même tirage ont les mêmes points : chaque essai vaut ainsi autant.",
                en: "Questions of one draw are worth the same, so that every attempt is."))
    }

    static func unknownBank(_ name: String, known: [String]) -> Finding {
        Finding(
            "unknown-bank",
            Phrase(fr: "Il n’y a pas de banque « \(excerpt(name)) ».", en: "There is no bank \"\(excerpt(name))\"."),
            hint: known.isEmpty
                ? Phrase(
                    fr: "Écrivez-la dans « banks/\(excerpt(name)).bank.yml ».",
                    en: "Write it in \"banks/\(excerpt(name)).bank.yml\".")
                : .nearest(to: name, among: known))
    }

    static func badBankName(_ name: String) -> Finding {
        Finding(
            "bad-name",
            Phrase(fr: "Ce n’est pas le nom d’une banque de questions.", en: "This is not the name of a question bank."),
            hint: Phrase(
                fr: "Nommez-la « nom.bank.yml » : minuscules sans accent, chiffres et « - ».",
                en: "Name it \"name.bank.yml\": lower-case letters, digits and \"-\"."))
    }
}
