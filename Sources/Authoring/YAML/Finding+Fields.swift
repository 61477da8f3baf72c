import Essentials

/// What the format expects of a value.
enum ExpectedType {
    case text, identifier, integer, number, boolean, list, mapping

    var phrase: Phrase {
        switch self {
        case .text: Phrase(fr: "un texte", en: "a text")
        case .identifier: Phrase(fr: "un identifiant", en: "an id")
        case .integer: Phrase(fr: "un nombre entier", en: "a whole number")
        case .number: Phrase(fr: "un nombre", en: "a number")
        case .boolean: Phrase(fr: "« true » ou « false »", en: "\"true\" or \"false\"")
        case .list: Phrase(fr: "une liste", en: "a list")
        case .mapping: Phrase(fr: "des clés et des valeurs", en: "keys and values")
        }
    }

    var hint: Phrase {
        switch self {
        case .text:
            Phrase(
                fr: "Écrivez le texte après « : », entre guillemets s’il contient « : » ou commence par un signe.",
                en: "Write the text after the colon, between quotes if it holds a colon or begins with a sign.")
        case .identifier:
            Phrase(fr: "Par exemple « premiers-pas ».", en: "For example \"first-steps\".")
        case .integer: Phrase(fr: "Par exemple « 20 », sans guillemets.", en: "For example 20, without quotes.")
        case .number:
            Phrase(
                fr: "Par exemple « 12.5 » : avec un point, sans guillemets ni unité.",
                en: "For example 12.5: with a point, without quotes or unit.")
        case .boolean:
            Phrase(fr: "Écrivez true ou false, sans guillemets.", en: "Write true or false, without quotes.")
        case .list:
            Phrase(
                fr: "Écrivez « [a, b] », ou une ligne « - … » pour chaque élément.",
                en: "Write \"[a, b]\", or one \"- …\" line for each item.")
        case .mapping:
            Phrase(fr: "Écrivez « clé: valeur » sur chaque ligne.", en: "Write \"key: value\" on each line.")
        }
    }
}

extension Finding {
    static func wrongType(_ expected: ExpectedType, found node: YAMLNode) -> Finding {
        let found: Phrase
        switch node.content {
        case .list: found = Phrase(fr: "une liste", en: "a list")
        case .mapping: found = Phrase(fr: "des clés et des valeurs", en: "keys and values")
        case .scalar(let scalar) where scalar.isNull:
            found =
                scalar.text.isEmpty
                ? Phrase(fr: "rien", en: "nothing")
                : Phrase(fr: "« \(scalar.text) », qui veut dire « rien »", en: "\"\(scalar.text)\", which means nothing")
        case .scalar(let scalar):
            let quoted = scalar.style == .quoted ? Phrase(fr: " entre guillemets", en: " between quotes") : Phrase(fr: "", en: "")
            found = Phrase(
                fr: "« \(excerpt(scalar.text)) »\(quoted.fr)", en: "\"\(excerpt(scalar.text))\"\(quoted.en)")
        }
        return Finding(
            "wrong-type",
            Phrase(
                fr: "Attendu : \(expected.phrase.fr). Trouvé : \(found.fr).",
                en: "Expected \(expected.phrase.en), found \(found.en)."),
            hint: expected.hint)
    }

    static func missingKey(_ key: String) -> Finding {
        Finding(
            "missing-key",
            Phrase(fr: "La clé « \(key) » manque.", en: "The key \"\(key)\" is missing."),
            hint: Phrase(fr: "Ajoutez « \(key): … ».", en: "Add \"\(key): …\"."))
    }

    static func unknownKey(_ key: String, known: [String]) -> Finding {
        let near = NearestWord.find(key, among: known)
        let list = known.joined(separator: ", ")
        return Finding(
            "unknown-key",
            Phrase(fr: "La clé « \(excerpt(key)) » est inconnue ici.", en: "The key \"\(excerpt(key))\" is not known here."),
            hint: near.map { Phrase(fr: "Vouliez-vous écrire « \($0) » ?", en: "Did you mean \"\($0)\"?") }
                ?? Phrase(fr: "Clés connues : \(list).", en: "Known keys: \(list)."))
    }

    static func misplacedKey(_ key: String, place: Phrase) -> Finding {
        Finding(
            "unknown-key",
            Phrase(fr: "La clé « \(key) » ne va pas ici.", en: "The key \"\(key)\" does not belong here."),
            hint: place)
    }

    static func unknownValue(_ value: String, known: [String]) -> Finding {
        Finding(
            "unknown-value",
            Phrase(fr: "« \(excerpt(value)) » n’est pas prévu ici.", en: "\"\(excerpt(value))\" is not a value for this key."),
            hint: .nearest(to: value, among: known))
    }

    static func badIdentifier(_ text: String) -> Finding {
        Finding(
            "invalid-id",
            Phrase(fr: "« \(excerpt(text)) » n’est pas un identifiant.", en: "\"\(excerpt(text))\" is not an id."),
            hint: AuthoredIdentifier.suggestion(for: text).map {
                Phrase(
                    fr: "Minuscules sans accent, chiffres et « - », une lettre d’abord, 64 au plus : par exemple « \($0) ».",
                    en: "Lower-case letters, digits and \"-\", a letter first, 64 at most: for example \"\($0)\".")
            }
                ?? Phrase(
                    fr: "Minuscules sans accent, chiffres et « - », une lettre d’abord, 64 au plus.",
                    en: "Lower-case letters, digits and \"-\", a letter first, 64 at most."))
    }

    static let emptyText = Finding(
        "empty-text", Phrase(fr: "Ce texte est vide.", en: "This text is empty."),
        hint: Phrase(
            fr: "Écrivez-le, ou retirez la clé si elle est facultative.", en: "Write it, or take the key out if it is optional."))

    static func emptyList(_ key: String) -> Finding {
        Finding(
            "empty-list", Phrase(fr: "La liste « \(key) » est vide.", en: "The list \"\(key)\" is empty."),
            hint: Phrase(fr: "Il en faut au moins un élément.", en: "It needs at least one item."))
    }

    static func textTooLong(_ count: Int, limit: Int) -> Finding {
        Finding(
            "text-too-long",
            Phrase(
                fr: "Ce texte a \(count) caractères ; la limite est de \(limit).",
                en: "This text has \(count) characters; the limit is \(limit)."),
            hint: Phrase(fr: "Raccourcissez-le.", en: "Shorten it."))
    }

    static let severalLines = Finding(
        "several-lines", Phrase(fr: "Ce texte tient sur une seule ligne.", en: "This text takes one line only."),
        hint: Phrase(
            fr: "Prenez « >- » au lieu de « | », ou joignez les lignes.", en: "Use \">-\" instead of \"|\", or join the lines."))

    static func outOfRange(_ low: String, _ high: String) -> Finding {
        Finding(
            "out-of-range",
            Phrase(fr: "Cette valeur va de \(low) à \(high).", en: "This value goes from \(low) to \(high)."),
            hint: Phrase(fr: "Choisissez un nombre entre les deux.", en: "Choose a number between the two."))
    }
}
