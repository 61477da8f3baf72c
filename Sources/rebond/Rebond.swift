import ArgumentParser

@main
struct Rebond: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rebond")
    func run() async throws {}
}
