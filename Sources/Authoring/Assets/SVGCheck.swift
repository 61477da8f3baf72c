import Essentials

/// Accepts a drawing and nothing more: known elements, no script, no event handlers, no references to the outside.
enum SVGCheck {
    struct Outcome {
        var findings: [(finding: Finding, position: SourcePosition)] = []
        var size: PixelSize?
    }

    static func check(_ source: SourceText) -> Outcome {
        var outcome = Outcome()
        outcome.findings = source.defects
        guard outcome.findings.isEmpty else { return outcome }
        var reader = XMLReader(source.bytes)
        var root: XMLReader.Tag?
        var open: [String] = []
        func report(_ finding: Finding, _ offset: Int) {
            outcome.findings.append((finding, source.position(offset: offset)))
        }
        reading: while outcome.findings.count < mostFindings {
            switch reader.next() {
            case .end:
                if root == nil || !open.isEmpty { report(.malformedSVG, max(0, source.bytes.count - 1)) }
                break reading
            case .malformed(let offset):
                report(.malformedSVG, offset)
                break reading
            case .forbidden(let what, let offset):
                report(.unsafeSVG(what), offset)
            case .open(let tag):
                if root == nil {
                    root = tag
                    if localName(tag.name) != "svg" { report(.malformedSVG, tag.offset) }
                } else if open.isEmpty {
                    report(.malformedSVG, tag.offset)
                }
                check(tag, report: report)
                if !tag.isEmpty { open.append(tag.name) }
                if open.count > 200 {
                    report(.malformedSVG, tag.offset)
                    break reading
                }
            case .close(let name, let offset):
                guard open.popLast() == name else {
                    report(.malformedSVG, offset)
                    break reading
                }
            case .text(let text, let offset):
                if open.last.map(localName) == "style", isUnsafeStyle(text) { report(.unsafeSVG("style"), offset) }
            }
        }
        if let root, outcome.findings.isEmpty { outcome.size = size(of: root) }
        if outcome.findings.isEmpty, outcome.size == nil { report(.unsizedSVG, 0) }
        return outcome
    }

    /// More of them than that say nothing more.
    private static let mostFindings = 50

    private static let elements: Set<String> = [
        "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "switch", "a", "view", "image",
        "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath",
        "marker", "pattern", "mask", "clipPath", "linearGradient", "radialGradient", "stop",
        "filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting",
        "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR",
        "feGaussianBlur", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting",
        "feSpotLight", "feTile", "feTurbulence",
    ]

    private static func check(_ tag: XMLReader.Tag, report: (Finding, Int) -> Void) {
        let name = localName(tag.name)
        // Editors leave their own elements (sodipodi:namedview, rdf:RDF…), which draw nothing.
        let isEditors = tag.name.contains(":") && !tag.name.hasPrefix("svg:")
        if !elements.contains(name), !isEditors || ["script", "foreignObject", "handler", "iframe"].contains(name) {
            report(.unsafeSVG("<\(tag.name)>"), tag.offset)
        }
        for attribute in tag.attributes {
            let attributeName = localName(attribute.name).lowercased()
            let value = attribute.value
            let isUnsafe: Bool
            if attributeName.hasPrefix("on") {
                isUnsafe = true
            } else if attributeName == "href" || attributeName == "src" || attributeName == "base" {
                isUnsafe = !isInside(value, element: name)
            } else if attribute.name.hasPrefix("xmlns") {
                isUnsafe = false
            } else {
                isUnsafe = isUnsafeStyle(value)
            }
            if isUnsafe { report(.unsafeSVG(attribute.name), attribute.offset) }
        }
    }

    /// Whether a reference stays in the drawing: a fragment, or a picture in the file itself.
    private static func isInside(_ value: String, element: String) -> Bool {
        if value.hasPrefix("#") { return true }
        guard element == "image" else { return false }
        let pictures = ["png", "jpeg", "gif", "webp"].map { "data:image/\($0);base64," }
        return pictures.contains(where: value.hasPrefix)
    }

    /// Whether a style or a presentation attribute reaches outside the drawing.
    private static func isUnsafeStyle(_ text: String) -> Bool {
        let plain = text.lowercased().filter { !$0.isWhitespace }
        if plain.contains("javascript:") || plain.contains("@import") || plain.contains("expression(") { return true }
        if plain.contains("\\") || plain.contains("image-set(") || plain.contains("@font-face") { return true }
        var rest = plain[...]
        while let call = rest.firstRange(of: "url(") {
            rest = rest[call.upperBound...]
            let target = rest.drop { $0 == "\"" || $0 == "'" }
            if !target.hasPrefix("#") { return true }
        }
        return false
    }

    private static func localName(_ name: String) -> String {
        name.split(separator: ":", omittingEmptySubsequences: false).last.map(String.init) ?? name
    }

    private static func size(of root: XMLReader.Tag) -> PixelSize? {
        func value(_ name: String) -> String? { root.attributes.first { $0.name == name }?.value }
        if let width = value("width").flatMap(pixels), let height = value("height").flatMap(pixels) {
            return PixelSize(width: width, height: height)
        }
        let box = (value("viewBox") ?? "").split { $0 == " " || $0 == "," || $0.isNewline }.map { Double($0) ?? 0 }
        guard box.count == 4, box.allSatisfy({ $0.isFinite && abs($0) < 1e6 }) else { return nil }
        return PixelSize(width: Int(box[2].rounded()), height: Int(box[3].rounded()))
    }

    private static func pixels(_ text: String) -> Int? {
        let digits = text.hasSuffix("px") ? String(text.dropLast(2)) : text
        guard let number = Double(digits.trimmingWhitespace()), number.isFinite, abs(number) < 1e6 else { return nil }
        return Int(number.rounded())
    }
}

extension Finding {
    static func unsafeSVG(_ what: String) -> Finding {
        Finding(
            "unsafe-svg",
            Phrase(
                fr: "Ce dessin contient « \(excerpt(what)) », qui n’y a pas sa place.",
                en: "This drawing holds \"\(excerpt(what))\", which has no place in it."),
            hint: Phrase(
                fr: "Un SVG est un dessin : sans script, sans événement, sans lien ni police venus d’ailleurs.",
                en: "An SVG is a drawing: no script, no event, no link or font from elsewhere."))
    }

    static let malformedSVG = Finding(
        "malformed-svg", Phrase(fr: "Ce SVG ne se lit pas à partir d’ici.", en: "This SVG cannot be read from here on."),
        hint: Phrase(
            fr: "Ouvrez-le dans votre éditeur de dessin et exportez-le à nouveau.",
            en: "Open it in your drawing program and export it again."))

    static let unsizedSVG = Finding(
        "unsized-svg", Phrase(fr: "Ce SVG ne dit pas sa taille.", en: "This SVG does not say its size."),
        hint: Phrase(
            fr: "Ajoutez « width » et « height », ou « viewBox », à <svg>.",
            en: "Add \"width\" and \"height\", or \"viewBox\", to <svg>."))
}
