import CourseContent
import Essentials
import Foundation

/// The course as one page of HTML that prints well: images in it, no script, nothing loaded from elsewhere.
package enum PrintedCourse {
    /// - Parameter withAnswers: whether what is right, explanations and model answers are printed.
    /// - Returns: the page, in the language of the course.
    /// - throws: ``ExportError/cannotRead(_:)`` when an image is gone.
    package static func page(_ course: ExportedCourse, withAnswers: Bool) throws(ExportError) -> String {
        let outline = course.outline
        let words = PrintedWords(language: outline.language)
        var body = "<header>\n<h1>\(escaped(outline.title))</h1>\n<p>\(escaped(outline.summary))</p>\n"
        body += "<p>\(words.hours(outline.hours))</p>\n<h2>\(words.objectives)</h2>\n<ul>\n"
        for objective in outline.objectives { body += "<li>\(escaped(objective.title))</li>\n" }
        body += "</ul>\n</header>\n<nav aria-label=\"\(words.contents)\">\n<h2>\(words.contents)</h2>\n<ol>\n"
        for module in outline.modules {
            body += "<li>\(escaped(module.title))\n<ol>\n"
            for activity in module.activities {
                let title = escaped(activity.title)
                body +=
                    activity.isPlanned
                    ? "<li>\(title) (\(words.coming))</li>\n" : "<li><a href=\"#a-\(activity.id)\">\(title)</a></li>\n"
            }
            body += "</ol></li>\n"
        }
        body += "</ol>\n</nav>\n<main>\n"
        var images: [String: String] = [:]
        for module in outline.modules {
            body += "<section class=\"module\">\n<h2>\(escaped(module.title))</h2>\n"
            if let summary = module.summary { body += "<p>\(escaped(summary))</p>\n" }
            for activity in module.activities {
                guard let content = course.content(of: activity) else { continue }
                for digest in content.assetDigests where images[digest] == nil {
                    images[digest] = try image(digest, of: course)
                }
                let printer = ActivityPrinter(
                    activity: activity, course: course, images: images, words: words, withAnswers: withAnswers)
                body += printer.article(content)
            }
            body += "</section>\n"
        }
        return """
            <!doctype html>
            <html lang="\(outline.language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped(outline.title))</title>
            <style>\(style)</style>
            </head>
            <body>
            \(body)</main>
            </body>
            </html>

            """
    }

    /// An image as an address that holds it; empty for another kind of file.
    private static func image(_ digest: String, of course: ExportedCourse) throws(ExportError) -> String {
        guard let item = course.assets[digest], item.asset.mediaType.hasPrefix("image/") else { return "" }
        guard let data = try? Data(contentsOf: item.location) else { throw .cannotRead(item.asset.name) }
        return "data:\(item.asset.mediaType);base64,\(data.base64EncodedString())"
    }

    private static let style = """

        body { font: 16px/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #1d2433 }
        img { max-width: 100%; height: auto } table { border-collapse: collapse } th, td { border: 1px solid #8a8577; padding: .2rem .5rem }
        pre { white-space: pre-wrap; border: 1px solid #8a8577; padding: .5rem } .facts { color: #5b6472 }
        .answer { border-left: 4px solid #0b6457; padding-left: .75rem } .line { border-bottom: 1px solid #1d2433; min-height: 2rem }
        @media print { body { margin: 0; max-width: none; font-size: 11pt } .module { break-before: page }
        article, figure, li { break-inside: avoid-page } h2, h3, h4 { break-after: avoid } a { color: inherit; text-decoration: none } }

        """
}

/// The words of the page itself.
struct PrintedWords {
    let language: Language

    var objectives: String { Phrase(fr: "Objectifs", en: "Objectives").in(language) }
    var contents: String { Phrase(fr: "Sommaire", en: "Contents").in(language) }
    var coming: String { Phrase(fr: "à venir", en: "coming").in(language) }
    var right: String { Phrase(fr: "Réponse", en: "Answer").in(language) }
    var explanation: String { Phrase(fr: "Explication", en: "Explanation").in(language) }
    var yes: String { Phrase(fr: "Vrai", en: "True").in(language) }
    var no: String { Phrase(fr: "Faux", en: "False").in(language) }
    var between: String { Phrase(fr: "À relier avec :", en: "To match with:").in(language) }

    func hours(_ hours: CourseHours) -> String {
        let total = number(hours.total)
        return Phrase(fr: "Durée annoncée : \(total) h", en: "Announced duration: \(total) h").in(language)
    }

    /// A number without needless digits, with the comma of French.
    func number(_ value: Double) -> String {
        let text = value.rounded() == value && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
        return language == .french ? text.replacing(".", with: ",") : text
    }

    func facts(_ activity: ActivityOutline) -> String {
        let kind: Phrase =
            switch activity.kind {
            case .lesson: Phrase(fr: "leçon", en: "lesson")
            case .quiz: Phrase(fr: "quiz", en: "quiz")
            case .assignment: Phrase(fr: "devoir", en: "assignment")
            case .session: Phrase(fr: "séance", en: "session")
            case .scenario: Phrase(fr: "mise en situation", en: "scenario")
            case .deck: Phrase(fr: "cartes", en: "cards")
            case .discussion: Phrase(fr: "discussion", en: "discussion")
            case .document: Phrase(fr: "document", en: "document")
            case .survey: Phrase(fr: "questionnaire", en: "survey")
            case .placement: Phrase(fr: "test de niveau", en: "placement test")
            case .dictation: Phrase(fr: "dictée", en: "dictation")
            case .dialogue: Phrase(fr: "dialogue", en: "dialogue")
            case .speaking: Phrase(fr: "expression orale", en: "speaking")
            }
        return kind.in(language) + (activity.minutes > 0 ? ", \(activity.minutes) min" : "")
    }
}

extension ActivityContent {
    /// Digests of the files that the body refers to.
    var assetDigests: [String] {
        switch self {
        case .lesson(let content): content.assets
        case .quiz(let content): content.assets
        case .assignment(let content): content.assets
        case .scenario(let content): content.assets
        case .document(let content): content.assets + content.files.map(\.asset.digest)
        case .session(let content): content.assets
        case .discussion(let content): content.assets
        case .deck(let content): content.assets
        case .survey(let content): content.assets
        case .placement(let content): content.assets
        }
    }
}
