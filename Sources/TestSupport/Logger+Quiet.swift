package import Logging

extension Logger {
    /// Says nothing but what is critical. It keeps its metadata, in which a request's number is.
    package static var quiet: Logger {
        var logger = Logger(label: "test") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .critical
        return logger
    }
}
