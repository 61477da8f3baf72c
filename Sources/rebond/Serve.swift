import ArgumentParser
import Campus
import Essentials
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Outbound
import SQLiteDriver
import ServiceLifecycle
import UnixSignals
import Web

/// `rebond serve`
struct Serve: RebondCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fait tourner le serveur. / Runs the server.",
        discussion: """
            Chaque réglage se donne par une option, une variable REBOND_… ou un fichier JSON (--config), dans cet ordre.
            Each setting is an option, a REBOND_… variable or a value of a JSON file (--config), in that order.
            """)

    @OptionGroup var options: ServeOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        ServerMemory.keepForRequests()
        let settings = try await ServeSettings(options)
        let publicFiles = try settings.publicFiles()
        var logger = Logger(label: "rebond") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = settings.logLevel
        try await DataDirectory.with(settings.place, .serving) { [logger] data in
            let campus = data.campus(logger: logger, attendance: settings.attendance, rooms: settings.rooms)
            let site = Site(campus: campus, settings: settings.site, publicFiles: publicFiles, figures: ServerFigures())
            let app = Application(
                router: site.buildRouter(),
                // Longer than a proxy keeps its own connections (60 s): it is never surprised by a closed one.
                server: .http1(configuration: .init(idleTimeout: .seconds(75))),
                configuration: ApplicationConfiguration(
                    address: .hostname(settings.host, port: settings.port), serverName: nil),
                onServerRunning: { channel in
                    console.note(.serving("http://\(settings.host):\(channel.localAddress?.port ?? settings.port)"))
                },
                logger: logger)
            var services: [any Service] = [
                app, SignalWatch(campus: campus), Housekeeping(campus: campus, logger: logger),
                AlertSweepService(campus: campus, logger: logger),
            ]
            if let database = data.database as? SQLiteDatabase {
                services.append(ChangeWatch(database: database, campus: campus, logger: logger))
            }
            if let mail = settings.mail, let address = settings.site.publicAddress {
                let sender = MailSender(
                    database: data.database, clock: campus.clock, settings: mail, site: address, logger: logger)
                services.append(
                    MailService(sender: sender, isOnlyServer: data.database is SQLiteDatabase, logger: logger))
                services.append(ReminderService(campus: campus, logger: logger))
            }
            let group = ServiceGroup(
                configuration: ServiceGroupConfiguration(
                    services: services.map { ServiceGroupConfiguration.ServiceConfiguration(service: $0) },
                    gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
            do {
                try await group.run()
            } catch let error as IOError {
                throw CommandFailure(.cannotCreate, .cannotListen(settings.host, settings.port, reason: error.errnoCode))
            }
        }
        console.note(.stopped)
    }
}

extension Phrase {
    fileprivate static func serving(_ address: String) -> Phrase {
        Phrase(fr: "Rebond est ouvert : \(address)  (Ctrl-C pour arrêter)", en: "Rebond is open: \(address)  (Ctrl-C to stop)")
    }

    fileprivate static let stopped = Phrase(
        fr: "Rebond est arrêté. Tout est gardé.", en: "Rebond has stopped. Everything is kept.")

    fileprivate static func cannotListen(_ host: String, _ port: Int, reason: CInt) -> Phrase {
        reason == 98
            ? Phrase(
                fr: "Le port \(port) est déjà pris sur \(host). Arrêtez l’autre programme, ou choisissez un port : --port 8081",
                en: "Port \(port) on \(host) is already taken. Stop the other program, or choose a port: --port 8081")
            : Phrase(
                fr: "Rebond ne peut pas écouter sur \(host):\(port). Vérifiez l’adresse et les droits.",
                en: "Rebond cannot listen on \(host):\(port). Check the address and the permissions.")
    }
}
