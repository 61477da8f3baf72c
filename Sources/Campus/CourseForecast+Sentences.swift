package import CourseContent
package import Essentials
import Progress

extension CourseForecast {
    /// What changes of the course itself, of its modules, and what it means for those who follow it.
    package var sentences: [Phrase] {
        guard published != nil else {
            return [
                Phrase(
                    fr: "Rien n’est publié sous ce nom : ce serait la première version.",
                    en: "Nothing is published under this name: it would be the first version.")
            ]
        }
        if isSame { return [Phrase(fr: "Rien ne changerait.", en: "Nothing would change.")] }
        var all: [Phrase] = []
        if !course.isEmpty { all.append(.list(Phrase(fr: "Cours", en: "Course"), course.map(\.phrase))) }
        return all + learnerSentences + partSentences
    }

    private var learnerSentences: [Phrase] {
        let who = Phrase.counted(
            people.enrolled, fr: ("\(people.enrolled) personne suit ce cours", "\(people.enrolled) personnes suivent ce cours"),
            en: ("\(people.enrolled) person follows this course", "\(people.enrolled) people follow this course"))
        guard people.enrolled > 0 else { return [Phrase(fr: "Personne ne suit ce cours.", en: "Nobody follows this course.")] }
        var all = [
            Phrase(
                fr: "\(who.fr) : avancement en hausse pour \(people.up), en baisse pour \(people.down).",
                en: "\(who.en): percentage up for \(people.up), down for \(people.down).")
        ]
        if people.finishing > 0 {
            let count = people.finishing
            all.append(
                .counted(
                    count, fr: ("\(count) personne aurait tout terminé.", "\(count) personnes auraient tout terminé."),
                    en: ("\(count) person would have done everything.", "\(count) people would have done everything.")))
        }
        return all
    }
}

extension CourseForecast.Activity {
    /// What changes in it, in words, and what that means for learners, each a sentence.
    package var sentences: [Phrase] {
        var all = [Phrase.list(nil, change.aspects.map(\.phrase))]
        if let before = change.before, let after = change.after {
            if change.aspects.contains(.renamed) {
                all.append(
                    Phrase(
                        fr: "« \(before.title) » devient « \(after.title) ».", en: "“\(before.title)” becomes “\(after.title)”."))
            }
            if change.aspects.contains(.completion) {
                let rules = "\(before.completion.notation) → \(after.completion.notation)"
                all.append(Phrase(fr: "Règle : \(rules).", en: "Rule: \(rules)."))
            }
            if change.aspects.contains(.minutes) {
                all.append(
                    Phrase(fr: "\(before.minutes) → \(after.minutes) min.", en: "\(before.minutes) → \(after.minutes) min."))
            }
        }
        return all + questionSentences + learnerSentences
    }

    private var questionSentences: [Phrase] {
        guard let questions else { return [] }
        let parts = [
            (questions.added, Phrase(fr: "nouvelles", en: "new")), (questions.changed, Phrase(fr: "changées", en: "changed")),
            (questions.removed, Phrase(fr: "retirées", en: "taken out")),
        ].filter { !$0.0.isEmpty }
        let text = parts.map { ids, what in
            Phrase(fr: "\(what.fr) \(ids.joined(separator: ", "))", en: "\(what.en) \(ids.joined(separator: ", "))")
        }
        return [
            Phrase(
                fr: "Questions : " + text.map(\.fr).joined(separator: " ; ") + ".",
                en: "Questions: " + text.map(\.en).joined(separator: "; ") + ".")
        ]
    }

