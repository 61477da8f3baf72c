import CMarkGFM
import CourseContent
import Essentials
import Foundation

/// Videos and sounds of the course, with their captions and the text of what is said.
extension ContentRenderer {
    /// Whether an image is a video or a sound, by the name of its file.
    func mediaKind(of image: MarkdownNode) -> AssetKind? {
        guard case .file(let path) = LinkTarget(image.url), let kind = AssetKind(name: path), kind.isMedia else { return nil }
        return kind
    }

    /// What is said, in one language.
    private struct Said {
        var language: String
        /// Captions to show, when the words came with times.
        var track: AssetLibrary.Item?
        var cues: [WebVTT.Cue] = []
        var paragraphs: [String] = []
    }

    mutating func media(_ node: MarkdownNode, _ kind: AssetKind) {
        guard form == .lesson else {
            report(.mediaInQuiz, at: node)
            return
        }
        let title = plainText(of: node).trimmingWhitespace()
        if title.isEmpty || title == "decorative" { report(.mediaWithoutName, at: node) }
        guard case .file(let path) = LinkTarget(node.url), let file = asset(path, kind: .media, at: node) else { return }
        let name = String(file.asset.name.dropLast(kind.rawValue.count + 1))
        if media.contains(where: { $0.name == name }) { report(.repeatedMedia(name), at: node) }
        media.append(MediaOutline(name: name, milliseconds: file.header?.milliseconds))
        let stem = String(path.dropLast(kind.rawValue.count + 1))
        let said = said(stem, path: path, at: node)
        if said.isEmpty { return }
        if kind.isVideo, said.allSatisfy({ $0.track == nil }) { report(.onlyTold, at: node) }

        html.markup("<figure class=\"media\"")
        html.attribute("data-media", name)
        html.markup(">\n<p class=\"media-facts\"><strong>")
        html.text(title.utf8)
        html.markup("</strong> ")
        html.text(facts(of: file, kind).utf8)
        html.markup("</p>\n")
        player(kind, title: title, file: file, poster: poster(stem, path: path, at: node), said: said)
        if !node.title.isEmpty {
            html.markup("<figcaption>")
            html.text(node.title.utf8)
            html.markup("</figcaption>\n")
        }
        for words in said { transcript(words, isVideo: kind.isVideo) }
        html.markup("<p><a class=\"download\"")
        html.address("href", file.asset.path)
        html.attribute("download", file.asset.name)
        html.markup(">")
        let words =
            kind.isVideo
            ? Phrase(fr: "Télécharger la vidéo", en: "Download the video")
            : Phrase(fr: "Télécharger le son", en: "Download the sound")
        html.text(words.in(language).utf8)
        html.markup(" <span class=\"file-size\">(")
        html.text(FileSize.phrase(file.asset.size).in(language).utf8)
        html.markup(")</span></a></p>\n</figure>\n")
    }

