extension StarterCourse {
    var frenchFiles: [(String, String)] {
        [
            (
                "course.yml",
                """
                # Ce qu’est le cours. Toutes les clés : docs/course-format.md
                format: 1
                key: \(key)
                title: \(quotedTitle)
                language: fr
                \(modeLines)
                summary: En une ou deux phrases, ce que l’on saura faire à la fin.
                audience: Pour qui, et ce qu’il faut savoir avant de commencer.
                objectives:
                  - { id: premier-pas, title: "Trouver son chemin dans le cours" }
                contacts:
                  pedagogical: { title: "Votre tutrice ou votre tuteur", hours-to-answer: 24 }
                  technical: { title: "L’assistance technique", hours-to-answer: 8 }

                """
            ),
            (
                "01-premiers-pas/module.yml",
                """
                id: premiers-pas
                title: Premiers pas
                summary: Comment le cours se suit.
                objectives: [premier-pas]\(inPersonMinutes)
                # Ce qui est annoncé et pas encore écrit.
                planned:
                  - { id: se-presenter, title: "Se présenter au groupe", kind: discussion, minutes: 15 }

                """
            ),
            (
                "01-premiers-pas/01-bienvenue.md",
                """
                ---
                id: bienvenue
                title: Bienvenue
                minutes: 5
                objectives: [premier-pas]
                summary: Une leçon, un quiz, et vous continuez.
                ---

                Vous lisez une leçon. Elle est écrite en Markdown, dans un simple fichier de texte.

                ## Comment vous avancez

                ![Trois étapes de gauche à droite : lire, essayer, vérifier.](files/etapes.svg "Le chemin d’une leçon")

                1. Vous **lisez** une leçon.
                2. Vous **essayez**, sur votre poste ou sur une feuille.
                3. Vous **vérifiez** avec un quiz : [le premier quiz](activity:verifier).

                ## À vous

                - [ ] Notez un moment de la semaine où vous pouvez travailler au calme.
                - [ ] Notez une personne à qui demander de l’aide.

                Un mot d’une autre langue se marque, pour les personnes qui écoutent la page : [feedback]{lang=en}.

                """
            ),
            (
                "01-premiers-pas/02-verifier.quiz.yml",
                """
                id: verifier
                title: "Vérifier : comment le cours se suit"
                minutes: 5
                objectives: [premier-pas]
                completion: { rule: passed, score: 60 }
                instructions: "Vous pouvez recommencer autant que vous voulez."
                questions:
                  - id: apres-la-lecture
                    type: single
                    text: "Vous avez lu une leçon. Que faites-vous ensuite ?"
                    choices:
                      - { text: "J’essaie, puis je vérifie", correct: true, feedback: "Oui : on retient ce que l’on fait." }
                      - { text: "Je passe tout de suite à la leçon suivante", feedback: "Essayez d’abord : c’est là que l’on apprend." }
                    explanation: "Lire, essayer, vérifier : **les trois** comptent."
                  - id: se-tromper
                    type: true-false
                    text: "Se tromper à un quiz empêche de continuer."
                    answer: false
                    feedback:
                      true: "Non : vous pouvez recommencer."
                      false: "Exact. Une erreur montre quoi relire."
                  - id: duree
                    type: numeric
                    text: "Cette leçon et ce quiz durent cinq minutes chacun. Combien de minutes en tout ?"
                    answer: 10
                    unit: min
                    wrong-answers:
                      - { value: 5, feedback: "C’est la durée d’un seul des deux." }
                  - id: mot
                    type: short-text
                    text: "Quel mot manque : lire, essayer, … ?"
                    accepted: ["vérifier"]
                    wrong-answers:
                      - { text: "recommencer", feedback: "On recommence parfois. Le mot de la leçon est un autre." }

                """
            ),
            (
                "01-premiers-pas/files/etapes.svg",
                drawing("Lire, essayer, vérifier", ["Lire", "Essayer", "Vérifier"])
            ),
        ]
    }
}
