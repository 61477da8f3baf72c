package import Foundation

/// Where the sources of the package are, for tests that read files of the repository.
package enum SourceFolder {
    /// The folder of `Package.swift`.
    package static let package = URL(filePath: #filePath).appending(path: "../../../..").standardized
}
