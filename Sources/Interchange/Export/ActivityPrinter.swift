import CourseContent
import Essentials

/// One activity on paper.
struct ActivityPrinter {
    let activity: ActivityOutline
    let course: ExportedCourse
    /// Files by digest, as the addresses under which they are found: images that are in the page, all of them beside a page of its own.
    let images: [String: String]
    let words: PrintedWords
    let withAnswers: Bool
    /// Whether it is a page of its own: links to other activities lead to their pages.
    var isAlone = false
    /// Then, the files of the other activities, by id.
    var places: [String: String] = [:]

    func article(_ content: ActivityContent) -> String {
        let lang = activity.language == course.outline.language ? "" : " lang=\"\(activity.language.rawValue)\""
        return """
            <article id="a-\(activity.id)"\(lang)>
            <h3>\(escaped(activity.title))</h3>
            <p class="facts">\(words.facts(activity))</p>
            \(body(content))
            </article>

            """
    }

    private func body(_ content: ActivityContent) -> String {
        switch content {
        case .lesson(let lesson): html(lesson.html)
        case .quiz(let quiz): block(quiz.instructions) + list(quiz.questions.map { question($0) })
        case .assignment(let assignment): html(assignment.instructions) + rubric(assignment.rubric)
        case .scenario(let scenario): block(scenario.introduction) + scenario.scenes.map { scene($0) }.joined(separator: "\n")
        case .document(let document):
            html(document.html)
                + unordered(document.files.map { file($0) + ($0.description.map { " — " + escaped($0) } ?? "") })
        case .session(let session): html(session.html) + block(session.preparation) + unordered(session.bring.map(escaped))
        case .discussion(let discussion): html(discussion.html)
        case .deck(let deck):
            html(deck.html) + "<table>\n"
                + deck.cards.map { "<tr><td>\(html($0.front))</td><td>\(html($0.back))</td></tr>\n" }.joined() + "</table>\n"
        case .survey(let survey): html(survey.html) + list(survey.questions.map { surveyQuestion($0) })
        case .placement(let placement): html(placement.html) + list(placement.items.map { placementItem($0) })
        }
    }

    // MARK: Questions

