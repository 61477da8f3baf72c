/// What an operator decides about a server.
package struct SiteSettings: Sendable {
    /// The organisation's name, shown in the frame of every page.
    package var siteName: String
    /// The address under which people reach the site, such as `https://apprendre.example.org`; `nil` on a laptop. Cookies are
    /// `Secure` when it is HTTPS, and `Origin` is compared with it.
    package var publicAddress: String?
    /// Whether a reverse proxy on the same machine stands in front, so that `X-Forwarded-For` names the client.
    package var isBehindProxy: Bool

    package init(siteName: String = "Rebond", publicAddress: String? = nil, isBehindProxy: Bool = false) {
        self.siteName = siteName
        self.publicAddress = publicAddress
        self.isBehindProxy = isBehindProxy
    }

    package var isSecure: Bool { publicAddress?.hasPrefix("https://") ?? false }
}
