import ArgumentParser

/// `rebond cohort`
struct CohortCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cohort", abstract: "Les promos : dates, cours, personnes. / Cohorts: dates, courses, people.",
        subcommands: [
            CohortNew.self, CohortCourse.self, CohortEnrol.self, CohortLeave.self, CohortGroup.self, CohortExtraTime.self,
            CohortPause.self, CohortExtend.self, CohortRule.self, CohortPoints.self, CohortList.self,
        ])
}
