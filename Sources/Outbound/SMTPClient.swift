import CLibCurl
import Dispatch
import Synchronization

/// Gives letters to a mail server (RFC 5321) through libcurl. One at a time, on a thread of its own; the connection is kept between two.
package final class SMTPClient: Sendable {
    private let settings: MailSettings
    private let name: String
    private let queue = DispatchQueue(label: "rebond.smtp")
    private let connection = Mutex<CurlConnection?>(nil)

    /// - Parameter name: how this machine presents itself: the site's host.
    package init(_ settings: MailSettings, presentedAs name: String) {
        self.settings = settings
        let plain = name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: true
            default: false
            }
        }
        self.name = plain && !name.isEmpty ? name : "localhost"
    }

    /// What became of a letter.
    package enum Outcome: Sendable, Hashable {
        /// The mail server answers for it now.
        case accepted
        /// This letter: perhaps later.
        case later(String)
        /// Every letter: the server is away, or does not want us.
        case noServer(String)
        /// Never.
        case refused(String)
        /// Never, and no other letter to this address either: there is nobody.
        case noSuchAddress(String)
    }

    /// Gives one letter away. The calling task waits, its thread does not.
    package func send(_ message: [UInt8], from sender: String, to recipient: String) async -> Outcome {
        guard MailAddress.isAddress(sender), MailAddress.isAddress(recipient) else {
            return .refused("no address that can be written to")
        }
        return await withCheckedContinuation { continuation in
            queue.async {
                let outcome = self.connection.withLock { kept in
                    let connection = kept ?? CurlConnection()
                    kept = connection
                    let outcome = connection?.send(message, from: sender, to: recipient, self.settings, presentedAs: self.name)
                    if outcome != .accepted { kept = nil }
                    return outcome
                }
                continuation.resume(returning: outcome ?? .noServer("libcurl does not begin"))
            }
        }
    }

    /// Says goodbye to the mail server.
    package func close() async {
        await withCheckedContinuation { continuation in
            queue.async {
                self.connection.withLock { $0 = nil }
                continuation.resume()
            }
        }
    }
}

/// A handle of libcurl. Used by one thread at a time.
private final class CurlConnection {
    private let handle: UnsafeMutableRawPointer
    /// Where libcurl says what it was doing when something failed.
    private let complaint = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

    private static let hasBegun = rebond_curl_begin() == CURLE_OK

    init?() {
        guard Self.hasBegun, let handle = curl_easy_init() else { return nil }
        self.handle = handle
    }

    deinit {
        curl_easy_cleanup(handle)
        complaint.deallocate()
    }

    /// What libcurl reads from, and what it heard.
    private struct Exchange {
        let message: [UInt8]
        var offset = 0
        /// Answers of the server, the last line of each.
        var answers: [String] = []
        var hasMessageBegun = false
    }

