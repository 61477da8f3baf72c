/// An attribute of an element whose scope is `Scope`: `.class("card")`, `.href("/courses")`, `.disabled(true)`.
///
/// An attribute without a value (`nil`, `false`, a condition that does not hold) is not written.
@usableFromInline
package struct Attribute<Scope>: Sendable {
    @usableFromInline let stored: StoredAttribute

    @inlinable
    init(_ name: StaticString, text: String?, kind: StoredAttribute.Kind = .plain) {
        stored = StoredAttribute(name: name, value: text ?? "", kind: text == nil ? .absent : kind)
    }

    @inlinable
    init(_ name: StaticString, address: String?) {
        self.init(name, text: address, kind: .address)
    }

    @inlinable
    init(_ name: StaticString, number: Int?, kind: StoredAttribute.Kind = .plain) {
        self.init(name, text: number.map(String.init), kind: kind)
    }

    @inlinable
    init(_ name: StaticString, flag: Bool, kind: StoredAttribute.Kind = .flag) {
        stored = StoredAttribute(name: name, value: "", kind: flag ? kind : .absent)
    }

    /// This attribute, written only when `condition` holds.
    @inlinable
    package func when(_ condition: Bool) -> Self {
        condition ? self : Attribute(stored.name, flag: false)
    }
}

/// An attribute without the scope that says where it may stand.
@usableFromInline
struct StoredAttribute: Sendable {
    /// How the name and the value are written.
    @usableFromInline
    enum Kind: Sendable {
        /// Not at all.
        case absent
        /// The name alone.
        case flag
        case plain
        /// The value is an address, and only a harmless one is written.
        case address
        /// The value is names of classes, put together with those of the other `class` attributes of the element.
        case classes
        /// The name follows `aria-`.
        case aria
        /// The name follows `data-`.
        case data
        /// The name follows `data-` and stands alone.
        case dataFlag
    }

    @usableFromInline let name: StaticString
    @usableFromInline let value: String
    @usableFromInline let kind: Kind

    @inlinable
    init(name: StaticString, value: String, kind: Kind) {
        self.name = name
        self.value = value
        self.kind = kind
    }
}

extension HTMLBuffer {
    /// Writes an attribute with the space before it, or nothing if it is absent.
    @usableFromInline
    mutating func append(_ attribute: StoredAttribute) {
        switch attribute.kind {
        case .absent: return
        case .flag, .plain, .address, .classes: append(character: " ")
        case .aria: append(raw: " aria-")
        case .data, .dataFlag: append(raw: " data-")
        }
        append(raw: attribute.name)
        if attribute.kind == .flag || attribute.kind == .dataFlag { return }
        append(raw: "=\"")
        append(attributeValue: attribute.kind == .address ? Address.harmless(attribute.value) : attribute.value)
        append(character: "\"")
    }

    /// Writes the names of a `class` attribute after `count` others, without the closing quote. Returns how many
    /// attributes it wrote: one, or none if it has no names or is not a `class` attribute.
    @usableFromInline
    mutating func append(classesOf attribute: StoredAttribute, after count: Int) -> Int {
        guard attribute.kind == .classes, !attribute.value.isEmpty else { return 0 }
        append(raw: count == 0 ? " class=\"" : " ")
        append(attributeValue: attribute.value)
        return 1
    }
}
