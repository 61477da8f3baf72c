import Essentials
import Foundation
import TestSupport
import Testing

@testable import Accounts

@Suite("Password hashing")
struct PasswordHasherTests {
    @Test("a password opens its own hash and no other")
    func opens() async throws {
        let hasher = cheapHasher()
        let hash = try await hasher.hash("baki-mode-rusa")
        #expect(try await hasher.verify("baki-mode-rusa", against: hash) == .right(newHash: nil))
        #expect(try await hasher.verify("baki-mode-rusA", against: hash) == .wrong)
        #expect(try await hasher.verify("", against: hash) == .wrong)
        #expect(try await hasher.verify(String(repeating: "a", count: 2000), against: hash) == .wrong)
        #expect(try await hasher.verify("\u{0}", against: hash) == .wrong)
    }

    @Test("the same password has another hash each time")
    func salted() async throws {
        let hasher = cheapHasher()
        #expect(try await hasher.hash("baki-mode-rusa") != hasher.hash("baki-mode-rusa"))
    }

    @Test("an accent typed on two keyboards is one password")
    func composed() async throws {
        let hasher = cheapHasher()
        let hash = try await hasher.hash("e\u{301}te\u{301} a\u{300} la mer")
        #expect(try await hasher.verify("été à la mer", against: hash) == .right(newHash: nil))
    }

    @Test("nobody's hash is never right, whatever is typed", arguments: ["", "motdepasse", "\u{0}"])
    func unknownLogin(_ password: String) async throws {
        #expect(try await cheapHasher().verify(password, against: nil) == .wrong)
    }

    @Test("a hash is scrypt's, as RFC 7914 gives it for pleaseletmein")
    func vector() async throws {
        let key = """
            cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofLVQylVYT8Pz2LUlwUkKpr55h6F3A1lHkDfzwF7RVdYhw
            """
        let stored = PasswordHash(trusted: "$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU$\(key)")
        let verdict = try await cheapHasher().verify("pleaseletmein", against: stored)
        guard case .right(let newHash?) = verdict else {
            Issue.record("not verified: \(verdict)")
            return
        }
        #expect(newHash.text.hasPrefix("$scrypt$ln=4,r=1,p=1$"))
    }

    @Test("an older hash is right and comes back under today's parameters")
    func rehash() async throws {
        let old = PasswordHasher(parameters: ScryptParameters(logRounds: 3, blockSize: 1, parallelism: 1))
        let hasher = cheapHasher()
        let hash = try await old.hash("baki-mode-rusa")
        #expect(hasher.needsRehash(hash))
        guard case .right(let newHash?) = try await hasher.verify("baki-mode-rusa", against: hash) else {
            Issue.record("no new hash")
            return
        }
        #expect(!hasher.needsRehash(newHash))
        #expect(try await hasher.verify("baki-mode-rusa", against: newHash) == .right(newHash: nil))
        #expect(try await hasher.verify("autre", against: hash) == .wrong)
    }

    @Test(
        "a damaged or unreasonable hash is an error, not a long wait",
        arguments: [
            "", "clair", "$scrypt$ln=15,r=8,p=1$$", "$scrypt$ln=99,r=8,p=1$U29kaXVtQ2hsb3JpZGU$cCO9yzr9c0hGHAbNgf046w",
            "$scrypt$ln=20,r=16,p=1$U29kaXVtQ2hsb3JpZGU$cCO9yzr9c0hGHAbNgf046w", "$argon2id$v=19$m=65536,t=3,p=4$YWJj$ZGVm",
            "$scrypt$ln=4,r=1$U29kaXVtQ2hsb3JpZGU$cCO9yzr9c0hGHAbNgf046w", "$scrypt$ln=-4,r=1,p=1$U29kaXVt$cCO9yzr9",
        ])
    func damaged(_ text: String) async {
        await #expect(throws: AccountsError.unreadablePasswordHash) {
            try await cheapHasher().verify("motdepasse", against: PasswordHash(trusted: text))
        }
    }

    @Test("an empty or endless password is not hashed", arguments: ["", String(repeating: "a", count: 1025)])
    func refused(_ password: String) async {
        await #expect(throws: AccountsError.self) { try await cheapHasher().hash(password) }
    }
}

