import Essentials
import Testing

@Suite("Identifiers")
struct IdentifierTests {
    private enum Person {}
    private typealias PersonID = Identifier<Person>

    /// Counts up: every id gets other bits than the one before.
    private struct Counter: RandomNumberGenerator {
        var value: UInt64

        mutating func next() -> UInt64 {
            value &+= 1
            return value
        }
    }

    @Test(
        "a UUID from outside is read in either case, and nothing else is",
        arguments: [
            ("018f4c1e-7a2b-7c3d-8e4f-0123456789ab", "018f4c1e-7a2b-7c3d-8e4f-0123456789ab"),
            ("018F4C1E-7A2B-7C3D-8E4F-0123456789AB", "018f4c1e-7a2b-7c3d-8e4f-0123456789ab"),
            ("00000000-0000-0000-0000-000000000000", "00000000-0000-0000-0000-000000000000"),
            ("", nil),
            ("018f4c1e7a2b7c3d8e4f0123456789ab", nil),
            ("018f4c1e-7a2b-7c3d-8e4f-0123456789a", nil),
            ("018f4c1e-7a2b-7c3d-8e4f-0123456789abc", nil),
            ("018f4c1e-7a2b-7c3d-8e4f0-123456789ab", nil),
            ("018f4c1e-7a2b-7c3d-8e4f-0123456789ag", nil),
            ("{18f4c1e-7a2b-7c3d-8e4f-0123456789ab", nil),
            ("018f4c1e-7a2b-7c3d-8e4f-0123456789a\u{0661}", nil),
            (" 018f4c1e-7a2b-7c3d-8e4f-0123456789ab", nil),
            ("018f4c1e-7a2b-7c3d-8e4f-0123456789a\0", nil),
        ] as [(String, String?)])
    func parsing(_ text: String, _ expected: String?) {
        #expect(PersonID(text)?.text == expected)
    }

    @Test("a new id is a UUID of version 7 with its moment in front")
    func version7() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let id = PersonID.new(at: Instant(milliseconds: 0x0123_4567_89AB), using: &generator)
            #expect(id.text.hasPrefix("01234567-89ab-7"))
            #expect("89ab".contains(Array(id.text)[19]))
            #expect(PersonID(id.text) == id)
        }
    }

    @Test("ids of later moments come after, as text too")
    func order() {
        var generator = Counter(value: .max / 2)
        let moments: [Int64] = [0, 1, 255, 256, 1_700_000_000_000, 1_700_000_000_001, 1_900_000_000_000]
        let ids = moments.map { PersonID.new(at: Instant(milliseconds: $0), using: &generator) }
        #expect(ids == ids.sorted())
        #expect(ids.map(\.text) == ids.map(\.text).sorted())
    }

    @Test("a thousand ids of one moment differ")
    func distinct() {
        let ids = (0..<1000).map { _ in PersonID.new(at: Instant(milliseconds: 5)) }
        #expect(Set(ids).count == 1000)
    }

    @Test("an id made from a digest is a UUID of version 8, the same for the same bytes")
    func version8() {
        let bytes = (0..<32).map { UInt8($0 * 7 + 3) }
        let text = UUIDText.version8(digest: bytes)
        #expect(text == "030a1118-1f26-8d34-bb42-4950575e656c")
        #expect(text == UUIDText.version8(digest: bytes.prefix(16)))
        #expect(UUIDText.canonical(text) == text)
        #expect(UUIDText.version8(digest: [UInt8](repeating: 255, count: 16)) == "ffffffff-ffff-8fff-bfff-ffffffffffff")
    }
}
