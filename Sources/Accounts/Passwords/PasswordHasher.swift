import Crypto
import CryptoExtras
import Foundation

/// Makes and verifies password hashes with scrypt, without holding up the pages that others are reading.
///
/// A hash is a few tens of milliseconds of pure computation. On the cooperative pool two of them would stop every other
/// task of a two-core server, so each runs on a thread of its own, at a lower scheduling priority, and the ``HashingGate``
/// lets two run at once. Starting a thread costs a thousandth of the hash; a thread that ends takes its priority with it,
/// which a thread borrowed from a shared pool could not give back.
package struct PasswordHasher: Sendable {
    package let parameters: ScryptParameters
    private let gate: HashingGate
    /// What unknown logins are verified against, so that they take as long as known ones.
    private let decoy: PasswordHash

    package init(parameters: ScryptParameters = .standard, gate: HashingGate = .shared) {
        self.parameters = parameters
        self.gate = gate
        decoy = PasswordHash(
            parameters: parameters, salt: Self.salt(), key: [UInt8](repeating: 0, count: Self.keyLength))
    }

    /// The outcome of a verification.
    package enum Verdict: Sendable, Hashable {
        case wrong
        /// `newHash`: the same password under today's parameters, when the stored hash is older; keep it.
        case right(newHash: PasswordHash?)
    }

    /// Hashes a password for keeping, with a new salt.
    /// - Parameter patiently: waits however many sign in, instead of throwing ``AccountsError/tooBusy``; for imports.
    /// - throws: ``AccountsError/tooBusy``, `CancellationError`; ``AccountsError/weakPassword(_:)`` for an empty password.
    package func hash(_ password: String, patiently: Bool = false) async throws -> PasswordHash {
        let bytes = try Self.bytes(of: password)
        return try await gate.withTurn(patiently: patiently) {
            try await Self.derive(bytes, parameters: parameters, salt: Self.salt())
        }
    }

    /// Compares a password with a stored hash, in the same time whether it is right, wrong, or there is no hash.
    /// - Parameter stored: `nil` when nobody has this login, the account is closed or has no password: the work is done all
    ///   the same and the answer is ``Verdict/wrong``.
    /// - throws: ``AccountsError/tooBusy``, `CancellationError`, ``AccountsError/unreadablePasswordHash``
    package func verify(_ password: String, against stored: PasswordHash?) async throws -> Verdict {
        let hash = stored ?? decoy
        guard let parts = hash.parts else { throw AccountsError.unreadablePasswordHash }
        // An empty or oversized password is verified as another text, so that it costs the same.
        let usable = try? Self.bytes(of: password)
        let bytes = usable ?? [0]
        return try await gate.withTurn {
            let derived = try await Self.derive(bytes, parameters: parts.parameters, salt: parts.salt, length: parts.key.count)
            guard let key = derived.parts?.key, Self.areEqual(key, parts.key), usable != nil, stored != nil else {
                return .wrong
            }
            guard needsRehash(hash) else { return .right(newHash: nil) }
            return .right(newHash: try await Self.derive(bytes, parameters: parameters, salt: Self.salt()))
        }
    }

    /// Whether a stored hash was made with other parameters than today's.
    package func needsRehash(_ hash: PasswordHash) -> Bool {
        hash.parts?.parameters != parameters
    }
}

extension PasswordHasher {
    private static let keyLength = 32
    private static let saltLength = 16
    /// Longer texts are not passwords; the cost of the first step grows with the length.
    static let longestPassword = 1024

    private static func salt() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<saltLength).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// Composed first (NFC), so that « é » typed on two keyboards is one password.
    private static func bytes(of password: String) throws(AccountsError) -> [UInt8] {
        let bytes = Array(password.precomposedStringWithCanonicalMapping.utf8)
        // The library under us must never see an empty password: it would read through a null pointer.
        if bytes.isEmpty { throw .weakPassword([.tooShort]) }
        if bytes.count > longestPassword { throw .weakPassword([.tooLong]) }
        return bytes
    }

    /// In constant time: the comparison of symmetric keys does not stop at the first difference.
    private static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        SymmetricKey(data: left) == SymmetricKey(data: right)
    }

    private static func derive(
        _ password: [UInt8], parameters: ScryptParameters, salt: [UInt8], length: Int = keyLength
    ) async throws -> PasswordHash {
        try await withCheckedThrowingContinuation { continuation in
            let thread = Thread {
                yieldToOthers()
                continuation.resume(
                    with: Result {
                        let key = try KDF.Scrypt.deriveKey(
                            from: password, salt: salt, outputByteCount: length, rounds: 1 << parameters.logRounds,
                            blockSize: parameters.blockSize, parallelism: parameters.parallelism)
                        return PasswordHash(parameters: parameters, salt: salt, key: key.withUnsafeBytes { Array($0) })
                    })
            }
            thread.name = "password"
            thread.stackSize = 512 * 1024
            thread.start()
        }
    }

    /// On Linux priority belongs to the thread: a nicer one gets what the others leave, and still a share of a busy
    /// machine. A refusal (a sandbox without the call) only costs the advantage.
    private static func yieldToOthers() {
        #if os(Linux)
        _ = setpriority(Int32(PRIO_PROCESS.rawValue), 0, 5)
        #else
        Thread.current.qualityOfService = .utility
        #endif
    }
}
