import Accounts
import Essentials

/// Somebody of the demonstration. Invented: any likeness is chance.
struct DemonstrationPerson: Sendable, Hashable {
    let given: String
    let family: String
    var language = Language.french
    var installationRole: InstallationRole?
    /// What the person does in which cohort.
    var roles: [DemonstrationCohort: CohortRole] = [:]
    /// How a learner goes about it.
    var conduct = DemonstrationConduct.onTrack

    /// `samira.benali`
    var login: String {
        "\(given).\(family)".folded.map { $0 == " " || $0 == "'" ? "-" : String($0) }.joined()
    }

    /// - throws: `AccountsError`, should a name of the lists below not be one.
    func checked() throws(AccountsError) -> (login: Login, name: PersonName) {
        (try Login(login), try PersonName(given: given, family: family))
    }

    /// Everybody with a role in a cohort, learners first.
    static func members(of cohort: DemonstrationCohort) -> [(person: DemonstrationPerson, role: CohortRole)] {
        let found = all.compactMap { person in person.roles[cohort].map { (person: person, role: $0) } }
        return found.filter { $0.role == .learner } + found.filter { $0.role != .learner }
    }

    static let all = webLearners + cyberLearners + englishLearners + staff

    private static let webLearners = learners(
        of: .web,
        """
        Samira Benali; Mathis Lemoine; Awa Diarra; Lucas Fontanel; Inès Haddouche; Kevin Marchand; Fatoumata Sissoko;
        Théo Vasseur; Linh Nguyen-Phan; Damien Courtois; Nawel Bouaziz; Jordan Kiala; Élodie Perrotin; Mehdi Zeroual;
        Océane Hamelin; Ibrahima Cissokho; Camille Roussin; Dylan Masson-Pires; Anastasiya Hrytsenko; Bastien Quéméner;
        Yasmine Tahiri; Florian Delattre; Hugo Marchetti; Rokhaya Ndoye
        """
    ).map { person in
        var person = person
        switch person.login {
        case "samira.benali":
            person.conduct = .shown
            person.roles[.english] = .learner
        case "oceane.hamelin": person.conduct = .amber
        case "damien.courtois": person.conduct = .red
        case "ibrahima.cissokho": person.conduct = .foundAJob
        default: break
        }
        return person
    }

    private static let cyberLearners = learners(
        of: .cyber,
        """
        Sabrina Lecocq; Moussa Camara; Julie Thévenet; Anthony Barreau; Meriem Slimani; Grégory Dufossé; Thanh Vu;
        Laëtitia Josèphe; Pedro Carvalhais; Chloé Winckler; Abdoulaye Konté; Nadège Rivoal
        """)

    private static let englishLearners = learners(
        of: .english,
        """
        Sofiane Mebarki; Patricia Lourenço; Wilfried Ateba; Manon Guillermin; Karim Ouldali; Stéphanie Brossard; Deniz Kaplan;
        Aurélie Pichot; Emmanuel Koffi; Léa Strohmann; Rachid Amellal; Vanessa Toussaint; Piotr Zielonka; Gwenaëlle Salaün;
        Marc-Antoine Hoarau
        """)

    private static let staff = [
        member("Hélène", "Castaing", [.web: .tutor, .english: .tutor]),
        member("Olivier", "Brunet", [.web: .tutor]),
        member("Fanny", "Delorme", [.cyber: .tutor]),
        DemonstrationPerson(given: "Siobhan", family: "Gallagher", language: .english, roles: [.english: .trainer]),
        member("Nassim", "Ferhat", [.web: .mentor]),
        member("Rémi", "Castaldi", [.web: .trainer, .cyber: .trainer]),
        DemonstrationPerson(given: "Agathe", family: "Morvan", installationRole: .author),
        member("Valérie", "Nkounkou", everywhere(.coordinator)),
        member("Bruno", "Tessier", [.web: .jobAdviser, .cyber: .jobAdviser]),
        member("Sylvie", "Arnoux", everywhere(.disabilityOfficer)),
        member("Claire", "Vidalenc", everywhere(.funder)),
        DemonstrationPerson(given: "Pascal", family: "Idoux", installationRole: .admin),
    ]

    private static func member(
        _ given: String, _ family: String, _ roles: [DemonstrationCohort: CohortRole]
    ) -> DemonstrationPerson {
        DemonstrationPerson(given: given, family: family, roles: roles)
    }

    private static func everywhere(_ role: CohortRole) -> [DemonstrationCohort: CohortRole] {
        Dictionary(DemonstrationCohort.all.map { ($0, role) }, uniquingKeysWith: { first, _ in first })
    }

    /// One name after the other, a given name and a family name without space in each.
    private static func learners(of cohort: DemonstrationCohort, _ names: String) -> [DemonstrationPerson] {
        names.split(separator: ";").map { name in
            let parts = name.split(whereSeparator: \.isWhitespace).map(String.init)
            return DemonstrationPerson(
                given: parts.first ?? "", family: parts.dropFirst().joined(separator: " "), roles: [cohort: .learner])
        }
    }
}

/// How a learner of the demonstration goes about the course.
enum DemonstrationConduct: Sendable, Hashable {
    /// Follows the plan, a little ahead or behind.
    case onTrack
    /// Samira, whom visitors become: with the plan, one failed quiz, and a lesson to go on with.
    case shown
    /// Under 70 % of the plan, and four working days without a sign.
    case amber
    /// Failed the first evaluation, and seven working days without a sign.
    case red
    /// Went well, and left last week for a job.
    case foundAJob
    /// Has just begun.
    case beginning
}
