import Essentials
import Testing

@Suite("The bounded cache")
struct BoundedCacheTests {
    @Test("makes a value once and gives it again")
    func once() {
        let cache = BoundedCache<String, Int>(capacity: 4)
        #expect(cache.value("a") { 1 } == 1)
        #expect(cache.value("a") { 2 } == 1)
    }

    @Test("forgets the oldest first and never holds more than it may", arguments: [1, 2, 16, 50])
    func forgets(capacity: Int) {
        let cache = BoundedCache<Int, Int>(capacity: capacity)
        for key in 0..<200 {
            #expect(cache.value(key) { key } == key)
            #expect(cache.count <= capacity)
        }
        #expect(cache.value(199) { -1 } == 199)
        #expect(cache.value(0) { -1 } == -1)
    }

    @Test("keeps nothing of what failed")
    func failed() {
        struct Failure: Error {}
        let cache = BoundedCache<String, Int>(capacity: 4)
        #expect(throws: Failure.self) { try cache.value("a") { () throws(Failure) -> Int in throw Failure() } }
        #expect(cache.value("a") { 3 } == 3)
    }
}
