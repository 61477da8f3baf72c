import Campus
import CourseContent
import Essentials
import Gamification
import HTML

/// One's own badges, and those that one can still earn.
struct BadgesPage: Page {
    struct Model: Encodable, Sendable {
        /// As they were given.
        let badges: [Held]
        let toEarn: [ToEarn]

        struct Held: Encodable, Sendable {
            let id: String
            let badge: BadgeModel
            let awardedAt: Instant
            /// Left out for a badge that one keeps.
            let sharedAt: Instant?
            /// The address under which it is shown; left out for a badge that one keeps.
            let link: String?
            /// Left out for one that is good.
            let revoked: Revocation?
        }

        struct Revocation: Encodable, Sendable {
            let at: Instant
            let reason: String
        }

        struct ToEarn: Encodable, Sendable {
            let course: String
            let badge: BadgeModel
            let needs: [Need]
        }

        struct Need: Encodable, Sendable {
            let fact: BadgeRule.Fact
            let words: String
            let isMet: Bool
        }

        init(_ reading: Campus.BadgesReading) {
            badges = reading.held.map { badge in
                Held(
                    id: badge.id.text, badge: BadgeModel(badge.sketch), awardedAt: badge.awardedAt, sharedAt: badge.sharedAt,
                    link: badge.sharedAt.map { _ in Links.sharedBadge(badge.address) },
                    revoked: badge.revocation.map { Revocation(at: $0.at, reason: $0.reason) })
            }
            toEarn = reading.toEarn.map { earning in
                let outline = earning.course.outline
                return ToEarn(
                    course: outline.key, badge: BadgeModel(earning.sketch),
                    needs: zip(earning.rule.needs, earning.met).map { need, isMet in
                        Need(fact: need.fact, words: need.phrase(in: outline).in(outline.language), isMet: isMet)
                    })
            }
        }
    }

    let model: Model
    var menu: MenuEntry? { .profile }

    func heading(_ words: Words) -> String { words(.myBadges) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.points)) {
                    words.icon("back")
                    " "
                    words(.myPoints)
                }
                h1 { words(.myBadges) }
                p(.class("lead")) { words(.badgesLead) }
            }
            if model.badges.isEmpty { p(.class("quiet")) { words(.noBadgesYet) } }
            ForEach(model.badges) { held($0, words) }
            if !model.toEarn.isEmpty {
                section(.class("stack"), .aria(.labelledby, "to-earn")) {
                    h2(.id("to-earn")) { words(.badgesToEarn) }
                    ForEach(model.toEarn) { toEarn($0, words) }
                }
            }
        }
    }

    private func held(_ held: Model.Held, _ words: Words) -> some Markup {
        section(.class("card badge-card"), .id("badge-\(held.id)"), .aria(.labelledby, "title-\(held.id)")) {
            BadgePicture(badge: held.badge)
            div(.class("stack")) {
                h2(.id("title-\(held.id)"), .lang(words.lang(of: held.badge.language))) { held.badge.title }
                BadgeWords(badge: held.badge, words: words)
                p(.class("quiet")) { words(.badgeGivenOn(words.moment(held.awardedAt))) }
                if let revoked = held.revoked {
                    p(.class("notice notice-danger")) { words(.badgeRevokedBecause(revoked.reason)) }
                } else {
                    sharing(held, words)
                    p(.class("actions")) {
                        a(.class("button"), .href(Links.badgeImage(held.id)), .download("")) { words(.downloadBadgeImage) }
                        a(.class("button button-quiet"), .href(Links.badgeCredential(held.id)), .download("")) {
                            words(.downloadBadgeCredential)
                        }
                    }
                }
            }
        }
    }

    private func sharing(_ held: Model.Held, _ words: Words) -> some Markup {
        form(.class("actions"), .method(.post), .action(Links.badgeSharing(held.id))) {
            if let link = held.link {
                p {
                    words(.badgeIsShared) + " "
                    a(.href(link)) { words(.seeSharedBadge) }
                }
            } else {
                p(.class("quiet")) { words(.badgeIsKept) }
            }
            input(.type(.hidden), .name("isShared"), .value(held.link == nil ? "yes" : "no"))
            button(.class("button")) {
                words(held.link == nil ? .shareBadge : .keepBadge)
                span(.class("visually-hidden")) { " : \(held.badge.title)" }
            }
        }
    }

    private func toEarn(_ earning: Model.ToEarn, _ words: Words) -> some Markup {
        section(.class("card badge-card badge-to-earn")) {
            BadgePicture(badge: earning.badge)
            div(.class("stack")) {
                h3(.lang(words.lang(of: earning.badge.language))) { earning.badge.title }
                p(.class("quiet")) {
                    a(.href(Links.course(earning.course)), .lang(words.lang(of: earning.badge.language))) {
                        earning.badge.courseTitle
                    }
                }
                if let summary = earning.badge.summary { p(.lang(words.lang(of: earning.badge.language))) { summary } }
                ul {
                    ForEach(earning.needs) { need in
                        li {
                            span(.lang(words.lang(of: earning.badge.language))) { need.words }
                            if need.isMet { " · " + words(.badgeNeedMet) }
                        }
                    }
                }
            }
        }
    }
}

/// What a badge says.
struct BadgeModel: Encodable, Sendable {
    let title: String
    let summary: String?
    let criteria: String
    let colour: String
    let courseTitle: String
    let language: Language

    init(_ sketch: BadgeSketch) {
        title = sketch.title
        summary = sketch.summary
        criteria = sketch.criteria
        colour = sketch.colour
        courseTitle = sketch.courseTitle
        language = sketch.language
    }

    var sketch: BadgeSketch {
        BadgeSketch(
            title: title, summary: summary, criteria: criteria, colour: colour, courseTitle: courseTitle, language: language)
    }
}

/// The picture of a badge, beside its words.
struct BadgePicture: View {
    let badge: BadgeModel

    var body: some Markup { PrerenderedHTML(Array(BadgeDrawing(badge.sketch).svg(standsAlone: false).utf8)) }
}

/// What it was given for, and in which course.
struct BadgeWords: View {
    let badge: BadgeModel
    let words: Words

    var body: some Markup {
        p(.class("quiet"), .lang(words.lang(of: badge.language))) { badge.courseTitle }
        if let summary = badge.summary { p(.lang(words.lang(of: badge.language))) { summary } }
        p {
            words.label(.badgeCriteria)
            span(.lang(words.lang(of: badge.language))) { badge.criteria }
        }
    }
}
