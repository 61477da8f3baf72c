package import Essentials

/// What Assessment refuses. Nothing is to be kept: the caller's transaction is rolled back.
package enum AssessmentError: Error, Sendable, Hashable {
    case unknownAttempt(Identifier<Attempt>)
    /// Every attempt that the quiz allows was sent.
    case noAttemptsLeft(allowed: Int)
    /// The attempt was sent: its answers no longer change.
    case alreadySubmitted(Identifier<Attempt>)
    /// The time of the attempt is over: what was kept before counts.
    case timeIsOver(Identifier<Attempt>)
    /// The attempt waits for a tutor, who marks it before another one begins.
    case waitsForTutor(Identifier<Attempt>)
    /// The attempt is not sent, or nothing in it is marked by a tutor.
    case notToMark(Identifier<Attempt>)
    /// Points below 0 or above those of the question.
    case invalidMark(question: String, maximum: Double)
    /// More than ``TutorMark/longestComment`` characters, or a NUL.
    case commentTooLong(question: String)
    /// A percentage out of ``ExtraTime/percents``.
    case invalidExtraTime
    /// The question is not in the attempt.
    case unknownQuestion(String)
    case invalidResponse(question: String, ResponseProblem)
    /// A step of a scenario that is not taken.
    case stepRefused(ScenarioRefusal)
    /// A survey without any answer.
    case emptySurvey
    /// An answer in one's own words that is longer than ``SurveyAnswers/longestText``.
    case surveyTextTooLong(question: String)
    /// A sequence that is not from 1 to 2⁵³ − 1.
    case invalidSequence(question: String)

    /// The question that the refusal is about, to say it beside its field.
    package var question: String? {
        switch self {
        case .unknownQuestion(let id), .invalidResponse(let id, _), .invalidSequence(let id), .invalidMark(let id, _),
            .commentTooLong(let id), .surveyTextTooLong(let id):
            id
        case .unknownAttempt, .noAttemptsLeft, .alreadySubmitted, .timeIsOver, .invalidExtraTime, .waitsForTutor, .notToMark,
            .stepRefused, .emptySurvey:
            nil
        }
    }

    /// What to say to people.
    package var phrase: Phrase {
        switch self {
        case .unknownAttempt: Phrase(fr: "Cet essai n’existe pas.", en: "There is no such attempt.")
        case .noAttemptsLeft(let allowed):
            Phrase.counted(
                allowed,
                fr: ("Vous avez utilisé votre essai.", "Vous avez utilisé vos \(allowed) essais."),
                en: ("You have used your attempt.", "You have used your \(allowed) attempts."))
        case .alreadySubmitted:
            Phrase(
                fr: "Cet essai est déjà envoyé : ses réponses ne changent plus.",
                en: "This attempt was sent: its answers no longer change.")
        case .timeIsOver:
            Phrase(
                fr:
                    "Le temps de cet essai est écoulé. Les réponses gardées avant la fin comptent : ouvrez le quiz pour voir le résultat.",
                en: "The time of this attempt is over. The answers kept before the end count: open the quiz to see the result.")
        case .waitsForTutor:
            Phrase(
                fr: "Votre essai attend d’être lu par votre tutrice ou votre tuteur. Vous pourrez réessayer ensuite.",
                en: "Your attempt is waiting for your tutor to read it. You can try again afterwards.")
        case .notToMark: Phrase(fr: "Rien n’est à corriger dans cet essai.", en: "Nothing is to be marked in this attempt.")
        case .invalidMark(_, let maximum):
            Phrase(fr: "Donnez des points de 0 à \(Self.plain(maximum)).", en: "Give points from 0 to \(Self.plain(maximum)).")
        case .commentTooLong:
            Phrase(
                fr: "Ce commentaire est trop long : au plus \(TutorMark.longestComment) caractères.",
                en: "This comment is too long: at most \(TutorMark.longestComment) characters.")
        case .invalidExtraTime:
            Phrase(
                fr: "Le temps en plus va de 0 à \(ExtraTime.percents.upperBound) %.",
                en: "Extra time goes from 0 to \(ExtraTime.percents.upperBound)%.")
        case .unknownQuestion:
            Phrase(fr: "Cette question n’est pas dans le quiz.", en: "This question is not in the quiz.")
        case .invalidResponse(_, let problem): problem.phrase
        case .stepRefused(let refusal): refusal.phrase
        case .emptySurvey:
            Phrase(fr: "Répondez au moins à une question.", en: "Answer at least one question.")
        case .surveyTextTooLong:
            Phrase(
                fr: "Votre réponse est trop longue : au plus \(SurveyAnswers.longestText) caractères.",
                en: "Your answer is too long: at most \(SurveyAnswers.longestText) characters.")
        case .invalidSequence:
            Phrase(
                fr: "Le numéro d’ordre doit être un entier positif.", en: "The sequence must be a positive whole number.")
        }
    }
}

extension AssessmentError {
    private static func plain(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }
}

extension ResponseProblem {
    /// What to say beside the field.
    package var phrase: Phrase {
        switch self {
        case .unknownChoice:
            Phrase(
                fr: "Choisissez une des réponses proposées.", en: "Choose one of the answers given.")
        case .unknownPart:
            Phrase(fr: "Cette réponse n’est pas dans la question.", en: "This answer is not in the question.")
        case .partsExpected:
            Phrase(fr: "Répondez dans les champs de la question.", en: "Answer in the fields of the question.")
        case .wrongShape: Phrase(fr: "Donnez une seule réponse.", en: "Give one answer only.")
        case .tooLong:
            Phrase(
                fr: "Votre réponse est trop longue : au plus \(Response.maximumLength) caractères.",
                en: "Your answer is too long: at most \(Response.maximumLength) characters.")
        case .textTooLong:
            Phrase(
                fr: "Votre texte est trop long : au plus \(Response.longestText) caractères.",
                en: "Your text is too long: at most \(Response.longestText) characters.")
        case .forbiddenCharacter:
            Phrase(
                fr: "Votre réponse contient un caractère interdit. Tapez-la de nouveau.",
                en: "Your answer holds a forbidden character. Type it again.")
        }
    }
}

extension ScenarioRefusal {
    /// What to say to people.
    package var phrase: Phrase {
        switch self {
        case .unknownScene, .unknownChoice:
            Phrase(
                fr: "Ce choix n’existe pas ici. Reprenez la partie où vous en êtes.",
                en: "There is no such choice here. Go on with the story where you are.")
        case .otherScene:
            Phrase(
                fr: "Vous avez déjà avancé, peut-être dans un autre onglet. Rien n’a changé : voici où vous en êtes.",
                en: "You have gone on already, perhaps in another tab. Nothing changed: here is where you are.")
        case .notOffered:
            Phrase(
                fr: "Ce que vous avez fait avant ne permet plus ce choix. Rien n’a changé.",
                en: "What you did before no longer allows this choice. Nothing changed.")
        case .ended:
            Phrase(
                fr: "Cette partie est finie. Vous pouvez en commencer une autre.",
                en: "This story is over. You can begin another one.")
        }
    }
}
