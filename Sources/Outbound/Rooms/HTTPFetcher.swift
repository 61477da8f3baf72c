import CLibCurl
import Dispatch
import Synchronization

/// Asks other machines (HTTP GET) through libcurl, on threads of its own, with time-outs. What it is given is short, and so are the answers.
package final class HTTPFetcher: Sendable {
    package enum Failure: Error, Sendable, Hashable {
        /// Too many wait for answers already.
        case busy
        /// No answer in time, or none that can be read.
        case noAnswer(String)
        case status(Int)
    }

    private let certificates: String?
    private let timeout: Int
    private let queue = DispatchQueue(label: "rebond.fetch", attributes: .concurrent)
    private let running = Mutex(0)

    /// At once.
    private static let most = 8
    /// Bytes of an answer.
    static let largest = 1 << 20

    /// - Parameters:
    ///   - timeout: seconds for a whole answer.
    ///   - certificates: to be believed instead of the system's.
    package init(timeout: Int, certificates: String? = nil) {
        self.timeout = timeout
        self.certificates = certificates
    }

    /// The body of the answer. Nothing is followed elsewhere.
    package func get(_ address: String) async throws(Failure) -> [UInt8] {
        let mayRun = running.withLock { running in
            if running >= Self.most { return false }
            running += 1
            return true
        }
        guard mayRun else { throw .busy }
        let answer: Result<[UInt8], Failure> = await withCheckedContinuation { continuation in
            queue.async {
                let answer = Self.fetch(address, timeout: self.timeout, certificates: self.certificates)
                self.running.withLock { $0 -= 1 }
                continuation.resume(returning: answer)
            }
        }
        return try answer.get()
    }

    private static let hasBegun = rebond_curl_begin() == CURLE_OK

    private struct Answer {
        var bytes: [UInt8] = []
    }

    private static func fetch(_ address: String, timeout: Int, certificates: String?) -> Result<[UInt8], Failure> {
        guard hasBegun, let handle = curl_easy_init() else { return .failure(.noAnswer("libcurl does not begin")) }
        defer { curl_easy_cleanup(handle) }
        _ = rebond_curl_set_text(handle, CURLOPT_URL, address)
        _ = rebond_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
        _ = rebond_curl_set_text(handle, CURLOPT_PROXY, "")
        _ = rebond_curl_set_text(handle, CURLOPT_USERAGENT, "Rebond")
        if let certificates { _ = rebond_curl_set_text(handle, CURLOPT_CAINFO, certificates) }
        _ = rebond_curl_require_tls12(handle)
        _ = rebond_curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
        _ = rebond_curl_set_number(handle, CURLOPT_CONNECTTIMEOUT, min(timeout, 3))
        _ = rebond_curl_set_number(handle, CURLOPT_TIMEOUT, timeout)
        var answer = Answer()
        let result = withUnsafeMutablePointer(to: &answer) { answer in
            _ = rebond_curl_set_pointer(handle, CURLOPT_WRITEDATA, answer)
            _ = rebond_curl_set_transfer(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
                guard let bytes, let answer = context?.assumingMemoryBound(to: Answer.self),
                    answer.pointee.bytes.count + size * count <= HTTPFetcher.largest
                else { return 0 }
                answer.pointee.bytes += UnsafeRawBufferPointer(start: bytes, count: size * count)
                return size * count
            }
            return curl_easy_perform(handle)
        }
        guard result == CURLE_OK else { return .failure(.noAnswer(String(cString: curl_easy_strerror(result)))) }
        var status = 0
        _ = rebond_curl_get_number(handle, CURLINFO_RESPONSE_CODE, &status)
        return (200...299).contains(status) ? .success(answer.bytes) : .failure(.status(status))
    }
}
