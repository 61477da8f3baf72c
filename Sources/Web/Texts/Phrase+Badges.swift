import Essentials

/// Words about badges.
extension Phrase {
    static let myBadges = Phrase(fr: "Mes badges", en: "My badges")
    static let badgesLead = Phrase(
        fr: "Chacun dit ce que vous avez fait. C’est vous qui décidez si on le voit.",
        en: "Each says what you did. You alone decide whether it is seen.")
    static let noBadgesYet = Phrase(
        fr: "Aucun encore. Voici ceux que vos cours donnent.", en: "None yet. Here are those that your courses give.")
    static let badgesToEarn = Phrase(fr: "À gagner", en: "To be earned")
    static let badgeCriteria = Phrase(fr: "Pour l’avoir, il fallait", en: "To have it, one had to")
    static let badgeNeedMet = Phrase(fr: "fait", en: "done")
    static func badgeGivenOn(_ moment: String) -> Phrase { Phrase(fr: "Reçu : \(moment)", en: "Received: \(moment)") }
    static func badgeRevokedBecause(_ reason: String) -> Phrase {
        Phrase(fr: "Ce badge ne vaut plus : \(reason)", en: "This badge is good no longer: \(reason)")
    }
    static let downloadBadgeImage = Phrase(fr: "Télécharger l’image", en: "Download the picture")
    static let downloadBadgeCredential = Phrase(
        fr: "Télécharger l’attestation (Open Badges)", en: "Download the credential (Open Badges)")
    static let badgeIsShared = Phrase(
        fr: "Toute personne qui a l’adresse voit ce badge et votre nom.",
        en: "Whoever has the address sees this badge and your name.")
    static let seeSharedBadge = Phrase(fr: "Voir la page", en: "See the page")
    static let badgeIsKept = Phrase(fr: "Personne d’autre ne le voit.", en: "Nobody else sees it.")
    static let shareBadge = Phrase(fr: "Le montrer", en: "Show it")
    static let keepBadge = Phrase(fr: "Ne plus le montrer", en: "Show it no longer")

    // MARK: For others

    static let badgeIsGood = Phrase(fr: "Ce badge est valable.", en: "This badge is good.")
    static func badgeIsRevoked(_ moment: String) -> Phrase {
        Phrase(
            fr: "Ce badge ne vaut plus : il a été retiré (\(moment)).",
            en: "This badge is good no longer: it was revoked (\(moment)).")
    }
    static func badgeGivenTo(_ name: String, by issuer: String, on moment: String) -> Phrase {
        Phrase(fr: "\(name) l’a reçu de \(issuer) : \(moment).", en: "\(name) received it from \(issuer): \(moment).")
    }
    static let badgeForPrograms = Phrase(fr: "Pour un contrôle indépendant", en: "For an independent check")
    static let badgeForProgramsHelp = Phrase(
        fr: "Une attestation Open Badges 3.0 signée (JWT) : tout programme qui lit ce format la contrôle avec la clé publique.",
        en: "A signed Open Badges 3.0 credential (JWT): any program that reads this format checks it with the public key.")
    static let badgeIssuer = Phrase(fr: "Qui donne ces badges", en: "Who gives these badges")
    static let badgeIssuerHelp = Phrase(
        fr: "Ses badges sont signés selon Open Badges 3.0 (W3C Verifiable Credentials), avec Ed25519.",
        en: "Its badges are signed as Open Badges 3.0 (W3C Verifiable Credentials), with Ed25519.")
    static let badgeIssuerKey = Phrase(fr: "La clé publique (JWK)", en: "The public key (JWK)")

    // MARK: For coordinators

    static let badgesOfCohort = Phrase(fr: "Badges donnés", en: "Badges given")
    static let badgesOfCohortLead = Phrase(
        fr: "Un badge donné par erreur se retire, avec une raison. Qui l’avait la lit, et son attestation ne vaut plus.",
        en:
            "A badge that was given by mistake is revoked, with a reason. Its holder reads it, and its credential is good no longer."
    )
    static let noBadgeGiven = Phrase(fr: "Aucun badge n’a encore été donné ici.", en: "No badge was given here yet.")
    static let badgeRevoked = Phrase(fr: "retiré", en: "revoked")
    static let revokeBadge = Phrase(fr: "Retirer ce badge", en: "Revoke this badge")
    static let revocationReason = Phrase(fr: "Raison", en: "Reason")
    static let revocationReasonHint = Phrase(
        fr: "La personne la lira. 500 signes au plus.", en: "The person will read it. 500 characters at most.")
}
