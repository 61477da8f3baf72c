import CourseContent
import Essentials
import Progress

extension CourseForecast {
    /// The forecast as JSON gives it, on the command line and on the author's page.
    package struct Report: Encodable, Sendable {
        let course: String
        let title: String
        let language: Language
        let publishedVersion: Int?
        let isSame: Bool
        let courseChanges: [CourseAspect]
        let modules: [Module]
        let activities: [Activity]
        let learners: Learners

        struct Module: Encodable, Sendable {
            let id: String
            let title: String
            let titleBefore: String?
            let changes: [ModuleAspect]
            /// As an author writes it; there when it changes.
            let completion: Change<String>?
            let learnersWhoCompleted: Int
            let learnersCompletedAtOnce: Int
        }

        struct Activity: Encodable, Sendable {
            let id: String
            let title: String
            let titleBefore: String?
            let kind: ActivityKind
            let changes: [ActivityAspect]
            /// As an author writes it; there when it changes.
            let completion: Change<String>?
            let minutes: Change<Int>?
            let questions: QuestionChange?
            let learnersWhoOpened: Int
            let learnersWhoCompleted: Int
            let learnersCompletedAtOnce: Int
            let openAttempts: Int
            let waitingAttempts: Int
            let sentAttempts: Int
        }

        struct Change<Value: Encodable & Sendable>: Encodable, Sendable {
            let before: Value
            let after: Value
        }

        struct Learners: Encodable, Sendable {
            let enrolled: Int
            let percentUp: Int
            let percentDown: Int
            let finishing: Int
            let ended: Int
        }
    }

    package var report: Report {
        Report(
            course: key, title: title, language: language, publishedVersion: published, isSame: isSame, courseChanges: course,
            modules: modules.map { change in
                let part = part(of: change)
                return Report.Module(
                    id: change.id, title: change.title, titleBefore: change.titleBefore, changes: change.aspects,
                    completion: change.aspects.contains(.completion)
                        ? .init(
                            before: (change.completionBefore ?? .all).notation, after: (change.completion ?? .all).notation)
                        : nil,
                    learnersWhoCompleted: part.done, learnersCompletedAtOnce: part.completed)
            },
            activities: activities.map(Report.Activity.init),
            learners: Report.Learners(
                enrolled: people.enrolled, percentUp: people.up, percentDown: people.down, finishing: people.finishing,
                ended: people.ended))
    }
}

extension CourseForecast.Report.Activity {
    init(_ activity: CourseForecast.Activity) {
        let change = activity.change
        let (before, after) = (change.before, change.after)
        id = change.id
        title = change.outline?.title ?? ""
        titleBefore = change.aspects.contains(.renamed) ? before?.title : nil
        kind = change.outline?.kind ?? .lesson
        changes = change.aspects
        if let before, let after, change.aspects.contains(.completion) {
            completion = .init(before: before.completion.notation, after: after.completion.notation)
        } else {
            completion = nil
        }
        if let before, let after, change.aspects.contains(.minutes) {
            minutes = .init(before: before.minutes, after: after.minutes)
        } else {
            minutes = nil
        }
        questions = activity.questions
        learnersWhoOpened = activity.begun
        learnersWhoCompleted = activity.done
        learnersCompletedAtOnce = activity.completed
        openAttempts = activity.openAttempts
        waitingAttempts = activity.waitingAttempts
        sentAttempts = activity.sentAttempts
    }
}
