import Campus

extension CampusError {
    /// Whether a form is shown again with what was typed: what is wrong can be mended in it.
    var isAboutForm: Bool {
        switch self {
        case .invalid, .conflict: true
        default: false
        }
    }
}
