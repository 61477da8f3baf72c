package import Essentials
import SQL

/// What worked when somebody tried their device before a first virtual class. A fact; the last one is shown.
package struct DeviceTest: Sendable, Hashable {
    /// What is tried.
    package enum Part: String, Sendable, Hashable, Codable, CaseIterable {
        case sound, microphone, camera, link
    }

    package var working: Set<Part>
    package var testedAt: Instant

    package init(working: Set<Part>, testedAt: Instant) {
        self.working = working
        self.testedAt = testedAt
    }

    /// Whether a class can be followed and taken part in: seeing oneself is not needed for it.
    package var isReady: Bool { working.isSuperset(of: [.sound, .microphone, .link]) }
}

extension SchedulingMigrations {
    static let devices = Migration("scheduling/0006-device-tests") { dialect in
        let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
        return """
            -- Facts: the one with the highest number is the last test.
            CREATE TABLE device_test (
                person_id TEXT NOT NULL REFERENCES person(id),
                number BIGINT NOT NULL CHECK (number > 0),
                sound SMALLINT NOT NULL CHECK (sound IN (0, 1)),
                microphone SMALLINT NOT NULL CHECK (microphone IN (0, 1)),
                camera SMALLINT NOT NULL CHECK (camera IN (0, 1)),
                link SMALLINT NOT NULL CHECK (link IN (0, 1)),
                tested_at BIGINT NOT NULL,
                PRIMARY KEY (person_id, number)
            ) \(clustered);
            """
    }
}
