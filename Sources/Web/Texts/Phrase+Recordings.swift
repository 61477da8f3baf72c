import Essentials

/// Words of what was recorded of classes.
extension Phrase {
    static let recordings = Phrase(fr: "Revoir la séance", en: "Watch the session again")
    static func recordingOf(_ moment: String) -> Phrase {
        Phrase(fr: "Enregistrement : \(moment)", en: "Recording: \(moment)")
    }
    static let noRecording = Phrase(
        fr: "Aucun enregistrement pour le moment. Il arrive de lui-même quand il est prêt.",
        en: "No recording for now. It comes by itself when it is ready.")
    static let fetchRecordings = Phrase(fr: "Chercher l’enregistrement", en: "Look for the recording")
    static func recordingWatched(_ percent: Int) -> Phrase { recordingWatched("\(percent)") }
    static func recordingWatched(_ percent: String) -> Phrase {
        Phrase(fr: "vu à \(percent) %", en: "\(percent)% watched")
    }
    static func recordingWatchers(_ count: Int) -> Phrase {
        Phrase(
            fr: count == 1 ? "vu par 1 personne" : "vu par \(count) personnes",
            en: count == 1 ? "watched by 1 person" : "watched by \(count) people")
    }
    static let recordingProgress = Phrase(fr: "Ce que j’ai vu", en: "What I have watched")
    static let recordingCounted = Phrase(
        fr: "Le temps est compté quand l’enregistrement est à l’écran sur cette page. Le revoir ne remplace pas une présence.",
        en: "Time is counted while the recording is on the screen on this page. Watching it does not make up for an absence.")
    static let recordingElsewhere = Phrase(
        fr: "Rien ne s’affiche ? Ouvrir l’enregistrement dans un autre onglet",
        en: "Nothing shows? Open the recording in another tab")
    static let whoHasWatched = Phrase(fr: "Qui l’a vu", en: "Who has watched it")
    static let nobodyHasWatched = Phrase(fr: "Personne pour le moment.", en: "Nobody for now.")
    static let watchingIsNoAttendance = Phrase(
        fr: "Regarder l’enregistrement n’est pas une présence : les absences restent des absences.",
        en: "Watching the recording is no attendance: absences stay absences.")
    static let watchedMoment = Phrase(
        fr: "Un nombre de millisecondes depuis le 1er janvier 1970.", en: "A number of milliseconds since 1 January 1970.")
    static let minutesWatched = Phrase(fr: "Minutes vues", en: "Minutes watched")
    static let percentWatched = Phrase(fr: "Vu (%)", en: "Watched (%)")
}
