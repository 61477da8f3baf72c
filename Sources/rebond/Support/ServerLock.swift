import Essentials
import Foundation

/// What makes a server the only one on an SQLite file: a lock on `serve.lock` beside it, which the system lets go of when the process
/// ends, however it ends. Commands do not take it: they may run beside a server.
final class ServerLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock; makes the directory (mode 0700) and the file when they are missing.
    /// - throws: ``CommandFailure`` 73 when another server has it, or the directory cannot be written.
    init(directory: String) throws {
        try? FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let path = (directory as NSString).appendingPathComponent("serve.lock")
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw CommandFailure(.cannotCreate, .cannotWriteData(directory)) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
            defer { close(descriptor) }
            let holder = try? String(contentsOfFile: path, encoding: .utf8)
            throw CommandFailure(
                .cannotCreate, .anotherServer(directory, holder?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""))
        }
        // For whoever meets the lock. A disk that is full takes nothing away from it.
        let number = Array("\(getpid())\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, number, number.count, 0)
    }

    deinit {
        close(descriptor)
    }
}

extension Phrase {
    fileprivate static func anotherServer(_ directory: String, _ process: String) -> Phrase {
        let (fr, en) = process.isEmpty ? ("", "") : (" (processus \(process))", " (process \(process))")
        return Phrase(
            fr:
                "Un serveur tourne déjà sur « \(directory) »\(fr). Avec SQLite il n’y en a qu’un : arrêtez-le, donnez un autre dossier avec --data, ou passez à PostgreSQL avec --database.",
            en:
                "A server is already running on “\(directory)”\(en). With SQLite there is one only: stop it, give another directory with --data, or move to PostgreSQL with --database."
        )
    }
}
