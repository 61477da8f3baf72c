import Accounts
import Essentials
import Logging
import Outbound
import SQL
import Scheduling

/// Entering virtual rooms that Rebond makes.
extension Campus {
    /// Where a person enters: the address that was given, or a room that is opened for them. Whoever plans or holds the session moderates.
    /// - throws: ``CampusError/conflict(_:)`` when the room’s server does not answer: soon, and with what to do instead.
    func entrance(
        _ link: String, of id: Identifier<ClassSession>, for viewer: Viewer
    ) async throws -> String {
        guard let room = MadeRoom(link: link) else { return link }
        guard let session = try await database.read({ try calendar.session(id, in: $0) }) else {
            throw CampusError.notFound(.noSuchSession)
        }
        let moderates =
            session.plan.trainers.contains(viewer.person.id) || viewer.roles.mayPlanSessions(in: session.cohort)
        let entry = VirtualRooms.Entry(
            room: id.text, title: session.plan.title, person: viewer.person.id.text, name: viewer.person.name.full,
            isModerator: moderates, until: max(session.endsAt, clock.now).adding(seconds: 3600),
            leaving: rooms.site.map { $0 + "/sessions/" + id.text })
        do throws(VirtualRooms.Failure) {
            return try await rooms.entrance(entry, kind: room.kind, at: clock.now)
        } catch {
            logger.warning("a virtual room does not open", metadata: ["session": "\(id)", "error": "\(error)"])
            throw CampusError.conflict(.roomIsDown(instead: session.plan.notes))
        }
    }

    /// Whether the room of a session is known not to open now. Asks nobody.
    func isRoomDown(_ session: ClassSession) -> Bool {
        session.plan.madeRoom.map { rooms.isDown($0.kind, at: clock.now) || !rooms.kinds.contains($0.kind) } ?? false
    }
}

extension MadeRoom {
    var kind: VirtualRooms.Kind {
        switch self {
        case .bigBlueButton: .bigBlueButton
        case .jitsi: .jitsi
        }
    }

    init(_ kind: VirtualRooms.Kind) {
        switch kind {
        case .bigBlueButton: self = .bigBlueButton
        case .jitsi: self = .jitsi
        }
    }
}

extension Phrase {
    /// - Parameter instead: what whoever plans wrote about getting in: a telephone number, another address.
    static func roomIsDown(instead: String?) -> Phrase {
        let notes = instead.map { " " + $0 } ?? ""
        return Phrase(
            fr: "La classe virtuelle ne répond pas. Réessayez dans une minute, ou prévenez qui tient la séance.\(notes)",
            en: "The virtual class does not answer. Try again in a minute, or tell whoever holds the session.\(notes)")
    }
}
