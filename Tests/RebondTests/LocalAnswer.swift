import Dispatch
import Foundation
import Glibc

/// What a server of this machine answers to one request, on a connection of its own: nothing is kept or cached between two.
struct LocalAnswer: Sendable {
    let status: Int
    /// By names in lower case.
    let headers: [String: String]
    let body: Data

    struct NoAnswer: Error {
        let code: Int32
    }

    static func of(
        _ method: String, _ path: String, port: Int, headers: [String: String] = [:], body: String = ""
    ) async throws -> LocalAnswer {
        let fields = headers.merging(
            [
                "Host": "127.0.0.1:\(port)", "Accept": "application/json", "Connection": "close",
                "Content-Length": "\(body.utf8.count)",
            ]
        ) { given, _ in given }
        let lines = ["\(method) \(path) HTTP/1.1"] + fields.filter { !$0.value.isEmpty }.map { "\($0.key): \($0.value)" }
        let request = Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try LocalAnswer(exchange(request, port)) })
            }
        }
    }

    private init(_ bytes: [UInt8]) throws {
        let end = Array("\r\n\r\n".utf8)
        guard let head = bytes.indices.first(where: { bytes[$0...].starts(with: end) }) else { throw NoAnswer(code: 0) }
        let lines = String(decoding: bytes[..<head], as: UTF8.self).components(separatedBy: "\r\n")
        status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        let fields = lines.dropFirst().compactMap { line -> (String, String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (line[..<colon].lowercased(), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
        }
        headers = Dictionary(fields) { first, _ in first }
        body = Data(bytes[(head + end.count)...])
    }

    private static func exchange(_ request: [UInt8], _ port: Int) throws -> [UInt8] {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw NoAnswer(code: errno) }
        defer { close(descriptor) }
        var limit = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw NoAnswer(code: errno) }
        guard send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else { throw NoAnswer(code: errno) }
        var answer: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = recv(descriptor, &chunk, chunk.count, 0)
            if count < 0 { throw NoAnswer(code: errno) }
            if count == 0 { return answer }
            answer += chunk[..<count]
        }
    }
}
