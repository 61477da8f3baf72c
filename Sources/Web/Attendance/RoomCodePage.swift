import Essentials
import HTML
import Scheduling

/// What the screen of the room shows: the code of this minute, for phones and for typing. It comes again by itself.
struct RoomCodePage: Page {
    struct Model: Encodable, Sendable {
        let session: String
        let title: String
        let half: HalfDay.Part
        let startsAt: Instant
        let endsAt: Instant
        /// Six characters.
        let code: String
        /// What the QR code holds.
        let address: String
        /// Until the next code.
        let secondsLeft: Int
    }

    let model: Model
    var menu: MenuEntry? { .agenda }

    func heading(_ words: Words) -> String { words(.roomCodeTitle) + " · " + model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page room"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.attendance(model.session))) {
                    words.icon("back")
                    " "
                    words(.attendance)
                }
                h1 { words(.roomCodeTitle) }
                p(.class("lead")) { model.title + ", " + words.hours(model.startsAt, model.endsAt) }
            }
            if let code = QRCode(model.address) {
                svg(
                    .class("qr"), .viewBox("0 0 \(code.side) \(code.side)"), .role(.image), .aria(.label, words(.qrCode)),
                    .focusable(false)
                ) { HTML.path(.attribute("d", code.path)) }
            }
            p(.class("room-code")) { spaced }
            p { words(.roomCodeHow) }
        }
    }

    /// In two halves, which are read and typed with less pain.
    private var spaced: String { model.code.prefix(3) + " " + model.code.dropFirst(3) }
}
