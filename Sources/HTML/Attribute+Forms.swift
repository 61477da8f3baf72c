extension Attribute where Scope: TakesSubmission {
    /// Where the form goes, with the same care as `href`.
    @inlinable
    package static func action(_ address: String?) -> Self {
        Attribute("action", address: address)
    }

    @inlinable
    package static func method(_ method: FormMethod) -> Self { Attribute("method", text: method.name) }

    /// `multipart/form-data` for files; the browser's own form otherwise.
    @inlinable
    package static func enctype(_ type: String?) -> Self { Attribute("enctype", text: type) }

    /// Leaves the checks to the server, which says beside each field what is wrong.
    @inlinable
    package static func novalidate(_ value: Bool = true) -> Self { Attribute("novalidate", flag: value) }
}

extension Attribute where Scope: TakesName {
    @inlinable
    package static func name(_ name: String?) -> Self { Attribute("name", text: name) }
}

extension Attribute where Scope: TakesValue {
    @inlinable
    package static func value(_ value: String?) -> Self { Attribute("value", text: value) }
    @inlinable
    package static func value(_ value: Int?) -> Self { Attribute("value", number: value) }
}

extension Attribute where Scope: TakesDisabled {
    @inlinable
    package static func disabled(_ disabled: Bool = true) -> Self { Attribute("disabled", flag: disabled) }
    /// The id of the form that a control outside of it belongs to.
    @inlinable
    package static func form(_ id: String?) -> Self { Attribute("form", text: id) }
}

extension Attribute where Scope: TakesFor {
    /// The id of the control.
    @inlinable
    package static func `for`(_ id: String?) -> Self { Attribute("for", text: id) }
}

extension Attribute where Scope: TakesBounds {
    @inlinable
    package static func min(_ value: Int?) -> Self { Attribute("min", number: value) }
    @inlinable
    package static func min(_ value: String?) -> Self { Attribute("min", text: value) }
    @inlinable
    package static func max(_ value: Int?) -> Self { Attribute("max", number: value) }
    @inlinable
    package static func max(_ value: String?) -> Self { Attribute("max", text: value) }
    /// A number, or `any`.
    @inlinable
    package static func step(_ value: String?) -> Self { Attribute("step", text: value) }
}

extension Attribute where Scope: TakesEntry {
    /// What the browser may fill in: `username`, `current-password`, `off` …
    @inlinable
    package static func autocomplete(_ token: String?) -> Self { Attribute("autocomplete", text: token) }
    /// Which keyboard a phone shows: `decimal`, `numeric`, `email` …
    @inlinable
    package static func inputmode(_ mode: String?) -> Self { Attribute("inputmode", text: mode) }
    @inlinable
    package static func enterkeyhint(_ hint: String?) -> Self { Attribute("enterkeyhint", text: hint) }
    @inlinable
    package static func autocapitalize(_ mode: String?) -> Self { Attribute("autocapitalize", text: mode) }
    @inlinable
    package static func placeholder(_ text: String?) -> Self { Attribute("placeholder", text: text) }
    @inlinable
    package static func required(_ required: Bool = true) -> Self { Attribute("required", flag: required) }
    @inlinable
    package static func readonly(_ readonly: Bool = true) -> Self { Attribute("readonly", flag: readonly) }
    @inlinable
    package static func multiple(_ multiple: Bool = true) -> Self { Attribute("multiple", flag: multiple) }
    @inlinable
    package static func minlength(_ characters: Int?) -> Self { Attribute("minlength", number: characters) }
    @inlinable
    package static func maxlength(_ characters: Int?) -> Self { Attribute("maxlength", number: characters) }
    /// The number of lines shown.
    @inlinable
    package static func rows(_ lines: Int?) -> Self { Attribute("rows", number: lines) }
}

extension Attribute where Scope == InputScope {
    @inlinable
    package static func type(_ type: InputType) -> Self { Attribute("type", text: type.name) }
    @inlinable
    package static func checked(_ checked: Bool = true) -> Self { Attribute("checked", flag: checked) }
    @inlinable
    package static func pattern(_ expression: String?) -> Self { Attribute("pattern", text: expression) }
    /// The id of the `datalist` with suggestions.
    @inlinable
    package static func list(_ id: String?) -> Self { Attribute("list", text: id) }
    /// The media types and endings that a file field takes.
    @inlinable
    package static func accept(_ types: String?) -> Self { Attribute("accept", text: types) }
}

extension Attribute where Scope == OptionScope {
    @inlinable
    package static func selected(_ selected: Bool = true) -> Self { Attribute("selected", flag: selected) }
    @inlinable
    package static func label(_ text: String?) -> Self { Attribute("label", text: text) }
}

extension Attribute where Scope == ButtonScope {
    @inlinable
    package static func type(_ type: ButtonType) -> Self { Attribute("type", text: type.name) }
    /// Where this button sends its form, instead of the form's own address.
    @inlinable
    package static func formaction(_ address: String?) -> Self {
        Attribute("formaction", address: address)
    }
    @inlinable
    package static func formnovalidate(_ value: Bool = true) -> Self {
        Attribute("formnovalidate", flag: value)
    }
}

/// How a form is sent.
@usableFromInline
package enum FormMethod: Sendable {
    case get, post

    @inlinable
    var name: String {
        switch self {
        case .get: "get"
        case .post: "post"
        }
    }
}

/// What an `input` is.
@usableFromInline
package enum InputType: Sendable {
    case text, email, password, search, tel, url, number, date, time, datetimeLocal
    case checkbox, radio, file, hidden, range, color

    @inlinable
    var name: String {
        switch self {
        case .text: "text"
        case .email: "email"
        case .password: "password"
        case .search: "search"
        case .tel: "tel"
        case .url: "url"
        case .number: "number"
        case .date: "date"
        case .time: "time"
        case .datetimeLocal: "datetime-local"
        case .checkbox: "checkbox"
        case .radio: "radio"
        case .file: "file"
        case .hidden: "hidden"
        case .range: "range"
        case .color: "color"
        }
    }
}

/// What a button does.
@usableFromInline
package enum ButtonType: Sendable {
    case submit, button, reset

    @inlinable
    var name: String {
        switch self {
        case .submit: "submit"
        case .button: "button"
        case .reset: "reset"
        }
    }
}
