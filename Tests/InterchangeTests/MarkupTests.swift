import Essentials
import Foundation
import Testing

@testable import Interchange

@Suite("XML from elsewhere")
struct XMLTests {
    private func read(_ text: String) throws -> MarkupElement {
        try XMLFile.read(Array(text.utf8), name: "x.xml", limits: ImportLimits())
    }

    @Test(
        "Entities are never declared: a billion laughs, a file of the machine and a page of the network end at their first line")
    func entities() {
        let laughs = "<?xml version=\"1.0\"?>\n<!DOCTYPE q [\n<!ENTITY a \"ha\">\n<!ENTITY b \"&a;&a;&a;&a;\">\n]>\n<q>&b;</q>"
        #expect(throws: ImportError.xmlEntities(file: "x.xml", line: 3)) { try read(laughs) }
        for declaration in [
            "<!ENTITY x SYSTEM \"file:///etc/passwd\">", "<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x.dtd\"> %x;",
            "<!ENTITY x \"y\">",
        ] {
            #expect(throws: ImportError.xmlEntities(file: "x.xml", line: 1)) {
                try read("<!DOCTYPE q [\(declaration)]><q>&x;</q>")
            }
        }
    }

    @Test("A document type is not fetched, and a document with one is read")
    func documentType() throws {
        #expect(try read("<!DOCTYPE html SYSTEM \"http://127.0.0.1:1/x.dtd\"><q>a&lt;b</q>").text == "a<b")
    }

    @Test("What is not well-formed says its line and column")
    func malformed() {
        for (text, line) in [
            ("<q>\n<a></q>", 2), ("", 1), ("<q a=\"1\" a=\"2\"/>", 1), ("<q>&nbsp;</q>", 1), ("<q>\u{1}</q>", 1),
        ] {
            do {
                _ = try read(text)
                Issue.record("read: \(text)")
            } catch {
                guard case .badXML("x.xml", let found, let column)? = error as? ImportError else {
                    Issue.record("\(error)")
                    continue
                }
                #expect(found == line && column >= 1)
            }
        }
    }

    @Test("Depth and number of elements have their limits; a huge attribute is a text like others")
    func limits() throws {
        let deep = String(repeating: "<a>", count: 500) + String(repeating: "</a>", count: 500)
        #expect(throws: ImportError.self) { try read(deep) }
        var limits = ImportLimits()
        limits.elements = 10
        let wide = Array(("<q>" + String(repeating: "<a/>", count: 20) + "</q>").utf8)
        #expect(throws: ImportError.limit(.elements, limits, entry: "x")) { try XMLFile.read(wide, name: "x", limits: limits) }
        let huge = String(repeating: "x", count: 12 << 20)
        #expect(try read("<q a=\"\(huge)\"/>")["a"]?.utf8.count == huge.utf8.count)
        limits.text = 100
        #expect(throws: ImportError.limit(.text, limits, entry: "x")) {
            try XMLFile.read(Array("<q>\(huge)</q>".utf8), name: "x", limits: limits)
        }
    }

    @Test("UTF-8, UTF-16, Latin-1 and a mark at the beginning are read alike")
    func encodings() throws {
        let text = "<?xml version=\"1.0\" encoding=\"ENC\"?><q>é€</q>"
        let utf16 = Array(Data(text.replacing("ENC", with: "UTF-16").data(using: .utf16) ?? Data()))
        #expect(try XMLFile.read(utf16, name: "x", limits: ImportLimits()).text == "é€")
        let marked = [0xEF, 0xBB, 0xBF] + Array(text.replacing("ENC", with: "utf-8").utf8)
        #expect(try XMLFile.read(marked, name: "x", limits: ImportLimits()).text == "é€")
        let latin = Array(Data("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><q>é</q>".data(using: .isoLatin1) ?? Data()))
        #expect(try XMLFile.read(latin, name: "x", limits: ImportLimits()).text == "é")
    }
}
