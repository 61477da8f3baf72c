/// An attribute of an element whose scope is `Scope`: `.class("card")`, `.href("/courses")`, `.disabled(true)`.
///
/// An attribute without a value (`nil`, `false`, a condition that does not hold) is not written.
@usableFromInline
package struct Attribute<Scope>: Sendable {
    @usableFromInline let stored: StoredAttribute

    @inlinable
    init(_ name: StaticString, _ value: StoredAttribute.Value, family: StoredAttribute.Family = .plain) {
        stored = StoredAttribute(family: family, name: name, value: value)
    }

    @inlinable
    init(_ name: StaticString, text: String?, family: StoredAttribute.Family = .plain) {
        self.init(name, text.map(StoredAttribute.Value.text) ?? .absent, family: family)
    }

    @inlinable
    init(_ name: StaticString, address: String?) {
        self.init(name, address.map(StoredAttribute.Value.address) ?? .absent)
    }

    @inlinable
    init(_ name: StaticString, number: Int?, family: StoredAttribute.Family = .plain) {
        self.init(name, number.map(StoredAttribute.Value.number) ?? .absent, family: family)
    }

    @inlinable
    init(_ name: StaticString, flag: Bool) {
        self.init(name, flag ? .flag : .absent)
    }

    /// This attribute, written only when `condition` holds.
    @inlinable
    package func when(_ condition: Bool) -> Self {
        condition ? self : Attribute(stored.name, .absent, family: stored.family)
    }
}

/// An attribute without the scope that says where it may stand.
@usableFromInline
struct StoredAttribute: Sendable {
    /// What stands after the name.
    @usableFromInline
    enum Value: Sendable {
        case absent
        case flag
        case literal(StaticString)
        case number(Int)
        case text(String)
        case address(String)
    }

    /// The part of a name that several attributes share.
    @usableFromInline
    enum Family: Sendable {
        case plain, classes, aria, data
    }

    @usableFromInline let family: Family
    @usableFromInline let name: StaticString
    @usableFromInline let value: Value

    @inlinable
    init(family: Family, name: StaticString, value: Value) {
        self.family = family
        self.name = name
        self.value = value
    }
}

extension HTMLBuffer {
    /// Writes an attribute with the space before it, or nothing if it is absent.
    @usableFromInline
    mutating func append(_ attribute: StoredAttribute) {
        if case .absent = attribute.value { return }
        switch attribute.family {
        case .plain, .classes: append(raw: " ")
        case .aria: append(raw: " aria-")
        case .data: append(raw: " data-")
        }
        append(raw: attribute.name)
        if case .flag = attribute.value { return }
        append(raw: "=\"")
        switch attribute.value {
        case .absent, .flag: break
        case .literal(let literal): append(raw: literal)
        case .number(let number): append(number)
        case .text(let text): append(attributeValue: text)
        case .address(let address): append(attributeValue: Address.harmless(address))
        }
        append(raw: "\"")
    }

    /// Writes the names of a `class` attribute after `count` others, without the closing quote. Returns how many
    /// attributes it wrote: one, or none if it has no names or is not a `class` attribute.
    @usableFromInline
    mutating func append(classesOf attribute: StoredAttribute, after count: Int) -> Int {
        guard attribute.family == .classes, case .text(let names) = attribute.value, !names.isEmpty else { return 0 }
        append(raw: count == 0 ? " class=\"" : " ")
        append(attributeValue: names)
        return 1
    }
}
