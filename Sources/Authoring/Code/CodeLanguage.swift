/// A language whose words are told apart in a block of code.
enum CodeLanguage: Hashable {
    case html, css, javascript, json, sql
    /// Commands, as in a file.
    case shell
    /// What stands on a terminal: commands after `$ `, and answers.
    case console

    /// - Parameter name: the word after the fence, in lower case.
    init?(name: String) {
        switch name {
        case "html", "xml", "svg": self = .html
        case "css": self = .css
        case "js", "javascript", "mjs": self = .javascript
        case "json": self = .json
        case "sql": self = .sql
        case "sh", "bash", "shell": self = .shell
        case "console": self = .console
        default: return nil
        }
    }

    /// The words that are more than plain text, in their order, none in another. The time is linear in the text.
    func tokens(of text: UnsafeBufferPointer<UInt8>) -> [CodeToken] {
        var scanner = CodeScanner(text)
        switch self {
        case .html: scanner.html()
        case .css: scanner.css(until: text.count)
        case .javascript: scanner.javascript(until: text.count)
        case .json: scanner.json()
        case .sql: scanner.sql()
        case .shell: scanner.shell(isConsole: false)
        case .console: scanner.shell(isConsole: true)
        }
        return scanner.tokens
    }
}

/// A few bytes of code and what they are.
struct CodeToken: Hashable {
    enum Kind: String {
        case keyword, string, comment, number
        /// The name of an element.
        case tag
        /// An attribute, a property of CSS, a key of JSON.
        case property
        /// What a terminal writes before a command.
        case prompt

        var className: String { "code-" + rawValue }
    }

    var kind: Kind
    var range: Range<Int>
}
