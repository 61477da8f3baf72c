/// A file being read, and where its problems go.
struct FileScope {
    let source: SourceText
    let log: ProblemLog

    func report(_ finding: Finding, at position: SourcePosition) {
        log.add(finding, in: source.file, at: position)
    }

    func report(_ finding: Finding, at node: YAMLNode) {
        report(finding, at: node.position)
    }
}
