import Accounts
import ArgumentParser
import Campus
import Essentials

/// `rebond person add LOGIN`
struct PersonAdd: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Ajoute une personne. / Adds a person.",
        discussion: "rebond person add awa.diallo --given Awa --family Diallo --role author")

    @Argument(help: "Identifiant, 2 à 64 caractères sans espace. / Login.")
    var login: String

    @Option(help: "Prénom. / Given name.")
    var given = ""

    @Option(help: "Nom. / Family name.")
    var family = ""

    @Option(help: "Adresse électronique. / E-mail address.")
    var email: String?

    @Option(help: ArgumentHelp("Langue de ses pages. / Language of the person’s pages.", valueName: "fr|en"))
    var interface: Language = .french

    @Option(
        name: .customLong("role"),
        help: ArgumentHelp("Rôle dans toute l’installation. / Role in the whole installation.", valueName: "author|admin"))
    var roles: [InstallationRole] = []

    @OptionGroup var password: PasswordInput
    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let draft = Campus.PersonDraft(
            login: login, givenName: given, familyName: family, email: email, language: interface,
            password: try password.read(), mustChangePassword: !password.mayBeKept, roles: Set(roles))
        let account = try await DataDirectory.with(data) { try await $0.campus().addPerson(draft) }
        try console.give(GivenAccount(account), as: format) { console.print(account) }
        console.note(Phrase(fr: "Compte ajouté.", en: "Account added."))
    }
}

extension InstallationRole: ExpressibleByArgument {}

/// An account as JSON gives it.
struct GivenAccount: Encodable {
    let id: String
    let login: String
    let name: String
    let password: String?

    init(_ account: Campus.FreshAccount) {
        id = account.person.text
        login = account.login.text
        name = account.name.full
        password = account.madeUpPassword
    }
}

extension Console {
    /// What a person needs to sign in.
    func print(_ account: Campus.FreshAccount) {
        let name = account.name.full
        let login = account.login.text
        print(Phrase(fr: "Nom : \(name)", en: "Name: \(name)"))
        print(Phrase(fr: "Identifiant : \(login)", en: "Login: \(login)"))
        guard let password = account.madeUpPassword else { return }
        print(Phrase(fr: "Mot de passe : \(password)", en: "Password: \(password)"))
        note(
            Phrase(
                fr: "Ce mot de passe ne sera plus montré. Transmettez-le maintenant.",
                en: "This password will not be shown again. Pass it on now."))
    }
}