    private var learnerSentences: [Phrase] {
        var all: [Phrase] = []
        let leaves = change.after.map(\.isPlanned) ?? true
        if leaves, done > 0 {
            all.append(
                .counted(
                    done,
                    fr: (
                        "\(done) personne l’a terminée : elle ne compte plus.",
                        "\(done) personnes l’ont terminée : elle ne compte plus."
                    ),
                    en: ("\(done) person has done it: it counts no more.", "\(done) people have done it: it counts no more.")))
        } else if change.aspects.contains(.completion), done > 0 {
            all.append(
                .counted(
                    done, fr: ("\(done) personne l’a terminée et le garde.", "\(done) personnes l’ont terminée et le gardent."),
                    en: ("\(done) person has done it and keeps that.", "\(done) people have done it and keep that.")))
        }
        let under = begun - done - completed
        if change.aspects.contains(.completion), !leaves, under > 0 {
            all.append(
                .counted(
                    under,
                    fr: (
                        "\(under) personne l’a commencée et suit la nouvelle règle.",
                        "\(under) personnes l’ont commencée et suivent la nouvelle règle."
                    ),
                    en: (
                        "\(under) person has begun it and follows the new rule.",
                        "\(under) people have begun it and follow the new rule."
                    )))
        }
        if completed > 0 {
            all.append(
                .counted(
                    completed,
                    fr: ("\(completed) personne la termine aussitôt.", "\(completed) personnes la terminent aussitôt."),
                    en: ("\(completed) person completes it at once.", "\(completed) people complete it at once.")))
        }
        if openAttempts > 0 {
            all.append(
                .counted(
                    openAttempts,
                    fr: (
                        "\(openAttempts) travail en cours se finit sur la version où il a commencé.",
                        "\(openAttempts) travaux en cours se finissent sur la version où ils ont commencé."
                    ),
                    en: (
                        "\(openAttempts) attempt under way ends on the version that it began with.",
                        "\(openAttempts) attempts under way end on the version that they began with."
                    )))
        }
        if waitingAttempts > 0 {
            all.append(
                .counted(
                    waitingAttempts,
                    fr: ("\(waitingAttempts) attend une correction.", "\(waitingAttempts) attendent une correction."),
                    en: ("\(waitingAttempts) waits to be marked.", "\(waitingAttempts) wait to be marked.")))
        }
        if sentAttempts > 0 {
            all.append(
                .counted(
                    sentAttempts,
                    fr: (
                        "\(sentAttempts) travail rendu garde son résultat.",
                        "\(sentAttempts) travaux rendus gardent leur résultat."
                    ),
                    en: ("\(sentAttempts) sent keeps its result.", "\(sentAttempts) sent keep their results.")))
        }
        return all
    }
}

extension CourseForecast {
    /// What changes in a module, in words, and what that means for learners, each a sentence.
    package func sentences(of module: ModuleChange) -> [Phrase] {
        var all = [Phrase.list(nil, module.aspects.map(\.phrase))]
        if module.aspects.contains(.completion) {
            let rules = "\((module.completionBefore ?? .all).notation) → \((module.completion ?? .all).notation)"
            all.append(Phrase(fr: "Règle : \(rules).", en: "Rule: \(rules)."))
        }
        let part = part(of: module)
        if module.aspects.contains(.completion), part.done > 0 {
            all.append(
                .counted(
                    part.done,
                    fr: ("\(part.done) personne l’a terminé et le garde.", "\(part.done) personnes l’ont terminé et le gardent."),
                    en: (
                        "\(part.done) person has completed it and keeps that.",
                        "\(part.done) people have completed it and keep that."
                    )))
        }
        if part.completed > 0 { all.append(.completedAtOnce(part.completed)) }
        return all
    }

    /// Modules that are the same and blocks of competencies whose rules would be fulfilled at once.
    fileprivate var partSentences: [Phrase] {
        let told = Set(modules.map(\.id))
        return people.parts.filter { $0.value.completed > 0 && !($0.key.kind == .module && told.contains($0.key.id)) }
            .sorted { $0.key.text < $1.key.text }.map { part, effect in
                let what =
                    part.kind == .module
                    ? Phrase(fr: "Module « \(part.id) »", en: "Module “\(part.id)”")
                    : Phrase(fr: "Bloc « \(part.id) »", en: "Block “\(part.id)”")
                let who = Phrase.completedAtOnce(effect.completed)
                return Phrase(fr: "\(what.fr) : \(who.fr)", en: "\(what.en): \(who.en)")
            }
    }
}

