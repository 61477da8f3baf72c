import Campus
import Essentials
import Scheduling

/// Words of attendance.
extension Phrase {
    static let attendance = Phrase(fr: "Émargement", en: "Attendance")
    static let signPresence = Phrase(fr: "Je signe ma présence", en: "I sign my presence")
    static let signingMeans = Phrase(
        fr: "En signant, vous confirmez votre présence à cette demi-journée. L’heure du serveur est gardée.",
        en: "By signing, you confirm that you are present for this half-day. The server’s time is kept.")
    static func youSigned(_ hour: String) -> Phrase { Phrase(fr: "Vous avez signé à \(hour).", en: "You signed at \(hour).") }
    static func signFrom(_ hour: String) -> Phrase {
        Phrase(fr: "Vous pourrez signer ici à partir de \(hour).", en: "You can sign here from \(hour).")
    }
    static func signingLate(_ hour: String) -> Phrase {
        Phrase(
            fr: "La signature était ouverte jusqu’à \(hour). Vous pouvez encore signer aujourd’hui, avec une raison.",
            en: "Signing was open until \(hour). You can still sign today, with a reason.")
    }
    static let signingIsOver = Phrase(
        fr: "Cette demi-journée ne se signe plus. Si vous étiez là, dites-le à votre formateur.",
        en: "This half-day can no longer be signed. If you were there, tell your trainer.")
    static let whyLate = Phrase(fr: "Pourquoi signez-vous maintenant ?", en: "Why do you sign now?")
    static let roomCode = Phrase(fr: "Le code affiché dans la salle", en: "The code shown in the room")
    static let roomCodeHint = Phrase(
        fr: "Six signes, qui changent chaque minute. Le QR code de l’écran le remplit pour vous.",
        en: "Six characters, which change every minute. The QR code on the screen fills it in for you.")
    static let drawHere = Phrase(
        fr: "Dessinez votre signature, si vous le souhaitez", en: "Draw your signature, if you wish")
    static let drawAgain = Phrase(fr: "Effacer le dessin", en: "Erase the drawing")
    static let drawnSignature = Phrase(fr: "Signature dessinée", en: "Drawn signature")
    static let noted = Phrase(fr: "C’est noté :", en: "Noted:")
    static func lateOf(_ minutes: Int) -> Phrase {
        Phrase(fr: "en retard de \(minutes) min", en: "\(minutes) min late")
    }
    static let late = Phrase(fr: "signé plus tard", en: "signed later")
    static func signedOf(_ signed: Int, _ all: Int) -> Phrase {
        .counted(
            signed, fr: ("\(signed) signature sur \(all) stagiaires", "\(signed) signatures sur \(all) stagiaires"),
            en: ("\(signed) signature of \(all) learners", "\(signed) signatures of \(all) learners"))
    }
    static let showCode = Phrase(fr: "Afficher le code de la salle", en: "Show the code of the room")
    static let noLearnerExpected = Phrase(fr: "Personne n’est attendu.", en: "Nobody is expected.")
    static let trainerRole = Phrase(fr: "formateur ou formatrice", en: "trainer")
    static func signedAt(_ hour: String) -> Phrase { Phrase(fr: "signé à \(hour)", en: "signed at \(hour)") }
    static func signedOnMoment(_ moment: String) -> Phrase { Phrase(fr: "signé le \(moment)", en: "signed on \(moment)") }
    static func confirmedAt(_ hour: String) -> Phrase {
        Phrase(fr: "présence confirmée à \(hour)", en: "presence confirmed at \(hour)")
    }
    static func connectedAt(_ hour: String) -> Phrase { Phrase(fr: "connexion à \(hour)", en: "connected at \(hour)") }
    static let hasSigned = Phrase(fr: "a signé", en: "signed")
    static let isAbsent = Phrase(fr: "absence", en: "absent")
    static let hasNotSigned = Phrase(fr: "pas signé", en: "not signed")
    static let whatIsKnown = Phrase(fr: "Ce qui est noté", en: "What is noted")
    static let connections = Phrase(fr: "Connexions", en: "Connections")
    static let connectionsSignNobody = Phrase(
        fr: "Une connexion ne vaut pas signature.", en: "A connection is no signature.")
    static let noteAbsence = Phrase(fr: "Noter une absence", en: "Note an absence")
    static let notePartAbsence = Phrase(fr: "Noter une absence d’une partie", en: "Note an absence for a part")
    static let correctAbsence = Phrase(fr: "Corriger l’absence", en: "Correct the absence")
    static let noteLate = Phrase(fr: "Noter un retard", en: "Note a late arrival")
    static let correctLate = Phrase(fr: "Corriger le retard", en: "Correct the late arrival")
    static let absentMinutes = Phrase(fr: "Absence (minutes)", en: "Absence (minutes)")
    static let lateMinutes = Phrase(fr: "Retard en minutes", en: "Minutes late")
    static let noDiagnosis = Phrase(
        fr: "Rien de médical : le motif suffit.", en: "Nothing medical: the reason is enough.")
    static let absenceIsJustified = Phrase(fr: "Justifiée", en: "Justified")
    static let absenceNote = Phrase(fr: "Ce que la personne en dit", en: "What the person says of it")
    static let lateNote = Phrase(fr: "La raison", en: "The reason")
    static let proof = Phrase(fr: "Justificatif", en: "Document")
    static let proofHint = Phrase(fr: "Un PDF ou une photo, 10 Mo au plus.", en: "A PDF or a photo, at most 10 MB.")
    static let whyCorrect = Phrase(fr: "Pourquoi cette correction ?", en: "Why this correction?")
    static let withdrawSignature = Phrase(fr: "Retirer la signature", en: "Withdraw the signature")
    static let withdrawAbsence = Phrase(fr: "Retirer l’absence", en: "Withdraw the absence")
    static let withdrawLate = Phrase(fr: "Retirer le retard", en: "Withdraw the late arrival")
    static let withdrawMeans = Phrase(
        fr: "Rien n’est effacé : une nouvelle entrée dit que celle-ci ne vaut plus.",
        en: "Nothing is erased: a new entry says that this one no longer holds.")
    static let attendanceLog = Phrase(fr: "Le registre", en: "The log")
    static func logEntry(_ sequence: Int, _ hash: String) -> Phrase {
        Phrase(fr: "entrée \(sequence), \(hash)…", en: "entry \(sequence), \(hash)…")
    }
    static let roomCodeTitle = Phrase(fr: "Signez votre présence", en: "Sign your presence")
    static let roomCodeHow = Phrase(
        fr: "Prenez ce code avec l’appareil photo de votre téléphone, ou ouvrez la séance dans votre agenda et tapez-le.",
        en: "Take this code with the camera of your phone, or open the session in your agenda and type it.")
    static let qrCode = Phrase(fr: "QR code qui ouvre la page de signature", en: "QR code that opens the page to sign")
    static let attendanceSheet = Phrase(fr: "Feuille d’émargement", en: "Attendance sheet")
    static let weekSheet = Phrase(fr: "Feuille de la semaine", en: "Sheet of the week")
    static let activityNumber = Phrase(fr: "Déclaration d’activité n°", en: "Training provider number")
    static let asWhom = Phrase(fr: "Qualité", en: "Role")
    static let sheetFoot = Phrase(
        fr:
            "Chaque signature est faite sur le compte de la personne, à l’heure du serveur, dans un registre où rien ne se change.",
        en: "Each signature is made on the person’s own account, at the server’s time, in a log in which nothing changes.")
    static let halfDay = Phrase(fr: "Demi-journée", en: "Half-day")
    static let begins = Phrase(fr: "Début", en: "Beginning")
    static let ends = Phrase(fr: "Fin", en: "End")
    static let signedOn = Phrase(fr: "Signé le", en: "Signed on")
    static let method = Phrase(fr: "Manière", en: "Method")
    static let noteColumn = Phrase(fr: "Remarques", en: "Remarks")
}

