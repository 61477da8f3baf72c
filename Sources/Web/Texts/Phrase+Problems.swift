import Essentials

/// What a problem page says.
extension Phrase {
    static let signInFirst = Phrase(fr: "Connectez-vous d’abord", en: "Sign in first")
    static let signInFirstDetail = Phrase(
        fr: "Votre session est finie ou n’a pas commencé. Connectez-vous, puis recommencez.",
        en: "Your session has ended or has not begun. Sign in, then try again.")
    static let notForYou = Phrase(fr: "Cette page n’est pas pour vous", en: "This page is not for you")
    static let crossSiteTitle = Phrase(fr: "Cette demande vient d’ailleurs", en: "This request comes from elsewhere")
    static let crossSite = Phrase(
        fr: "Cette demande vient d’un autre site. Ouvrez la page ici, puis recommencez.",
        en: "This request comes from another site. Open the page here, then try again.")
    static let notFoundTitle = Phrase(fr: "Cette page n’existe pas", en: "This page does not exist")
    static let noSuchPage = Phrase(
        fr: "L’adresse est peut-être incomplète, ou la page a changé de place.",
        en: "The address may be incomplete, or the page has moved.")
    static let somethingToCorrect = Phrase(fr: "Quelque chose est à corriger", en: "Something needs correcting")
    static let conflictTitle = Phrase(fr: "Déjà fait autrement", en: "Already done otherwise")
    static let tooManyTitle = Phrase(fr: "Trop d’essais", en: "Too many attempts")
    static let notAcceptableTitle = Phrase(fr: "Format non disponible", en: "Format not available")
    static let notAcceptableDetail = Phrase(
        fr: "Cette adresse répond en HTML (text/html) ou en JSON (application/json).",
        en: "This address answers in HTML (text/html) or in JSON (application/json).")
    static let unsupportedMediaTitle = Phrase(fr: "Format d’envoi non compris", en: "Format of the request not understood")
    static let unsupportedMediaDetail = Phrase(
        fr: "Envoyez un formulaire (application/x-www-form-urlencoded) ou du JSON (application/json).",
        en: "Send a form (application/x-www-form-urlencoded) or JSON (application/json).")
    static let malformedTitle = Phrase(fr: "Envoi illisible", en: "The request cannot be read")
    static let malformedDetail = Phrase(
        fr: "Le serveur n’a pas pu lire la demande. Rechargez la page et recommencez.",
        en: "The server could not read the request. Reload the page and try again.")
    static func notJSON(_ fault: JSONFault?) -> Phrase {
        guard let fault else {
            return Phrase(
                fr:
                    "Le corps de la demande est du JSON que le serveur ne peut pas lire : moins de niveaux, des nombres plus courts.",
                en: "The body is JSON that the server cannot read: fewer levels, shorter numbers.")
        }
        return Phrase(
            fr: "Le corps de la demande n’est pas du JSON correct : ligne \(fault.line), caractère \(fault.column).",
            en: "The body is not valid JSON: line \(fault.line), character \(fault.column).")
    }
    /// - Parameter field: its name or, when the name itself cannot be read, its number.
    static func unreadableField(_ field: String) -> Phrase {
        Phrase(
            fr: "Le champ \(field) du formulaire n’est pas du texte lisible (UTF-8, sans caractère nul).",
            en: "The field \(field) of the form is not readable text (UTF-8, without NUL).")
    }
    static let tooLargeTitle = Phrase(fr: "Envoi trop grand", en: "The request is too large")
    static func tooLargeDetail(limit: Int) -> Phrase {
        guard limit > 0 else {
            return Phrase(fr: "Envoyez moins de données à la fois.", en: "Send less data at a time.")
        }
        let size = max(limit / 1024, 1)
        return Phrase(
            fr: "Cette adresse accepte au plus \(size) Kio.", en: "This address accepts at most \(size) KiB.")
    }
    static let rangeTitle = Phrase(fr: "Rien à cet endroit du fichier", en: "Nothing at that place of the file")
    static let rangeDetail = Phrase(
        fr: "Le fichier est plus court que ce qui est demandé.", en: "The file is shorter than what is asked for.")
    static let methodNotAllowedTitle = Phrase(fr: "Action impossible ici", en: "That cannot be done here")
    static let methodNotAllowedDetail = Phrase(
        fr: "Cette adresse existe mais n’accepte pas cette méthode.",
        en: "This address exists but does not accept this method.")
    static let busyTitle = Phrase(fr: "Un instant", en: "One moment")
    static let busyDetail = Phrase(
        fr: "Le serveur est très occupé. Réessayez dans quelques secondes : rien n’est perdu.",
        en: "The server is very busy. Try again in a few seconds: nothing is lost.")
    static let failureTitle = Phrase(fr: "Une erreur de notre côté", en: "An error on our side")
    static let failureDetail = Phrase(
        fr: "Ce n’est pas votre faute. L’erreur est notée. Réessayez, ou prévenez l’assistance avec le numéro ci-dessous.",
        en: "It is not your fault. The error is recorded. Try again, or tell the help desk the number below.")
    static let problemNumber = Phrase(fr: "Numéro de la demande", en: "Request number")
    static let backToHome = Phrase(fr: "Revenir à l’accueil", en: "Back to the home page")
}
