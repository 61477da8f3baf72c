import ArgumentParser

/// The settings of a server, as options.
struct ServeOptions: ParsableArguments {
    @OptionGroup var data: DataOptions
    @Option(help: "Adresse d’écoute (127.0.0.1). / Address to listen on.")
    var host: String?
    @Option(help: "Port d’écoute (8080 ; 0 : un port libre). / Port to listen on (0: any).")
    var port: Int?
    @Option(
        name: .customLong("public"), help: ArgumentHelp("Fichiers du client web. / Files of the web client.", valueName: "DIR"))
    var publicFiles: String?
    @Option(help: ArgumentHelp("Adresse publique. / Public address.", valueName: "https://…"))
    var address: String?
    @Option(help: "Nom affiché (Rebond). / Name shown.")
    var name: String?
    @Option(
        help: "Organisme de formation, sur les feuilles (le nom affiché). / Training organisation, on sheets (the name shown).")
    var organisation: String?
    @Option(help: "Numéro de déclaration d’activité (NDA). / Its number as a training provider.")
    var nda: String?
    @Option(
        help: "Minutes avant une demi-journée dès lesquelles on signe (15). / Minutes before a half-day from which one signs.")
    var signingBefore: Int?
    @Option(help: "Minutes après, sans raison à donner (30). / Minutes after it, without a reason.")
    var signingAfter: Int?
    @Flag(help: "Un mandataire (nginx) est devant, sur cette machine. / A proxy stands in front, on this machine.")
    var behindProxy = false
    @Option(
        help: ArgumentHelp(
            "Mandataires sur d’autres machines, par leurs adresses IP. / Proxies on other machines, by their IP addresses.",
            valueName: "IP,IP…"))
    var proxies: String?
    @Option(help: "debug, info, notice (par défaut/default), warning, error.")
    var logLevel: String?
}
