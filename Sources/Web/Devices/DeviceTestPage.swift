import Campus
import Essentials
import HTML
import Scheduling

/// Trying one's device before the first virtual class: with a script by pressing, without one by oneself.
struct DeviceTestPage: Page {
    struct Model: Encodable, Sendable {
        /// What worked the last time.
        let working: [DeviceTest.Part]
        let testedAt: Instant?
        let isReady: Bool

        init(_ test: DeviceTest?) {
            working = DeviceTest.Part.allCases.filter { test?.working.contains($0) ?? false }
            testedAt = test?.testedAt
            isReady = test?.isReady ?? false
        }
    }

    let model: Model
    var menu: MenuEntry? { .agenda }

    func heading(_ words: Words) -> String { words(.deviceTest) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.agenda)) {
                    words.icon("back")
                    " "
                    words(MenuEntry.agenda.words)
                }
                h1 { words(.deviceTest) }
                p(.class("lead")) { words(.deviceTestLead) }
            }
            if let testedAt = model.testedAt {
                div(.class(model.isReady ? "notice notice-right" : "notice notice-warning")) {
                    words.icon(model.isReady ? "right" : "warning")
                    div {
                        p { strong { words(model.isReady ? .deviceIsReady : .deviceIsNotReady) } }
                        p(.class("quiet")) { words(.lastDeviceTest(words.moment(testedAt))) }
                    }
                }
            }
            form(
                .class("form card"), .method(.post), .action(Links.deviceTest), .data("device"),
                .data("refused", words(.deviceRefused)), .data("speak", words(.speakNow)), .data("works", words(.itWorks)),
                .novalidate()
            ) {
                ForEach(DeviceTest.Part.allCases) { part in
                    div(.class("field")) {
                        p { words(part.advice) }
                        // Shown by the script, which does what it says.
                        if part != .link {
                            button(
                                .class("button"), .type(.button), .data("part", part.rawValue), .hidden()
                            ) { words(part.action) }
                            p(.class("quiet"), .role(.status), .data("answer", part.rawValue)) { "" }
                        }
                        label(.class("choice")) {
                            input(
                                .type(.checkbox), .name("working"), .value(part.rawValue),
                                .checked(model.working.contains(part)))
                            span { words(part.phrase) }
                        }
                    }
                }
                div(.class("actions")) { button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.save) } }
            }
            p(.class("quiet")) { words(.deviceHelp) }
        }
    }
}

/// Who of a session has tried their device: for those who hold it.
struct DeviceLines: View {
    let lines: [SessionPage.Model.Device]
    let words: Words

    var body: some Markup {
        section(.class("card"), .aria(.labelledby, "devices")) {
            h2(.id("devices")) { words(.devicesTried) }
            p { words(.devicesReady(lines.count(where: \.isReady), of: lines.count)) }
            details(.class("more")) {
                summary { words(.whoHasTried) }
                ul {
                    ForEach(lines) { line in
                        li {
                            words.label(line.name)
                            if line.testedAt == nil {
                                words(.hasNotTried)
                            } else {
                                line.working.isEmpty
                                    ? words(.nothingWorked) : line.working.map { words($0.short) }.joined(separator: ", ")
                            }
                        }
                    }
                }
            }
        }
    }
}

extension DeviceTest.Part {
    fileprivate var advice: Phrase {
        switch self {
        case .sound:
            Phrase(
                fr: "Le son : mettez un casque si vous en avez un, et montez le volume.",
                en: "Sound: put on a headset if you have one, and turn the volume up.")
        case .microphone:
            Phrase(
                fr: "Le micro : quand le navigateur demande s’il peut s’en servir, répondez oui.",
                en: "Microphone: when the browser asks whether it may use it, say yes.")
        case .camera:
            Phrase(
                fr: "La caméra : vous pouvez suivre une classe sans elle.", en: "Camera: you can follow a class without it.")
        case .link:
            Phrase(
                fr: "Le lien : dix minutes avant une classe, le bouton pour la rejoindre est sur l’accueil et dans l’agenda.",
                en: "Link: ten minutes before a class, the button to join it is on the home page and in the agenda.")
        }
    }

    fileprivate var action: Phrase {
        switch self {
        case .sound: Phrase(fr: "Jouer un son", en: "Play a sound")
        case .microphone: Phrase(fr: "Essayer le micro", en: "Try the microphone")
        case .camera: Phrase(fr: "Essayer la caméra", en: "Try the camera")
        case .link: Phrase(fr: "Voir l’agenda", en: "See the agenda")
        }
    }
}