@Suite("Password rule")
struct PasswordRuleTests {
    @Test(
        "good passwords pass",
        arguments: [
            "baki-mode-rusa-tefi-vuno", "cheval batterie agrafe", "Trois petits pois verts", "mK8#vRt2pQz", "où sont mes clefs ?",
            "7xQp2mNv9kRt",
        ])
    func good(_ password: String) {
        #expect(PasswordRule.faults(in: password, names: ["awa.diallo", "Awa", "Diallo"]).isEmpty)
    }

    @Test(
        "bad passwords are refused for what they are",
        arguments: [
            ("", [PasswordFault.tooShort]), ("Xk8#vRt2", [.tooShort]), ("motdepasse", [.tooCommon]),
            ("MotDePasse123!", [.tooCommon]),
            ("Azertyuiop", [.tooCommon]), ("m0td3passe!!", [.tooCommon]), ("Marseille2024", [.tooCommon]),
            ("aaaaaaaaaaaaaaaa", [.tooSimple]),
            ("abcdefghijklmno", [.tooSimple]), ("12345678901234", [.tooSimple]), ("98765432109876", [.tooSimple]),
            ("soleil soleil", [.tooSimple]), ("azertyqsdfgh", [.tooSimple]), ("kjihgfedcba-x", [.tooSimple]),
            ("2026-09-01-", [.tooSimple]),
            ("diallo-vert-pomme-clef", [.holdsName]), ("Awa.DIALLO-9-verte", [.holdsName]),
            ("dïallo vert pomme clef", [.holdsName]),
            (String(repeating: "mK8#vRt2pQz", count: 100), [.tooLong]),
        ])
    func bad(_ password: String, _ faults: [PasswordFault]) {
        #expect(PasswordRule.faults(in: password, names: ["awa.diallo", "Awa", "Diallo"]) == faults)
    }

    @Test("the estimate grows with length and variety, and not with repetition")
    func estimate() {
        #expect(PasswordRule.bits(of: "kdvhtmwbiq") > 45)
        #expect(PasswordRule.bits(of: "kdvhtmwbiq") < 48)
        #expect(PasswordRule.bits(of: "kD3htmwbiq") > PasswordRule.bits(of: "kdvhtmwbiq"))
        #expect(PasswordRule.bits(of: "kkkkkkkkkkkkkkkkkkkk") < 25)
        #expect(PasswordRule.bits(of: "motdepasse") == 10)
        #expect(PasswordRule.bits(of: "") == 0)
    }

    @Test("every fault has its sentence in both languages", arguments: PasswordFault.allCases)
    func sentences(_ fault: PasswordFault) {
        let phrase = AccountsError.weakPassword([fault]).phrase
        #expect(phrase.fr.hasSuffix(fault.phrase.fr))
        #expect(phrase.en.hasSuffix(fault.phrase.en))
        #expect(phrase.fr != phrase.en)
    }
}

@Suite("Made-up passwords")
struct PasswordGeneratorTests {
    @Test("they have over 60 bits, pass the rule, and are easy to read")
    func readable() {
        #expect(PasswordGenerator.bits > 61)
        var random = SequenceRandom(seed: 7)
        for _ in 0..<500 {
            let password = PasswordGenerator.password(using: &random)
            #expect(password.split(separator: "-").map(\.count) == [4, 4, 4, 4, 4])
            #expect(password.allSatisfy { "abdefgijkmnoprstuvz-".contains($0) })
            #expect(PasswordRule.faults(in: password).isEmpty, "\(password)")
        }
    }

    @Test("leaving out rude syllables costs less than a bit")
    func rejections() {
        var counting = CountingRandom(base: SequenceRandom(seed: 3))
        for _ in 0..<2000 { _ = PasswordGenerator.password(using: &counting) }
        // 20 numbers a try: 1.3 tries a password would cost 0.4 bit.
        #expect(counting.count < 2000 * 20 * 13 / 10)
    }

    @Test("no two are alike")
    func different() {
        let made = Set((0..<1000).map { _ in PasswordGenerator.password() })
        #expect(made.count == 1000)
    }
}

private struct CountingRandom: RandomNumberGenerator {
    var base: SequenceRandom
    var count = 0

    mutating func next() -> UInt64 {
        count += 1
        return base.next()
    }
}
