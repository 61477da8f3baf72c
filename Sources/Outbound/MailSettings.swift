/// Where mail is given to be sent on, and in whose name.
package struct MailSettings: Sendable {
    /// How what is said to the mail server is kept secret.
    package enum Security: String, Sendable, CaseIterable {
        /// Begins in the clear and changes to TLS, or nothing is said (port 587).
        case startTLS = "starttls"
        /// TLS from the first byte (port 465).
        case tls
        /// In the clear: for a mail server on this machine only.
        case none
    }

    package var host: String
    package var port: Int
    package var user: String?
    package var password: String?
    package var from: MailAddress
    package var security: Security
    /// Certificates to believe instead of the system's.
    package var certificates: String?
    /// Seconds that one letter may take.
    package var timeout: Int
    /// Seconds until the second try; doubled each time, an hour at most.
    package var retry: Int

    package init(
        host: String, port: Int? = nil, user: String? = nil, password: String? = nil, from: MailAddress,
        security: Security = .startTLS, certificates: String? = nil, timeout: Int = 20, retry: Int = 30
    ) {
        self.host = host
        self.security = security
        self.port = port ?? (security == .tls ? 465 : security == .none ? 25 : 587)
        self.user = user
        self.password = password
        self.from = from
        self.certificates = certificates
        self.timeout = timeout
        self.retry = retry
    }

    /// Why mail cannot be sent so.
    package enum Problem: Sendable, Hashable, CaseIterable {
        case host, port, clearToAnotherMachine, passwordWithoutUser
    }

    package var problem: Problem? {
        let isName =
            !host.isEmpty
            && host.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x3A: true
                default: false
                }
            }
        if !isName { return .host }
        if !(1...65535).contains(port) { return .port }
        if security == .none, !["localhost", "127.0.0.1", "::1"].contains(host) { return .clearToAnotherMachine }
        if password != nil, user == nil { return .passwordWithoutUser }
        return nil
    }

    /// As libcurl takes it. The path is how this machine presents itself.
    func address(presentedAs name: String) -> String {
        let shown = host.contains(":") ? "[\(host)]" : host
        return "\(security == .tls ? "smtps" : "smtp")://\(shown):\(port)/\(name)"
    }
}
