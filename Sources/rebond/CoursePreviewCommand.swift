import ArgumentParser
import Campus
import CourseContent
import Essentials
import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals
import Web

/// `rebond course preview FOLDER`
struct CoursePreviewCommand: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Montre un dossier de cours dans le navigateur. / Shows a course folder in the browser.",
        discussion: """
            Seule cette machine y accède ; rien n’est gardé. Les pages se rechargent à chaque enregistrement, avec les problèmes du dossier.
            Only this machine can see it; nothing is kept. Pages load again at every save, with the problems of the folder.
            """)

    @Argument(help: "Dossier de cours. / Course folder.")
    var folder: String

    @Option(help: ArgumentHelp("Port (0 : un port libre). / Port (0: a free one).", valueName: "N"))
    var port = 8090

    @Option(
        name: .customLong("public"),
        help: ArgumentHelp("Dossier des fichiers du client web. / Directory of the web client's files.", valueName: "DIR"))
    var publicFiles: String?

    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        guard (0...65535).contains(port) else { throw CommandFailure(.usage, .notAPort(port)) }
        _ = try FolderWatch.snapshot(folder)
        let files = try ServeSettings.publicFiles(in: publicFiles)
        let place = FileManager.default.temporaryDirectory.appending(path: "rebond-preview-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        let logger = Logger.quiet
        try await DataDirectory.with(DataPlace(directory: place.path, database: nil)) { data in
            let school = try await PreviewSchool(data.campus(logger: logger), folder: folder, language: console.language)
            let watch = FolderWatch(folder: folder, school: school, console: console)
            try await watch.refresh()
            let site = Site(
                campus: school.campus, settings: SiteSettings(), publicFiles: files, figures: ServerFigures(),
                preview: school.preview)
            let app = Application(
                router: site.buildRouter(),
                configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port), serverName: nil),
                onServerRunning: { channel in
                    console.print("http://127.0.0.1:\(channel.localAddress?.port ?? port)/courses")
                    console.note(.previewing)
                },
                logger: logger)
            let group = ServiceGroup(
                configuration: ServiceGroupConfiguration(
                    services: [.init(service: app), .init(service: watch)], gracefulShutdownSignals: [.sigterm, .sigint],
                    logger: logger))
            do {
                try await group.run()
            } catch is IOError {
                throw CommandFailure(.cannotCreate, .cannotPreview(port))
            }
        }
    }
}

extension Phrase {
    fileprivate static let previewing = Phrase(
        fr: "L’aperçu est ouvert ; il se recharge quand vous enregistrez. Ctrl-C pour arrêter.",
        en: "The preview is open; it loads again when you save. Ctrl-C to stop.")
    fileprivate static func cannotPreview(_ port: Int) -> Phrase {
        Phrase(
            fr: "Le port \(port) ne peut pas être ouvert. Choisissez-en un autre : --port 8091",
            en: "Port \(port) cannot be opened. Choose another: --port 8091")
    }
    fileprivate static func notAPort(_ port: Int) -> Phrase {
        Phrase(fr: "\(port) n’est pas un port : 0 à 65535.", en: "\(port) is not a port: 0 to 65535.")
    }
}
