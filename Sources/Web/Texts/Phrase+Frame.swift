import Essentials

/// Words of the frame, of signing in, of the profile and of help.
extension Phrase {
    static let skipToContent = Phrase(fr: "Aller au contenu", en: "Skip to content")
    static let mainMenu = Phrase(fr: "Menu principal", en: "Main menu")
    static let helpAndContacts = Phrase(fr: "Aide et contacts", en: "Help and contacts")
    static let offline = Phrase(
        fr: "Pas de réseau. Vous pouvez continuer à lire : ce que vous faites est gardé ici et partira plus tard.",
        en: "No network. You can go on reading: what you do is kept here and will be sent later.")
    static let unsent = Phrase(
        fr: "Pas de réseau : rien n’est parti, et rien n’est perdu. Restez sur cette page et réessayez quand le réseau revient.",
        en: "No network: nothing was sent, and nothing is lost. Stay on this page and try again when the network is back.")

    static let signIn = Phrase(fr: "Se connecter", en: "Sign in")
    static let signInLead = Phrase(
        fr: "Entrez l’identifiant et le mot de passe que votre organisme vous a donnés.",
        en: "Enter the name and the password that your training organisation gave you.")
    static let login = Phrase(fr: "Identifiant", en: "Name")
    static let loginHint = Phrase(
        fr: "Par exemple : samira.benali", en: "For example: samira.benali")
    static let password = Phrase(fr: "Mot de passe", en: "Password")
    static let oneMoment = Phrase(fr: "Un instant…", en: "One moment…")
    static let signInFailed = Phrase(
        fr: "L’identifiant ou le mot de passe ne correspond pas. Vérifiez les majuscules, puis réessayez.",
        en: "The name or the password does not match. Check the capital letters, then try again.")
    static let signInHelp = Phrase(
        fr: "Mot de passe oublié ? Demandez à votre tutrice ou à votre tuteur : un nouveau mot de passe se fait en une minute.",
        en: "Forgotten your password? Ask your tutor: a new one takes a minute.")
    static let signOut = Phrase(fr: "Se déconnecter", en: "Sign out")
    static let signOutEverywhere = Phrase(fr: "Se déconnecter de tous les appareils", en: "Sign out everywhere")
    static let signOutEverywhereHint = Phrase(
        fr: "Utile si vous avez perdu votre téléphone ou utilisé un ordinateur partagé.",
        en: "Useful if you lost your phone or used a shared computer.")

    static let profile = Phrase(fr: "Moi", en: "Me")
    static let settings = Phrase(fr: "Réglages", en: "Settings")
    static let language = Phrase(fr: "Langue", en: "Language")
    static let theme = Phrase(fr: "Couleurs", en: "Colours")
    static let themeSystem = Phrase(fr: "Comme l’appareil", en: "Same as the device")
    static let themeLight = Phrase(fr: "Claires", en: "Light")
    static let themeDark = Phrase(fr: "Sombres", en: "Dark")
    static let spacing = Phrase(fr: "Espacement du texte", en: "Text spacing")
    static let spacingNormal = Phrase(fr: "Normal", en: "Normal")
    static let spacingWide = Phrase(fr: "Plus large (plus facile à lire pour certains)", en: "Wider (easier to read for some)")
    static let save = Phrase(fr: "Enregistrer", en: "Save")
    static let saved = Phrase(fr: "C’est enregistré.", en: "Saved.")
    static let changePassword = Phrase(fr: "Changer de mot de passe", en: "Change password")
    static let chooseYourPassword = Phrase(
        fr: "Votre mot de passe a été choisi par quelqu’un d’autre. Choisissez le vôtre.",
        en: "Your password was chosen by somebody else. Choose your own.")
    static let currentPassword = Phrase(fr: "Mot de passe actuel", en: "Current password")
    static let newPassword = Phrase(fr: "Nouveau mot de passe", en: "New password")
    static let newPasswordHint = Phrase(
        fr: "Au moins 12 caractères, ou quatre mots qui n’ont rien à voir entre eux.",
        en: "At least 12 characters, or four unrelated words.")
    static let passwordChanged = Phrase(
        fr: "Votre mot de passe est changé. Vos autres appareils sont déconnectés.",
        en: "Your password is changed. Your other devices are signed out.")
    static let wrongPassword = Phrase(fr: "Ce n’est pas votre mot de passe actuel.", en: "This is not your current password.")
    static let security = Phrase(fr: "Connexion", en: "Signing in")
    static let choiceUnknown = Phrase(fr: "Choisissez une valeur de la liste.", en: "Choose a value from the list.")
    static let fieldRequired = Phrase(fr: "Remplissez ce champ.", en: "Fill in this field.")

    static let help = Phrase(fr: "Aide et contacts", en: "Help and contacts")
    static let helpLead = Phrase(
        fr: "Une question sur le cours, ou quelque chose qui ne marche pas ? Voici à qui le dire.",
        en: "A question about the course, or something that does not work? Here is who to tell.")
    static let pedagogicalContact = Phrase(fr: "Pour le cours", en: "About the course")
    static let technicalContact = Phrase(fr: "Pour la technique", en: "About technical matters")
    static func answersWithin(_ hours: Int) -> Phrase {
        Phrase(
            fr: "Réponse en \(hours) heures ouvrées au plus", en: "Answers within \(hours) working hours")
    }
    static let helpWithoutCourse = Phrase(
        fr: "Vous n’êtes inscrit à aucun cours pour le moment. Votre organisme vous répondra.",
        en: "You are not enrolled in a course at the moment. Your training organisation will answer.")
    static let email = Phrase(fr: "Adresse électronique", en: "E-mail")
    static let phone = Phrase(fr: "Téléphone", en: "Phone")
}
