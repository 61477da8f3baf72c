import CLibXML2
import Crypto
package import Essentials
import Foundation

/// A BigBlueButton server, through its API: each call carries a SHA-256 of its name, its query and a secret that both know.
package struct BigBlueButton: Sendable {
    private let base: String
    let secret: String
    private let fetcher: HTTPFetcher
    package let circuit = Circuit()

    package enum Failure: Error, Sendable, Hashable {
        /// It does not answer, or did not a moment ago.
        case isDown
        /// It answers that it will not: its key, for the log.
        case refused(String)
    }

    package enum Role: String, Sendable, Hashable {
        case moderator = "MODERATOR"
        case viewer = "VIEWER"
    }

    /// - Parameter base: `https://visio.example.org/bigbluebutton`, what `bbb-conf --secret` prints.
    /// - Returns: `nil` for an address or a secret that cannot be.
    package init?(base: String, secret: String, certificates: String? = nil, timeout: Int = 6) {
        var base = base
        while base.hasSuffix("/") { base.removeLast() }
        if base.hasSuffix("/api") { base.removeLast(4) }
        guard let url = URL(string: base), url.scheme == "https" || url.host() == "127.0.0.1" || url.host() == "localhost",
            url.host() != nil, url.query() == nil, !secret.isEmpty
        else { return nil }
        self.base = base
        self.secret = secret
        fetcher = HTTPFetcher(timeout: timeout, certificates: certificates)
    }

    /// Opens a room; one that is open stays as it is.
    /// - Parameters:
    ///   - id: of the room: the session's.
    ///   - leaving: where people come out.
    ///   - reports: where the server tells who was connected, and when a recording is ready.
    /// - throws: ``Failure``.
    package func create(
        id: String, name: String, leaving: String?, reports: Reports? = nil, at now: Instant
    ) async throws(Failure) {
        // Between 2 and 64 signs, or the server refuses.
        let name = String(name.prefix(60))
        _ = try await call(
            "create",
            [
                ("name", name.count < 2 ? name + " ·" : name), ("meetingID", id), ("record", "true"),
                ("autoStartRecording", "false"),
            ]
                + (leaving.map { [("logoutURL", $0)] } ?? [])
                + (reports.map {
                    [("meta_analytics-callback-url", $0.connections), ("meta_bbb-recording-ready-url", $0.recordings)]
                } ?? []), at: now)
    }

    /// Addresses of ours to which the server tells what happened.
    package struct Reports: Sendable, Hashable {
        package let connections: String
        package let recordings: String

        package init(connections: String, recordings: String) {
            self.connections = connections
            self.recordings = recordings
        }
    }

    /// Where somebody enters a room: an address for this person, made without asking the server.
    package func entrance(id: String, name: String, person: String, role: Role) -> String {
        address(
            "join", [("fullName", name), ("meetingID", id), ("role", role.rawValue), ("userID", person), ("redirect", "true")])
    }

    /// Whether people are in a room, or could be.
    package func isRunning(id: String, at now: Instant) async throws(Failure) -> Bool {
        try await call("isMeetingRunning", [("meetingID", id)], at: now)["running"] == "true"
    }

    /// Closes a room for everybody. One that is not open stays so.
    package func end(id: String, at now: Instant) async throws(Failure) {
        do throws(Failure) {
            _ = try await call("end", [("meetingID", id)], at: now)
        } catch .refused("notFound") {
        } catch {
            throw error
        }
    }

    // MARK: Calls

    private func call(
        _ name: String, _ parameters: [(String, String)], at now: Instant
    ) async throws(Failure) -> [String: String] {
        Self.read(try await ask(name, parameters, at: now)) ?? [:]
    }

    /// The answer to a call that succeeded.
    func ask(_ name: String, _ parameters: [(String, String)], at now: Instant) async throws(Failure) -> [UInt8] {
        guard circuit.mayAsk(at: now) else { throw .isDown }
        let bytes: [UInt8]
        do throws(HTTPFetcher.Failure) {
            bytes = try await fetcher.get(address(name, parameters))
        } catch {
            circuit.failed(at: now)
            throw .isDown
        }
        guard let answer = Self.read(bytes) else {
            circuit.failed(at: now)
            throw .isDown
        }
        circuit.succeeded()
        guard answer["returncode"] == "SUCCESS" else { throw .refused(answer["messageKey"] ?? "") }
        return bytes
    }

    func address(_ call: String, _ parameters: [(String, String)]) -> String {
        let query = parameters.map { $0 + "=" + Self.encoded($1) }.joined(separator: "&")
        return "\(base)/api/\(call)?\(query)\(query.isEmpty ? "" : "&")checksum=\(Self.checksum(call, query, secret))"
    }

    static func checksum(_ call: String, _ query: String, _ secret: String) -> String {
        SHA256.hash(data: Array((call + query + secret).utf8)).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    private static let unreserved = CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")

    /// The texts right under `<response>`.
    static func read(_ bytes: [UInt8]) -> [String: String]? {
        var answer: [String: String]?
        withRoot(bytes) { root in
            var found: [String: String] = [:]
            var node = root.pointee.children
            while let child = node {
                if child.pointee.type == XML_ELEMENT_NODE, let text = xmlNodeGetContent(child) {
                    found[String(cString: child.pointee.name)] = String(cString: text)
                    rebond_xml_free(text)
                }
                node = child.pointee.next
            }
            answer = found
        }
        return answer
    }

    /// Calls `body` with the `<response>` of an answer that is one. No network, no entities, no declarations of a document's own.
    static func withRoot(_ bytes: [UInt8], _ body: (xmlNodePtr) -> Void) {
        guard bytes.count <= HTTPFetcher.largest, !String(decoding: bytes, as: UTF8.self).contains("<!DOCTYPE") else { return }
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue
        let document = bytes.withUnsafeBytes { buffer in
            xmlReadMemory(buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, nil, Int32(options))
        }
        guard let document else { return }
        defer { xmlFreeDoc(document) }
        guard let root = xmlDocGetRootElement(document), String(cString: root.pointee.name) == "response" else { return }
        body(root)
    }
}
