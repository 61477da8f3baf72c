/// The formats that are still to come hold nothing yet.
extension FormatElement {
    static let olx: [FormatElement] = []
    static let moodleBackup: [FormatElement] = []
    static let scorm: [FormatElement] = []
    static let h5p: [FormatElement] = []
}
