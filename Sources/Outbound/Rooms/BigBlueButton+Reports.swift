import CLibXML2
package import Essentials
package import Foundation

/// What a BigBlueButton server tells by itself, signed with the secret: who was connected when, and that a recording is ready.
extension BigBlueButton {
    /// Who was in a room and when, as its learning analytics say when the meeting is over.
    package struct Report: Sendable, Hashable {
        /// The id under which the room was made: the session's.
        package let room: String
        package let spans: [Span]

        package struct Span: Sendable, Hashable {
            /// The id under which the person entered.
            package let person: String
            package let startedAt: Instant
            /// `nil` where only the beginning is known.
            package let endedAt: Instant?
        }
    }

    /// A recording that can be watched.
    package struct Recording: Sendable, Hashable {
        package let id: String
        package let address: String
        package let startedAt: Instant
        package let minutes: Int
    }

    /// Attendees and spans of one report; more is none.
    static let mostSpans = 5000

    private struct Analytics: Decodable {
        let meeting_id: String
        let data: Contents

        struct Contents: Decodable {
            let attendees: [Attendee]
        }

        struct Attendee: Decodable {
            let ext_user_id: String
            let joins: [String]?
            let leaves: [String]?
        }
    }

    private struct ReadyRecording: Decodable {
        let meeting_id: String
    }

    /// - Parameter authorization: the header that comes with it: `Bearer …`.
    /// - Returns: `nil` for a report that this server did not sign, or that cannot be read.
    package func report(_ body: Data, authorization: String?, at now: Instant) -> Report? {
        guard let authorization, authorization.hasPrefix("Bearer "),
            SignedToken.claims(String(authorization.dropFirst(7)), secret: secret, at: now) != nil,
            let analytics = try? JSONDecoder().decode(Analytics.self, from: body)
        else { return nil }
        var spans: [Report.Span] = []
        for attendee in analytics.data.attendees {
            let leaves = (attendee.leaves ?? []).compactMap(Self.instant)
            for start in (attendee.joins ?? []).compactMap(Self.instant) {
                spans.append(
                    Report.Span(person: attendee.ext_user_id, startedAt: start, endedAt: leaves.filter { $0 >= start }.min()))
            }
        }
        return spans.count > Self.mostSpans ? nil : Report(room: analytics.meeting_id, spans: spans)
    }

    /// The room whose recording is ready; `nil` for what this server did not sign.
    package func roomWithRecording(_ token: String, at now: Instant) -> String? {
        SignedToken.claims(token, secret: secret, at: now).flatMap {
            try? JSONDecoder().decode(ReadyRecording.self, from: $0).meeting_id
        }
    }

    /// Whether a recording's name can stand in an address as it is. BigBlueButton makes them of digits, letters and hyphens.
    private static func isKey(_ name: String) -> Bool {
        (1...200).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }

    /// What was recorded in a room and can be watched, the first first.
    package func recordings(of id: String, at now: Instant) async throws(Failure) -> [Recording] {
        let bytes = try await ask("getRecordings", [("meetingID", id), ("state", "published")], at: now)
        return Self.recordings(bytes)
    }

    private static func instant(_ text: String) -> Instant? {
        for fraction in [true, false] {
            let style = Date.ISO8601FormatStyle(includingFractionalSeconds: fraction)
            if let date = try? style.parse(text) {
                return Instant(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
            }
        }
        return nil
    }

    // MARK: XML

    /// The recordings of an answer that have an address to watch them at; at most 50.
    static func recordings(_ bytes: [UInt8]) -> [Recording] {
        var found: [Recording] = []
        withRoot(bytes) { root in
            for recordings in children(root, "recordings") {
                for recording in children(recordings, "recording") {
                    let formats = children(recording, "playback").flatMap { children($0, "format") }
                    // What one watches; the others are for those who edit.
                    let chosen =
                        formats.first { text($0, "type") == "video" } ?? formats.first { text($0, "type") == "presentation" }
                    guard let chosen, let id = text(recording, "recordID"), Self.isKey(id), let address = text(chosen, "url"),
                        let url = URL(string: address), url.scheme == "https" || url.scheme == "http", url.host() != nil,
                        let start = text(recording, "startTime").flatMap(Int64.init), found.count < 50
                    else { continue }
                    found.append(
                        Recording(
                            id: id, address: address, startedAt: Instant(milliseconds: start),
                            minutes: max(0, text(chosen, "length").flatMap(Int.init) ?? 0)))
                }
            }
        }
        return found.sorted { ($0.startedAt, $0.id) < ($1.startedAt, $1.id) }
    }

    private static func children(_ node: xmlNodePtr, _ name: String) -> [xmlNodePtr] {
        var found: [xmlNodePtr] = []
        var next = node.pointee.children
        while let child = next {
            if child.pointee.type == XML_ELEMENT_NODE, String(cString: child.pointee.name) == name { found.append(child) }
            next = child.pointee.next
        }
        return found
    }

    private static func text(_ node: xmlNodePtr, _ name: String) -> String? {
        guard let child = children(node, name).first, let content = xmlNodeGetContent(child) else { return nil }
        defer { rebond_xml_free(content) }
        let text = String(cString: content).trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty || text.utf8.count > 2000 ? nil : text
    }
}
