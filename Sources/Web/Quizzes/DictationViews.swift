import CourseContent
import Essentials
import HTML

extension QuestionModel {
    /// What a dictation is heard from.
    package struct Audio: Encodable, Sendable {
        package let address: String
        /// Bytes.
        package let size: Int
    }

    /// A word of a dictation, as it was typed or as it was said.
    package struct DictatedPiece: Encodable, Sendable {
        package enum Kind: String, Encodable, Sendable {
            case right, nearly, missing, extra
        }

        package struct Letters: Encodable, Sendable {
            package let text: String
            package let isRight: Bool
        }

        package let kind: Kind
        /// What was typed; left out for a word that is missing.
        package let typed: [Letters]?
        /// What was said; left out for a word that is right, and for one too many.
        package let said: [Letters]?

        init(_ piece: DictationComparison.Piece) {
            func letters(_ runs: [DictationComparison.Letters]) -> [Letters] {
                runs.map { Letters(text: $0.text, isRight: $0.isRight) }
            }
            switch piece {
            case .right(let word): (kind, typed, said) = (.right, [Letters(text: word, isRight: true)], nil)
            case .nearly(let given, let expected): (kind, typed, said) = (.nearly, letters(given), letters(expected))
            case .missing(let word): (kind, typed, said) = (.missing, nil, [Letters(text: word, isRight: false)])
            case .extra(let word): (kind, typed, said) = (.extra, [Letters(text: word, isRight: false)], nil)
            }
        }
    }
}

/// The sound of a dictation, and where one writes what one hears.
struct DictationField: View {
    let question: QuestionModel
    let lang: String
    let words: Words

    var body: some Markup {
        if let sound = question.audio {
            figure(.class("dictation"), .data("dictation")) {
                audio(.controls(), .preload("none"), .src(sound.address), .aria(.label, words(.dictationSound))) {}
                p(.class("actions")) {
                    button(.class("button"), .type(.button), .data("rate", "0.7"), .hidden()) { words(.listenSlowly) }
                    span(.class("quiet small")) { words(FileSize.phrase(sound.size)) }
                }
            }
        }
        div(.class("field")) {
            label(.for("entry-\(question.id)")) { words(.writeWhatYouHear) }
            textarea(
                .class("input"), .id("entry-\(question.id)"), .name(question.id), .rows(3), .maxlength(500), .lang(lang),
                .autocomplete("off"), .attribute("autocapitalize", "off"), .spellcheck(false)
            ) { question.response?.text ?? "" }
        }
    }
}

/// What was typed beside what was said: signs and words say what the colours say.
struct DictationDifference: View {
    let pieces: [QuestionModel.DictatedPiece]
    let lang: String
    let words: Words

    var body: some Markup {
        p(.class("dictated"), .lang(lang)) {
            ForEach(pieces) { piece in
                switch piece.kind {
                case .right: letters(piece.typed)
                case .nearly:
                    del { letters(piece.typed) }
                    " "
                    ins { letters(piece.said) }
                case .missing:
                    ins(.class("dictated-missing")) { letters(piece.said) }
                case .extra:
                    del(.class("dictated-extra")) { letters(piece.typed) }
                }
                " "
            }
        }
        p(.class("quiet small")) { words(.dictationLegend) }
    }

    private func letters(_ runs: [QuestionModel.DictatedPiece.Letters]?) -> some Markup {
        ForEach(runs ?? []) { run in
            if run.isRight { span { run.text } } else { mark { run.text } }
        }
    }
}
