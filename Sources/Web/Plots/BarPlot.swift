import HTML

/// Bars drawn on the server, with a table of the same numbers beside them: for those who look, and for those who read or listen.
struct BarPlot: View {
    struct Bar: Sendable {
        /// Under the bar, and in the table.
        let label: String
        let value: Int
        /// As it is said: « 3 personnes ».
        let words: String
        /// The same for the mark that the bar is compared with.
        var target: (value: Int, words: String)?
    }

    /// Unique on the page.
    let id: String
    let title: String
    /// The names of the columns of the table: what the labels are, what the bars are, what they are compared with.
    let columns: [String]
    let bars: [Bar]
    let tableTitle: String

    private static let (widest, height, left, base) = (640, 200, 8, 164)

    /// As wide as its bars need: on a phone less of it is lost by shrinking.
    private var width: Int { min(Self.widest, max(240, bars.count * 48 + 2 * Self.left)) }

    var body: some Markup {
        figure(.class("plot"), .aria(.labelledby, "\(id)-title")) {
            figcaption(.id("\(id)-title")) { title }
            drawing
            details(.class("more")) {
                summary { tableTitle }
                table(.class("data")) {
                    caption(.class("visually-hidden")) { title }
                    thead { tr { ForEach(columns) { column in th(.scope(.column)) { column } } } }
                    tbody {
                        ForEach(bars) { bar in
                            tr {
                                th(.scope(.row)) { bar.label }
                                td(.data("label", columns.count > 1 ? columns[1] : "")) { bar.words }
                                if let target = bar.target {
                                    td(.data("label", columns.count > 2 ? columns[2] : "")) { target.words }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private var drawing: some Markup {
        let most = max(1, bars.map { max($0.value, $0.target?.value ?? 0) }.max() ?? 1)
        let room = (width - 2 * Self.left) / max(1, bars.count)
        let wide = max(2, min(64, room * 7 / 10))
        let tall = { (value: Int) in value * (Self.base - 30) / most }
        return svg(
            .viewBox("0 0 \(width) \(Self.height)"), .class("plot-drawing"), .attribute("width", "\(width)"),
            .aria(.hidden, true),
            .focusable(false)
        ) {
            element(
                "line", .class("plot-axis"), .attribute("x1", "0"), .attribute("x2", "\(width)"),
                .attribute("y1", "\(Self.base)"), .attribute("y2", "\(Self.base)")
            ) {}
            ForEach(Array(bars.enumerated())) { index, bar in
                let center = Self.left + room * index + room / 2
                let top = Self.base - tall(bar.value)
                element(
                    "rect", .class("plot-bar"), .attribute("x", "\(center - wide / 2)"), .attribute("y", "\(top)"),
                    .attribute("width", "\(wide)"), .attribute("height", "\(tall(bar.value))"), .attribute("rx", "3")
                ) {}
                if let target = bar.target {
                    element(
                        "line", .class("plot-target"), .attribute("x1", "\(center - room / 2 + 2)"),
                        .attribute("x2", "\(center + room / 2 - 2)"), .attribute("y1", "\(Self.base - tall(target.value))"),
                        .attribute("y2", "\(Self.base - tall(target.value))")
                    ) {}
                }
                if bar.value > 0 { text("plot-value", center, top - 8, "\(bar.value)") }
                text("plot-label", center, Self.base + 22, bar.label)
            }
        }
    }

    private func text(_ style: String, _ x: Int, _ y: Int, _ words: String) -> some Markup {
        element("text", .class(style), .attribute("x", "\(x)"), .attribute("y", "\(y)")) { words }
    }
}
