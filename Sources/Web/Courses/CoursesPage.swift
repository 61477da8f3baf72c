import Essentials
import HTML

/// The courses that a person follows.
struct CoursesPage: Page {
    struct Model: Encodable, Sendable {
        let courses: [CourseCard]
        let followsLearners: Bool
    }

    let model: Model
    var menu: MenuEntry? { .courses }

    func heading(_ words: Words) -> String { words(.myCourses) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) { h1 { words(.myCourses) } }
            if model.courses.isEmpty {
                NoCourse(words: words, followsLearners: model.followsLearners)
            } else {
                div(.class("cards")) { ForEach(model.courses) { CourseCardView(card: $0, words: words, isUnderTitle: true) } }
                a(.class("row"), .href(Links.portfolio)) { span(.class("row-main")) { words(.portfolio) } }
            }
        }
    }
}
