import Essentials
import HTML
import Tutoring

/// Asking for a call, in one's own conversation with those who follow one; they see there that it is asked for.
struct CallSection: View {
    let page: ConversationPage
    let words: Words

    var body: some Markup {
        section(.class("card"), .id("call"), .aria(.label, words(.askForCall))) {
            if let call = page.model.call {
                p {
                    strong { words(page.model.mayAskForCall ? .youAskedForCall(words.moment(call.askedAt)) : .callAsked) }
                    " "
                    words(.callDue(words.moment(call.dueAt)))
                }
                if let phone = call.phone { p { a(.href("tel:\(phone.filter { !$0.isWhitespace })")) { phone } } }
                if let hours = call.hours { p { hours } }
            }
            if page.model.mayAskForCall {
                details(.class("more"), .open(page.refusedCall != nil)) {
                    summary { words(page.model.call == nil ? .askForCall : .changeCall) }
                    asking
                }
                if page.model.call != nil {
                    form(.class("actions"), .method(.post), .action(Links.withdrawnCall(page.model.cohort))) {
                        button(.class("button button-quiet")) { words(.askNoMore) }
                    }
                }
            }
        }
    }

    private var asking: some Markup {
        form(.class("form"), .method(.post), .action(Links.calls(page.model.cohort) + "#call"), .novalidate()) {
            input(.type(.hidden), .name("id"), .value(page.newCall?.text))
            p(.class("quiet")) { words(.askForCallLead) }
            TextField(
                name: "phone", text: .callPhone, value: page.refusedCall?.fields["phone"] ?? page.model.call?.phone ?? "",
                type: .tel, problem: page.refusedCall?.problem, words: words)
            TextField(
                name: "hours", text: .callHours, value: page.refusedCall?.fields["hours"] ?? page.model.call?.hours ?? "",
                hint: .callHoursHint, problem: page.refusedCall?.problem, words: words)
            button(.class("button"), .data("busy", words(.oneMoment))) { words(.askForCall) }
        }
    }
}
