import Essentials

/// Words of what somebody receives by mail.
extension Phrase {
    static func mailGoesTo(_ address: String) -> Phrase {
        Phrase(
            fr: "Nous écrivons à \(address), le moins possible. Voici pourquoi et quand.",
            en: "We write to \(address), as little as we can. Here is why and when.")
    }
    static let allOnTheSite = Phrase(
        fr: "Pour l’instant, tout se lit sur le site seulement.", en: "For now everything is read on the site only.")
    static let byMail = Phrase(fr: "Courriel", en: "E-mail")
    static let inPage = Phrase(fr: "Sur le site", en: "On the site")
    static let mailAtOnce = Phrase(
        fr: "Tout de suite. Pendant vos heures calmes, seulement si cela commence bientôt.",
        en: "At once. In your quiet hours, only if it begins soon.")
    static let mailBefore = Phrase(
        fr: "La veille, et une heure avant.", en: "The day before, and an hour before.")
    static let mailSoon = Phrase(
        fr: "Cinq minutes après, si vous n’avez pas déjà lu. Jamais pendant vos heures calmes.",
        en: "Five minutes later, unless you have read it. Never in your quiet hours.")
    static func mailDaily(_ hour: Int) -> Phrase {
        Phrase(
            fr: "Un seul résumé par jour, à \(hour) h, s’il y a du nouveau.",
            en: "One summary a day, at \(hour):00, if there is anything new.")
    }
    static let whenYouLook = Phrase(fr: "Quand vous ouvrez le site.", en: "When you open the site.")
    static let onlyWhenAsked = Phrase(fr: "Seulement quand vous le demandez.", en: "Only when you ask for one.")
    static let yourHours = Phrase(fr: "Vos heures", en: "Your hours")
    static let digestHour = Phrase(fr: "Le résumé du jour", en: "The summary of the day")
    static let digestHint = Phrase(
        fr: "Un courriel par jour au plus, pour tout ce qui peut attendre.",
        en: "One e-mail a day at most, for all that can wait.")
    static let neverGet = Phrase(fr: "Jamais", en: "Never")
    static let quietHours = Phrase(fr: "Heures calmes", en: "Quiet hours")
    static let quietHint = Phrase(
        fr: "Nous attendons la fin de ces heures. Deux fois la même heure : pas d’heures calmes.",
        en: "We wait for the end of these hours. The same hour twice: no quiet hours.")
    static let quietFrom = Phrase(fr: "De", en: "From")
    static let quietUntil = Phrase(fr: "À", en: "To")
    static let mailZone = Phrase(fr: "À l’heure de", en: "By the clock of")
    static func wholeHour(_ hour: Int) -> Phrase { Phrase(fr: "\(hour) h", en: "\(hour):00") }
    static let allMail = Phrase(fr: "Tous les courriels", en: "All e-mails")
    static let stopHint = Phrase(
        fr: "Le même bouton est à la fin de chaque courriel. Il marche sans se connecter.",
        en: "The same button is at the end of every e-mail. It works without signing in.")
    static let getsNoMail = Phrase(
        fr: "Vous avez arrêté les courriels. Regardez votre agenda : ce qui change y est marqué.",
        en: "You have stopped e-mails. Look at your agenda: what changes is marked there.")
    static let noAddressForMail = Phrase(
        fr: "Nous n’avons pas d’adresse de courriel pour vous. Regardez votre agenda : ce qui change y est marqué.",
        en: "We have no e-mail address for you. Look at your agenda: what changes is marked there.")
    static func addressRefused(_ address: String, _ since: String) -> Phrase {
        Phrase(
            fr: "Nos courriels à \(address) ne passent plus (\(since)).", en: "Our e-mails to \(address) are refused (\(since)).")
    }
    static let addressRefusedHelp = Phrase(
        fr: "Si l’adresse est fausse, donnez la bonne à votre tuteur ou tutrice. Nous n’y écrivons plus.",
        en: "If the address is wrong, give your tutor the right one. We write there no more.")
    static let addressIsRight = Phrase(fr: "L’adresse est bonne, réessayer", en: "The address is right, try again")

    /// The place of a zone of the IANA database.
    static func zoneName(_ zone: String) -> Phrase {
        switch zone {
        case "Europe/Paris": Phrase(fr: "la France métropolitaine", en: "mainland France")
        case "America/Guadeloupe": Phrase(fr: "la Guadeloupe", en: "Guadeloupe")
        case "America/Martinique": Phrase(fr: "la Martinique", en: "Martinique")
        case "America/Cayenne": Phrase(fr: "la Guyane", en: "French Guiana")
        case "America/Miquelon": Phrase(fr: "Saint-Pierre-et-Miquelon", en: "Saint Pierre and Miquelon")
        case "Indian/Reunion": Phrase(fr: "La Réunion", en: "Réunion")
        case "Indian/Mayotte": Phrase(fr: "Mayotte", en: "Mayotte")
        case "Pacific/Noumea": Phrase(fr: "la Nouvelle-Calédonie", en: "New Caledonia")
        case "Pacific/Wallis": Phrase(fr: "Wallis-et-Futuna", en: "Wallis and Futuna")
        default: Phrase(fr: "la Polynésie française", en: "French Polynesia")
        }
    }
}
