extension Attribute {
    /// Names of classes, separated by spaces. Several `class` attributes of one element are put together.
    @inlinable
    package static func `class`(_ names: String?, when condition: Bool = true) -> Self {
        Attribute("class", text: condition ? names : nil, kind: .classes)
    }

    @inlinable
    package static func id(_ id: String?) -> Self { Attribute("id", text: id) }

    /// The language of the content, such as `fr` or `en`.
    @inlinable
    package static func lang(_ tag: String?) -> Self { Attribute("lang", text: tag) }

    /// A hint shown on hover. Never the only place of something people need.
    @inlinable
    package static func title(_ text: String?) -> Self { Attribute("title", text: text) }

    @inlinable
    package static func role(_ role: Role?) -> Self {
        Attribute("role", text: role?.name)
    }

    @inlinable
    package static func hidden(_ hidden: Bool = true) -> Self { Attribute("hidden", flag: hidden) }
    @inlinable
    package static func inert(_ inert: Bool = true) -> Self { Attribute("inert", flag: inert) }
    @inlinable
    package static func autofocus(_ focused: Bool = true) -> Self { Attribute("autofocus", flag: focused) }

    /// 0 puts the element in the order of the Tab key, -1 lets only a script focus it.
    @inlinable
    package static func tabindex(_ index: Int) -> Self { Attribute("tabindex", number: index) }

    /// Whether a translator of the browser may change the content: `false` for code and names.
    @inlinable
    package static func translate(_ allowed: Bool) -> Self {
        Attribute("translate", text: allowed ? "yes" : "no")
    }

    @inlinable
    package static func spellcheck(_ checked: Bool) -> Self {
        Attribute("spellcheck", text: checked ? "true" : "false")
    }

    /// `.aria(.describedby, "name-error")`
    @inlinable
    package static func aria(_ name: Aria, _ value: String?) -> Self {
        Attribute(name.name, text: value, kind: .aria)
    }

    /// `.aria(.expanded, false)` writes `aria-expanded="false"`: for ARIA, false is a value.
    @inlinable
    package static func aria(_ name: Aria, _ value: Bool) -> Self {
        Attribute(name.name, text: value ? "true" : "false", kind: .aria)
    }

    @inlinable
    package static func aria(_ name: Aria, _ value: Int) -> Self {
        Attribute(name.name, number: value, kind: .aria)
    }

    /// `.data("save-state", "")` writes `data-save-state=""`. `name` is what follows `data-`.
    @inlinable
    package static func data(_ name: StaticString, _ value: String?) -> Self {
        Attribute(name, text: value, kind: .data)
    }

    @inlinable
    package static func data(_ name: StaticString, _ value: Int?) -> Self {
        Attribute(name, number: value, kind: .data)
    }

    /// A `data-` attribute without a value.
    @inlinable
    package static func data(_ name: StaticString, when condition: Bool = true) -> Self {
        Attribute(name, flag: condition, kind: .dataFlag)
    }

    /// An attribute that has no function here. `name` is a literal, and `value` is escaped as any other. Not for addresses
    /// nor for `style` and `on…`, which the site's security policy would ignore.
    @inlinable
    package static func attribute(_ name: StaticString, _ value: String?) -> Self {
        Attribute(name, text: value)
    }
}

/// A role of ARIA, for the few elements that do not have the right one by themselves.
@usableFromInline
package struct Role: Sendable {
    @usableFromInline let name: String
    @inlinable
    init(_ name: String) { self.name = name }

    @inlinable
    package static var alert: Role { Role("alert") }
    @inlinable
    package static var group: Role { Role("group") }
    @inlinable
    package static var image: Role { Role("img") }
    @inlinable
    package static var list: Role { Role("list") }
    @inlinable
    package static var log: Role { Role("log") }
    @inlinable
    package static var note: Role { Role("note") }
    @inlinable
    package static var presentation: Role { Role("presentation") }
    @inlinable
    package static var region: Role { Role("region") }
    @inlinable
    package static var search: Role { Role("search") }
    @inlinable
    package static var status: Role { Role("status") }
}

/// What follows `aria-`.
@usableFromInline
package struct Aria: Sendable {
    @usableFromInline let name: StaticString
    @inlinable
    init(_ name: StaticString) { self.name = name }

    @inlinable
    package static var busy: Aria { Aria("busy") }
    @inlinable
    package static var controls: Aria { Aria("controls") }
    @inlinable
    package static var current: Aria { Aria("current") }
    @inlinable
    package static var describedby: Aria { Aria("describedby") }
    @inlinable
    package static var disabled: Aria { Aria("disabled") }
    @inlinable
    package static var expanded: Aria { Aria("expanded") }
    @inlinable
    package static var hidden: Aria { Aria("hidden") }
    @inlinable
    package static var invalid: Aria { Aria("invalid") }
    @inlinable
    package static var label: Aria { Aria("label") }
    @inlinable
    package static var labelledby: Aria { Aria("labelledby") }
    @inlinable
    package static var live: Aria { Aria("live") }
    @inlinable
    package static var pressed: Aria { Aria("pressed") }
    @inlinable
    package static var selected: Aria { Aria("selected") }
    @inlinable
    package static var sort: Aria { Aria("sort") }
    @inlinable
    package static var valuetext: Aria { Aria("valuetext") }
}
