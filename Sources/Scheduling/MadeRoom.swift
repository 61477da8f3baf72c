/// A virtual room that Rebond makes, on a server that the operator named. It stands where the address of a room would: `room:jitsi`.
package enum MadeRoom: String, Sendable, Hashable, CaseIterable {
    case bigBlueButton = "bigbluebutton"
    case jitsi

    /// - Returns: `nil` for what is an address, or nothing.
    package init?(link: String) {
        guard link.hasPrefix(Self.prefix) else { return nil }
        self.init(rawValue: String(link.dropFirst(Self.prefix.count)))
    }

    package var link: String { Self.prefix + rawValue }

    private static let prefix = "room:"
}

extension SessionPlan {
    /// `nil` for an address that somebody gave, and without any room.
    package var madeRoom: MadeRoom? { link.flatMap { MadeRoom(link: $0) } }
}
