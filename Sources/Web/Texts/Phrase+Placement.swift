import Essentials

/// Words about placement tests.
extension Phrase {
    static let placementHow = Phrase(fr: "Comment ça se passe", en: "How it goes")
    static let placementAgain = Phrase(fr: "Refaire le test", en: "Take the test again")
    static func placementLength(from least: Int, to most: Int) -> Phrase {
        Phrase(
            fr: "De \(least) à \(most) questions, une à la fois, sans limite de temps.",
            en: "\(least) to \(most) questions, one at a time, with no time limit.")
    }
    static let placementAdapts = Phrase(
        fr: "Chaque question dépend de vos réponses : il est normal d’en rater environ la moitié.",
        en: "Each question depends on your answers: to get about half of them wrong is as it should be.")
    static let placementPause = Phrase(
        fr: "Vous pouvez vous arrêter et reprendre plus tard : chaque réponse est gardée.",
        en: "You can stop and go on later: each answer is kept.")
    static let placementSilent = Phrase(
        fr: "Sans écoute : je ne peux pas entendre le son", en: "Without listening: I cannot hear the sound")
    static func placementOf(items: Int, from least: Int, to most: Int) -> Phrase {
        Phrase(
            fr: "\(items) questions en réserve ; chaque personne en voit de \(least) à \(most).",
            en: "\(items) questions in store; each person sees \(least) to \(most) of them.")
    }
    static func placementNumber(_ number: Int, most: Int) -> Phrase {
        Phrase(fr: "Question \(number) (\(most) au plus)", en: "Question \(number) (\(most) at most)")
    }
    static let placementSound = Phrase(fr: "Ce que vous allez entendre", en: "What you are to hear")
    static let placementUnknown = Phrase(fr: "Je ne sais pas", en: "I do not know")
    static let placementAnswer = Phrase(fr: "Répondre", en: "Answer")
    static let placementKept = Phrase(
        fr: "Votre réponse est gardée dès que vous la donnez ; on ne revient pas en arrière.",
        en: "Your answer is kept as soon as you give it; there is no way back.")
    static let placementNothingLeft = Phrase(
        fr: "Il n’y a plus de question pour vous.", en: "There is no question left for you.")
    static let placementSeeResult = Phrase(fr: "Voir mon niveau", en: "See my level")

    // MARK: What came of it

    static func placementYourLevel(_ level: String) -> Phrase {
        Phrase(fr: "Votre niveau : \(level)", en: "Your level: \(level)")
    }
    static func placementSureness(_ percent: Int) -> Phrase {
        switch percent {
        case 75...: Phrase(fr: "C’est assez sûr (\(percent) %).", en: "It is fairly sure (\(percent) %).")
        case 55...: Phrase(fr: "C’est probable (\(percent) %).", en: "It is likely (\(percent) %).")
        default:
            Phrase(
                fr: "Vous êtes entre deux niveaux (\(percent) % pour celui-ci).",
                en: "You are between two levels (\(percent) % for this one).")
        }
    }
    static func placementAnswers(_ count: Int) -> Phrase {
        .counted(
            count, fr: ("D’après \(count) réponse.", "D’après \(count) réponses."),
            en: ("From \(count) answer.", "From \(count) answers."))
    }
    static let placementWithoutSound = Phrase(
        fr: "Sans écoute : ce niveau ne dit rien de ce que vous comprenez à l’oreille.",
        en: "Without listening: this level says nothing of what you understand by ear.")
    static let placementShares = Phrase(fr: "Les niveaux possibles, en %", en: "The likely levels, in %")
    static let levelColumn = Phrase(fr: "Niveau", en: "Level")
    static let likelyColumn = Phrase(fr: "Probabilité", en: "Probability")
    static func placementDecided(_ day: String) -> Phrase {
        Phrase(fr: "Votre tutrice ou tuteur l’a décidé (\(day)) :", en: "Your tutor decided it (\(day)):")
    }
    static func placementMeasured(_ level: String, percent: Int, answers: Int) -> Phrase {
        Phrase(
            fr: "Le test disait \(level) (\(percent) %, \(answers) réponses).",
            en: "The test said \(level) (\(percent) %, \(answers) answers).")
    }
    static func placementAgainFrom(_ day: String) -> Phrase {
        Phrase(fr: "Vous pourrez refaire ce test à partir de : \(day).", en: "You can take this test again from: \(day).")
    }
    static let placementEarlier = Phrase(fr: "Les fois d’avant", en: "Earlier times")

    // MARK: For those who follow a cohort

    static let placementLevels = Phrase(fr: "Niveaux de la promo", en: "Levels of the cohort")
    static func placementFinished(_ count: Int, of total: Int) -> Phrase {
        Phrase(
            fr: "Test fini : \(count) sur \(total).", en: "Test finished: \(count) of \(total).")
    }
    static let placementNobody = Phrase(fr: "Personne ne suit ce cours ici.", en: "Nobody follows this course here.")
    static func placementGoesOn(_ answers: Int) -> Phrase {
        .counted(
            answers, fr: ("Test commencé : \(answers) réponse.", "Test commencé : \(answers) réponses."),
            en: ("Test begun: \(answers) answer.", "Test begun: \(answers) answers."))
    }
    static let placementNotBegun = Phrase(fr: "Test pas encore commencé.", en: "Test not begun yet.")
    static let placementWasSilent = Phrase(fr: "Passé sans écoute.", en: "Taken without listening.")
    static func placementRuled(_ level: String, _ day: String) -> Phrase {
        Phrase(fr: "Décidé : \(level) (\(day)).", en: "Decided: \(level) (\(day)).")
    }
    static let placementDecide = Phrase(fr: "Décider d’un autre niveau", en: "Decide on another level")
    static let placementReason = Phrase(fr: "Pourquoi (la personne le lira)", en: "Why (they will read it)")
}
