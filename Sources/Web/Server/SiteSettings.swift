/// What an operator decides about a server.
package struct SiteSettings: Sendable {
    /// The organisation's name, shown in the frame of every page.
    package var siteName: String
    /// The training organisation, as sheets and documents name it.
    package var organisation: String
    /// Its number (numéro de déclaration d’activité, NDA); `nil` when the operator gave none.
    package var activityNumber: String?
    /// The address under which people reach the site, such as `https://apprendre.example.org`; `nil` on a laptop. Cookies are
    /// `Secure` when it is HTTPS, and `Origin` is compared with it.
    package var publicAddress: String?
    /// Whether a reverse proxy on the same machine stands in front, so that `X-Forwarded-For` names the client.
    package var isBehindProxy: Bool
    /// The addresses of reverse proxies on other machines, whose `X-Forwarded-For` is believed too.
    package var proxies: Set<String>
    /// Whether letters are sent: a link that signs in can be asked for.
    package var sendsMail: Bool

    package init(
        siteName: String = "Rebond", organisation: String? = nil, activityNumber: String? = nil, publicAddress: String? = nil,
        isBehindProxy: Bool = false, proxies: Set<String> = [], sendsMail: Bool = false
    ) {
        self.siteName = siteName
        self.organisation = organisation ?? siteName
        self.activityNumber = activityNumber
        self.publicAddress = publicAddress
        self.isBehindProxy = isBehindProxy
        self.proxies = proxies
        self.sendsMail = sendsMail
    }

    package var isSecure: Bool { publicAddress?.hasPrefix("https://") ?? false }

    /// Whether a connection from `address` comes from a reverse proxy that the operator declared, so that `X-Forwarded-For` names the
    /// client.
    /// - Parameter address: an IP address; `nil` for a connection within the process.
    package func isProxy(_ address: String?) -> Bool {
        if isBehindProxy, Self.isLoopback(address) { return true }
        return address.map { proxies.contains(Self.plain($0)) } ?? false
    }

    /// Whether an address is this machine's own.
    static func isLoopback(_ address: String?) -> Bool {
        guard let address = address.map(plain) else { return true }
        return address == "::1" || address.hasPrefix("127.")
    }

    /// A socket that takes both families shows an IPv4 address within an IPv6 one.
    private static func plain(_ address: String) -> String {
        address.hasPrefix("::ffff:") ? String(address.dropFirst(7)) : address
    }
}
