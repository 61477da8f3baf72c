package import Essentials

/// The rooms that Rebond makes by itself, as far as the operator named servers for them.
package struct VirtualRooms: Sendable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case bigBlueButton = "bigbluebutton"
        case jitsi
    }

    /// Who enters which room.
    package struct Entry: Sendable {
        /// Of the room: the session's.
        package var room: String
        package var title: String
        package var person: String
        package var name: String
        /// Whether they hold the class.
        package var isModerator: Bool
        /// When the room is of no more use.
        package var until: Instant
        /// Where people come out.
        package var leaving: String?

        package init(
            room: String, title: String, person: String, name: String, isModerator: Bool, until: Instant, leaving: String?
        ) {
            self.room = room
            self.title = title
            self.person = person
            self.name = name
            self.isModerator = isModerator
            self.until = until
            self.leaving = leaving
        }
    }

    package enum Failure: Error, Sendable, Hashable {
        /// Nobody named such a server.
        case unknown
        case isDown
    }

    package var bigBlueButton: BigBlueButton?
    package var jitsi: Jitsi?
    /// The address under which people reach the site; they come back there.
    package var site: String?

    package init(bigBlueButton: BigBlueButton? = nil, jitsi: Jitsi? = nil, site: String? = nil) {
        self.bigBlueButton = bigBlueButton
        self.jitsi = jitsi
        self.site = site
    }

    /// Where BigBlueButton tells what happened; `nil` where the site's own address is not known.
    private var reports: BigBlueButton.Reports? {
        site.map { site in
            BigBlueButton.Reports(connections: site + Self.connections, recordings: site + Self.recordings)
        }
    }

    /// Paths of those addresses.
    package static let connections = "/rooms/bigbluebutton/connections"
    package static let recordings = "/rooms/bigbluebutton/recordings"

    /// What one can choose.
    package var kinds: [Kind] { (bigBlueButton == nil ? [] : [.bigBlueButton]) + (jitsi == nil ? [] : [.jitsi]) }

    /// Whether a server is known not to answer now. Asks nobody.
    package func isDown(_ kind: Kind, at now: Instant) -> Bool {
        switch kind {
        case .bigBlueButton: bigBlueButton?.circuit.isOpen(at: now) ?? false
        case .jitsi: false
        }
    }

    /// Where somebody enters; the room is opened for them.
    /// - throws: ``Failure``, soon: nobody waits long for a server that does not answer.
    package func entrance(_ entry: Entry, kind: Kind, at now: Instant) async throws(Failure) -> String {
        switch kind {
        case .bigBlueButton:
            guard let bigBlueButton else { throw .unknown }
            do throws(BigBlueButton.Failure) {
                try await bigBlueButton.create(
                    id: entry.room, name: entry.title, leaving: entry.leaving, reports: reports, at: now)
            } catch {
                throw .isDown
            }
            return bigBlueButton.entrance(
                id: entry.room, name: entry.name, person: entry.person, role: entry.isModerator ? .moderator : .viewer)
        case .jitsi:
            guard let jitsi,
                let address = try? jitsi.entrance(
                    id: entry.room, name: entry.name, person: entry.person, isModerator: entry.isModerator, from: now,
                    until: entry.until)
            else { throw .unknown }
            return address
        }
    }
}
