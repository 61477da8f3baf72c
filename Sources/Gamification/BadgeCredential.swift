package import Essentials
import Foundation

/// Who gives badges, as others look it up: an Open Badges 3.0 profile.
package struct BadgeIssuer: Codable, Sendable, Hashable {
    /// The address of the installation, without a slash at the end.
    package let site: String
    package let name: String

    package init(site: String, name: String) {
        self.site = site
        self.name = name
    }

    package var id: String { site + "/issuer" }
    package var keyAddress: String { site + "/issuer/key" }
    package func statusAddress(_ list: Int) -> String { site + "/issuer/status/\(list)" }

    /// The profile within a credential.
    package struct Profile: Codable, Sendable, Hashable {
        package let id: String
        package let type: [String]
        package let name: String
        package let url: String
    }

    package var profile: Profile { Profile(id: id, type: ["Profile"], name: name, url: site) }
}

/// A badge as a verifiable credential: Open Badges 3.0, on the W3C data model 2.0. The claims of a token (`iss`, `jti`, `nbf`, `sub`) stand beside it, as
/// section 8.2 of Open Badges asks.
package struct BadgeCredential: Encodable, Sendable {
    private let context = [
        "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ]
    private let id: String
    private let type = ["VerifiableCredential", "OpenBadgeCredential"]
    private let name: String
    private let issuer: BadgeIssuer.Profile
    private let validFrom: String
    private let credentialSubject: Subject
    private let credentialStatus: Status
    private let iss: String
    private let jti: String
    private let nbf: Int64
    private let sub: String

    private enum CodingKeys: String, CodingKey {
        case context = "@context"
        case id, type, name, issuer, validFrom, credentialSubject, credentialStatus, iss, jti, nbf, sub
    }

    private struct Subject: Encodable {
        let id: String
        let type = ["AchievementSubject"]
        let identifier: [Identity]
        let achievement: Achievement
    }

    /// The holder's name, in clear: it is what a reader of the badge wants to see, and nobody has it but through the holder.
    private struct Identity: Encodable {
        let type = "IdentityObject"
        let hashed = false
        let identityHash: String
        let identityType = "name"
    }

    private struct Achievement: Encodable {
        let id: String
        let type = ["Achievement"]
        let achievementType = "Badge"
        let name: String
        let description: String
        let criteria: Criteria
        let image: Image
        let inLanguage: String
    }

    private struct Criteria: Encodable {
        let narrative: String
    }

    private struct Image: Encodable {
        let id: String
        let type = "Image"
        let caption: String
    }

    private struct Status: Encodable {
        let id: String
        let type = "BitstringStatusListEntry"
        let statusPurpose = "revocation"
        let statusListIndex: String
        let statusListCredential: String
    }

    /// - Parameter holder: the holder's name.
    package init(_ award: BadgeAward, holder: String, issuer: BadgeIssuer) {
        let sketch = award.sketch
        id = "urn:uuid:\(award.id.text)"
        name = sketch.title
        self.issuer = issuer.profile
        validFrom = award.awardedAt.credentialText
        let subject = "urn:uuid:\(award.person.text)"
        credentialSubject = Subject(
            id: subject, identifier: [Identity(identityHash: holder)],
            achievement: Achievement(
                id: "\(issuer.id)#\(award.place.course)/\(award.badge)", name: sketch.title,
                description: sketch.summary ?? sketch.courseTitle, criteria: Criteria(narrative: sketch.criteria),
                image: Image(
                    id: "data:image/svg+xml;base64,"
                        + Data(BadgeDrawing(sketch).svg(standsAlone: true).utf8).base64EncodedString(),
                    caption: sketch.title), inLanguage: sketch.language.rawValue))
        let list = issuer.statusAddress(award.number / BadgeStatusList.length)
        let index = award.number % BadgeStatusList.length
        credentialStatus = Status(id: "\(list)#\(index)", statusListIndex: "\(index)", statusListCredential: list)
        iss = issuer.id
        jti = id
        nbf = award.awardedAt.milliseconds / 1000
        sub = subject
    }
}

/// Which badges are revoked, as a verifiable credential: a list of bits (W3C Bitstring Status List 1.0). It says nothing of the others, and nothing of who
/// holds what.
package struct BadgeStatusList: Encodable, Sendable {
    /// The bits of a list: as many as the standard asks at least, so that one more bit says little.
    package static let length = 131_072

    private let context = ["https://www.w3.org/ns/credentials/v2"]
    private let id: String
    private let type = ["VerifiableCredential", "BitstringStatusListCredential"]
    private let issuer: String
    private let validFrom: String
    private let credentialSubject: Subject
    private let iss: String
    private let jti: String
    private let nbf: Int64
    private let sub: String

    private enum CodingKeys: String, CodingKey {
        case context = "@context"
        case id, type, issuer, validFrom, credentialSubject, iss, jti, nbf, sub
    }

    private struct Subject: Encodable {
        let id: String
        let type = "BitstringStatusList"
        let statusPurpose = "revocation"
        let encodedList: String
    }

    /// - Parameters:
    ///   - compressed: ``bits(_:)`` as gzip has them, in base64 for URLs.
    ///   - since: the last change.
    package init(_ list: Int, compressed: String, since: Instant, issuer: BadgeIssuer) {
        id = issuer.statusAddress(list)
        self.issuer = issuer.id
        validFrom = since.credentialText
        credentialSubject = Subject(id: id + "#list", encodedList: "u" + compressed)
        iss = issuer.id
        jti = id
        nbf = since.milliseconds / 1000
        sub = id + "#list"
    }

    /// The bits, the first one leftmost.
    package static func bits(_ places: [Int]) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: length / 8)
        for place in places where (0..<length).contains(place) { bytes[place / 8] |= 0x80 >> UInt8(place % 8) }
        return bytes
    }
}

extension Instant {
    /// `2026-11-24T09:05:00Z`: whole seconds, as credentials have them.
    fileprivate var credentialText: String {
        Date(timeIntervalSince1970: Double(milliseconds / 1000)).formatted(.iso8601)
    }
}
