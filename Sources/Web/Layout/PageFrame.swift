import Accounts
import Campus
import Essentials
import HTML

/// What surrounds the content of every page: head, menu, foot.
struct PageFrame<Content: Page>: View {
    let page: Content
    let words: Words
    let viewer: Viewer?
    let siteName: String
    let shell: PageShell
    /// In a preview: what stands above the page.
    var preview: PreviewBar?

    var body: some Markup {
        Raw("<!doctype html>\n")
        html(
            .lang(words.language.rawValue), .data("theme", theme), .data("spacing", spacing),
            .data("person", viewer?.shortMark)
        ) {
            head {
                meta(.charset("utf-8"))
                title { "\(page.heading(words)) · \(siteName)" }
                meta(.name("color-scheme"), .content(theme ?? "light dark"))
                shell.head
            }
            HTML.body(.class(viewer == nil ? "door" : "app")) {
                shell.skip
                header(.class("top")) {
                    shell.brand
                    if let viewer { p(.class("top-person")) { viewer.person.name.full } }
                }
                shell.menu
                if let preview { preview }
                page.content(words)
                shell.foot
            }
        }
    }

    private var theme: String? {
        guard let theme = viewer?.person.preferences.theme, theme != .system else { return nil }
        return theme.rawValue
    }

    private var spacing: String? { viewer?.person.preferences.spacing == .wide ? "wide" : nil }
}

extension Viewer {
    /// What this person finds in the menu.
    var menuEntries: [MenuEntry] {
        var entries: [MenuEntry] = [.home]
        // Who follows learners and no course finds the courses through them; six entries are what a phone shows.
        if !followsLearners || roles.isLearnerAnywhere || isAuthor { entries.append(.courses) }
        entries.append(.agenda)
        if !roles.cohorts.isEmpty { entries.append(.messages) }
        if followsLearners { entries += [.today, .toMark, .cohorts] }
        if roles.isDisabilityOfficer { entries.append(.extraTime) }
        if isAuthor { entries.append(.authoring) }
        return entries + [.profile]
    }
}