    func send(
        _ message: [UInt8], from sender: String, to recipient: String, _ settings: MailSettings, presentedAs name: String
    ) -> SMTPClient.Outcome {
        curl_easy_reset(handle)
        complaint.pointee = 0
        _ = rebond_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, complaint)
        var exchange = Exchange(message: message)
        let recipients = curl_slist_append(nil, "<\(recipient)>")
        defer { curl_slist_free_all(recipients) }
        set(settings, presentedAs: name)
        text(CURLOPT_MAIL_FROM, "<\(sender)>")
        _ = rebond_curl_set_pointer(handle, CURLOPT_MAIL_RCPT, recipients)
        number(CURLOPT_UPLOAD, 1)
        let result = withUnsafeMutablePointer(to: &exchange) { exchange in
            _ = rebond_curl_set_pointer(handle, CURLOPT_READDATA, exchange)
            _ = rebond_curl_set_transfer(handle, CURLOPT_READFUNCTION) { bytes, size, count, context in
                guard let bytes, let exchange = context?.assumingMemoryBound(to: Exchange.self) else { return 0 }
                exchange.pointee.hasMessageBegun = true
                let offset = exchange.pointee.offset
                let length = min(size * count, exchange.pointee.message.count - offset)
                exchange.pointee.message.withUnsafeBytes { source in
                    UnsafeMutableRawBufferPointer(start: bytes, count: length).copyMemory(
                        from: UnsafeRawBufferPointer(rebasing: source[offset..<offset + length]))
                }
                exchange.pointee.offset += length
                return length
            }
            _ = rebond_curl_set_pointer(handle, CURLOPT_HEADERDATA, exchange)
            _ = rebond_curl_set_transfer(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
                if let bytes, let exchange = context?.assumingMemoryBound(to: Exchange.self) {
                    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
                    // The last line of an answer has a space after its number.
                    if line.count > 3, line[3] == 0x20 {
                        exchange.pointee.answers.append(String(decoding: line.prefix(300), as: UTF8.self))
                    }
                }
                return size * count
            }
            return curl_easy_perform(handle)
        }
        return outcome(result, exchange)
    }

    private func set(_ settings: MailSettings, presentedAs name: String) {
        text(CURLOPT_URL, settings.address(presentedAs: name))
        text(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        // No variable of the environment sends mail elsewhere.
        text(CURLOPT_PROXY, "")
        if settings.security != .none { _ = rebond_curl_require_tls(handle) }
        _ = rebond_curl_require_tls12(handle)
        if let certificates = settings.certificates { text(CURLOPT_CAINFO, certificates) }
        if let user = settings.user {
            text(CURLOPT_USERNAME, user)
            text(CURLOPT_PASSWORD, settings.password ?? "")
        }
        number(CURLOPT_NOSIGNAL, 1)
        number(CURLOPT_CONNECTTIMEOUT, min(settings.timeout, 10))
        number(CURLOPT_TIMEOUT, settings.timeout)
        number(CURLOPT_SERVER_RESPONSE_TIMEOUT, settings.timeout)
    }

    private func outcome(_ result: CURLcode, _ exchange: Exchange) -> SMTPClient.Outcome {
        if result == CURLE_OK { return .accepted }
        // After a refusal libcurl says goodbye, and is answered: that is not why.
        let answer = exchange.answers.last { !$0.hasPrefix("221") }.map { $0.filter { !$0.isNewline } } ?? ""
        let code = Int(answer.prefix(3)) ?? 0
        let said = [String(cString: curl_easy_strerror(result)), answer].filter { !$0.isEmpty }.joined(separator: ": ")
        // Refused before the letter was spoken of: by whom, not what.
        let isAboutUs = [421, 454, 502, 503, 530, 534, 535, 538].contains(code)
        switch result {
        case CURLE_SEND_ERROR, CURLE_WEIRD_SERVER_REPLY, CURLE_RECV_ERROR, CURLE_UPLOAD_FAILED:
            var connections = 0
            _ = rebond_curl_get_number(handle, CURLINFO_NUM_CONNECTS, &connections)
            // Greeting and introduction, when the connection is new.
            let wasSpokenOf = exchange.answers.count > (connections > 0 ? 2 : 0)
            if isAboutUs || !wasSpokenOf || code < 400 { return .noServer(said) }
            if code < 500 { return .later(said) }
            let isAboutRecipient = String(cString: complaint).hasPrefix("RCPT failed")
            return isAboutRecipient && SMTPAnswer.saysNobody(answer) ? .noSuchAddress(said) : .refused(said)
        case CURLE_OPERATION_TIMEDOUT where exchange.hasMessageBegun: return .later(said)
        default: return .noServer(said)
        }
    }

    private func text(_ option: CURLoption, _ value: String) { _ = rebond_curl_set_text(handle, option, value) }
    private func number(_ option: CURLoption, _ value: Int) { _ = rebond_curl_set_number(handle, option, value) }
}
