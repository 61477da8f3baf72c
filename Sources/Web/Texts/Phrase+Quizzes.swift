import Assessment
import CourseContent
import Essentials

/// Words of quizzes.
extension Phrase {
    static func questionCount(_ count: Int) -> Phrase {
        .counted(count, fr: ("\(count) question", "\(count) questions"), en: ("\(count) question", "\(count) questions"))
    }
    static func passMark(_ score: Int) -> Phrase {
        Phrase(fr: "À réussir avec \(score) % au moins", en: "To pass with at least \(score)%")
    }
    static func attemptsAllowed(_ count: Int, used: Int) -> Phrase {
        let left = max(count - used, 0)
        return .counted(
            left, fr: ("\(left) essai restant sur \(count)", "\(left) essais restants sur \(count)"),
            en: ("\(left) attempt left of \(count)", "\(left) attempts left of \(count)"))
    }
    static let attemptsUnlimited = Phrase(fr: "Autant d’essais que vous voulez", en: "As many attempts as you like")
    static let attemptsKept = Phrase(
        fr: "Vos réponses sont gardées au fur et à mesure. Vous pourrez tout relire avant d’envoyer.",
        en: "Your answers are kept as you go. You can review everything before sending.")
    static let startQuiz = Phrase(fr: "Commencer le quiz", en: "Start the quiz")
    static let resumeQuiz = Phrase(fr: "Reprendre le quiz", en: "Go on with the quiz")
    static let tryAgain = Phrase(fr: "Réessayer", en: "Try again")
    static let myAttempts = Phrase(fr: "Mes essais", en: "My attempts")
    static func attemptNumber(_ number: Int) -> Phrase { Phrase(fr: "Essai \(number)", en: "Attempt \(number)") }
    static let attemptOpen = Phrase(fr: "en cours", en: "in progress")
    static func scorePercent(_ score: Int) -> Phrase { Phrase(fr: "\(score) %", en: "\(score)%") }
    static let noAttemptLeft = Phrase(
        fr: "Vous avez utilisé tous vos essais. Parlez-en à votre tutrice ou à votre tuteur.",
        en: "You have used all your attempts. Talk about it with your tutor.")
    static let quizPassed = Phrase(fr: "Quiz réussi", en: "Quiz passed")
    static let previewQuiz = Phrase(
        fr: "Voici les questions telles que les stagiaires les voient.", en: "These are the questions as learners see them.")

    static func questionNumber(_ number: Int) -> Phrase { Phrase(fr: "Question \(number)", en: "Question \(number)") }
    static func questionStep() -> Phrase { Phrase(fr: "Question {n} sur {total}", en: "Question {n} of {total}") }
    static let previousQuestion = Phrase(fr: "Question précédente", en: "Previous question")
    static let nextQuestion = Phrase(fr: "Question suivante", en: "Next question")
    static let answersSaved = Phrase(fr: "Vos réponses sont gardées.", en: "Your answers are saved.")
    static let answersWaiting = Phrase(
        fr: "Vos réponses sont gardées sur cet appareil. Elles partiront dès que le réseau revient.",
        en: "Your answers are kept on this device. They will be sent as soon as the network is back.")
    static let reviewAnswers = Phrase(fr: "Relire mes réponses", en: "Review my answers")
    static let yourAnswer = Phrase(fr: "Votre réponse", en: "Your answer")
    static let chooseOne = Phrase(fr: "Une seule réponse", en: "One answer")
    static let chooseSeveral = Phrase(fr: "Une ou plusieurs réponses", en: "One or more answers")
    static let choose = Phrase(fr: "Choisir", en: "Choose")
    static let matchEach = Phrase(fr: "Choisissez ce qui va avec chacun.", en: "Choose what goes with each one.")
    static let putInOrder = Phrase(
        fr: "Donnez à chacun sa place : 1 pour le premier.", en: "Give each one its place: 1 for the first.")
    static func gapNumber(_ number: Int) -> Phrase { Phrase(fr: "Trou \(number)", en: "Gap \(number)") }
    static let placesTwice = Phrase(fr: "Deux éléments ont la même place.", en: "Two items have the same place.")
    static let partlyRight = Phrase(fr: "En partie juste", en: "Partly right")
    static let rightOrder = Phrase(fr: "Le bon ordre", en: "The right order")
    static let isTrue = Phrase(fr: "Vrai", en: "True")
    static let isFalse = Phrase(fr: "Faux", en: "False")
    static let reviewLead = Phrase(
        fr: "Vérifiez vos réponses. Vous pouvez encore les changer.", en: "Check your answers. You can still change them.")
    static let noAnswer = Phrase(fr: "Pas de réponse", en: "No answer")
    static let change = Phrase(fr: "Changer", en: "Change")
    static let sendAnswers = Phrase(fr: "Envoyer mes réponses", en: "Send my answers")
    static func missingAnswers(_ count: Int) -> Phrase {
        .counted(
            count, fr: ("Il manque \(count) réponse.", "Il manque \(count) réponses."),
            en: ("\(count) answer is missing.", "\(count) answers are missing."))
    }

