// swift-tools-version: 6.2
import PackageDescription

// Exact versions: Package.resolved stays out of the repository, so the pins live here.
let dependencies: [Package.Dependency] = [
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-algorithms", exact: "1.2.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", exact: "0.10.0"),
]

let algorithms = Target.Dependency.product(name: "Algorithms", package: "swift-algorithms")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let swiftCSV = Target.Dependency.product(name: "SwiftCSV", package: "SwiftCSV")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

var targets: [Target] = [
    // The ground: no I/O, no driver.
    .target(name: "Essentials", exclude: ["README.md"]),
    .target(name: "SQL", dependencies: ["Essentials"], exclude: ["README.md"]),
    .target(name: "HTML", exclude: ["README.md"]),

    // Drivers: the only targets that know a database.
    .target(name: "SQLiteDriver", dependencies: ["Essentials", "SQL", grdb, grdbSQLite], exclude: ["README.md"]),
    .target(name: "PostgresDriver", dependencies: ["SQL", "CLibPQ"], exclude: ["README.md"]),

    // Domains.
    .target(
        name: "Accounts", dependencies: ["Essentials", "SQL", crypto, cryptoExtras, swiftCSV], exclude: ["README.md"]),
    .target(name: "CourseContent", dependencies: ["Essentials", "SQL", "Accounts", crypto], exclude: ["README.md"]),
    .target(
        name: "Authoring", dependencies: ["Essentials", "CourseContent", "CMarkGFM", "CLibYAML", crypto],
        exclude: ["README.md"]),
    .target(name: "Assessment", dependencies: ["Essentials", "SQL", "Accounts", "CourseContent"], exclude: ["README.md"]),
    .target(
        name: "Progress", dependencies: ["Essentials", "SQL", "Accounts", "CourseContent", crypto],
        exclude: ["README.md"]),
    .target(
        name: "Scheduling", dependencies: ["Essentials", "SQL", "Accounts", "CourseContent", "CLibICal", crypto],
        exclude: ["README.md"]),
    .target(
        name: "Tutoring", dependencies: ["Essentials", "SQL", "Accounts", "CourseContent"], exclude: ["README.md"]),
    .target(
        name: "LanguageLearning", dependencies: ["Essentials", "SQL", "Accounts", "CourseContent", crypto],
        exclude: ["README.md"]),
    .target(name: "Gamification", dependencies: ["Essentials", "SQL", "Accounts", crypto], exclude: ["README.md"]),
    .target(name: "Files", dependencies: [crypto], exclude: ["README.md"]),
    .target(
        name: "Outbound", dependencies: ["Essentials", "SQL", "CLibCurl", "CLibXML2", crypto, logging], exclude: ["README.md"]),

    // What other platforms' formats are read by and written by.
    .target(
        name: "Interchange",
        dependencies: ["Essentials", "CourseContent", "Authoring", "CLibZip", "CLibXML2", "CLibArchive", "CMarkGFM"],
        exclude: ["README.md"]),

    // Use cases, and what people see.
    .target(
        name: "Campus",
        dependencies: [
            "Essentials", "SQL", "Accounts", "CourseContent", "Authoring", "Assessment", "Progress", "Scheduling", "Tutoring",
            "Gamification", "LanguageLearning", "Files", "Outbound", algorithms, logging, crypto,
        ],
        exclude: ["README.md"]),
    .target(
        name: "Web",
        dependencies: [
            "Essentials", "SQL", "Accounts", "CourseContent", "Assessment", "Progress", "Scheduling", "Tutoring", "Files",
            "Gamification", "LanguageLearning", "Campus", "HTML",
            "CZlib", "CLibQREncode", "CLibXLSXWriter", hummingbird, httpTypes, logging, metrics, nioCore, crypto,
            serviceLifecycle,
        ],
        exclude: ["README.md"]),
    .executableTarget(
        name: "rebond",
        dependencies: [
            "Essentials", "SQL", "SQLiteDriver", "PostgresDriver", "Accounts", "CourseContent", "Authoring", "Progress",
            "Scheduling", "Tutoring", "Gamification", "LanguageLearning", "Files", "Outbound", "Interchange", "Campus", "Web",
            "CMalloc",
            argumentParser,
            configuration,
            hummingbird, hummingbirdCore, logging, nioCore, serviceLifecycle, systemPackage,
        ],
        exclude: ["README.md"]),

    // System libraries.
    .systemLibrary(
        name: "CMarkGFM", pkgConfig: "libcmark-gfm",
        providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CLibICal", pkgConfig: "libical", providers: [.apt(["libical-dev"])]),
    .systemLibrary(name: "CLibQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // Tests.
    .target(
        name: "TestSupport",
        dependencies: [
            "Essentials", "SQL", "SQLiteDriver", "PostgresDriver", "Accounts", "CourseContent", "Authoring", "Assessment",
            "Progress", "Tutoring", "Files", "Campus", "Web", httpTypes, hummingbird, hummingbirdTesting, logging, nioCore,
        ],
        exclude: ["README.md"]),
    .testTarget(name: "EssentialsTests", dependencies: ["Essentials"]),
    .testTarget(name: "HTMLTests", dependencies: ["HTML"]),
    .testTarget(name: "SQLTests", dependencies: ["Essentials", "SQL", "TestSupport"]),
    .testTarget(name: "PostgresDriverTests", dependencies: ["Essentials", "SQL", "PostgresDriver", "TestSupport"]),
    .testTarget(name: "SQLiteDriverTests", dependencies: ["Essentials", "SQL", "SQLiteDriver", "TestSupport"]),
    .testTarget(name: "AccountsTests", dependencies: ["Accounts", "TestSupport"]),
    .testTarget(name: "CourseContentTests", dependencies: ["Authoring", "CourseContent", "TestSupport"]),
    .testTarget(
        name: "AuthoringTests", dependencies: ["Essentials", "Authoring", "CourseContent", "TestSupport"], exclude: ["Golden"]),
    .testTarget(
        name: "InterchangeTests",
        dependencies: ["Essentials", "CourseContent", "Authoring", "Interchange", "CZlib", "TestSupport"],
        exclude: ["Samples"]),
    .testTarget(name: "AssessmentTests", dependencies: ["Assessment", "TestSupport"]),
    .testTarget(name: "ProgressTests", dependencies: ["Progress", "TestSupport"]),
    .testTarget(name: "SchedulingTests", dependencies: ["Scheduling", "CLibICal", "TestSupport"]),
    .testTarget(name: "TutoringTests", dependencies: ["Tutoring", "TestSupport"]),
    .testTarget(
        name: "LanguageLearningTests", dependencies: ["Authoring", "CourseContent", "LanguageLearning", "TestSupport"],
        exclude: ["Histories"]),
    .testTarget(name: "GamificationTests", dependencies: ["Gamification", "TestSupport"]),
    .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"]),
    .testTarget(name: "OutboundTests", dependencies: ["Essentials", "SQL", "Outbound", "TestSupport", crypto, logging]),
    .testTarget(
        name: "CampusTests",
        dependencies: ["Campus", "Gamification", "LanguageLearning", "Outbound", "PostgresDriver", "Tutoring", "TestSupport"],
        exclude: ["Golden"]),
    .testTarget(
        name: "WebTests",
        dependencies: [
            "Essentials", "SQL", "Accounts", "CourseContent", "Assessment", "Progress", "Scheduling", "Tutoring", "Gamification",
            "Campus", "LanguageLearning", "HTML", "Web",
            "CZlib", "TestSupport",
            httpTypes, hummingbird, hummingbirdTesting, logging, yams,
        ],
        exclude: ["Golden"]),
    .testTarget(
        name: "RebondTests",
        dependencies: ["Essentials", "SQL", "SQLiteDriver", "PostgresDriver", "Campus", "CourseContent", "rebond", "TestSupport"]),
]

// Only `scripts/fuzz` says where libFuzzer is: then there is a program that tries the readers, which are compiled for it.
let fuzzed = ["Authoring", "Interchange", "fuzz"]
let fuzzer = Context.environment["REBOND_FUZZ"]
if let fuzzer {
    targets.append(.systemLibrary(name: "CLibFuzzer", path: "Fuzzing/CLibFuzzer"))
    targets.append(
        .executableTarget(
            name: "fuzz", dependencies: ["Essentials", "Authoring", "Interchange", "CLibFuzzer", "CZlib"],
            path: "Fuzzing/Sources", linkerSettings: [.unsafeFlags([fuzzer]), .linkedLibrary("stdc++")]))
}

let package = Package(
    name: "rebond",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "rebond", targets: ["rebond"])],
    dependencies: dependencies,
    targets: targets,
    swiftLanguageModes: [.v6]
)

// One loop: every target gets the same settings. `REBOND_STRICT=1` (set by CI) turns warnings into errors.
let upcomingFeatures = [
    "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility", "InferIsolatedConformances",
    "NonisolatedNonsendingByDefault", "ImmutableWeakCaptures",
]
let strict = Context.environment["REBOND_STRICT"] == "1"
for target in package.targets where target.type != .system {
    var settings = target.swiftSettings ?? []
    settings += upcomingFeatures.map { .enableUpcomingFeature($0) }
    if strict { settings.append(.treatAllWarnings(as: .error)) }
    if fuzzer != nil, fuzzed.contains(target.name) { settings.append(.unsafeFlags(["-sanitize=fuzzer"])) }
    target.swiftSettings = settings
}
