import Essentials

extension Finding {
    private static func syntax(_ fr: String, _ en: String, hint: Phrase) -> Finding {
        Finding("yaml-syntax", Phrase(fr: fr, en: en), hint: hint)
    }

    static let yamlSyntax = syntax(
        "Ce YAML ne se lit pas à partir d’ici.", "This YAML cannot be read from here on.",
        hint: Phrase(
            fr: "Regardez cette ligne et celle du dessus : l’alignement, les guillemets, les « : ».",
            en: "Look at this line and at the one above: alignment, quotes, colons."))

    static let yamlColon = syntax(
        "Il y a ici un « : » de trop.", "There is one colon too many here.",
        hint: Phrase(
            fr: "Mettez le texte entre guillemets s’il contient « : », et vérifiez l’alignement.",
            en: "Put the text between quotes if it holds a colon and a space, and check the alignment."))

    static let yamlTab = syntax(
        "Une tabulation ne peut pas servir de retrait en YAML.", "A tab cannot indent YAML.",
        hint: Phrase(fr: "Remplacez-la par des espaces.", en: "Replace it with spaces."))

    static let yamlFirstCharacter = syntax(
        "Un texte sans guillemets ne peut pas commencer par ce caractère.",
        "A text without quotes cannot begin with this character.",
        hint: Phrase(
            fr: "Mettez tout le texte entre guillemets ; remplacez une tabulation par des espaces.",
            en: "Put the whole text between quotes; replace a tab with spaces."))

    static let yamlEscape = syntax(
        "Cette barre oblique inverse n’est pas comprise.", "This backslash is not understood.",
        hint: Phrase(
            fr: "Entre guillemets doubles, écrivez « \\\\ » pour une barre, ou prenez des guillemets simples.",
            en: "Between double quotes write \"\\\\\" for one backslash, or use single quotes."))

    static let yamlUnclosedQuote = syntax(
        "Ces guillemets ne se ferment pas comme il faut.", "These quotes do not close as they should.",
        hint: Phrase(
            fr: "Fermez-les ; à l’intérieur, doublez une apostrophe ('') ou écrivez \\\" pour un guillemet.",
            en: "Close them; inside, double an apostrophe ('') or write \\\" for a quote."))

    static let yamlUnclosedBracket = syntax(
        "Il manque une virgule, un crochet ou une accolade.", "A comma, a bracket or a brace is missing.",
        hint: Phrase(
            fr: "Entre { } et [ ], mettez entre guillemets les textes qui contiennent une virgule.",
            en: "Between { } and [ ], put texts that hold a comma between quotes."))

    static let yamlMissingColon = syntax(
        "Il manque un « : » après cette clé.", "A colon is missing after this key.",
        hint: Phrase(fr: "Écrivez « clé: valeur ».", en: "Write \"key: value\"."))

    static let yamlIndentation = syntax(
        "Cette ligne n’est pas alignée avec celles de sa liste ou de son bloc.",
        "This line is not aligned with those of its list or block.",
        hint: Phrase(
            fr: "Donnez-lui le même retrait que ses voisines, avec des espaces ; fermez les guillemets plus haut.",
            en: "Give it the same indentation as its neighbours, with spaces; close quotes further up."))

    static let yamlCharacter = syntax(
        "Ce caractère n’est pas accepté en YAML.", "This character is not accepted in YAML.",
        hint: Phrase(fr: "Effacez-le et tapez à nouveau le texte.", en: "Delete it and type the text again."))

    static let emptyYAML = Finding(
        "empty-file", Phrase(fr: "Il n’y a rien ici.", en: "There is nothing here."),
        hint: Phrase(
            fr: "Écrivez au moins les clés obligatoires.", en: "Write at least the keys that are required."))

    static let yamlDocuments = Finding(
        "yaml-documents",
        Phrase(fr: "Un fichier ne contient qu’un document YAML.", en: "A file holds one YAML document only."),
        hint: Phrase(fr: "Retirez les lignes « --- » et ce qui suit.", en: "Take out the \"---\" lines and what follows."))

    static let yamlAlias = Finding(
        "yaml-alias",
        Phrase(
            fr: "Les ancres (&nom), les renvois (*nom) et « << » ne sont pas acceptés.",
            en: "Anchors (&name), aliases (*name) and \"<<\" are not accepted."),
        hint: Phrase(
            fr: "Répétez le texte, ou mettez entre guillemets celui qui commence par & ou *.",
            en: "Repeat the text, or put between quotes one that begins with & or *."))

    static let yamlTag = Finding(
        "yaml-tag",
        Phrase(fr: "Les types YAML (« !nom ») ne sont pas acceptés.", en: "YAML tags (\"!name\") are not accepted."),
        hint: Phrase(
            fr: "Retirez-le, ou mettez entre guillemets le texte qui commence par « ! ».",
            en: "Take it out, or put between quotes a text that begins with \"!\"."))

    static let yamlKey = Finding(
        "yaml-key", Phrase(fr: "Une clé est un simple mot.", en: "A key is a plain word."),
        hint: Phrase(fr: "Écrivez « clé: valeur ».", en: "Write \"key: value\"."))

    static func yamlTooDeep(_ limit: Int) -> Finding {
        Finding(
            "too-deep",
            Phrase(
                fr: "Il y a ici plus de \(limit) niveaux les uns dans les autres.",
                en: "There are more than \(limit) levels inside each other here."),
            hint: Phrase(fr: "Le format n’en demande jamais autant.", en: "The format never asks for that many."))
    }

    static func yamlDuplicateKey(_ key: String, firstLine: Int) -> Finding {
        Finding(
            "duplicate-key",
            Phrase(
                fr: "La clé « \(excerpt(key)) » est déjà écrite ligne \(firstLine).",
                en: "The key \"\(excerpt(key))\" is already written on line \(firstLine)."),
            hint: Phrase(fr: "Gardez l’une des deux.", en: "Keep one of the two."))
    }
}