    static let result = Phrase(fr: "Résultat", en: "Result")
    static func scorePoints(_ points: String, _ maximum: String) -> Phrase {
        Phrase(fr: "\(points) sur \(maximum)", en: "\(points) out of \(maximum)")
    }
    static let resultPassed = Phrase(fr: "C’est réussi. Bravo.", en: "You passed. Well done.")
    static func resultNotYet(_ score: Int) -> Phrase {
        Phrase(
            fr: "Pas encore : il faut \(score) %. Relisez les corrections, puis réessayez.",
            en: "Not yet: you need \(score)%. Read the corrections, then try again.")
    }
    static let right = Phrase(fr: "Juste", en: "Right")
    static let wrong = Phrase(fr: "À revoir", en: "To review")
    static let rightAnswer = Phrase(fr: "Bonne réponse", en: "Right answer")
    static let explanation = Phrase(fr: "Explication", en: "Explanation")
    static let myAnswers = Phrase(fr: "Mes réponses", en: "My answers")
    static func resultNotYetClosed(_ score: Int) -> Phrase {
        Phrase(fr: "Pas encore : il faut \(score) %.", en: "Not yet: you need \(score)%.")
    }
    /// Why the corrections are not there, and what opens them; `nil` when they are.
    static func reviewClosed(_ access: ReviewAccess) -> Phrase? {
        switch access {
        case .open: nil
        case .afterLastAttempt:
            Phrase(
                fr: "Les corrections s’ouvrent après votre dernier essai.", en: "The corrections open after your last attempt.")
        case .afterPassing:
            Phrase(
                fr: "Les corrections s’ouvrent quand vous avez réussi, ou après votre dernier essai.",
                en: "The corrections open when you have passed, or after your last attempt.")
        case .never:
            Phrase(
                fr: "Ce quiz ne montre pas ses corrections. Parlez-en à votre tutrice ou à votre tuteur.",
                en: "This quiz does not show its corrections. Talk about it with your tutor.")
        }
    }
    static func drawnFrom(_ all: Int) -> Phrase {
        Phrase(fr: "tirées parmi \(all) à chaque essai", en: "drawn from \(all) at each attempt")
    }
    static func timeLimit(_ seconds: Int64) -> Phrase {
        let duration = duration(minutes: Int(seconds / 60))
        return Phrase(fr: "Temps compté : \(duration.fr)", en: "Timed: \(duration.en)")
    }
    static func extraIncluded(_ percent: Int) -> Phrase {
        Phrase(fr: "avec votre temps en plus (\(percent) %)", en: "with your extra time (\(percent)%)")
    }
    static let timeLimitAdvice = Phrase(
        fr: "Le temps part quand vous commencez et continue si vous quittez la page. Ce qui est gardé à la fin compte.",
        en: "The time runs from the moment you begin and goes on if you leave the page. What is kept at the end counts.")
    static let moreTimeAdvice = Phrase(
        fr:
            "Il vous faut plus de temps ? Demandez-le avant de commencer à votre tutrice, à votre tuteur ou au référent handicap.",
        en: "Do you need more time? Ask your tutor or the disability officer before you begin.")
    static let whoToAsk = Phrase(fr: "À qui le demander", en: "Whom to ask")
    static func endsAt(_ hour: String) -> Phrase { Phrase(fr: "Vous avez jusqu’à \(hour).", en: "You have until \(hour).") }
    static let minutesLeft = Phrase(fr: "Il reste {n} minutes.", en: "{n} minutes left.")
    static let oneMinuteLeft = Phrase(fr: "Il reste moins d’une minute.", en: "Less than a minute left.")
    static let timeOver = Phrase(
        fr: "Le temps est écoulé. Ce qui est gardé compte.", en: "The time is over. What is kept counts.")
    static let hideTime = Phrase(fr: "Masquer le temps", en: "Hide the time")
    static let showTime = Phrase(fr: "Voir le temps", en: "Show the time")
    static let seeResult = Phrase(fr: "Voir mon résultat", en: "See my result")
    static let waitingForTutor = Phrase(
        fr: "Votre tutrice ou votre tuteur lit votre texte. Le résultat viendra ici.",
        en: "Your tutor is reading your text. The result will come here.")
    static let attemptWaiting = Phrase(fr: "en lecture", en: "being read")
    static let toRead = Phrase(fr: "En lecture", en: "Being read")
    static let markedByTutor = Phrase(fr: "Lu par votre tutrice ou votre tuteur", en: "Read by your tutor")
    static let tutorSays = Phrase(fr: "Ce que dit votre tutrice ou votre tuteur", en: "What your tutor says")
    static let modelAnswer = Phrase(fr: "Une bonne réponse possible", en: "One possible good answer")
    static let criteria = Phrase(fr: "Ce qui est regardé", en: "What is looked at")
    static func wordCount(_ count: Int) -> Phrase {
        .counted(count, fr: ("\(count) mot", "\(count) mots"), en: ("\(count) word", "\(count) words"))
    }
    static func wordsAsked(least: Int?, most: Int?) -> Phrase? {
        switch (least, most) {
        case (let least?, let most?): Phrase(fr: "De \(least) à \(most) mots", en: "From \(least) to \(most) words")
        case (let least?, nil): Phrase(fr: "Au moins \(least) mots", en: "At least \(least) words")
        case (nil, let most?): Phrase(fr: "Au plus \(most) mots", en: "At most \(most) words")
        case (nil, nil): nil
        }
    }
    static let offLength = Phrase(fr: "ce n’est pas la longueur demandée", en: "this is not the length that was asked for")
    static let learnersText = Phrase(fr: "Le texte", en: "The text")
    static func pointsOutOf(_ maximum: String) -> Phrase { Phrase(fr: "Points sur \(maximum)", en: "Points out of \(maximum)") }
    static let markComment = Phrase(fr: "Commentaire pour la personne", en: "Comment for the learner")
    static let marksGiven = Phrase(fr: "Points donnés", en: "Points given")
    static let saveMarks = Phrase(fr: "Enregistrer les points", en: "Save the points")
    static let someMarkIsWrong = Phrase(
        fr: "Rien n’est enregistré : regardez les points ci-dessous.", en: "Nothing is saved: look at the points below.")
    static let toMark = Phrase(fr: "À lire et à noter", en: "To read and mark")
    static let quizMark = Phrase(fr: "Note", en: "Mark")
    static func gradeRule(_ rule: GradeRule) -> Phrase {
        switch rule {
        case .best: Phrase(fr: "(meilleur essai)", en: "(best attempt)")
        case .last: Phrase(fr: "(dernier essai)", en: "(last attempt)")
        case .average: Phrase(fr: "(moyenne des essais)", en: "(average of the attempts)")
        }
    }
    static let corrections = Phrase(fr: "Corrections", en: "Corrections")
}
