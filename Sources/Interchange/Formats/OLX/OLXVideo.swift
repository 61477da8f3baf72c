import Authoring
import Essentials
import Foundation

/// A video of Open edX: a recording of the archive or of another site, and what is said in it.
struct OLXVideo {
    let item: SourceItem
    let archive: Archive
    /// What an address leads to.
    let links: any LinkReading
    /// Tells that a file of `static/` was read as what it is.
    let used: (String) -> Void

    private var element: MarkupElement { item.element }
    private var session: ImportSession { item.session }
    private var title: String {
        let name = TextCleaning.line(element["display_name"] ?? "", atMost: 150)
        // The one name that the format has a meaning for.
        return name.isEmpty || name == "decorative" ? "Video" : name
    }

    /// - Parameter shown: recordings that the unit shows already: a lesson shows each once.
    func read(into runs: inout ActivityRuns, shown: inout Set<String>) throws(ImportError) {
        let entry = item.find("video", title: title)
        let transcripts = transcripts
        let entries = transcripts.map { item.find("transcript", title: $0.language + ": " + $0.source) }
        var changes: [Phrase] = []
        var recording: FileShelf.Kept?
        var outside: String?
        for address in addresses {
            switch try links.meaning(of: address) {
            case .file(let kept) where kept.use == .media && recording == nil: recording = kept
            case .outside(let url) where outside == nil && CourseNaming.isOutsideLink(MarkdownEscaping.outside(url)):
                outside = MarkdownEscaping.outside(url)
            default: break
            }
        }
        guard let target = recording?.path ?? outside else {
            let why = Phrase(fr: "l’enregistrement n’est pas dans l’archive", en: "the recording is not in the archive")
            for entry in [entry] + entries { session.ledger.left(entry, why: why, instead: .nothing) }
            return
        }
        var blocks: [RichText.Block] = []
        var hasCaptions = false
        for (transcript, entry) in zip(transcripts, entries) {
            guard let found = transcript.candidates.compactMap({ archive.find($0) }).first else {
                session.ledger.left(entry, why: ImportError.missingFile(transcript.source).phrase, instead: .nothing)
                continue
            }
            guard let captions = CaptionFile(try archive.text(found)), CourseNaming.isLanguageTag(transcript.language) else {
                session.ledger.left(
                    entry,
                    why: Phrase(fr: "ses temps ou sa langue ne se lisent pas", en: "its times or its language cannot be read"),
                    instead: .keptBeside)
                continue
            }
            if let recording {
                let tag = transcript.language == session.language.rawValue ? nil : transcript.language
                guard try session.files.addCaptions(captions.webVTT, language: tag, of: recording) else {
                    session.ledger.left(entry, why: .isEmpty, instead: .keptBeside)
                    continue
                }
                hasCaptions = true
                session.ledger.imported(
                    entry,
                    changes: [Phrase(fr: "sous-titres de l’enregistrement (WebVTT)", en: "captions of the recording (WebVTT)")])
            } else if let kept = try session.files.add("\(title)-\(transcript.language).txt", captions.words) {
                let words = Phrase(fr: "Ce qui y est dit", en: "What is said in it").in(session.language)
                blocks.append(.paragraph([.link(kept.path, [.text("\(words) (\(transcript.language))")])]))
                session.ledger.imported(
                    entry, changes: [Phrase(fr: "un texte à télécharger", en: "a text to download")])
            }
            used(found)
        }
        let isNew = shown.insert(String(target.prefix { $0 != "#" })).inserted
        if recording != nil, hasCaptions, isNew {
            blocks.insert(.media(title: title, path: target), at: 0)
        } else {
            blocks.insert(.paragraph([.link(target, [.text(title)])]), at: 0)
            changes.append(
                recording == nil
                    ? Phrase(fr: "un lien", en: "a link")
                    : hasCaptions
                        ? Phrase(fr: "un lien : la leçon le montre déjà", en: "a link: the lesson shows it already")
                        : Phrase(
                            fr: "un téléchargement : pour qu’il se lise dans la page, écrivez ses sous-titres",
                            en: "a download: for it to be played in the page, write its captions"))
        }
        blocks += try beside()
        let bounds = ["start_time", "end_time", "from", "to"].compactMap { element[$0] }
        if bounds.contains(where: { $0.contains { ("1"..."9").contains($0) } }) {
            changes.append(Phrase(fr: "en entier, sans ses bornes", en: "whole, without its bounds"))
        }
        runs.add(.text(RichText(blocks: blocks)))
        session.ledger.imported(entry, changes: changes)
    }

    // MARK: What the element says

    /// Where the recording may be found, files before a site that shows them.
    private var addresses: [String] {
        var found = element.all("source").compactMap { $0["src"] }
        if let list = element["html5_sources"], let data = list.data(using: .utf8), list.count < 10_000,
            let names = try? JSONSerialization.jsonObject(with: data) as? [String]
        {
            found += names
        }
        // `<video_asset>` holds the forms that a site made of it; those for YouTube are only names.
        found += element.descendants("encoded_video").filter { $0["profile"] != "youtube" }.compactMap { $0["url"] }
        let youtube =
            element["youtube_id_1_0"]?.ifAny
            ?? element["youtube"]?.split(separator: ",").first { $0.trimmed.hasPrefix("1.0") }?.split(separator: ":").last.map {
                $0.trimmed
            }
        if let youtube = youtube?.ifAny { found.append("https://www.youtube.com/watch?v=" + youtube) }
        return found.map(\.trimmed).filter { !$0.isEmpty }
    }

    private struct Transcript {
        var language: String
        /// As the element names it.
        var source: String
        var candidates: [String]
    }

    /// One a language: children, the attribute of the same content, then `sub`, which is English.
    private var transcripts: [Transcript] {
        var names = element.all("transcript").map { ($0["language"] ?? "", $0["src"] ?? "") }
        if let text = element["transcripts"], text.count < 10_000, let data = text.data(using: .utf8),
            let object = try? JSONSerialization.jsonObject(with: data) as? [String: String]
        {
            names += object.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        }
        if let sub = element["sub"]?.ifAny { names.append(("en", sub)) }
        var seen: Set<String> = []
        return names.compactMap { language, source in
            let language = language.trimmed.replacing("_", with: "-")
            let name = ContentManifest.path(source.trimmed.replacing("/static/", with: ""))
            guard !name.isEmpty, seen.insert(language).inserted else { return nil }
            // What authors bring is kept under its name; what Studio makes of it is named by rule.
            let made = language == "en" ? ["subs_\(name).srt.sjson"] : ["\(language)_subs_\(name).srt.sjson"]
            return Transcript(
                language: language, source: source, candidates: (["\(name)", "\(name).srt"] + made).map { "static/" + $0 })
        }
    }

    /// What stands beside the player: a text to download, the handout.
    private func beside() throws(ImportError) -> [RichText.Block] {
        var blocks: [RichText.Block] = []
        for inner in element.all("handout") + element.all("track") {
            guard let address = inner["src"]?.ifAny else { continue }
            let name = address.split(separator: "/").last.map { String($0) } ?? address
            blocks += try item.texts.nodes([
                .element(MarkupElement(name: "p", children: [CartridgeActivity.anchor(address, name)]))
            ]).blocks
        }
        return blocks
    }
}
