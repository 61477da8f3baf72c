/// What a file that somebody sends is, told by its name and by how its bytes begin: the rules of the files of a course.
package enum SubmittedBytes {
    /// Endings of names that an assignment may ask for.
    package static let kinds: [String] = AssetKind.allCases.map(\.rawValue).filter { $0 != "vtt" }

    /// Whether bytes begin as those of a file with such a name do.
    package static func fit(_ name: String, _ beginning: [UInt8]) -> Bool {
        AssetKind(name: name)?.matches(beginning) ?? false
    }

    /// The type under which it is given back; bytes of no known kind otherwise.
    package static func mediaType(_ name: String) -> String {
        AssetKind(name: name)?.mediaType ?? "application/octet-stream"
    }
}
