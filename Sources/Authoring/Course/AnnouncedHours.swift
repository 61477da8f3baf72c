import CourseContent
import Essentials

/// The minutes of the activities beside the hours that the course announces. Activities that are only announced count; optional
/// ones may be counted or not.
struct AnnouncedHours {
    private var inPerson = 0...0
    private var atADistance = 0...0

    init(_ modules: [ModuleOutline]) {
        for module in modules {
            inPerson = Self.adding(module.inPersonMinutes, isOptional: false, to: inPerson)
            for activity in module.activities {
                if activity.place == .inPerson {
                    inPerson = Self.adding(activity.minutes, isOptional: activity.isOptional, to: inPerson)
                } else {
                    atADistance = Self.adding(activity.minutes, isOptional: activity.isOptional, to: atADistance)
                }
            }
        }
    }

    private static func adding(_ minutes: Int, isOptional: Bool, to range: ClosedRange<Int>) -> ClosedRange<Int> {
        (range.lowerBound + (isOptional ? 0 : minutes))...(range.upperBound + minutes)
    }

    /// What is to be said; `nil` when both agree within a tenth, or within half an hour.
    func finding(_ hours: CourseHours) -> Finding? {
        let far = hours.total - hours.inPerson
        if !Self.agree(atADistance, hours: far) {
            return .hoursDiffer(announced: far, minutes: atADistance.upperBound, inPerson: false)
        }
        if !Self.agree(inPerson, hours: hours.inPerson) {
            return .hoursDiffer(announced: hours.inPerson, minutes: inPerson.upperBound, inPerson: true)
        }
        return nil
    }

    private static func agree(_ minutes: ClosedRange<Int>, hours: Double) -> Bool {
        let announced = hours * 60
        let slack = max(30, announced / 10)
        return announced >= Double(minutes.lowerBound) - slack && announced <= Double(minutes.upperBound) + slack
    }
}

extension Finding {
    static func hoursDiffer(announced: Double, minutes: Int, inPerson: Bool) -> Finding {
        let said = Self.duration((announced * 60).rounded())
        let found = Self.duration(Double(minutes))
        return Finding(
            "hours-differ", severity: .warning,
            inPerson
                ? Phrase(
                    fr: "Le cours annonce \(said) en présence ; les minutes du cours font \(found).",
                    en: "The course announces \(said) in person; the minutes in it make \(found).")
                : Phrase(
                    fr: "Le cours annonce \(said) à distance ; les minutes des activités font \(found).",
                    en: "The course announces \(said) at a distance; the minutes of the activities make \(found)."),
            hint: Phrase(
                fr: "Corrigez « hours », ou annoncez dans « planned » les activités qui manquent.",
                en: "Correct \"hours\", or announce the missing activities in \"planned\"."))
    }

    private static func duration(_ minutes: Double) -> String {
        let whole = Int(minutes)
        if whole < 60 { return "\(whole)\u{A0}min" }
        return whole % 60 == 0 ? "\(whole / 60)\u{A0}h" : "\(whole / 60)\u{A0}h\u{A0}\(whole % 60)"
    }
}