extension Words {
    /// « absence de 180 min, maladie, justifiée ».
    func absence(_ absence: AttendanceLineModel.Absence) -> String {
        let minutes = absence.minutes
        let justified =
            absence.isJustified ? Phrase(fr: "justifiée", en: "justified") : Phrase(fr: "non justifiée", en: "not justified")
        let amount = Phrase(fr: "absence de \(minutes) min", en: "absent for \(minutes) min")
        return ([self(amount), self(absence.motive.phrase), self(justified)] + (absence.note.map { [$0] } ?? []))
            .joined(separator: ", ")
    }
}

extension HalfDay.Part {
    var phrase: Phrase {
        switch self {
        case .morning: Phrase(fr: "Matin", en: "Morning")
        case .afternoon: Phrase(fr: "Après-midi", en: "Afternoon")
        }
    }
}

extension AttendanceFact.Kind {
    var phrase: Phrase {
        switch self {
        case .signed: Phrase(fr: "signature", en: "signature")
        case .absent: Phrase(fr: "absence", en: "absence")
        case .late: Phrase(fr: "retard", en: "late arrival")
        case .withdrawn: Phrase(fr: "retrait", en: "withdrawal")
        }
    }
}

extension AttendanceFact.Role {
    var phrase: Phrase {
        switch self {
        case .learner: Phrase(fr: "stagiaire", en: "learner")
        case .trainer: Phrase(fr: "formateur ou formatrice", en: "trainer")
        }
    }
}

extension AttendanceFact.Method {
    var phrase: Phrase {
        switch self {
        case .confirmed: Phrase(fr: "confirmée", en: "confirmed")
        case .drawn: Phrase(fr: "dessinée", en: "drawn")
        }
    }
}

extension AttendanceStanding.State {
    var phrase: Phrase {
        switch self {
        case .nothing: .hasNotSigned
        case .signed: .hasSigned
        case .absent: .isAbsent
        }
    }
}

extension AbsenceMotive {
    var phrase: Phrase {
        switch self {
        case .illness: Phrase(fr: "maladie", en: "illness")
        case .accident: Phrase(fr: "accident", en: "accident")
        case .family: Phrase(fr: "raison familiale", en: "family reason")
        case .job: Phrase(fr: "entretien ou travail", en: "job interview or work")
        case .summons: Phrase(fr: "convocation", en: "summons")
        case .transport: Phrase(fr: "transport", en: "transport")
        case .technical: Phrase(fr: "réseau ou matériel", en: "network or equipment")
        case .other: Phrase(fr: "autre", en: "other")
        case .unknown: Phrase(fr: "pas encore connu", en: "not known yet")
        }
    }
}
