import CourseContent
package import Essentials
import Foundation

/// An IMS Common Cartridge 1.3: pages and files as web content, quizzes as assessments in QTI 1.2.1, discussions as topics.
package enum CartridgeExport {
    /// What became of one activity.
    package struct Line: Sendable, Hashable {
        package var id: String
        package var title: String
        package var outcome: Phrase
        /// Whether something of it is lost.
        package var isWhole: Bool
    }

    /// Writes the cartridge.
    /// - Returns: what became of each activity, in the order of the course.
    /// - throws: ``ExportError``.
    package static func write(
        _ course: ExportedCourse, to path: String, progress: ExportProgress? = nil
    ) throws(ExportError) -> [Line] {
        var cartridge = Cartridge(course: course)
        for module in course.outline.modules { cartridge.add(module) }
        try ZipWriter.write(cartridge.entries, to: path, progress: progress)
        return cartridge.lines
    }
}

/// A cartridge being put together.
struct Cartridge {
    let course: ExportedCourse
    private(set) var lines: [CartridgeExport.Line] = []
    private var files: [ZipWriter.Entry] = []
    private var organization = ""
    private var resources = ""
    private var assets: [String] = []
    /// The file of each activity that is written, by its id.
    private let places: [String: String]
    /// Names that several files of the course have.
    private let sharedNames: Set<String>

    init(course: ExportedCourse) {
        self.course = course
        var names: Set<String> = []
        sharedNames = Set(course.assets.values.map(\.asset.name).filter { !names.insert($0).inserted })
        var places: [String: String] = [:]
        for activity in course.outline.activities {
            guard let content = course.content(of: activity) else { continue }
            places[activity.id] = Self.place(of: activity, content)
        }
        self.places = places
    }

    /// Where a link to an activity leads; only a page has headings.
    static func place(of id: String, _ heading: String?, in places: [String: String]) -> String {
        let place = places[id] ?? "pages/\(id).html"
        return place + (place.hasPrefix("pages/") ? heading.map { "#\($0)" } ?? "" : "")
    }

    private static func place(of activity: ActivityOutline, _ content: ActivityContent) -> String {
        switch content {
        case .quiz(let quiz) where !quiz.questions.isEmpty:
            "assessments/\(activity.id).xml"
        case .discussion: "discussions/\(activity.id).xml"
        default: "pages/\(activity.id).html"
        }
    }

    /// The manifest first, as readers expect it.
    var entries: [ZipWriter.Entry] {
        let media = assets.compactMap { digest in
            course.assets[digest].map { ZipWriter.Entry(place(of: $0.asset), .file($0.location)) }
        }
        return [ZipWriter.Entry("imsmanifest.xml", text: manifest)] + files + media
    }

    /// Its own name where no other file of the course has it.
    private func place(of asset: CourseAsset) -> String {
        "web_resources/" + (sharedNames.contains(asset.name) ? asset.digest.prefix(12) + "-" : "") + asset.name
    }

    /// The id of the activity, by which it comes back; an identifier of XML does not begin with a digit. Those with a dot are nobody's.
    private static func identifier(_ activity: ActivityOutline) -> String {
        (activity.id.first?.isLetter ?? false ? "" : "_") + activity.id
    }

    mutating func add(_ module: ModuleOutline) {
        organization += "<item identifier=\"module.\(module.id)\"><title>\(escaped(module.title))</title>\n"
        for activity in module.activities {
            guard let content = course.content(of: activity) else {
                lines.append(line(activity, .onlyAnnounced, isWhole: false))
                continue
            }
            organization +=
                "<item identifier=\"item.\(activity.id)\" identifierref=\"\(Self.identifier(activity))\"><title>\(escaped(activity.title))</title></item>\n"
            add(activity, content)
        }
        organization += "</item>\n"
    }

    private mutating func add(_ activity: ActivityOutline, _ content: ActivityContent) {
        let shown = content.assetDigests
        for digest in shown + shown.flatMap({ words(of: $0).map(\.digest) })
        where !assets.contains(digest) && course.assets[digest] != nil {
            assets.append(digest)
        }
        switch content {
        case .quiz(let quiz):
            let cartridge = self
            let assessment = CartridgeQuiz(activity: activity, quiz: quiz) { cartridge.rewritten($0, from: "$IMS-CC-FILEBASE$/") }
            guard assessment.hasQuestions else { return addPage(activity, content, .asPage, isWhole: false) }
            let place = "assessments/\(activity.id).xml"
            files.append(ZipWriter.Entry(place, text: assessment.xml))
            resource(activity, type: "imsqti_xmlv1p2/imscc_xmlv1p3/assessment", place, content)
            lines.append(line(activity, assessment.outcome, isWhole: assessment.isWhole))
        case .discussion(let discussion):
            let place = "discussions/\(activity.id).xml"
            let text = escaped(rewritten(discussion.html, from: "$IMS-CC-FILEBASE$/"))
            files.append(
                ZipWriter.Entry(
                    place,
                    text: """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <topic xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imsdt_v1p3">
                        <title>\(escaped(activity.title))</title>
                        <text texttype="text/html">\(text)</text>
                        </topic>

                        """))
            resource(activity, type: "imsdt_xmlv1p3", place, content)
            lines.append(line(activity, .asTopic, isWhole: true))
        case .lesson: addPage(activity, content, .asPage, isWhole: true)
        case .document: addPage(activity, content, .asPage, isWhole: true)
        case .assignment, .scenario, .session, .deck, .survey, .placement:
            addPage(activity, content, .asPage, isWhole: false)
        }
    }

