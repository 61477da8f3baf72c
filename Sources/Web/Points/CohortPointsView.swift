import Essentials
import HTML

/// Whether a cohort has points, for who decides on it.
struct CohortPointsView: View {
    let cohort: String
    let hasPoints: Bool
    let words: Words

    var body: some Markup {
        section(.class("stack"), .aria(.labelledby, "points")) {
            h2(.id("points")) { words(.pointsOfCohort) }
            p { words(hasPoints ? .cohortHasPoints : .cohortHasNoPoints) }
            if hasPoints {
                p { a(.href(Links.cohortPoints(cohort))) { words(.fairPoints) } }
                p { a(.href(Links.games(cohort))) { words(.gamesOfCohort) } }
            }
            p { a(.href(Links.cohortBadges(cohort))) { words(.badgesOfCohort) } }
            form(.class("actions"), .method(.post), .action(Links.cohortPoints(cohort))) {
                input(.type(.hidden), .name("hasPoints"), .value(hasPoints ? "no" : "yes"))
                button(.class("button")) { words(hasPoints ? .removePoints : .bringPoints) }
            }
        }
    }
}
