import Essentials

extension Finding {
    static let emptyRestriction = Finding(
        "opens", Phrase(fr: "« opens » ne dit aucune condition.", en: "\"opens\" gives no condition."),
        hint: Phrase(
            fr: "Par exemple « opens: { after: [id-d-une-activite] } ».",
            en: "For example \"opens: { after: [id-of-an-activity] }\"."))

    static let badOpeningDay = Finding(
        "opening-day",
        Phrase(
            fr: "Ce n’est ni une date, ni un jour, ni une semaine du cours.",
            en: "This is no date, and no day or week of the course."),
        hint: Phrase(
            fr: "Écrivez « 2026-11-02 », « { day: 8 } » ou « { week: 3 } ».",
            en: "Write \"2026-11-02\", \"{ day: 8 }\" or \"{ week: 3 }\"."))

    static let neverOpens = Finding(
        "never-opens",
        Phrase(
            fr: "La fin vient avant le début : cela n’ouvre jamais.", en: "The end comes before the beginning: it never opens."),
        hint: Phrase(fr: "Échangez « from » et « until ».", en: "Swap \"from\" and \"until\"."))

    static let dueBeforeOpening = Finding(
        "due-before-opening",
        Phrase(
            fr: "La date limite vient avant l’ouverture : ce sera en retard dès le premier jour.",
            en: "The last day comes before it opens: it will be late from the first day."),
        hint: Phrase(
            fr: "Échangez « due » et « opens: from », ou changez l’un des deux.",
            en: "Swap \"due\" and \"opens: from\", or change one of them."))

    static func opensAfterUnknown(_ id: String, known: [String]) -> Finding {
        Finding(
            "opens-unknown-activity",
            Phrase(fr: "Aucune activité ne s’appelle « \(id) ».", en: "No activity is called \"\(id)\"."),
            hint: .nearest(to: id, among: known))
    }

    static func opensAfterPlanned(_ id: String) -> Finding {
        Finding(
            "opens-after-planned",
            Phrase(
                fr: "« \(id) » est annoncée et pas encore écrite : personne ne peut la terminer.",
                en: "\"\(id)\" is announced and not written yet: nobody can finish it."),
            hint: Phrase(
                fr: "Attendez de l’écrire, ou nommez une autre activité.", en: "Write it first, or name another activity."))
    }

    static func noScore(_ id: String) -> Finding {
        Finding(
            "no-score", Phrase(fr: "« \(id) » ne donne pas de score.", en: "\"\(id)\" gives no score."),
            hint: Phrase(fr: "Nommez un quiz, ou écrivez « after: [\(id)] ».", en: "Name a quiz, or write \"after: [\(id)]\"."))
    }

    static func circularRestriction(_ id: String, _ other: String) -> Finding {
        Finding(
            "circular-opening",
            Phrase(
                fr: "« \(id) » attend « \(other) », qui l’attend : ni l’une ni l’autre n’ouvre jamais.",
                en: "\"\(id)\" waits for \"\(other)\", which waits for it: neither ever opens."),
            hint: Phrase(fr: "Retirez l’une des conditions.", en: "Take one of the conditions out."))
    }
}
