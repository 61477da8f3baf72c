import Essentials
import HTML

/// The parts of the frame that are the same for everybody with the same language and menu: made and compressed once, then written as bytes.
struct PageShell: Sendable {
    /// What depends on the release, the language, the menu and where one is in it.
    struct Key: Hashable, Sendable {
        let language: Language
        let entries: [MenuEntry]
        let current: MenuEntry?
        let isSignedIn: Bool
    }

    /// Links and scripts of `head`.
    let head: PrerenderedHTML
    /// The skip link; then, inside `header`, the brand.
    let skip: PrerenderedHTML
    let brand: PrerenderedHTML
    /// The menu; empty at the door.
    let menu: PrerenderedHTML
    /// What follows `main`.
    let foot: PrerenderedHTML

    init(_ key: Key, words: Words, siteName: String, publicFiles: PublicFiles) {
        head = Self.bytes(HeadLinks(publicFiles: publicFiles))
        skip = Self.bytes(a(.class("skip-link"), .href("#main")) { words(.skipToContent) })
        brand = Self.bytes(
            a(.class("brand"), .href(Links.home)) {
                svg(.class("brand-mark"), .aria(.hidden, true), .focusable(false)) {
                    use(.href(publicFiles.address("icons.svg") + "#brand"))
                }
                siteName
            })
        menu =
            key.isSignedIn ? Self.bytes(MenuBar(entries: key.entries, current: key.current, words: words)) : PrerenderedHTML([])
        foot = Self.bytes(Foot(isSignedIn: key.isSignedIn, words: words))
    }

    private static func bytes(_ markup: some Markup) -> PrerenderedHTML {
        Deflate.part(markup.rendered(reserving: 2048).bytes)
    }
}

/// The shells made so far: a few per language.
typealias PageShells = BoundedCache<PageShell.Key, PageShell>

private struct HeadLinks: View {
    let publicFiles: PublicFiles

    var body: some Markup {
        meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
        link(.rel("stylesheet"), .href(publicFiles.address("css/rebond.css")))
        link(.rel("icon"), .href(publicFiles.address("icon.svg")), .type("image/svg+xml"))
        link(.rel("apple-touch-icon"), .href(publicFiles.address("icon-180.png")))
        link(.rel("manifest"), .href(publicFiles.address("manifest.webmanifest")))
        script(.type("module"), .src(publicFiles.address("js/page.js")))
    }
}

private struct MenuBar: View {
    let entries: [MenuEntry]
    let current: MenuEntry?
    let words: Words

    var body: some Markup {
        nav(.class("bar"), .aria(.label, words(.mainMenu))) {
            ul {
                ForEach(entries) { entry in
                    li {
                        a(.href(entry.link), .aria(.current, entry == current ? "page" : nil)) {
                            words.icon(entry.icon)
                            span { words(entry.words) }
                        }
                    }
                }
            }
        }
    }
}

private struct Foot: View {
    let isSignedIn: Bool
    let words: Words

    var body: some Markup {
        if isSignedIn {
            footer(.class("foot")) { p { a(.href(Links.help)) { words(.helpAndContacts) } } }
        }
        p(.class("offline"), .role(.status), .data("offline"), .data("unsent", words(.unsent)), .hidden()) {
            words.icon("offline")
            " "
            span { words(.offline) }
        }
    }
}