extension Phrase {
    fileprivate static func completedAtOnce(_ count: Int) -> Phrase {
        .counted(
            count, fr: ("\(count) personne le termine aussitôt.", "\(count) personnes le terminent aussitôt."),
            en: ("\(count) person completes it at once.", "\(count) people complete it at once."))
    }

    fileprivate static func list(_ title: Phrase?, _ items: [Phrase]) -> Phrase {
        let (fr, en) = (items.map(\.fr).joined(separator: ", "), items.map(\.en).joined(separator: ", "))
        return Phrase(fr: (title.map { "\($0.fr) : " } ?? "") + fr + ".", en: (title.map { "\($0.en): " } ?? "") + en + ".")
    }
}

extension CourseAspect {
    fileprivate var phrase: Phrase {
        switch self {
        case .title: Phrase(fr: "titre", en: "title")
        case .language: Phrase(fr: "langue", en: "language")
        case .mode: Phrase(fr: "modalité", en: "mode")
        case .summary: Phrase(fr: "résumé", en: "summary")
        case .hours: Phrase(fr: "heures", en: "hours")
        case .weeks: Phrase(fr: "semaines", en: "weeks")
        case .levels: Phrase(fr: "niveaux", en: "levels")
        case .audience: Phrase(fr: "public", en: "audience")
        case .objectives: Phrase(fr: "objectifs", en: "objectives")
        case .contacts: Phrase(fr: "contacts", en: "contacts")
        case .certification: Phrase(fr: "certification", en: "certification")
        case .competencies: Phrase(fr: "blocs de compétences", en: "blocks of competencies")
        case .points: Phrase(fr: "points", en: "points")
        case .sessions: Phrase(fr: "rythme des séances", en: "rhythm of sessions")
        case .badges: Phrase(fr: "badges", en: "badges")
        case .completion: Phrase(fr: "règle d’achèvement", en: "completion rule")
        }
    }
}

extension ModuleAspect {
    fileprivate var phrase: Phrase {
        switch self {
        case .added: Phrase(fr: "nouveau module", en: "new module")
        case .removed: Phrase(fr: "module retiré", en: "module taken out")
        case .moved: Phrase(fr: "déplacé", en: "moved")
        case .renamed: Phrase(fr: "renommé", en: "renamed")
        case .minutes: Phrase(fr: "minutes en présence", en: "minutes in person")
        case .opens: Phrase(fr: "conditions d’ouverture", en: "what opens it")
        case .due: Phrase(fr: "date limite", en: "last day")
        case .completion: Phrase(fr: "règle d’achèvement", en: "completion rule")
        case .details: Phrase(fr: "résumé ou objectifs", en: "summary or objectives")
        }
    }
}

extension ActivityAspect {
    fileprivate var phrase: Phrase {
        switch self {
        case .added: Phrase(fr: "nouvelle activité", en: "new activity")
        case .removed: Phrase(fr: "activité retirée", en: "activity taken out")
        case .written: Phrase(fr: "annoncée jusqu’ici, écrite maintenant", en: "announced until now, written now")
        case .announced: Phrase(fr: "seulement annoncée désormais", en: "only announced from now on")
        case .moved: Phrase(fr: "déplacée", en: "moved")
        case .renamed: Phrase(fr: "renommée", en: "renamed")
        case .kind: Phrase(fr: "autre genre d’activité", en: "another kind of activity")
        case .content: Phrase(fr: "contenu", en: "content")
        case .completion: Phrase(fr: "règle d’achèvement", en: "completion rule")
        case .minutes: Phrase(fr: "minutes", en: "minutes")
        case .optional: Phrase(fr: "facultative ou non", en: "optional or not")
        case .opens: Phrase(fr: "conditions d’ouverture", en: "what opens it")
        case .due: Phrase(fr: "date limite", en: "last day")
        case .evaluation: Phrase(fr: "évaluation", en: "evaluation")
        case .details: Phrase(fr: "résumé, objectifs, langue ou lieu", en: "summary, objectives, language or place")
        }
    }
}
