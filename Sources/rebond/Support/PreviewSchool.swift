import Accounts
import Authoring
import Campus
import CourseContent
import Essentials
import Foundation
import Web

/// A learner and a tutor around one folder, in data that are thrown away.
struct PreviewSchool: Sendable {
    let campus: Campus
    let preview: CoursePreview
    private let folder: String

    private static let cohort = "apercu"

    init(_ campus: Campus, folder: String, language: Language) async throws {
        self.campus = campus
        self.folder = folder
        _ = try await campus.addCohort(key: Self.cohort, title: Phrase(fr: "Aperçu", en: "Preview").in(language))
        var sessions: [CoursePreview.Role: String] = [:]
        for (role, name, place) in [
            (CoursePreview.Role.learner, Phrase(fr: "Stagiaire", en: "Learner"), CohortRole.learner),
            (.tutor, Phrase(fr: "Tuteur", en: "Tutor"), .tutor),
        ] {
            let password = UUID().uuidString
            _ = try await campus.addPerson(
                Campus.PersonDraft(
                    login: role.rawValue, givenName: name.in(language), familyName: "", password: password,
                    mustChangePassword: false))
            _ = try await campus.enrol([role.rawValue], in: Self.cohort, as: place)
            let session = try await campus.signIn(
                login: role.rawValue, password: password, address: "127.0.0.1", userAgent: "preview")
            sessions[role] = session.token.text
        }
        preview = CoursePreview(sessions: sessions)
    }

    /// Reads the folder again. Without errors what it says is what is shown; with errors the last version without them stays.
    func refresh() async throws {
        let (course, problems) = ProgressLine.during {
            CourseReader.read(folder: URL(filePath: folder, directoryHint: .isDirectory), progress: $0)
        }
        if let course {
            let applied = try await campus.apply(course)
            if applied.isNew { _ = try await campus.assign(courses: [course.outline.key], to: Self.cohort) }
        }
        preview.show(
            problems.map { problem in
                CoursePreview.Problem(
                    isError: problem.severity == .error, place: "\(problem.file):\(problem.line):\(problem.column)",
                    message: problem.message, hint: problem.hint)
            })
    }
}
