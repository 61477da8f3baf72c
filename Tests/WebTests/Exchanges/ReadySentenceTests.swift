import Campus
import Essentials
import TestSupport
import Testing
import Tutoring

@testable import Web

@Suite("Ready sentences in a conversation")
struct ReadySentenceTests {
    @Test("stand in the field when they are chosen, for their own tutor only")
    func chosen() async throws {
        try await withSite { site in
            let kept = try await site.campus.campus.keepSentence("Bravo, continuez !", by: try await site.campus.viewer(.tutor))
            let address = "/conversations/\(TestCampus.cohortKey)/tutoring/\(site.campus[.learner].id.text)"
            let offered = try await site.get(address, as: .tutor)
            #expect(offered.text.contains("?say=\(kept.id.text)#write"))
            let chosen = try await site.get(address + "?say=\(kept.id.text)", as: .tutor)
            #expect(chosen.text.contains("Bravo, continuez !</textarea>"))
            for role in [TestRole.trainer, .learner] {
                let other = try await site.get(address + "?say=\(kept.id.text)", as: role)
                #expect(other.status == 200 && !other.text.contains("Bravo"), "\(role)")
            }
            #expect(try await site.get(address + "?say=%00", as: .tutor).status == 200)
        }
    }
}