    /// « Vidéo, 3 min 20 s, 4,1 Mo »: known before anything of it is loaded.
    private func facts(of file: AssetLibrary.Item, _ kind: AssetKind) -> String {
        let what = kind.isVideo ? Phrase(fr: "Vidéo", en: "Video") : Phrase(fr: "Son", en: "Sound")
        let parts = [
            what.in(language), file.header?.milliseconds.map(MediaTime.length), FileSize.phrase(file.asset.size).in(language),
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }

    // MARK: What stands beside the file

    /// What is said, in each language in which it is written; the lesson's own first. Reported when there is nothing.
    private mutating func said(_ stem: String, path: String, at node: MarkdownNode) -> [Said] {
        let endings = links.assets.endings(beside: path, from: scope.source.file)
        var said: [Said] = []
        var isUnfit = false
        for ending in endings where ending == "vtt" || ending.hasSuffix(".vtt") {
            let tag = String(ending.dropLast(ending == "vtt" ? 3 : 4))
            guard tag.isEmpty || LanguageSpans.isLanguage(tag) else { continue }
            guard let item = asset(stem + "." + ending, kind: .captions, at: node) else {
                isUnfit = true
                continue
            }
            said.append(Said(language: tag.isEmpty ? language.rawValue : tag, track: item, cues: item.cues))
        }
        said.sort {
            ($0.language == language.rawValue ? 0 : 1, $0.language) < ($1.language == language.rawValue ? 0 : 1, $1.language)
        }
        if said.isEmpty, endings.contains("txt"), let paragraphs = told(stem + ".txt", at: node) {
            said.append(Said(language: language.rawValue, paragraphs: paragraphs))
        }
        if said.isEmpty, !isUnfit {
            let isVideo = AssetKind(name: path)?.isVideo ?? false
            report(
                isVideo
                    ? .missingCaptions(stem, isInPerson: isInPerson) : .missingTranscript(stem, isInPerson: isInPerson),
                at: node)
            // In person it is a warning: the recording is shown all the same.
            if isInPerson { said.append(Said(language: language.rawValue)) }
        }
        return said
    }

    /// The paragraphs of a plain text.
    private mutating func told(_ path: String, at node: MarkdownNode) -> [String]? {
        guard asset(path, kind: .transcript, at: node) != nil,
            let source = links.assets.text(path, from: scope.source.file)
        else { return nil }
        var paragraphs: [String] = [""]
        for number in 1...source.lineStarts.count {
            let line = String(decoding: source.line(number), as: UTF8.self).trimmingWhitespace()
            if line.isEmpty {
                paragraphs.append("")
            } else {
                paragraphs[paragraphs.count - 1] += (paragraphs[paragraphs.count - 1].isEmpty ? "" : " ") + line
            }
        }
        return paragraphs.filter { !$0.isEmpty }
    }

    /// A picture of the same name, shown until the video plays.
    private mutating func poster(_ stem: String, path: String, at node: MarkdownNode) -> AssetLibrary.Item? {
        guard AssetKind(name: path)?.isVideo == true else { return nil }
        let images = ["jpg", "jpeg", "png", "webp"]
        let ending = links.assets.endings(beside: path, from: scope.source.file).first(where: images.contains)
        return ending.flatMap { asset(stem + "." + $0, kind: .image, at: node) }
    }

    // MARK: Markup

    private mutating func player(
        _ kind: AssetKind, title: String, file: AssetLibrary.Item, poster: AssetLibrary.Item?, said: [Said]
    ) {
        if kind.isVideo { html.markup("<video") } else { html.markup("<audio") }
        html.markup(" controls preload=\"none\"")
        html.address("src", file.asset.path)
        if let poster { html.address("poster", poster.asset.path) }
        html.attribute("aria-label", title)
        html.markup(">")
        if kind.isVideo {
            for (index, words) in said.enumerated() {
                guard let track = words.track else { continue }
                html.markup(index == 0 ? "<track kind=\"captions\" default" : "<track kind=\"captions\"")
                html.address("src", track.asset.path)
                html.attribute("srclang", words.language)
                html.attribute("label", MediaTime.name(ofLanguage: words.language))
                html.markup(">")
            }
        }
        if kind.isVideo { html.markup("</video>\n") } else { html.markup("</audio>\n") }
    }

    /// What is said, to be read instead: a paragraph for each caption, with its time.
    private mutating func transcript(_ said: Said, isVideo: Bool) {
        if said.cues.isEmpty, said.paragraphs.isEmpty { return }
        html.markup("<details class=\"more\"><summary>")
        let words: Phrase
        if said.track == nil, isVideo {
            words = Phrase(fr: "Lire ce que montre la vidéo", en: "Read what the video shows")
        } else if isVideo {
            words = Phrase(fr: "Lire ce qui est dit dans la vidéo", en: "Read what is said in the video")
        } else {
            words = Phrase(fr: "Lire ce qui est dit", en: "Read what is said")
        }
        html.text(words.in(language).utf8)
        let isForeign = said.language != language.rawValue
        if isForeign { html.text(" (\(MediaTime.name(ofLanguage: said.language)))".utf8) }
        html.markup("</summary>\n<div class=\"transcript\"")
        if isForeign { html.attribute("lang", said.language) }
        html.markup(">\n")
        for paragraph in said.paragraphs {
            html.markup("<p>")
            html.text(paragraph.utf8)
            html.markup("</p>\n")
        }
        for cue in said.cues {
            html.markup("<p><span class=\"transcript-time\">")
            html.text(MediaTime.clock(cue.start).utf8)
            html.markup("</span> ")
            if let voice = cue.voice {
                html.markup("<strong>")
                html.text((voice + Phrase(fr: "\u{A0}:", en: ":").in(language)).utf8)
                html.markup("</strong> ")
            }
            html.text(cue.text.utf8)
            html.markup("</p>\n")
        }
        html.markup("</div></details>\n")
    }
}

/// Times of recordings, and the languages in which they are written down, as people read them.
private enum MediaTime {
    /// `1:05`, `1:02:05`.
    static func clock(_ milliseconds: Int) -> String {
        let seconds = milliseconds / 1000
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        let rest = ":" + two(seconds % 60)
        return seconds < 3600 ? "\(seconds / 60)" + rest : "\(seconds / 3600):" + two(seconds / 60 % 60) + rest
    }

    /// `45 s`, `3 min 20 s`, `1 h 5 min`: the same in both languages.
    static func length(_ milliseconds: Int) -> String {
        let seconds = max(1, (milliseconds + 500) / 1000)
        let space = "\u{A0}"
        if seconds < 60 { return "\(seconds)\(space)s" }
        if seconds < 3600 {
            return "\(seconds / 60)\(space)min" + (seconds % 60 == 0 ? "" : "\(space)\(seconds % 60)\(space)s")
        }
        let minutes = (seconds + 30) / 60
        return "\(minutes / 60)\(space)h" + (minutes % 60 == 0 ? "" : "\(space)\(minutes % 60)\(space)min")
    }

    /// A language in its own words, as people look for it in a list.
    static func name(ofLanguage tag: String) -> String {
        let name = Locale(identifier: tag).localizedString(forIdentifier: tag) ?? tag
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}
