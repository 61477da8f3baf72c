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
    let publicFiles: PublicFiles

    var body: some Markup {
        Raw("<!doctype html>\n")
        html(
            .lang(words.language.rawValue), .data("theme", theme), .data("spacing", spacing),
            .data("person", viewer?.shortMark)
        ) {
            head {
                meta(.charset("utf-8"))
                title { "\(page.heading(words)) · \(siteName)" }
                meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
                meta(.name("color-scheme"), .content(theme ?? "light dark"))
                link(.rel("stylesheet"), .href(publicFiles.address("css/rebond.css")))
                link(.rel("icon"), .href(publicFiles.address("icon.svg")), .type("image/svg+xml"))
                link(.rel("apple-touch-icon"), .href(publicFiles.address("icon-180.png")))
                link(.rel("manifest"), .href(publicFiles.address("manifest.webmanifest")))
                script(.type("module"), .src(publicFiles.address("js/page.js")))
            }
            if let viewer { signedIn(viewer) } else { door }
        }
    }

    private var theme: String? {
        guard let theme = viewer?.person.preferences.theme, theme != .system else { return nil }
        return theme.rawValue
    }

    private var spacing: String? { viewer?.person.preferences.spacing == .wide ? "wide" : nil }

    private var brand: some Markup {
        a(.class("brand"), .href(Links.home)) {
            svg(.class("brand-mark"), .aria(.hidden, true), .focusable(false)) {
                use(.href(publicFiles.address("icons.svg") + "#brand"))
            }
            siteName
        }
    }

    @MarkupBuilder private func signedIn(_ viewer: Viewer) -> some Markup {
        HTML.body(.class("app")) {
            a(.class("skip-link"), .href("#main")) { words(.skipToContent) }
            header(.class("top")) {
                brand
                p(.class("top-person")) { viewer.person.name.full }
            }
            nav(.class("bar"), .aria(.label, words(.mainMenu))) {
                ul {
                    ForEach(entries(viewer)) { entry in
                        li {
                            a(.href(entry.link), .aria(.current, entry == page.menu ? "page" : nil)) {
                                words.icon(entry.icon)
                                span { words(entry.words) }
                            }
                        }
                    }
                }
            }
            page.content(words)
            footer(.class("foot")) {
                p { a(.href(Links.help)) { words(.helpAndContacts) } }
            }
            offline
        }
    }

    @MarkupBuilder private var door: some Markup {
        HTML.body(.class("door")) {
            a(.class("skip-link"), .href("#main")) { words(.skipToContent) }
            header(.class("top")) { brand }
            page.content(words)
            offline
        }
    }

    private var offline: some Markup {
        p(.class("offline"), .role(.status), .data("offline"), .hidden()) {
            words.icon("offline")
            " "
            span { words(.offline) }
        }
    }

    private func entries(_ viewer: Viewer) -> [MenuEntry] {
        var entries: [MenuEntry] = [.home, .courses]
        if viewer.followsLearners { entries.append(.cohorts) }
        if viewer.isAuthor { entries.append(.authoring) }
        return entries + [.profile]
    }
}

extension MenuEntry {
    var link: String {
        switch self {
        case .home: Links.home
        case .courses: Links.courses
        case .cohorts: Links.cohorts
        case .authoring: Links.authoring
        case .profile: Links.profile
        }
    }

    var icon: StaticString {
        switch self {
        case .home: "home"
        case .courses: "courses"
        case .cohorts: "team"
        case .authoring: "author"
        case .profile: "person"
        }
    }

    var words: Phrase {
        switch self {
        case .home: Phrase(fr: "Accueil", en: "Home")
        case .courses: Phrase(fr: "Cours", en: "Courses")
        case .cohorts: Phrase(fr: "Promos", en: "Cohorts")
        case .authoring: Phrase(fr: "Auteur", en: "Author")
        case .profile: Phrase(fr: "Moi", en: "Me")
        }
    }
}
