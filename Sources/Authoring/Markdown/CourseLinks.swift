/// What the texts of a course can refer to.
struct CourseLinks {
    /// The course's key, part of the addresses of its activities.
    var courseKey: String
    /// Ids of the written activities.
    var written: Set<String>
    /// Ids of the activities that are only announced.
    var planned: Set<String>
    let assets: AssetLibrary
    var glossary = Glossary()

    func address(ofActivity id: String) -> String { "/courses/\(courseKey)/activities/\(id)" }
}