    private mutating func addPage(_ activity: ActivityOutline, _ content: ActivityContent, _ outcome: Phrase, isWhole: Bool) {
        let place = "pages/\(activity.id).html"
        var images: [String: String] = [:]
        for digest in content.assetDigests {
            if let item = course.assets[digest] { images[digest] = "../" + self.place(of: item.asset) }
        }
        let body: String
        if case .lesson(let lesson) = content {
            body = "<h1>\(escaped(activity.title))</h1>\n" + rewritten(lesson.html, from: "../", in: activity.language)
        } else {
            let words = PrintedWords(language: activity.language)
            let printer = ActivityPrinter(
                activity: activity, course: course, images: images, words: words, withAnswers: false, isAlone: true,
                places: places)
            body = printer.article(content)
        }
        files.append(
            ZipWriter.Entry(
                place,
                text: """
                    <!doctype html>
                    <html lang="\(activity.language.rawValue)">
                    <head><meta charset="utf-8"><title>\(escaped(activity.title))</title></head>
                    <body>
                    \(body)
                    </body>
                    </html>

                    """))
        resource(activity, type: "webcontent", place, content)
        lines.append(line(activity, outcome, isWhole: isWhole))
    }

    private mutating func resource(_ activity: ActivityOutline, type: String, _ place: String, _ content: ActivityContent) {
        let page = type == "webcontent" ? " href=\"\(place)\"" : ""
        resources += "<resource identifier=\"\(Self.identifier(activity))\" type=\"\(type)\"\(page)>\n<file href=\"\(place)\"/>\n"
        var seen: Set<String> = []
        let shown = content.assetDigests
        for digest in shown + shown.flatMap({ words(of: $0).map(\.digest) })
        where course.assets[digest] != nil && seen.insert(digest).inserted {
            resources += "<dependency identifierref=\"file.\(digest.prefix(12))\"/>\n"
        }
        resources += "</resource>\n"
    }

    private func line(_ activity: ActivityOutline, _ outcome: Phrase, isWhole: Bool) -> CartridgeExport.Line {
        CartridgeExport.Line(id: activity.id, title: activity.title, outcome: outcome, isWhole: isWhole)
    }

    /// Rendered HTML with its addresses as they are in the cartridge.
    private func rewritten(_ html: String, from base: String, in language: Language = .french) -> String {
        TagRewriter(
            attribute: { _, name, value in
                guard ["src", "href", "poster"].contains(name) else {
                    return name == "loading" || name == "decoding" ? nil : value
                }
                switch RenderedLink(value) {
                case .asset(let digest): return course.assets[digest].map { escaped(base + place(of: $0.asset)) }
                case .activity(let id, let heading): return base + Self.place(of: id, heading, in: places)
                case .place, .elsewhere: return value
                }
            },
            beginning: { tag, attributes in
                guard tag == "audio", let source = attributes.first(where: { $0.name == "src" })?.value,
                    case .asset(let digest) = RenderedLink(source)
                else { return "" }
                return words(of: digest).map { words in
                    let place = escaped(base + place(of: words.asset))
                    return "<track kind=\"captions\" src=\"\(place)\" srclang=\"\(words.language ?? language.rawValue)\">"
                }.joined()
            }
        ).rewrite(html)
    }

    /// What is said in a sound, in the files that bear its name; a page of Rebond shows it as text, and other programs as captions.
    /// Nothing when two files of the course are called so.
    private func words(of digest: String) -> [(digest: String, asset: CourseAsset, language: String?)] {
        guard let sound = course.assets[digest]?.asset, sound.mediaType.hasPrefix("audio/"),
            let stem = sound.name.split(separator: ".").first.map(String.init)
        else { return [] }
        let named = course.assets.values.map(\.asset).filter { $0.name.hasPrefix(stem + ".") }.sorted { $0.name < $1.name }
        guard named.count(where: { $0.mediaType.hasPrefix("audio/") }) == 1, Set(named.map(\.name)).count == named.count else {
            return []
        }
        return named.compactMap { asset in
            let parts = asset.name.split(separator: ".")
            guard parts.last == "vtt", parts.count == 2 || parts.count == 3 else { return nil }
            return (asset.digest, asset, parts.count == 3 ? String(parts[1]) : nil)
        }
    }

    private var manifest: String {
        var shared = ""
        for digest in assets {
            guard let item = course.assets[digest] else { continue }
            let place = escaped(place(of: item.asset))
            shared +=
                "<resource identifier=\"file.\(digest.prefix(12))\" type=\"webcontent\" href=\"\(place)\"><file href=\"\(place)\"/></resource>\n"
        }
        let language = course.outline.language.rawValue
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest identifier="course.\(course.outline.key)" xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1" \
            xmlns:lom="http://ltsc.ieee.org/xsd/imsccv1p3/LOM/resource" \
            xmlns:lomimscc="http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest">
            <metadata>
            <schema>IMS Common Cartridge</schema>
            <schemaversion>1.3.0</schemaversion>
            <lomimscc:lom><lomimscc:general>
            <lomimscc:title><lomimscc:string language="\(language)">\(escaped(course.outline.title))</lomimscc:string></lomimscc:title>
            <lomimscc:description><lomimscc:string language="\(language)">\(escaped(course.outline.summary))</lomimscc:string></lomimscc:description>
            </lomimscc:general></lomimscc:lom>
            </metadata>
            <organizations>
            <organization identifier="course.outline" structure="rooted-hierarchy">
            <item identifier="course.root">
            \(organization)</item>
            </organization>
            </organizations>
            <resources>
            \(resources)\(shared)</resources>
            </manifest>

            """
    }
}

extension Phrase {
    static let onlyAnnounced = Phrase(fr: "annoncée, pas encore écrite : absente", en: "announced, not written yet: left out")
    static let asPage = Phrase(fr: "page", en: "page")
    static let asTopic = Phrase(fr: "sujet de discussion", en: "discussion topic")
}
