package import Accounts
package import Essentials
import SQL
package import Scheduling

/// Trying sound, microphone, camera and the way to the class before the first one.
extension Campus {
    /// A learner of a session with their last test.
    package struct DeviceLine: Sendable {
        package let name: PersonName
        /// `nil` for who has not tried yet.
        package let test: DeviceTest?

        package init(name: PersonName, test: DeviceTest?) {
            self.name = name
            self.test = test
        }
    }

    /// One's own last test; `nil` for none.
    package func deviceTest(of viewer: Viewer) async throws -> DeviceTest? {
        try await database.read { try devices.last(of: viewer.person.id, in: $0) }
    }

    /// Keeps what worked.
    package func keepDeviceTest(_ working: Set<DeviceTest.Part>, by viewer: Viewer) async throws -> DeviceTest {
        let now = clock.now
        return try await database.write {
            try devices.add(DeviceTest(working: working, testedAt: now), of: viewer.person.id, in: $0)
        }
    }

    /// Who of a virtual session has tried their device, by name.
    func deviceLines(of session: ClassSession, in reading: any ReadTransaction) throws -> [DeviceLine] {
        guard session.plan.link != nil else { return [] }
        return try devices.learners(of: session.cohort, group: session.plan.group, in: reading)
            .map { DeviceLine(name: $0.name, test: $0.test) }
    }
}

extension DeviceTest.Part {
    package var phrase: Phrase {
        switch self {
        case .sound: Phrase(fr: "J’entends le son", en: "I hear the sound")
        case .microphone: Phrase(fr: "Mon micro marche", en: "My microphone works")
        case .camera: Phrase(fr: "Ma caméra marche (pas obligatoire)", en: "My camera works (not required)")
        case .link:
            Phrase(fr: "Je sais où est le bouton pour rejoindre la classe", en: "I know where the button to join the class is")
        }
    }

    /// In a list of what worked.
    package var short: Phrase {
        switch self {
        case .sound: Phrase(fr: "son", en: "sound")
        case .microphone: Phrase(fr: "micro", en: "microphone")
        case .camera: Phrase(fr: "caméra", en: "camera")
        case .link: Phrase(fr: "lien", en: "link")
        }
    }
}
