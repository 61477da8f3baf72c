import Essentials
import HTML

/// Whom a message mentions: by an @ and a name, or chosen from the list of who reads the conversation.
struct MentionField: View {
    let page: ConversationPage
    let words: Words

    var body: some Markup {
        div(.class("field")) {
            if let people = page.model.people {
                fieldset(.class("field")) {
                    legend { words(.mentionPeople) }
                    if people.isEmpty { p(.class("quiet")) { words(.nobodyElseReads) } }
                    ForEach(people) { person in
                        label(.class("choice")) {
                            input(
                                .type(.checkbox), .name("mentions"), .value(person.id.text),
                                .checked(page.mentioned.contains(person.id)))
                            span { person.name }
                        }
                    }
                }
            } else {
                p(.class("field-hint")) {
                    words(.mentionHint)
                    " "
                    a(.href(page.model.address + "?people=yes#write")) { words(.mentionFromList) }
                }
            }
        }
    }
}

extension Phrase {
    static let mentionsYou = Phrase(fr: "On vous mentionne", en: "Mentions you")
    fileprivate static let mentionPeople = Phrase(fr: "Mentionner", en: "Mention")
    fileprivate static let nobodyElseReads = Phrase(
        fr: "Personne d’autre ne lit cette conversation.", en: "Nobody else reads this conversation.")
    fileprivate static let mentionHint = Phrase(
        fr: "Pour mentionner quelqu’un : @ puis son nom.", en: "To mention somebody: @, then their name.")
    fileprivate static let mentionFromList = Phrase(fr: "Choisir dans la liste", en: "Choose from the list")
}
