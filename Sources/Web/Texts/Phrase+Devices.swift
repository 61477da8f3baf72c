import Essentials

/// Words of the test of one's device.
extension Phrase {
    static let deviceTest = Phrase(fr: "Essayer mon matériel", en: "Try my device")
    static let deviceTestLead = Phrase(
        fr: "Avant votre première classe virtuelle : cochez ce qui marche, sur l’appareil que vous prendrez.",
        en: "Before your first virtual class: tick what works, on the device that you will use.")
    static let deviceIsReady = Phrase(fr: "Vous êtes prêt pour la classe virtuelle.", en: "You are ready for the virtual class.")
    static let deviceIsNotReady = Phrase(fr: "Il manque encore quelque chose.", en: "Something is still missing.")
    static func lastDeviceTest(_ moment: String) -> Phrase {
        Phrase(fr: "Dernier essai : \(moment).", en: "Last try: \(moment).")
    }
    static let deviceRefused = Phrase(
        fr: "Le navigateur n’y a pas accès. Vérifiez l’autorisation, près de l’adresse de la page.",
        en: "The browser has no access. Check the permission, near the address of the page.")
    static let speakNow = Phrase(fr: "Parlez : la barre doit bouger.", en: "Speak: the bar must move.")
    static let itWorks = Phrase(fr: "Ça marche.", en: "It works.")
    static let deviceHelp = Phrase(
        fr: "Rien n’est enregistré : ni le son, ni l’image. Si quelque chose ne marche pas, demandez de l’aide avant la classe.",
        en: "Nothing is recorded: neither sound nor picture. If something does not work, ask for help before the class.")
    static let devicesTried = Phrase(fr: "Qui a essayé son matériel", en: "Who has tried their device")
    static func devicesReady(_ ready: Int, of all: Int) -> Phrase {
        Phrase(fr: "Prêts : \(ready) sur \(all)", en: "Ready: \(ready) of \(all)")
    }
    static let whoHasTried = Phrase(fr: "Le détail", en: "Details")
    static let hasNotTried = Phrase(fr: "pas encore essayé", en: "not tried yet")
    static let nothingWorked = Phrase(fr: "rien n’a marché", en: "nothing worked")
    static let tryDeviceFirst = Phrase(
        fr: "Première classe virtuelle ? Essayez votre matériel avant.", en: "First virtual class? Try your device before.")
}
