import Essentials

/// Words about the goal of the week.
extension Phrase {
    static let weeklyGoal = Phrase(fr: "Mon objectif de la semaine", en: "My goal for the week")
    static let weeklyGoalLead = Phrase(
        fr: "Un seul, que vous choisissez. Vous pouvez en changer à tout moment.",
        en: "Only one, which you choose. You can change it at any time.")
    static let setMyGoal = Phrase(fr: "Me fixer un objectif", en: "Set a goal")
    static let setGoal = Phrase(fr: "Choisir cet objectif", en: "Choose this goal")
    static let goalInHours = Phrase(fr: "Du temps", en: "Some time")
    static let hoursThisWeek = Phrase(fr: "Heures cette semaine", en: "Hours this week")
    static let goalInActivity = Phrase(fr: "Une activité à terminer", en: "An activity to finish")
    static func goalOfMinutes(_ minutes: Int, done: Int) -> Phrase {
        let (goal, done) = (duration(minutes: minutes), duration(minutes: done))
        return Phrase(fr: "\(done.fr) sur \(goal.fr)", en: "\(done.en) of \(goal.en)")
    }
    static let goalMet = Phrase(fr: "atteint", en: "met")
    static let goalMissed = Phrase(fr: "pas atteint", en: "not met")
    static let goalGoesOn = Phrase(fr: "en cours", en: "going on")
    static let lastWeek = Phrase(fr: "La semaine dernière", en: "Last week")
}
