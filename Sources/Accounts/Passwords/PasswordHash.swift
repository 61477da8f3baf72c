import Foundation

/// A password as it is kept: scrypt's parameters, a salt and the derived key, in one line of text (PHC string format).
///
/// `$scrypt$ln=15,r=8,p=1$<salt>$<key>`, both in base64 without padding.
package struct PasswordHash: Sendable, Hashable {
    package let text: String

    /// Wraps what the database returned; it is read when a password is verified.
    package init(trusted text: String) {
        self.text = text
    }

    init(parameters: ScryptParameters, salt: [UInt8], key: [UInt8]) {
        text =
            "$scrypt$ln=\(parameters.logRounds),r=\(parameters.blockSize),p=\(parameters.parallelism)"
            + "$\(Self.encode(salt))$\(Self.encode(key))"
    }

    /// The parts, or `nil` when the text is not one of ours or asks for an unreasonable amount of work.
    var parts: (parameters: ScryptParameters, salt: [UInt8], key: [UInt8])? {
        let fields = text.split(separator: "$", omittingEmptySubsequences: false)
        guard fields.count == 5, fields[0].isEmpty, fields[1] == "scrypt",
            let parameters = ScryptParameters(text: fields[2]),
            let salt = Self.decode(fields[3]), let key = Self.decode(fields[4]),
            (8...64).contains(salt.count), (16...64).contains(key.count)
        else { return nil }
        return (parameters, salt, key)
    }

    private static func encode(_ bytes: [UInt8]) -> String {
        String(Data(bytes).base64EncodedString().prefix { $0 != "=" })
    }

    private static func decode(_ text: Substring) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).map { Array($0) }
    }
}

/// How much work and memory a hash costs: memory is 128 × 2^logRounds × blockSize bytes.
package struct ScryptParameters: Sendable, Hashable {
    package let logRounds: Int
    package let blockSize: Int
    package let parallelism: Int

    package init(logRounds: Int, blockSize: Int, parallelism: Int) {
        self.logRounds = logRounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// What new passwords are hashed with.
    package static let standard = ScryptParameters(logRounds: 15, blockSize: 8, parallelism: 1)

    /// For tests only: next to no work.
    package static let cheap = ScryptParameters(logRounds: 4, blockSize: 1, parallelism: 1)

    /// Reads `ln=15,r=8,p=1`. Refuses more than 256 MiB, so that a damaged row cannot exhaust the server.
    init?(text: Substring) {
        let pairs = text.split(separator: ",", omittingEmptySubsequences: false)
        guard pairs.count == 3,
            let logRounds = Self.value("ln=", pairs[0]), let blockSize = Self.value("r=", pairs[1]),
            let parallelism = Self.value("p=", pairs[2]),
            (1...20).contains(logRounds), (1...16).contains(blockSize), (1...16).contains(parallelism),
            128 * blockSize << logRounds <= 256 << 20
        else { return nil }
        self.init(logRounds: logRounds, blockSize: blockSize, parallelism: parallelism)
    }

    private static func value(_ name: String, _ pair: Substring) -> Int? {
        pair.hasPrefix(name) ? Int(pair.dropFirst(name.count)) : nil
    }
}
