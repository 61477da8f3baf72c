import Essentials

/// Words of scenarios.
extension Phrase {
    static func storyShape(scenes: Int, endings: Int) -> Phrase {
        let ends = counted(
            endings, fr: ("\(endings) fin", "\(endings) fins"), en: ("\(endings) ending", "\(endings) endings"))
        return Phrase(
            fr: "Une histoire de \(scenes) scènes, \(ends.fr) : vos choix décident de la suite",
            en: "A story of \(scenes) scenes, \(ends.en): what follows depends on your choices")
    }
    static let playAgainFreely = Phrase(
        fr: "Vous pouvez rejouer autant que vous voulez ; chaque partie est gardée",
        en: "You can play again as often as you like; each story is kept")
    static let startStory = Phrase(fr: "Commencer l’histoire", en: "Begin the story")
    static let goOnWithStory = Phrase(fr: "Reprendre l’histoire", en: "Go on with the story")
    static let playAgain = Phrase(fr: "Rejouer", en: "Play again")
    static let scenarioPassed = Phrase(fr: "Scénario réussi", en: "Scenario passed")
    static let myStories = Phrase(fr: "Mes parties", en: "My stories")
    static func storyNumber(_ number: Int) -> Phrase { Phrase(fr: "Partie \(number)", en: "Story \(number)") }
    static let storyOpen = Phrase(fr: "en cours", en: "in progress")
    static let scene = Phrase(fr: "La scène", en: "The scene")
    static let whatDoYouDo = Phrase(fr: "Que faites-vous ?", en: "What do you do?")
    static let whereYouAre = Phrase(fr: "Où vous en êtes", en: "Where you are")
    static func outOf(_ value: Int, _ most: Int) -> Phrase { Phrase(fr: "\(value) sur \(most)", en: "\(value) of \(most)") }
    static let debrief = Phrase(fr: "Ce qu’on en retient", en: "What to learn from it")
    static let storyPassed = Phrase(fr: "Bravo, c’est réussi.", en: "Well done, you passed.")
    static func storyNotYet(_ score: Int) -> Phrase {
        Phrase(
            fr: "Il faut \(score)\u{A0}% pour réussir. Lisez ce qu’on en retient, puis rejouez.",
            en: "You need \(score)% to pass. Read what to learn from it, then play again.")
    }
    static let storyStopped = Phrase(
        fr: "L’histoire tournait en rond : elle s’arrête ici. Commencez-en une autre.",
        en: "The story went round in circles: it stops here. Begin another one.")
    static let myPath = Phrase(fr: "Votre chemin", en: "Your path")
    static let youChose = Phrase(fr: "Vous avez choisi", en: "You chose")
    static let whatElse = Phrase(fr: "Ce qui était possible aussi", en: "What else was possible")
    static let closedByThen = Phrase(fr: "(plus possible à ce moment)", en: "(no longer possible by then)")
}
