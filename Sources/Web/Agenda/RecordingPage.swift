import Accounts
import Campus
import Essentials
import HTML
import Scheduling

/// The recording of a class: it plays in a frame, where its server shows it, and the time for which it is on the screen is counted.
struct RecordingPage: Page {
    struct Model: Encodable, Sendable {
        let session: String
        let title: String
        let key: String
        let address: String
        let startedAt: Instant
        let minutes: Int
        /// For a learner.
        let watched: Standing?
        /// For those who follow the cohort, by name.
        let watchers: [Watcher]?

        struct Standing: Encodable, Sendable {
            let seconds: Int
            let percent: Int

            init(_ standing: Campus.RecordingStanding) {
                (seconds, percent) = (standing.seconds, standing.percent)
            }
        }

        struct Watcher: Encodable, Sendable {
            let givenName: String
            let familyName: String
            let seconds: Int
            let percent: Int
            let lastAt: Instant?
        }

        init(_ reading: Campus.RecordingReading) {
            session = reading.session.id.text
            title = reading.session.plan.title
            key = reading.recording.key
            address = reading.recording.address
            startedAt = reading.recording.startedAt
            minutes = reading.recording.minutes
            watched = reading.own.map(Standing.init)
            watchers = reading.watchers?.map { watcher in
                Watcher(
                    givenName: watcher.name.given, familyName: watcher.name.family, seconds: watcher.standing.seconds,
                    percent: watcher.standing.percent, lastAt: watcher.standing.lastAt)
            }
        }
    }

    let model: Model
    var menu: MenuEntry? { .agenda }

    func heading(_ words: Words) -> String { model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(
            .id("main"), .class("page"), .tabindex(-1),
            .data("watching", model.watched == nil ? nil : Links.watching(model.session, model.key))
        ) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.session(model.session))) {
                    words.icon("back")
                    " "
                    words(.backToSession)
                }
                h1 { model.title }
                p {
                    words(.recordingOf(words.moment(model.startedAt)))
                    ", " + words(.duration(minutes: model.minutes))
                }
            }
            iframe(
                .class("recording"), .src(model.address), .title(words(.recordingOf(words.moment(model.startedAt)))),
                .sandbox("allow-scripts allow-same-origin allow-forms allow-popups"), .allow("fullscreen; autoplay"),
                .loading(.lazy))
            p {
                a(.href(model.address), .target("_blank"), .rel("noopener noreferrer")) { words(.recordingElsewhere) }
            }
            if let watched = model.watched { self.watched(watched, words) }
            if let watchers = model.watchers { self.watchers(watchers, words) }
        }
    }

    private func watched(_ watched: Model.Standing, _ words: Words) -> some Markup {
        section(.class("card"), .aria(.labelledby, "watched")) {
            h2(.id("watched")) { words(.recordingProgress) }
            div(.class("progress")) {
                progress(.value(watched.percent), .max(100), .aria(.label, words(.recordingProgress))) {
                    "\(watched.percent) %"
                }
                // The script writes the number anew, in the place of the sign.
                p(.class("progress-words"), .data("watched", words(.recordingWatched("{n}"))), .aria(.live, "polite")) {
                    words(.recordingWatched(watched.percent))
                }
            }
            p(.class("quiet")) { words(.recordingCounted) }
        }
    }

    @MarkupBuilder private func watchers(_ watchers: [Model.Watcher], _ words: Words) -> some Markup {
        section(.class("card"), .aria(.labelledby, "watchers")) {
            h2(.id("watchers")) { words(.whoHasWatched) }
            p(.class("quiet")) { words(.watchingIsNoAttendance) }
            if watchers.isEmpty {
                p { words(.nobodyHasWatched) }
            } else {
                TableDownload(page: Links.recording(model.session, model.key), words: words)
            }
            ul {
                ForEach(watchers) { watcher in
                    li {
                        words.label(watcher.givenName + " " + watcher.familyName)
                        words(.recordingWatched(watcher.percent))
                        if let lastAt = watcher.lastAt { ", " + words.moment(lastAt) }
                    }
                }
            }
        }
    }
}

extension RecordingPage: TabularPage {
    func tables(_ words: Words) -> [PageTable] {
        guard let watchers = model.watchers else { return [] }
        let header: [Phrase] = [.familyName, .givenName, .minutesWatched, .percentWatched, .lastActivity]
        return [
            PageTable(
                "watchers", header.map { words($0) },
                rows: watchers.map { watcher in
                    [
                        .text(watcher.familyName), .text(watcher.givenName), .number(watcher.seconds / 60),
                        .number(watcher.percent), .moment(watcher.lastAt),
                    ]
                })
        ]
    }
}

/// What was recorded of a session, on its page: each leads to where it is watched.
struct RecordingsView: View {
    let session: SessionPage.Model
    let words: Words

    var body: some Markup {
        if !session.recordings.isEmpty || session.mayFetchRecordings {
            section(.class("card"), .aria(.labelledby, "recordings")) {
                h2(.id("recordings")) { words(.recordings) }
                if session.recordings.isEmpty { p(.class("quiet")) { words(.noRecording) } }
                ul {
                    ForEach(session.recordings) { recording in
                        li {
                            a(.href(Links.recording(session.id, recording.key))) {
                                words(.recordingOf(words.moment(recording.startedAt)))
                            }
                            ", "
                            words(.duration(minutes: recording.minutes))
                            if let percent = recording.watchedPercent, percent > 0 {
                                ", " + words(.recordingWatched(percent))
                            }
                            if let watchers = recording.watchers, watchers > 0 {
                                ", " + words(.recordingWatchers(watchers))
                            }
                        }
                    }
                }
                if session.mayFetchRecordings {
                    form(.method(.post), .action(Links.recordings(session.id))) {
                        button(.class("button"), .data("busy", words(.oneMoment))) { words(.fetchRecordings) }
                    }
                }
            }
        }
    }
}
