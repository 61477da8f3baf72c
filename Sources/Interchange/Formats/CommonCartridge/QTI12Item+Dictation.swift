import Authoring
import Essentials

/// A dictation is a word to type with its category and a sound above the field, as ``CartridgeQuiz`` writes it.
extension QTI12Item {
    /// - Returns: what is asked without the sound, and what is said in it; `nil` when there is no sound of the course, or nothing is right.
    func dictation(_ presentation: MarkupElement) throws(ImportError) -> (text: RichText, body: QuestionDraft.Body)? {
        let nodes = presentation.descendants("mattext").flatMap { text in
            text["texttype"]?.lowercased() == "text/html" ? HTMLFile.body(text.text) : [.text(text.text)]
        }
        let ways = right.map(\.value)
        guard let said = ways.first, let source = MarkupElement(name: "body", children: nodes).descendants("audio").first?["src"],
            case .file(let kept) = try texts.links.meaning(of: source), CourseNaming.isSound(kept.path)
        else { return nil }
        texts.ledger.imported(texts.ledger.find(FormatElement.recording, place: texts.place, title: source))
        let text = try texts.nodes(Self.withoutSound(nodes))
        return (text, .dictation(said: said, others: Array(ways.dropFirst()), audio: kept.path))
    }

    private static func withoutSound(_ nodes: [MarkupNode]) -> [MarkupNode] {
        nodes.compactMap { node in
            guard case .element(var element) = node else { return node }
            guard element.name != "audio" else { return nil }
            element.children = withoutSound(element.children)
            return .element(element)
        }
    }
}
