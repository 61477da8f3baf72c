import Campus
import Essentials
import HTML
import Synchronization

/// The rows of outlines: an activity where a learner stands in the same way looks the same to everybody, so each is written once.
/// With it a course of two hundred activities costs little more than one of twenty.
struct OutlineRows: Sendable {
    private struct Key: Hashable {
        /// Digest of the course's version.
        let version: String
        let language: Language
    }

    /// What a row shows besides what the author wrote.
    private struct Standing: Hashable {
        /// Position of the activity in the course.
        let step: Int
        let state: OutlineModel.State
        let mark: Int?
        let due: DueDay?
    }

    /// The rows of one version of a course in one language. As many as there are states, marks and last days: in practice a handful an activity, and
    /// never more than ``most`` in all.
    final class Rows: Sendable {
        private static let most = 50_000

        let course: String
        let words: Words
        private let kept = Mutex<[Standing: PrerenderedHTML]>([:])

        init(course: String, words: Words) {
            self.course = course
            self.words = words
        }

        /// Writes the steps of a module. What closes a step depends on the learner: such a row is written anew.
        func write(_ steps: [OutlineModel.Step], into buffer: inout HTMLBuffer) {
            var missing: [Standing: PrerenderedHTML] = [:]
            kept.withLock { kept in
                for step in steps {
                    let view = { StepView(step: step, course: self.course, words: self.words) }
                    guard step.closed.isEmpty else {
                        view().write(into: &buffer)
                        continue
                    }
                    let standing = Standing(step: step.placed.position, state: step.state, mark: step.mark, due: step.due)
                    if let row = kept[standing] ?? missing[standing] {
                        buffer.append(row)
                    } else {
                        let row = PrerenderedHTML(view().rendered().bytes)
                        missing[standing] = row
                        buffer.append(row)
                    }
                }
                if kept.count + missing.count > Self.most { kept.removeAll() }
                if !missing.isEmpty { kept.merge(missing) { known, _ in known } }
            }
        }
    }

    private let versions = BoundedCache<Key, Rows>(capacity: 200)

    func rows(of version: String, course: String, words: Words) -> Rows {
        versions.value(Key(version: version, language: words.language)) { Rows(course: course, words: words) }
    }
}

/// The steps of a module.
struct StepRows: Markup {
    let steps: [OutlineModel.Step]
    let rows: OutlineRows.Rows

    func write(into buffer: inout HTMLBuffer) {
        rows.write(steps, into: &buffer)
    }
}
