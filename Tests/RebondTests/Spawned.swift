import Dispatch
import Foundation
import Glibc

/// A process of its own, without `Foundation.Process`, which now and then reads past the end of its own arguments.
struct Spawned: Sendable {
    let number: pid_t

    struct CannotStart: Error {
        let code: Int32
    }

    /// - Parameter command: an absolute path, and the arguments.
    init(
        _ command: [String], environment: [String: String], folder: String, input: String = "/dev/null", output: String,
        errors: String
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The test runner blocks and ignores signals that the program must get.
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var arguments = (["env", "--chdir=\(folder)"] + command).map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in arguments + variables { free(pointer) } }
        var number: pid_t = 0
        let code = posix_spawn(&number, "/usr/bin/env", &actions, &attributes, &arguments, &variables)
        guard code == 0 else { throw CannotStart(code: code) }
        self.number = number
    }

    func signal(_ signal: Int32) {
        kill(number, signal)
    }

    /// Waits for its end.
    /// - Returns: the exit code, or 128 and the signal that ended it.
    func end() async -> Int32 {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var status: Int32 = 0
                while waitpid(number, &status, 0) < 0, errno == EINTR {}
                let signal = status & 0x7F
                continuation.resume(returning: signal == 0 ? (status >> 8) & 0xFF : 128 + signal)
            }
        }
    }
}

/// `rebond serve`, on a port of its own.
struct ServedProgram: Sendable {
    let spawned: Spawned
    let errors: String
    let address: String

    struct NotServing: Error {
        let errors: String
    }

    /// Starts it, and waits until it listens.
    static func start(_ arguments: [String], environment: [String: String] = [:]) async throws -> ServedProgram {
        let (output, errors) = (Program.file(named: "out"), Program.file(named: "err"))
        let spawned = try Spawned(
            [try Program.path, "serve", "--port", "0", "--language", "fr"] + arguments,
            environment: ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }, folder: Program.root.path, output: output,
            errors: errors)
        for _ in 0..<1200 {
            try await Task.sleep(for: .milliseconds(50))
            let said = (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
            if let range = said.firstRange(of: "est ouvert : ") {
                let address = said[range.upperBound...].prefix { !$0.isWhitespace }
                return ServedProgram(spawned: spawned, errors: errors, address: String(address))
            }
            if kill(spawned.number, 0) != 0 { break }
        }
        spawned.signal(SIGKILL)
        _ = await spawned.end()
        throw NotServing(errors: (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "")
    }

    var port: Int { address.split(separator: ":").last.flatMap { Int($0) } ?? 0 }

    /// What it wrote for people and into its log.
    var said: String { (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "" }

    /// Ends it as `systemctl stop` does.
    /// - Returns: the exit code.
    func stop() async -> Int32 {
        spawned.signal(SIGTERM)
        return await spawned.end()
    }
}
