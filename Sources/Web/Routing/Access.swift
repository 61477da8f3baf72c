import Campus

/// Who may call a route. Finer rules (this very cohort, this very attempt) are Campus's, which asks the same ``Viewer``.
package enum Access: String, Sendable, Hashable, CaseIterable {
    /// Anybody.
    case anyone
    /// Whoever is signed in.
    case signedIn
    /// Who follows learners: tutors, trainers, coordinators.
    case staff
    /// Who coordinates a cohort, and administrators.
    case coordinator
    /// Course authors and administrators.
    case author
    /// The machine itself, or an administrator's program.
    case `operator`

    /// - throws: ``CampusError/signInRequired`` or ``CampusError/notAllowed(_:)``.
    func check(_ context: VisitorContext, isForwarded: Bool) throws {
        switch self {
        case .anyone: return
        case .signedIn:
            guard context.viewer != nil else { throw CampusError.signInRequired }
        case .staff:
            guard let viewer = context.viewer else { throw CampusError.signInRequired }
            guard viewer.followsLearners else { throw CampusError.notAllowed(.staffOnly) }
        case .coordinator:
            guard let viewer = context.viewer else { throw CampusError.signInRequired }
            guard viewer.mayMakeCohorts else { throw CampusError.notAllowed(.coordinatorsOnlyHere) }
        case .author:
            guard let viewer = context.viewer else { throw CampusError.signInRequired }
            guard viewer.isAuthor else { throw CampusError.notAllowed(.authorsOnly) }
        case .operator:
            if context.isLoopback, !isForwarded { return }
            guard let viewer = context.viewer else { throw CampusError.signInRequired }
            guard viewer.isAdmin else { throw CampusError.notAllowed(.operatorsOnly) }
        }
    }
}
