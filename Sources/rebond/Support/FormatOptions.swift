import ArgumentParser

/// How a command gives its result.
struct FormatOptions: ParsableArguments {
    @Option(
        name: .customLong("format"),
        help: ArgumentHelp("Forme du résultat : text ou json. / Form of the result.", valueName: "text|json"))
    var chosen: Format = .text

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
        case text, json
    }
}

extension Console {
    /// The result, in the form that was asked for.
    /// - Parameter text: prints it for people.
    func give(_ value: some Encodable, as format: FormatOptions, text: () -> Void) throws {
        switch format.chosen {
        case .text: text()
        case .json: try print(json: value)
        }
    }
}
