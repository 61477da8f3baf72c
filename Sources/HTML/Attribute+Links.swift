extension Attribute where Scope: TakesHref {
    /// A relative address, or one of http, https, mailto, tel or sms. Others are replaced by one that leads nowhere.
    @inlinable
    package static func href(_ address: String?) -> Self {
        Attribute("href", address: address)
    }

    @inlinable
    package static func rel(_ relations: String?) -> Self { Attribute("rel", text: relations) }

    /// The language of what the link leads to.
    @inlinable
    package static func hreflang(_ tag: String?) -> Self { Attribute("hreflang", text: tag) }
}

extension Attribute where Scope: TakesTarget {
    @inlinable
    package static func target(_ name: String?) -> Self { Attribute("target", text: name) }
}

extension Attribute where Scope: TakesDownload {
    /// The name under which the browser keeps what the link leads to.
    @inlinable
    package static func download(_ filename: String?) -> Self { Attribute("download", text: filename) }
}

extension Attribute where Scope: TakesSource {
    /// An address, with the same care as `href`.
    @inlinable
    package static func src(_ address: String?) -> Self {
        Attribute("src", address: address)
    }

    @inlinable
    package static func srcset(_ candidates: String?) -> Self { Attribute("srcset", text: candidates) }
    @inlinable
    package static func sizes(_ sizes: String?) -> Self { Attribute("sizes", text: sizes) }
    /// `captions` or `subtitles`, for a track.
    @inlinable
    package static func kind(_ kind: String?) -> Self { Attribute("kind", text: kind) }
    @inlinable
    package static func srclang(_ tag: String?) -> Self { Attribute("srclang", text: tag) }
    @inlinable
    package static func `defer`(_ deferred: Bool = true) -> Self { Attribute("defer", flag: deferred) }
}

extension Attribute where Scope: TakesType {
    /// A media type, or `module` for a script.
    @inlinable
    package static func type(_ type: String?) -> Self { Attribute("type", text: type) }
}

extension Attribute where Scope: TakesMedia {
    @inlinable
    package static func media(_ query: String?) -> Self { Attribute("media", text: query) }
}

extension Attribute where Scope: TakesSize {
    /// In CSS pixels.
    @inlinable
    package static func width(_ pixels: Int?) -> Self { Attribute("width", number: pixels) }
    /// In CSS pixels.
    @inlinable
    package static func height(_ pixels: Int?) -> Self { Attribute("height", number: pixels) }
}

extension Attribute where Scope: TakesAlternative {
    /// What stands for the image; an empty text if it only decorates.
    @inlinable
    package static func alt(_ text: String) -> Self { Attribute("alt", text: text) }
}

extension Attribute where Scope: TakesLoading {
    @inlinable
    package static func loading(_ loading: Loading) -> Self { Attribute("loading", text: loading.name) }
}

extension Attribute where Scope: TakesPlayback {
    @inlinable
    package static func controls(_ shown: Bool = true) -> Self { Attribute("controls", flag: shown) }
    /// `none`, `metadata` or `auto`.
    @inlinable
    package static func preload(_ what: String?) -> Self { Attribute("preload", text: what) }
    @inlinable
    package static func poster(_ address: String?) -> Self {
        Attribute("poster", address: address)
    }
}

extension Attribute where Scope == FrameScope {
    /// What the page in the frame may do, such as `allow-scripts`: everything else is forbidden to it.
    @inlinable
    package static func sandbox(_ permissions: String) -> Self { Attribute("sandbox", text: permissions) }
    /// The features that the frame may use, such as `fullscreen`.
    @inlinable
    package static func allow(_ features: String?) -> Self { Attribute("allow", text: features) }
}

extension Attribute where Scope == MetaScope {
    @inlinable
    package static func content(_ content: String?) -> Self { Attribute("content", text: content) }
    @inlinable
    package static func charset(_ name: String?) -> Self { Attribute("charset", text: name) }
}

extension Attribute where Scope == DrawingScope {
    @inlinable
    package static func viewBox(_ box: String?) -> Self { Attribute("viewBox", text: box) }
    /// `false` keeps old browsers from focusing a drawing.
    @inlinable
    package static func focusable(_ focusable: Bool) -> Self {
        Attribute("focusable", text: focusable ? "true" : "false")
    }
}

extension Attribute where Scope == TimeScope {
    /// The instant or date in the machine's form, such as `2026-03-24T14:00+01:00`.
    @inlinable
    package static func datetime(_ value: String?) -> Self { Attribute("datetime", text: value) }
}

extension Attribute where Scope == QuotationScope {
    @inlinable
    package static func cite(_ address: String?) -> Self {
        Attribute("cite", address: address)
    }
}

extension Attribute where Scope == DetailsScope {
    @inlinable
    package static func open(_ open: Bool = true) -> Self { Attribute("open", flag: open) }
}

extension Attribute where Scope == ListScope {
    /// The number of the first item of an ordered list.
    @inlinable
    package static func start(_ number: Int?) -> Self { Attribute("start", number: number) }
}

extension Attribute where Scope == CellScope {
    @inlinable
    package static func colspan(_ columns: Int?) -> Self { Attribute("colspan", number: columns) }
    @inlinable
    package static func rowspan(_ rows: Int?) -> Self { Attribute("rowspan", number: rows) }
    /// What a header cell is the header of.
    @inlinable
    package static func scope(_ scope: HeaderScope) -> Self { Attribute("scope", text: scope.name) }
    @inlinable
    package static func headers(_ ids: String?) -> Self { Attribute("headers", text: ids) }
}

extension Attribute where Scope == ColumnScope {
    /// The number of columns.
    @inlinable
    package static func span(_ columns: Int?) -> Self { Attribute("span", number: columns) }
}

/// When an image is fetched.
@usableFromInline
package enum Loading: Sendable {
    case lazy, eager

    @inlinable
    var name: String {
        switch self {
        case .lazy: "lazy"
        case .eager: "eager"
        }
    }
}

/// What a header cell is the header of.
@usableFromInline
package enum HeaderScope: Sendable {
    case column, row, columnGroup, rowGroup

    @inlinable
    var name: String {
        switch self {
        case .column: "col"
        case .row: "row"
        case .columnGroup: "colgroup"
        case .rowGroup: "rowgroup"
        }
    }
}
