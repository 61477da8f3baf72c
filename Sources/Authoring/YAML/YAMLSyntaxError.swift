import Essentials

/// Says in people's words what the YAML parser stumbled on.
enum YAMLSyntaxError {
    static func report(_ fault: YAMLFault, offset: Int, scope: FileScope) {
        var best = fault.position
        // Where the thing began says more than where it was given up.
        let began = ["quoted scalar", "an alias", "an anchor"]
        if let context = fault.context,
            fault.problem.contains("could not find expected ':'") || began.contains(where: context.text.contains)
        {
            best = context.position
        }
        let finding = fault.isCharacter ? Finding.yamlCharacter : finding(fault.problem, context: fault.context?.text ?? "")
        scope.report(finding, at: SourcePosition(line: best.line + offset, column: best.column))
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
