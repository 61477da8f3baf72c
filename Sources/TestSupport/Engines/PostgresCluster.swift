import Foundation
import PostgresDriver
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A PostgreSQL server that is thrown away: on a local socket, in a folder that goes with it.
///
/// A shell of ours watches over the server. It reads from a pipe that only this process holds: when this process ends, however it ends, the
/// shell stops the server and removes the folder.
package final class PostgresCluster: Sendable {
    private static let root = "/usr/lib/postgresql"

    /// The newest version that is installed; 0 when there is none.
    static let version: Int = {
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: root))?.compactMap { Int($0) } ?? []
        return versions.sorted().last { FileManager.default.isExecutableFile(atPath: "\(root)/\($0)/bin/initdb") } ?? 0
    }()

    /// Where its programs are; `nil` when it is not installed.
    package static var programs: String? { version > 0 ? "\(root)/\(version)/bin" : nil }

    package static var isInstalled: Bool { programs != nil }

    private static let sharing = Mutex<Result<PostgresCluster, any Error>?>(nil)

    /// The server that this process's tests share, started when the first of them needs it.
    /// - throws: ``Failure``.
    package static func shared() throws -> PostgresCluster {
        try sharing.withLock { made in
            if let made { return try made.get() }
            let result = Result { try PostgresCluster() }
            made = result
            return try result.get()
        }
    }

    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    package let folder: String
    private let watcher: Process
    private let leash = Pipe()
    private let number = Mutex(0)

    /// Makes a cluster and starts it.
    /// - Parameter settings: lines of `postgresql.conf`, beside those that make it quick and forgetful.
    package init(settings: [String] = []) throws {
        guard let programs = Self.programs else {
            throw Failure(description: "PostgreSQL is not installed: scripts/set-up test installs it")
        }
        // A socket's path has room for some hundred characters only.
        folder = "/tmp/rebond-postgresql-\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0...0xFFFFFF))"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        var account: [String] = []
        if getuid() == 0 {
            // PostgreSQL refuses to run as root.
            guard let unprivileged = getpwnam("postgres") ?? getpwnam("nobody") else {
                throw Failure(description: "there is no account to run PostgreSQL as")
            }
            let (user, group) = (unprivileged.pointee.pw_uid, unprivileged.pointee.pw_gid)
            guard chown(folder, user, group) == 0 else { throw Failure(description: "\(folder) cannot be given away") }
            account = ["setpriv", "--reuid=\(user)", "--regid=\(group)", "--clear-groups", "--"]
        }
        let quick = [
            "listen_addresses = ''", "unix_socket_directories = '\(folder)'", "max_connections = 200", "shared_buffers = 64MB",
            // Dozens of test databases at once, some with hundreds of writers: a server of one school needs less.
            "max_locks_per_transaction = 256", "max_pred_locks_per_transaction = 512",
            "fsync = off", "full_page_writes = off", "wal_level = minimal", "max_wal_senders = 0", "max_wal_size = 2GB",
            "autovacuum = off", "deadlock_timeout = 100ms", "logging_collector = off",
        ]
        let watched = Process()
        watched.executableURL = URL(filePath: "/bin/sh")
        watched.currentDirectoryURL = URL(filePath: "/")
        watched.arguments =
            [
                "-c", Self.script, "sh", programs, folder, (quick + settings).joined(separator: "\n"),
            ] + account
        watched.standardInput = leash
        watched.standardOutput = FileHandle.nullDevice
        watched.standardError = FileHandle.nullDevice
        // Nobody else keeps the pipe open: not the programs that tests start.
        _ = fcntl(leash.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        watcher = watched
        try watched.run()
        try waitUntilReady()
    }

    private static let script = """
        programs=$1 folder=$2 settings=$3
        shift 3
        trap '' INT TERM HUP
        data=$folder/data
        "$@" "$programs/initdb" -D "$data" -U rebond -A trust -E UTF8 --locale=C --no-sync >"$folder/log" 2>&1 &&
            printf '%s\\n' "$settings" >>"$data/postgresql.conf"
        "$@" "$programs/pg_ctl" -D "$data" -l "$folder/server" -w -t 60 start >>"$folder/log" 2>&1 &&
            touch "$folder/ready" || touch "$folder/failed"
        while read -r order; do
            case $order in
            stop) "$@" "$programs/pg_ctl" -D "$data" -m immediate -w stop >/dev/null 2>&1 ;;
            start) "$@" "$programs/pg_ctl" -D "$data" -l "$folder/server" -w -t 60 start >/dev/null 2>&1 ;;
            restart) "$@" "$programs/pg_ctl" -D "$data" -l "$folder/server" -m fast -w restart >/dev/null 2>&1 ;;
            esac
            touch "$folder/done-$order"
        done
        "$@" "$programs/pg_ctl" -D "$data" -m immediate -w stop >/dev/null 2>&1
        rm -rf "$folder"
        """

    private func waitUntilReady() throws {
        let end = ContinuousClock.now + .seconds(90)
        while !FileManager.default.fileExists(atPath: "\(folder)/ready") {
            guard ContinuousClock.now < end, watcher.isRunning, !FileManager.default.fileExists(atPath: "\(folder)/failed") else {
                let logs = ["log", "server"].compactMap { FileManager.default.contents(atPath: "\(folder)/\($0)") }
                    .map { String(decoding: $0.suffix(1000), as: UTF8.self) }
                throw Failure(description: "PostgreSQL does not start: \(logs.joined(separator: "\n"))")
            }
            usleep(10_000)
        }
    }

    /// Stops, starts or restarts the server, and returns once that is done.
    package func order(_ order: String) throws {
        let sign = "\(folder)/done-\(order)"
        try? FileManager.default.removeItem(atPath: sign)
        try leash.fileHandleForWriting.write(contentsOf: Data("\(order)\n".utf8))
        let end = ContinuousClock.now + .seconds(60)
        while !FileManager.default.fileExists(atPath: sign) {
            guard ContinuousClock.now < end else { throw Failure(description: "PostgreSQL does not \(order)") }
            usleep(5000)
        }
    }

    /// Stops the server and removes its folder.
    package func remove() {
        try? leash.fileHandleForWriting.close()
        watcher.waitUntilExit()
    }

    /// The address of a database on it.
    package func address(_ database: String, user: String = "rebond") -> String {
        "postgresql://\(user)@/\(database)?host=\(folder)"
    }

    /// A name that no database has yet.
    package func newName(_ label: String) -> String {
        "\(label)_"
            + String(
                number.withLock { number in
                    number += 1
                    return number
                })
    }

    /// Runs a statement that is no transaction's, such as CREATE DATABASE, on the maintenance database.
    package func administer(_ sql: String) async throws {
        try await PostgresDatabase.runAlone(sql, PostgresSettings(address: address("postgres")))
    }
}
