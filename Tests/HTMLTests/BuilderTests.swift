import HTML
import Testing

@Suite("Blocks put markup together")
struct BuilderTests {
    private enum State {
        case done, here
        case closed(String)
    }

    @MarkupBuilder
    private func badge(_ state: State) -> some Markup {
        switch state {
        case .done: span { "fait" }
        case .here: strong { "ici" }
        case .closed(let reason):
            span { "fermé" }
            em { reason }
        }
    }

    @Test("if, else, switch, optionals and local names")
    func branches() {
        func page(_ shown: Bool, note: String?, _ state: State) -> some Markup {
            div {
                if shown { p { "oui" } }
                if shown { "a" } else { "b" }
                if let note { em { note } }
                note
                let twice = 2 * 21
                twice
                badge(state)
            }
        }
        #expect(
            page(true, note: "n", .done).rendered().text == "<div><p>oui</p>a<em>n</em>n42<span>fait</span></div>")
        #expect(page(false, note: nil, .here).rendered().text == "<div>b42<strong>ici</strong></div>")
        #expect(
            page(false, note: nil, .closed("<")).rendered().text
                == "<div>b42<span>fermé</span><em>&lt;</em></div>")
    }

    @Test("for, ForEach and arrays give the same list")
    func lists() {
        let names = ["a", "b", "c"]
        let expected = "<ul><li>a</li><li>b</li><li>c</li></ul>"
        #expect(ul { for name in names { li { name } } }.rendered().text == expected)
        #expect(ul { ForEach(names) { name in li { name } } }.rendered().text == expected)
        #expect(ul { names.map { name in li { name } } }.rendered().text == expected)
        #expect(ul { ForEach([String]()) { name in li { name } } }.rendered().text == "<ul></ul>")
    }

    @Test("empty blocks and empty markup write nothing")
    func empty() {
        #expect(div {}.rendered().text == "<div></div>")
        #expect(div { EmptyMarkup() }.rendered().text == "<div></div>")
        #expect("".rendered().count == 0)
    }

    @Test("void elements have no end tag, the others always have one")
    func voids() {
        let page = div {
            br()
            hr()
            wbr()
            img(.src("/a.png"), .alt("a"))
            input(.type(.hidden))
            meta(.charset("utf-8"))
            link(.rel("icon"), .href("/icon.svg"))
            col(.span(2))
            source(.src("/a.webp"))
            track(.kind("captions"), .src("/a.vtt"))
            script(.src("/js/page.js"), .type("module"))
            td {}
        }
        #expect(
            page.rendered().text == #"<div><br><hr><wbr><img src="/a.png" alt="a"><input type="hidden">"#
                + #"<meta charset="utf-8"><link rel="icon" href="/icon.svg"><col span="2"><source src="/a.webp">"#
                + #"<track kind="captions" src="/a.vtt"><script src="/js/page.js" type="module"></script><td></td></div>"#
        )
    }

    @Test("what was typed keeps its first empty line")
    func verbatim() {
        #expect(textarea(.name("a")) { "\nb<" }.rendered().text == "<textarea name=\"a\">\n\nb&lt;</textarea>")
        #expect(pre { "\na" }.rendered().text == "<pre>\n\na</pre>")
    }

    @Test("a view writes its body, and views nest")
    func views() {
        struct Icon: View {
            var name: String
            var body: some Markup {
                svg(.class("icon"), .aria(.hidden, true), .focusable(false)) { use(.href("/icons.svg#\(name)")) }
            }
        }
        struct Link: View {
            var text: String
            var body: some Markup {
                a(.href("/")) {
                    Icon(name: "home")
                    text
                }
            }
        }
        #expect(
            Link(text: "Accueil").rendered().text
                == #"<a href="/"><svg class="icon" aria-hidden="true" focusable="false"><use href="/icons.svg#home"></use></svg>Accueil</a>"#
        )
    }
}
