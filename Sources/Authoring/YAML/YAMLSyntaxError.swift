import Essentials
import Yams

/// Says in people's words what the YAML parser stumbled on.
enum YAMLSyntaxError {
    static func report(_ error: YamlError, in text: String, offset: Int, scope: FileScope) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let finding = finding(problem, context: context?.text ?? "")
            var best = mark
            // Where the thing began says more than where it was given up.
            let began = ["quoted scalar", "an alias", "an anchor"]
            if let context, problem.contains("could not find expected ':'") || began.contains(where: context.text.contains) {
                best = context.mark
            }
            scope.report(finding, at: SourcePosition(line: best.line + offset, column: best.column))
        case .reader(_, let characters, _, let yaml):
            let before = yaml.prefix(characters ?? 0)
            let line = 1 + before.count { $0.isNewline }
            let column = 1 + before.reversed().prefix { !$0.isNewline }.reduce(0) { $0 + $1.unicodeScalars.count }
            scope.report(.yamlCharacter, at: SourcePosition(line: line + offset, column: column))
        default:
            scope.report(.yamlSyntax, at: SourcePosition(line: 1 + offset, column: 1))
        }
    }

    private static func finding(_ problem: String, context: String) -> Finding {
        if problem.contains("mapping values are not allowed") { return .yamlColon }
        if problem.contains("tab character") { return .yamlTab }
        if problem.contains("cannot start any token") { return .yamlFirstCharacter }
        if problem.contains("another document") || problem.contains("<document start>") { return .yamlDocuments }
        if problem.contains("nesting level") { return .yamlTooDeep(YAMLFile.deepest) }
        if problem.contains("undefined alias") || context.contains("an alias") || context.contains("an anchor") {
            return .yamlAlias
        }
        if problem.contains("unknown escape") || problem.contains("escape code") { return .yamlEscape }
        if context.contains("quoted scalar") { return .yamlUnclosedQuote }
        if problem.contains("',' or") { return .yamlUnclosedBracket }
        if problem.contains("could not find expected ':'") { return .yamlMissingColon }
        if problem.contains("expected key") || problem.contains("'-' indicator") || problem.contains("not allowed in this") {
            return .yamlIndentation
        }
        return .yamlSyntax
    }
}
