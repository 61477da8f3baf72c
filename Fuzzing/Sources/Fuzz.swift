import CLibFuzzer
import Foundation

/// `fuzz GROUP [what libFuzzer takes]`; `fuzz --seeds FOLDER` writes what the groups begin with.
@main
enum Fuzz {
    static func main() {
        var arguments = CommandLine.arguments
        if arguments.count == 3, arguments[1] == "--seeds" { return Seeds.write(to: arguments[2]) }
        guard arguments.count > 1, let group = FuzzGroup(rawValue: arguments.remove(at: 1)) else {
            FileHandle.standardError.write(Data("fuzz \(FuzzGroup.allCases.map(\.rawValue).joined(separator: "|")) …\n".utf8))
            exit(64)
        }
        // A function of C carries nothing with it: the group goes through the environment.
        setenv("REBOND_FUZZ_GROUP", group.rawValue, 1)
        var count = Int32(arguments.count)
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        pointers.withUnsafeMutableBufferPointer { buffer in
            var base = buffer.baseAddress
            _ = LLVMFuzzerRunDriver(&count, &base) { data, size in
                let name = getenv("REBOND_FUZZ_GROUP").map { String(cString: $0) } ?? ""
                FuzzGroup(rawValue: name)?.tries(Array(UnsafeBufferPointer(start: data, count: size)))
                return 0
            }
        }
    }
}
