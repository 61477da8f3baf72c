import Essentials

/// Words about what is handed in, and of the portfolio.
extension Phrase {
    static func textExpected(_ minimum: Int?, _ maximum: Int?) -> Phrase {
        switch (minimum, maximum) {
        case (let minimum?, let maximum?):
            Phrase(fr: "Un texte de \(minimum) à \(maximum) mots", en: "A text of \(minimum) to \(maximum) words")
        case (let minimum?, nil): Phrase(fr: "Un texte de \(minimum) mots ou plus", en: "A text of \(minimum) words or more")
        case (nil, let maximum?): Phrase(fr: "Un texte de \(maximum) mots au plus", en: "A text of \(maximum) words at most")
        case (nil, nil): Phrase(fr: "Un texte", en: "A text")
        }
    }
    static func filesExpected(_ count: Int, kinds: String, megabytes: Int) -> Phrase {
        count == 1
            ? Phrase(fr: "Un fichier (\(kinds)), \(megabytes) Mo au plus", en: "A file (\(kinds)), \(megabytes) MB at most")
            : Phrase(
                fr: "De 1 à \(count) fichiers (\(kinds)), \(megabytes) Mo au plus chacun",
                en: "1 to \(count) files (\(kinds)), \(megabytes) MB at most each")
    }
    static func submissionsAllowed(_ count: Int, used: Int) -> Phrase {
        let left = max(count - used, 0)
        return .counted(
            left, fr: ("\(left) envoi restant sur \(count)", "\(left) envois restants sur \(count)"),
            en: ("\(left) submission left of \(count)", "\(left) submissions left of \(count)"))
    }
    static let portfolioPiece = Phrase(fr: "Ce travail va dans votre portfolio", en: "This work goes into your portfolio")
    static let workHandedIn = Phrase(fr: "Votre travail est rendu.", en: "Your work is handed in.")
    static let workPassed = Phrase(fr: "Votre travail est validé.", en: "Your work is passed.")
    static let noSubmissionLeft = Phrase(
        fr: "Il n’y a plus d’envoi possible. Votre tutrice ou votre tuteur peut en parler avec vous.",
        en: "There is no submission left. Your tutor can talk about it with you.")
    static let yourWork = Phrase(fr: "Votre travail", en: "Your work")
    static let handInAgain = Phrase(fr: "Rendre une nouvelle version", en: "Hand in a new version")
    static let yourText = Phrase(fr: "Votre texte", en: "Your text")
    static let yourFile = Phrase(fr: "Votre fichier", en: "Your file")
    static let yourFiles = Phrase(fr: "Vos fichiers", en: "Your files")
    static let handIn = Phrase(fr: "Rendre mon travail", en: "Hand in my work")
    static let keepDraft = Phrase(fr: "Garder comme brouillon", en: "Keep as a draft")
    static let draftSaved = Phrase(fr: "Brouillon enregistré.", en: "Draft saved.")
    static let yourRecording = Phrase(fr: "Votre enregistrement", en: "Your recording")
    static let recordingAttached = Phrase(
        fr: "Écoutez-vous. Recommencez si vous voulez, puis rendez votre travail.",
        en: "Listen to yourself. Record again if you like, then hand in your work.")
    static func recordingExpected(seconds: Int, megabytes: Int) -> Phrase {
        Phrase(
            fr: "Votre voix : \(length(seconds).fr) au plus (\(megabytes) Mo). Le bouton enregistre ici ; ou choisissez un fichier fait avec le dictaphone du téléphone.",
            en: "Your voice: \(length(seconds).en) at most (\(megabytes) MB). The button records here; or choose a file made with the phone’s recorder."
        )
    }
    /// Whole minutes as minutes, anything else as seconds.
    private static func length(_ seconds: Int) -> Phrase {
        guard seconds % 60 == 0 else { return Phrase(fr: "\(seconds) secondes", en: "\(seconds) seconds") }
        let minutes = seconds / 60
        return .counted(
            minutes, fr: ("\(minutes) minute", "\(minutes) minutes"), en: ("\(minutes) minute", "\(minutes) minutes"))
    }
    static let handedIn = Phrase(fr: "Ce que vous avez rendu", en: "What you handed in")
    static let workOfLearner = Phrase(fr: "Ce qui a été rendu", en: "What was handed in")
    static func submissionOf(_ number: Int, _ moment: String) -> Phrase {
        Phrase(fr: "Envoi \(number), \(moment)", en: "Submission \(number), \(moment)")
    }
    static func markOutOf(_ points: String, _ maximum: String, percent: Int) -> Phrase {
        Phrase(fr: "\(points) sur \(maximum) (\(percent) %)", en: "\(points) out of \(maximum) (\(percent)%)")
    }
    static let waitsForTutor = Phrase(
        fr: "Votre tutrice ou votre tuteur va lire ce travail.", en: "Your tutor is going to read this work.")
    static let waitsForYou = Phrase(fr: "À corriger.", en: "To be marked.")
    static let whatIsLookedAt = Phrase(fr: "Ce qui est regardé", en: "What is looked at")
    static let rubricGiven = Phrase(fr: "Critère par critère", en: "Criterion by criterion")
    static func pointsWorth(_ points: String) -> Phrase { Phrase(fr: "\(points) pt", en: "\(points) pt") }
    static func markedBy(_ name: String) -> Phrase { Phrase(fr: "Corrigé par \(name)", en: "Marked by \(name)") }
    static let markThis = Phrase(fr: "Corriger ce travail", en: "Mark this work")
    static let correctMark = Phrase(fr: "Changer la note", en: "Change the mark")
    static let commentForLearner = Phrase(fr: "Un mot pour la personne", en: "A word for the learner")
    static let commentHint = Phrase(
        fr: "Ce qui est réussi, puis une chose à travailler.", en: "What went well, then one thing to work on.")
    static let saveMark = Phrase(fr: "Enregistrer la note", en: "Save the mark")
    static func pointsOf(_ maximum: String) -> Phrase {
        Phrase(fr: "Points, de 0 à \(maximum)", en: "Points, from 0 to \(maximum)")
    }
    static let portfolio = Phrase(fr: "Mon portfolio", en: "My portfolio")
    static let portfolioLead = Phrase(
        fr: "Ce que vous avez fait et que vous pouvez montrer.", en: "What you made and can show.")
    static let portfolioEmpty = Phrase(
        fr: "Vos travaux à montrer viendront ici quand vous les aurez rendus.",
        en: "The work that you can show will come here when you have handed it in.")
    static let workToMark = Phrase(fr: "à corriger", en: "to be marked")
    static let workMarked = Phrase(fr: "voir le travail", en: "see the work")
}
