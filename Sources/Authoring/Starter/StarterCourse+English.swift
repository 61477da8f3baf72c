extension StarterCourse {
    var englishFiles: [(String, String)] {
        [
            (
                "course.yml",
                """
                # What the course is. All keys: docs/course-format.md
                format: 1
                key: \(key)
                title: \(quotedTitle)
                language: en
                \(modeLines)
                summary: In one or two sentences, what one can do at the end.
                audience: Who it is for, and what one should know before.
                objectives:
                  - { id: first-step, title: "Find one's way in the course" }
                contacts:
                  pedagogical: { title: "Your tutor", hours-to-answer: 24 }
                  technical: { title: "Technical help", hours-to-answer: 8 }

                """
            ),
            (
                "01-first-steps/module.yml",
                """
                id: first-steps
                title: First steps
                summary: How the course is followed.
                objectives: [first-step]\(inPersonMinutes)
                # What is announced and not written yet.
                planned:
                  - { id: say-hello, title: "Say hello to the group", kind: discussion, minutes: 15 }

                """
            ),
            (
                "01-first-steps/01-welcome.md",
                """
                ---
                id: welcome
                title: Welcome
                minutes: 5
                objectives: [first-step]
                summary: A lesson, a quiz, and on you go.
                ---

                You are reading a lesson. It is written in Markdown, in a plain text file.

                ## How you move on

                ![Three steps from left to right: read, try, check.](files/steps.svg "The path of a lesson")

                1. You **read** a lesson.
                2. You **try**, on your computer or on paper.
                3. You **check** with a quiz: [the first quiz](activity:check).

                ## Your turn

                - [ ] Write down a time of the week when you can work in peace.
                - [ ] Write down a person whom you can ask for help.

                A word in another language is marked, for those who listen to the page: [bonjour]{lang=fr}.

                """
            ),
            (
                "01-first-steps/02-check.quiz.yml",
                """
                id: check
                title: "Check: how the course is followed"
                minutes: 5
                objectives: [first-step]
                completion: { rule: passed, score: 60 }
                instructions: "You may try as often as you like."
                questions:
                  - id: after-reading
                    type: single
                    text: "You have read a lesson. What do you do next?"
                    choices:
                      - { text: "I try, then I check", correct: true, feedback: "Yes: we remember what we do." }
                      - { text: "I go straight to the next lesson", feedback: "Try first: that is where one learns." }
                    explanation: "Read, try, check: **all three** count."
                  - id: mistakes
                    type: true-false
                    text: "A mistake in a quiz keeps you from going on."
                    answer: false
                    feedback:
                      true: "No: you may try again."
                      false: "Right. A mistake shows what to read again."
                  - id: duration
                    type: numeric
                    text: "This lesson and this quiz take five minutes each. How many minutes in all?"
                    answer: 10
                    unit: min
                    wrong-answers:
                      - { value: 5, feedback: "That is the time of one of the two." }
                  - id: word
                    type: short-text
                    text: "Which word is missing: read, try, …?"
                    accepted: ["check"]
                    wrong-answers:
                      - { text: "repeat", feedback: "One does, sometimes. The lesson has another word." }

                """
            ),
            (
                "01-first-steps/files/steps.svg",
                drawing("Read, try, check", ["Read", "Try", "Check"])
            ),
        ]
    }
}
