import Accounts
package import Essentials
package import Foundation
import Logging
import Outbound
import SQL
package import Scheduling

/// What the server of virtual rooms tells by itself, or when it is asked: who was connected when, and what was recorded.
extension Campus {
    /// Keeps who was connected to a class and when, as the room's server reports it: beside the signatures, and no signature. The same report
    /// again changes nothing; people and sessions that are not known are left out.
    /// - Returns: how many spans are kept.
    /// - throws: ``CampusError/notFound(_:)`` where there is no such server, ``CampusError/notAllowed(_:)`` for what it did not sign.
    package func keepConnections(_ body: Data, authorization: String?) async throws -> Int {
        guard let server = rooms.bigBlueButton else { throw CampusError.notFound(.noSuchRoomServer) }
        guard let report = server.report(body, authorization: authorization, at: clock.now) else {
            throw CampusError.notAllowed(.reportIsNotSigned)
        }
        guard let id = Identifier<ClassSession>(report.room) else { return 0 }
        return try await database.write { writing in
            guard let session = try calendar.session(id, in: writing) else { return 0 }
            var known: [String: Identifier<Person>?] = [:]
            var kept = 0
            for span in report.spans {
                let person =
                    try known[span.person]
                    ?? Identifier<Person>(span.person).flatMap { id in
                        try people.person(id, in: writing) == nil ? nil : id
                    }
                known[span.person] = .some(person)
                guard let person else { continue }
                try connections.keep(
                    ConnectionSpan(
                        person: person, source: VirtualRooms.Kind.bigBlueButton.rawValue, startedAt: span.startedAt,
                        endedAt: span.endedAt),
                    of: session.id, in: writing)
                kept += 1
            }
            return kept
        }
    }

    /// The server says that a recording is ready: what there is of that class is asked for and kept.
    /// - throws: as ``keepConnections(_:authorization:)``; ``CampusError/conflict(_:)`` when the server does not answer: it tells again.
    package func keepReadyRecording(_ token: String) async throws {
        guard let server = rooms.bigBlueButton else { throw CampusError.notFound(.noSuchRoomServer) }
        guard let room = server.roomWithRecording(token, at: clock.now) else {
            throw CampusError.notAllowed(.reportIsNotSigned)
        }
        guard let id = Identifier<ClassSession>(room) else { return }
        _ = try await keepRecordings(of: id)
    }

    /// Asks the room's server for what was recorded of a class.
    /// - throws: ``CampusError/notFound(_:)`` for who does not plan there, ``CampusError/conflict(_:)`` when the server does not answer and where
    ///   nothing can be recorded.
    package func fetchRecordings(of id: Identifier<ClassSession>, by viewer: Viewer) async throws -> [SessionRecording] {
        let (session, _) = try await database.read { try plannable(id, by: viewer, in: $0) }
        guard session.plan.madeRoom == .bigBlueButton, rooms.bigBlueButton != nil else {
            throw CampusError.conflict(.nothingIsRecorded)
        }
        return try await keepRecordings(of: id)
    }

    private func keepRecordings(of id: Identifier<ClassSession>) async throws -> [SessionRecording] {
        guard let server = rooms.bigBlueButton else { throw CampusError.notFound(.noSuchRoomServer) }
        let found: [BigBlueButton.Recording]
        do throws(BigBlueButton.Failure) {
            found = try await server.recordings(of: id.text, at: clock.now)
        } catch {
            logger.warning("no recordings", metadata: ["session": "\(id)", "error": "\(error)"])
            throw CampusError.conflict(.roomIsDown(instead: nil))
        }
        let recordings = found.map {
            SessionRecording(key: $0.id, address: $0.address, startedAt: $0.startedAt, minutes: $0.minutes)
        }
        return try await database.write { writing in
            guard try calendar.session(id, in: writing) != nil else { return [] }
            try self.recordings.keep(recordings, of: id, in: writing)
            return recordings
        }
    }
}

extension Phrase {
    static let noSuchRoomServer = Phrase(
        fr: "Aucun serveur de classes virtuelles n’est réglé ici.", en: "No server of virtual classes is set up here.")
    static let reportIsNotSigned = Phrase(
        fr: "Ce message ne porte pas la signature du serveur de classes virtuelles, ou ne se lit pas.",
        en: "This message does not carry the signature of the server of virtual classes, or cannot be read.")
    static let nothingIsRecorded = Phrase(
        fr: "Cette séance n’a pas de salle que Rebond crée : rien n’y est enregistré.",
        en: "This session has no room that Rebond makes: nothing is recorded there.")
}
