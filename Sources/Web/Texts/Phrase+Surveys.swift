import Essentials

/// Words of surveys.
extension Phrase {
    static let surveyAnonymous = Phrase(fr: "Vos réponses sont anonymes.", en: "Your answers are anonymous.")
    static let surveyAnonymousHow = Phrase(
        fr:
            "Elles sont gardées sans votre nom, sans votre inscription et sans l’heure. À côté de votre nom, on garde seulement que vous "
            + "avez répondu. Votre équipe ne voit les réponses qu’à partir de cinq, toutes ensemble. N’écrivez pas ce qui vous ferait reconnaître.",
        en:
            "They are kept without your name, without your enrolment and without the time. Beside your name we only keep that you "
            + "answered. Your team sees the answers from five on, all together. Do not write what would tell who you are.")
    static let surveyNamed = Phrase(fr: "Vos réponses sont gardées avec votre nom.", en: "Your answers are kept with your name.")
    static let surveyNamedHow = Phrase(
        fr: "Ceux qui suivent votre promo lisent toutes les réponses ensemble.",
        en: "Those who follow your cohort read all the answers together.")
    static let surveyOnce = Phrase(
        fr: "Vous envoyez ce questionnaire une seule fois. Vous pouvez laisser une question sans réponse.",
        en: "You send this survey once. You can leave a question without an answer.")
    static let sendSurvey = Phrase(fr: "Envoyer mes réponses", en: "Send my answers")
    static let surveySent = Phrase(fr: "Vos réponses sont envoyées. Merci.", en: "Your answers are sent. Thank you.")
    static let surveySentAnonymous = Phrase(
        fr: "Elles ne sont plus reliées à vous : nous ne pouvons ni vous les montrer, ni les changer.",
        en: "They are no longer tied to you: we can neither show them to you nor change them.")
    static let surveySentNamed = Phrase(
        fr: "Pour les corriger, écrivez à votre tutrice ou tuteur.", en: "To correct them, write to your tutor.")
    static let surveyResults = Phrase(fr: "Réponses au questionnaire", en: "Answers to the survey")
    static func surveyCount(_ count: Int) -> Phrase {
        .counted(count, fr: ("\(count) réponse", "\(count) réponses"), en: ("\(count) answer", "\(count) answers"))
    }
    static func surveyTooFew(_ least: Int) -> Phrase {
        Phrase(
            fr: "Les réponses sont anonymes : elles se lisent à partir de \(least).",
            en: "The answers are anonymous: they can be read from \(least) on.")
    }
    static let surveyResultsAnonymous = Phrase(
        fr:
            "Réponses anonymes. Les textes sont rangés par ordre alphabétique : cet ordre ne dit rien de qui a répondu, ni quand.",
        en: "Anonymous answers. Texts stand in alphabetical order: it says nothing of who answered, or when.")
}
