/// A file being read, and where its problems go.
struct FileScope {
    let source: SourceText
    let log: ProblemLog

    func report(_ finding: @autoclosure () -> Finding, at position: @autoclosure () -> SourcePosition) {
        log.add(finding(), in: source.file, at: position())
    }

    func report(_ finding: @autoclosure () -> Finding, at node: YAMLNode) {
        report(finding(), at: node.position)
    }
}
