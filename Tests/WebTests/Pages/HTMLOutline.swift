import Foundation

/// The elements of a page, as far as a test must trust them: what opens closes, ids are unique, and what refers to an id finds it.
struct HTMLOutline {
    private(set) var problems: [String] = []
    private var names: [String: Int] = [:]
    private var ids: Set<String> = []
    private var references: [String] = []

    private static let void: Set<String> = ["meta", "link", "input", "img", "br", "hr", "source", "col"]
    private static let referring: Set<String> = ["for", "aria-labelledby", "aria-describedby", "aria-controls"]

    func count(_ name: String) -> Int { names[name] ?? 0 }

    init(_ text: String) throws {
        let tag = try Regex(#"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*(/?)>"#)
        var open: [String] = []
        for match in text.matches(of: tag) {
            let name = String(match.output[2].substring ?? "").lowercased()
            let isClosing = match.output[1].substring == "/"
            if isClosing {
                if open.last == name { open.removeLast() } else { problems.append("</\(name)> closes \(open.last ?? "nothing")") }
                continue
            }
            names[name, default: 0] += 1
            read(String(match.output[3].substring ?? ""), of: name)
            if match.output[4].substring != "/", !Self.void.contains(name) { open.append(name) }
        }
        problems += open.map { "<\($0)> stays open" }
        problems += references.filter { !ids.contains($0) }.map { "nothing has the id \($0)" }
        let rest = text.replacing(tag, with: "").replacing("<!doctype html>", with: "")
        if rest.contains("<") { problems.append("a < that opens nothing") }
    }

    private mutating func read(_ attributes: String, of name: String) {
        guard let pattern = try? Regex(#"([^\s=]+)(?:="([^"]*)")?"#) else { return }
        var seen: Set<String> = []
        for match in attributes.matches(of: pattern) {
            let attribute = String(match.output[1].substring ?? "")
            let value = String(match.output[2].substring ?? "")
            if !seen.insert(attribute).inserted { problems.append("\(attribute) twice in <\(name)>") }
            if attribute == "id", !ids.insert(value).inserted { problems.append("the id \(value) twice") }
            if Self.referring.contains(attribute) { references += value.split(separator: " ").map(String.init) }
            if attribute == "href", value.hasPrefix("#") { references.append(String(value.dropFirst())) }
        }
        if name == "img", !seen.contains("alt") { problems.append("an image without alt") }
    }
}
