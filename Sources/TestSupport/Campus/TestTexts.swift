package import CourseContent

/// The texts of ``TestCourse``, as Authoring renders them.
package enum TestTexts {
    /// A story of two scenes and two endings, with a way back.
    package static let scenario = ScenarioContent(
        introduction: "<p>Il est 9 heures. Le téléphone sonne.</p>\n",
        variables: [
            ScenarioVariable(id: "temps", title: "Temps", start: 10, minimum: 0, maximum: 30, unit: "min"),
            ScenarioVariable(id: "confiance", title: "Confiance", start: 5, minimum: 0, maximum: 10),
            ScenarioVariable(id: "vu", title: "Message lu", start: 0, minimum: 0, maximum: 1, isHidden: true),
        ],
        start: "appel",
        scenes: [
            ScenarioScene(
                id: "appel", title: "L’appel", speaker: "Mme <Lopes>", text: "<p>« Plus rien ne marche ! »</p>\n",
                choices: [
                    ScenarioChoice(
                        id: "c1", text: "« Calmez-vous. »", to: "suite",
                        effects: [
                            ScenarioEffect(variable: "temps", kind: .add, value: -4),
                            ScenarioEffect(variable: "confiance", kind: .add, value: -1),
                        ], consequence: "<p>Elle crie plus fort.</p>\n"),
                    ScenarioChoice(
                        id: "calme", text: "« Que voulez-vous <em>imprimer</em> ? »", to: "suite",
                        effects: [
                            ScenarioEffect(variable: "vu", kind: .set, value: 1),
                            ScenarioEffect(variable: "confiance", kind: .add, value: 20),
                        ], consequence: "Un silence."),
                    ScenarioChoice(
                        id: "c3", text: "Raccrocher.", to: "fin",
                        effects: [ScenarioEffect(variable: "temps", kind: .add, value: -40)]),
                ]),
            ScenarioScene(
                id: "suite", title: "La suite", text: "<p>Que faire ?</p>\n",
                choices: [
                    ScenarioChoice(
                        id: "bien", text: "Imprimer ailleurs.", to: "fin-bien",
                        conditions: [
                            ScenarioCondition(variable: "vu", comparison: .equal, value: 1),
                            ScenarioCondition(variable: "temps", comparison: .atLeast, value: 5),
                        ]),
                    ScenarioChoice(
                        id: "retour", text: "Rappeler.", to: "appel",
                        effects: [ScenarioEffect(variable: "temps", kind: .add, value: -1)]),
                ]),
            ScenarioScene(
                id: "fin", title: "Une fin", text: "<p>Personne n’est aidé.</p>\n",
                ending: ScenarioEnding(base: 20, debrief: "<p>On écoute d’abord.</p>\n")),
            ScenarioScene(
                id: "fin-bien", title: "Une page imprimée", text: "<p>La famille repart.</p>\n",
                ending: ScenarioEnding(
                    base: 40,
                    factors: [ScenarioFactor(variable: "confiance", points: 5), ScenarioFactor(variable: "vu", points: 0)],
                    debrief: "<p>Le contournement d’abord.</p>\n")),
        ])

    /// A recording, as Authoring writes it.
    static func listened(_ assets: [AuthoredAsset]) -> String {
        let sound = assets.first { $0.asset.name == TestAssets.sound }?.asset.path ?? ""
        return """
            <p>Écoutez.</p>
            <figure class="media" data-media="dialogue">
            <p class="media-facts"><strong>Un dialogue</strong> Son, 1\u{A0}min, 200\u{A0}ko</p>
            <audio controls preload="none" src="\(sound)" aria-label="Un dialogue"></audio>
            <details class="more"><summary>Lire ce qui est dit</summary>
            <div class="transcript">
            <p><span class="transcript-time">0:01</span> <strong>Léa\u{A0}:</strong> Où est le quai ?</p>
            </div></details>
            <p><a class="download" href="\(sound)" download="dialogue.mp3">Télécharger le son <span class="file-size">(200\u{A0}ko)</span></a></p>
            </figure>

            """
    }

    static func welcome(_ assets: [AuthoredAsset]) -> String {
        let image = assets.first?.asset.path ?? ""
        let download = assets.last?.asset.path ?? ""
        return """
            <h2>Une page, c'est du texte</h2>
            <p>Une page web est un <strong>texte</strong> que le navigateur met en forme&nbsp;: « voici un titre », « voici un lien ».</p>
            <p><img src="\(image)" alt="Un carré coupé en deux" loading="lazy"></p>
            <p>Gardez l'<a href="\(download)">aide-mémoire</a> près de vous.</p>
            """
    }

    static let tags: String = {
        let rows = (1...12).map { number in
            "<tr><th scope=\"row\"><code>&lt;h\(min(number, 6))&gt;</code></th><td>Exemple numéro \(number), à recopier.</td></tr>"
        }
        return "<h2>Ouvrir, fermer</h2><p>Une balise s'ouvre et se ferme.</p><table><tbody>\n" + rows.joined(separator: "\n")
            + "\n</tbody></table>\n"
    }()

    static let workshop = "<p>Apportez votre machine. Nous écrivons une page ensemble, en salle 204.</p>\n"
    static let reading = "<p>Documentation is written for people who search. Read the <em>headings</em> first.</p>\n"
    static let optional = "<p>L'histoire du web, de 1989 à aujourd'hui.</p>\n"

    package static let quiz = QuizContent(
        instructions: "<p>Cinq questions. Prenez votre temps.</p>", attemptsAllowed: 2,
        questions: [
            Question(
                id: "role", text: "<p>À quoi sert <code>&lt;h1&gt;</code>&nbsp;?</p>",
                explanation: "<p>Une page a un titre principal.</p>",
                feedback: QuestionFeedback(right: "<p>Oui.</p>", wrong: "<p>Relisez la leçon.</p>"),
                body: .single(choices: [
                    Choice(id: "c1", text: "Au titre principal", isCorrect: true, feedback: "<p>Exactement.</p>"),
                    Choice(id: "c2", text: "À un lien", isCorrect: false, feedback: "<p>Le lien s'écrit <code>a</code>.</p>"),
                    Choice(id: "c3", text: "À une image", isCorrect: false),
                ])),
            Question(
                id: "outils", text: "<p>Que faut-il pour écrire une page&nbsp;?</p>", points: 2,
                body: .multiple(choices: [
                    Choice(id: "c1", text: "Un éditeur de texte", isCorrect: true),
                    Choice(id: "c2", text: "Un navigateur", isCorrect: true),
                    Choice(id: "c3", text: "Un serveur à soi", isCorrect: false, feedback: "<p>Pas pour commencer.</p>"),
                ])),
            Question(
                id: "fermer", text: "<p>Une image se ferme par <code>&lt;/img&gt;</code>.</p>",
                body: .trueFalse(answer: false, ifTrue: "<p>Une image n'a pas de fin.</p>", ifFalse: nil)),
            Question(
                id: "largeur", text: "<p>Une image de 320&nbsp;px est doublée. Sa largeur&nbsp;?</p>",
                body: .numeric(
                    NumericKey(
                        answer: 640, tolerance: 0, unit: "px",
                        wrongAnswers: [WrongNumber(value: 160, feedback: "<p>C'est la moitié.</p>")]))),
            Question(
                id: "attribut", text: "<p>Quel attribut décrit une image&nbsp;?</p>",
                explanation: "<p>Le texte de remplacement est lu à voix haute.</p>",
                body: .shortText(
                    ShortTextKey(
                        accepted: [TextVariant(text: "alt"), TextVariant(text: "attribut alt")],
                        wrongAnswers: [TextVariant(text: "title", feedback: "<p>Le titre ne suffit pas.</p>")]))),
        ])

    /// Questions with several fields, with text that looks like markup where plain text is expected.
    package static let partsQuiz = QuizContent(
        instructions: nil, attemptsAllowed: 2,
        questions: [
            Question(
                id: "trous", text: "<p>Complétez.</p>", points: 2,
                feedback: QuestionFeedback(right: "<p>Oui.</p>", wrong: "<p>Relisez la leçon.</p>"),
                body: .gapFill(
                    GapKey(pieces: [
                        .text("Une image s'écrit <img "),
                        .gap(
                            Gap(
                                id: "g1",
                                answer: .chosen(
                                    right: "o2",
                                    options: [AnswerOption(id: "o1", text: "<href>"), AnswerOption(id: "o2", text: "src & co")]))),
                        .text("=\"…\">\net se décrit par "),
                        .gap(Gap(id: "g2", answer: .typed(accepted: ["alt", "l'attribut alt"]))),
                        .text("."),
                    ]))),
            Question(
                id: "paires", text: "<p>Quelle balise pour quoi&nbsp;?</p>", points: 3,
                explanation: "<p>Le nom dit à quoi elle sert.</p>",
                body: .matching(
                    MatchingKey(
                        items: [
                            MatchingItem(id: "p1", text: "un <strong>lien</strong>", answer: "o1"),
                            MatchingItem(id: "p2", text: "une image", answer: "o2"),
                            MatchingItem(id: "p3", text: "un titre", answer: "o3"),
                        ],
                        options: ["<a>", "<img>", "<h1>", "<b>"].enumerated().map {
                            AnswerOption(id: "o\($0.offset + 1)", text: $0.element)
                        }))),
            Question(
                id: "ordre", text: "<p>Dans quel ordre&nbsp;?</p>",
                body: .ordering(
                    OrderingKey(
                        items: ["Relire", "Ouvrir l'éditeur", "Écrire <code>&lt;h1&gt;</code>"].enumerated().map {
                            OrderingItem(id: "i\($0.offset + 1)", text: $0.element)
                        }, order: ["i2", "i3", "i1"]))),
        ])

    /// A text and files, looked at by two criteria, four points each.
    package static let assignment = AssignmentContent(
        instructions: "<p>Écrivez trois phrases sur vous.</p>", text: TextToHandIn(minimumWords: 3, maximumWords: 60),
        files: FilesToHandIn(kinds: ["pdf", "txt", "png"], maximumCount: 2, maximumSize: 1_000_000), submissionsAllowed: 3,
        points: 8,
        rubric: [
            RubricCriterion(id: "clair", title: "C'est clair", levels: levels),
            RubricCriterion(id: "juste", title: "C'est juste", levels: levels),
        ], isPortfolioPiece: true)

    private static let levels = [
        RubricLevel(id: "l1", title: "À revoir", text: "On ne comprend pas encore.", points: 0),
        RubricLevel(id: "l2", title: "Acquis", points: 4),
    ]
}