    private func question(_ question: Question) -> String {
        var text = "<div>\(html(question.text))</div>\n"
        switch question.body {
        case .single(let choices): text += self.choices(choices, sign: "○")
        case .multiple(let choices): text += self.choices(choices, sign: "☐")
        case .trueFalse(let answer, _, _):
            text += unordered(["○ \(words.yes)", "○ \(words.no)"]) + solution(answer ? words.yes : words.no)
        case .numeric(let key):
            text += line(key.unit) + solution("\(words.number(key.answer)) \(key.unit ?? "")")
        case .shortText(let key): text += line(nil) + solution(key.accepted.map(\.text).joined(separator: " / "))
        case .dictation(let key): text += line(nil) + solution(key.said)
        case .gapFill(let key): text += gaps(key)
        case .matching(let key):
            text +=
                unordered(key.items.map { html($0.text) + " …" }) + "<p>\(words.between)</p>"
                + unordered(key.options.map { escaped($0.text) })
            let names = Dictionary(key.options.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
            if withAnswers {
                text += wrapped(unordered(key.items.map { html($0.text) + " → " + escaped(names[$0.answer] ?? "") }))
            }
        case .ordering(let key):
            text += unordered(key.items.map { "… " + html($0.text) })
            let texts = Dictionary(key.items.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
            if withAnswers { text += wrapped(list(key.order.map { html(texts[$0] ?? "") })) }
        case .longAnswer(let key):
            text += unordered((key.criteria ?? []).map { html($0) }) + String(repeating: "<p class=\"line\"></p>\n", count: 4)
            if withAnswers { text += wrapped(block(key.modelAnswer)) }
        }
        if withAnswers, let explanation = question.explanation {
            text += wrapped("<p><strong>\(words.explanation)</strong></p>" + html(explanation))
        }
        return text
    }

    private func choices(_ choices: [Choice], sign: String) -> String {
        unordered(
            choices.map { choice in
                let mark = withAnswers && choice.isCorrect ? "<strong>✓</strong>" : sign
                return "\(mark) \(html(choice.text))"
            })
    }

    private func gaps(_ key: GapKey) -> String {
        var text = ""
        var answers: [String] = []
        for piece in key.pieces {
            switch piece {
            case .text(let words): text += escaped(words).replacing("\n", with: "<br>\n")
            case .gap(let gap):
                switch gap.answer {
                case .typed(let accepted):
                    text += "__________"
                    answers.append(accepted.first ?? "")
                case .chosen(let right, let options):
                    text += "[ " + options.map { escaped($0.text) }.joined(separator: " / ") + " ]"
                    answers.append(options.first { $0.id == right }?.text ?? "")
                }
            }
        }
        return "<p>\(text)</p>\n" + solution(answers.joined(separator: ", "))
    }

    private func surveyQuestion(_ question: SurveyQuestion) -> String {
        switch question.body {
        case .choice(let options, let isMultiple):
            html(question.text) + unordered(options.map { (isMultiple ? "☐ " : "○ ") + escaped($0.text) })
        case .scale(let labels): html(question.text) + unordered(labels.map { "○ " + escaped($0) })
        case .text: html(question.text) + line(nil)
        }
    }

    private func placementItem(_ item: PlacementItem) -> String {
        let choices = ([item.right] + item.wrong).sorted()
        return html(item.text) + unordered(choices.map { "○ " + escaped($0) })
            + solution([item.said, item.right].compactMap(\.self).joined(separator: " → "))
    }

    // MARK: Other kinds

    private func rubric(_ criteria: [RubricCriterion]) -> String {
        guard !criteria.isEmpty else { return "" }
        let rows = criteria.map { criterion in
            let levels = criterion.levels.map {
                "<td>\(escaped($0.title)) (\(words.number($0.points)))\($0.text.map { "<br>" + escaped($0) } ?? "")</td>"
            }
            return "<tr><th scope=\"row\">\(escaped(criterion.title))</th>\(levels.joined())</tr>\n"
        }
        return "<table>\n\(rows.joined())</table>\n"
    }

    private func scene(_ scene: ScenarioScene) -> String {
        var text = "<h4>\(escaped(scene.title))</h4>\n" + (scene.speaker.map { "<p><strong>\(escaped($0))</strong></p>\n" } ?? "")
        text += html(scene.text) + unordered(scene.choices.map { html($0.text) })
        if withAnswers, let ending = scene.ending { text += wrapped(html(ending.debrief)) }
        return text
    }

    // MARK: Pieces

    private func list(_ items: [String]) -> String {
        items.isEmpty ? "" : "<ol>\n" + items.map { "<li>\($0)</li>\n" }.joined() + "</ol>\n"
    }
    private func unordered(_ items: [String]) -> String {
        items.isEmpty ? "" : "<ul>\n" + items.map { "<li>\($0)</li>\n" }.joined() + "</ul>\n"
    }
    private func line(_ unit: String?) -> String { "<p class=\"line\">\(escaped(unit ?? ""))</p>\n" }
    private func wrapped(_ html: String) -> String { "<div class=\"answer\">\(html)</div>\n" }
    private func solution(_ text: String) -> String {
        withAnswers ? wrapped("<p><strong>\(words.right)</strong> \(escaped(text))</p>") : ""
    }
    /// A file of a document: a link where it stands beside the page.
    private func file(_ file: DocumentFile) -> String {
        guard isAlone, let place = images[file.asset.digest] else { return escaped(file.title) }
        return "<a href=\"\(escaped(place))\">\(escaped(file.title))</a>"
    }
    private func block(_ html: String?) -> String { html.map { "<div>\(self.html($0))</div>\n" } ?? "" }

    /// Rendered HTML in the place where it stands here: headings two levels lower, ids told apart, images in it, players left out.
    private func html(_ html: String) -> String {
        TagRewriter(
            tag: { tag in
                if let level = Int(tag.dropFirst()), tag.hasPrefix("h"), tag.utf8.count == 2 { return "h\(min(level + 2, 6))" }
                return ["video", "audio", "source", "track"].contains(tag) ? nil : tag
            },
            attribute: { tag, name, value in
                switch name {
                case "id", "aria-labelledby", "aria-describedby", "for": "\(activity.id)-\(value)"
                case "loading", "decoding", "download": nil
                case "src": source(value)
                case "href": address(value)
                default: value
                }
            }
        ).rewrite(html.replacing("<details", with: "<details open"))
    }

    private func source(_ address: String) -> String? {
        guard case .asset(let digest) = RenderedLink(address) else { return nil }
        return images[digest]
    }

    private func address(_ address: String) -> String? {
        switch RenderedLink(address) {
        case .asset(let digest): isAlone ? images[digest] : nil
        case .activity(let id, let heading) where isAlone: "../" + Cartridge.place(of: id, heading, in: places)
        case .activity(let id, let heading): heading.map { "#\(id)-\($0)" } ?? "#a-\(id)"
        case .place(let place): "#\(activity.id)-\(place)"
        case .elsewhere: address
        }
    }
}
