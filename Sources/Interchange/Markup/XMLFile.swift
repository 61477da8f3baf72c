import CLibXML2
import Essentials
import Foundation

/// Reads XML with libxml2: no network, no DTD, no entities but the five of XML and those of HTML by name.
enum XMLFile {
    /// Elements inside each other, at most.
    static let deepest = 200

    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// - Parameter name: how the file is called in messages.
    /// - throws: `badXML`, `xmlEntities`, `limit`.
    static func read(_ bytes: [UInt8], name: String, limits: ImportLimits) throws(ImportError) -> MarkupElement {
        if bytes.count > limits.text { throw .limit(.text, limits, entry: name) }
        // Each element has its sign: a tree that would fill the memory is told before it is made.
        if bytes.count(where: { $0 == 0x3C }) > limits.elements { throw .limit(.elements, limits, entry: name) }
        guard isReady, let context = xmlNewParserCtxt() else { throw .badXML(file: name, line: 1, column: 1) }
        defer { xmlFreeParserCtxt(context) }
        // The first declaration of an entity ends the reading: nothing is ever expanded.
        context.pointee.sax.pointee.entityDecl = { pointer, _, _, _, _, _ in
            guard let context = pointer?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
            if context.pointee._private == nil, let input = context.pointee.input {
                context.pointee._private = UnsafeMutableRawPointer(bitPattern: Int(max(1, input.pointee.line)))
            }
            xmlStopParser(context)
        }
        let options = Int32(
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_HUGE.rawValue)
        let document = bytes.withUnsafeBytes { buffer in
            xmlCtxtReadMemory(context, buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, nil, options)
        }
        defer { if let document { xmlFreeDoc(document) } }
        if let line = context.pointee._private.map({ Int(bitPattern: $0) }) { throw .xmlEntities(file: name, line: line) }
        guard let document, context.pointee.wellFormed != 0, let root = xmlDocGetRootElement(document) else {
            let error = xmlCtxtGetLastError(context)
            throw .badXML(
                file: name, line: max(1, Int(error?.pointee.line ?? 1)), column: max(1, Int(error?.pointee.int2 ?? 1)))
        }
        guard let element = MarkupTree.element(root, depth: 0, deepest: deepest, isHTML: false) else {
            throw .badXML(file: name, line: 1, column: 1)
        }
        return element
    }
}

/// Reads HTML as browsers do, whatever is wrong with it.
enum HTMLFile {
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// What the body of a page or a fragment holds; empty when there is nothing.
    static func body(_ html: String) -> [MarkupNode] {
        // Characters that HTML does not know would end the reading.
        let bytes = Array(html.utf8).filter { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        guard isReady, !bytes.isEmpty, bytes.count <= Int(Int32.max) else { return [] }
        // libxml2 stops where elements stand too deep in each other: their words are kept without them.
        if HTMLDepth.isTooDeep(bytes) { return body(HTMLDepth.words(bytes)) }
        let options = Int32(
            HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NODEFDTD.rawValue)
        let document = bytes.withUnsafeBytes { buffer in
            htmlReadMemory(buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, "UTF-8", options)
        }
        guard let document else { return [] }
        defer { xmlFreeDoc(document) }
        guard let root = xmlDocGetRootElement(document),
            let element = MarkupTree.element(root, depth: 0, deepest: 250, isHTML: true)
        else { return [] }
        return element.name == "html"
            ? element.elements.flatMap { $0.name == "head" ? kept(ofHead: $0) : $0.children } : [.element(element)]
    }

    /// The title of a whole page.
    static func title(_ html: String) -> String? {
        guard let start = html.range(of: "<title", options: .caseInsensitive),
            let open = html[start.upperBound...].firstIndex(of: ">"),
            let end = html.range(of: "</title", options: .caseInsensitive, range: open..<html.endIndex)
        else { return nil }
        let text = body(String(html[html.index(after: open)..<end.lowerBound])).map { node in
            switch node {
            case .text(let text): text
            case .element(let element): element.text
            }
        }.joined()
        return text.oneLine.ifAny
    }

    /// What a page's head holds and a lesson has no place for.
    private static func kept(ofHead head: MarkupElement) -> [MarkupNode] {
        head.children.filter { if case .element(let element) = $0 { ["script", "style"].contains(element.name) } else { false } }
    }
}

/// Copies a tree of libxml2.
private enum MarkupTree {
    /// `nil` when it is deeper than allowed.
    static func element(_ node: xmlNodePtr, depth: Int, deepest: Int, isHTML: Bool) -> MarkupElement? {
        if depth > deepest { return nil }
        let name = string(node.pointee.name)
        var element = MarkupElement(name: isHTML ? name.lowercased() : name, line: max(0, Int(xmlGetLineNo(node))))
        var attribute = node.pointee.properties
        while let current = attribute {
            let key = string(current.pointee.name)
            let value = xmlNodeListGetString(node.pointee.doc, current.pointee.children, 1)
            element.attributes[isHTML ? key.lowercased() : key] = value.map { string($0) } ?? ""
            if let value { rebond_xml_free(value) }
            attribute = current.pointee.next
        }
        var child = node.pointee.children
        while let current = child {
            switch current.pointee.type {
            case XML_ELEMENT_NODE:
                guard let inner = self.element(current, depth: depth + 1, deepest: deepest, isHTML: isHTML) else {
                    if isHTML { break }
                    return nil
                }
                element.children.append(.element(inner))
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: append(string(current.pointee.content), to: &element)
            case XML_ENTITY_REF_NODE:
                if let known = htmlEntityLookup(current.pointee.name), let scalar = Unicode.Scalar(known.pointee.value) {
                    append(String(Character(scalar)), to: &element)
                }
            default: break
            }
            child = current.pointee.next
        }
        return element
    }

    private static func append(_ text: String, to element: inout MarkupElement) {
        if case .text(let before) = element.children.last {
            element.children[element.children.count - 1] = .text(before + text)
        } else {
            element.children.append(.text(text))
        }
    }

    private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }
}
