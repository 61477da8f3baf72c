import HTML
import Testing

@Suite("Attributes are written when they have something to say")
struct AttributeTests {
    @Test("several classes become one attribute, in their order, wherever they stand")
    func classes() {
        let some = li(.class("step"), .class("here", when: true), .class("done", when: false)) {}
        #expect(some.rendered().text == #"<li class="step here"></li>"#)
        let apart = li(.class("step"), .id("a"), .class("closed")) {}
        #expect(apart.rendered().text == #"<li class="step closed" id="a"></li>"#)
        let none = li(.class("a", when: false), .class(nil), .class("")) {}
        #expect(none.rendered().text == "<li></li>")
        let late = li(.class("a", when: false), .id("x"), .class("b")) {}
        #expect(late.rendered().text == #"<li id="x" class="b"></li>"#)
    }

    @Test("nil, false and a condition that does not hold write nothing")
    func absent() {
        let missing: String? = nil
        let none = input(
            .id(missing), .value(missing), .checked(false), .disabled(false), .name("x").when(false), .role(nil),
            .maxlength(nil), .aria(.describedby, missing), .data("x", missing), .data("y", when: false))
        #expect(none.rendered().text == "<input>")
        #expect(a(.href(missing)) {}.rendered().text == "<a></a>")
    }

    @Test("boolean attributes are their name alone, and an empty value is still a value")
    func flags() {
        let some = input(.type(.checkbox), .checked(), .required(true), .value(""), .hidden(), .autofocus())
        #expect(some.rendered().text == #"<input type="checkbox" checked required value="" hidden autofocus>"#)
        #expect(img(.alt("")).rendered().text == #"<img alt="">"#)
        #expect(p(.data("end")) {}.rendered().text == "<p data-end></p>")
    }

    @Test("for ARIA, false is a value")
    func aria() {
        let some = button(.aria(.expanded, false), .aria(.pressed, true), .aria(.current, "page"), .role(.status)) {}
        #expect(
            some.rendered().text
                == #"<button aria-expanded="false" aria-pressed="true" aria-current="page" role="status"></button>"#)
    }

    @Test("numbers", arguments: [(0, "0"), (7, "7"), (10, "10"), (-3, "-3"), (Int.min, "-9223372036854775808")])
    func numbers(number: Int, digits: String) {
        let some = progress(.value(number), .max(number), .data("n", number), .tabindex(number)) { number }
        #expect(
            some.rendered().text
                == "<progress value=\"\(digits)\" max=\"\(digits)\" data-n=\"\(digits)\" tabindex=\"\(digits)\">\(digits)</progress>"
        )
    }

    @Test("a form with what its fields take")
    func forms() {
        let some = form(.method(.post), .action("/session"), .novalidate()) {
            label(.for("mail")) { "Adresse" }
            input(.type(.email), .id("mail"), .name("mail"), .autocomplete("username"), .inputmode("email"))
            select(.name("lang")) {
                option(.value("fr"), .selected()) { "français" }
                option(.value("en"), .selected(false)) { "English" }
            }
            button(.type(.submit)) { "Entrer" }
        }
        #expect(
            some.rendered().text == #"<form method="post" action="/session" novalidate>"#
                + #"<label for="mail">Adresse</label>"#
                + #"<input type="email" id="mail" name="mail" autocomplete="username" inputmode="email">"#
                + #"<select name="lang"><option value="fr" selected>français</option>"#
                + #"<option value="en">English</option></select><button type="submit">Entrer</button></form>"#)
    }

    @Test("an attribute or an element without a function of its own")
    func others() {
        let some = element("bdi", .attribute("itemprop", "a\"b"), .attribute("x", nil)) { "a" }
        #expect(some.rendered().text == #"<bdi itemprop="a&quot;b">a</bdi>"#)
    }
}
