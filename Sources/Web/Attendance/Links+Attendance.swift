import Scheduling

extension Links {
    static func attendance(_ session: String) -> String { self.session(session) + "/attendance" }
    static func attendance(_ session: String, _ part: HalfDay.Part, of person: String) -> String {
        attendance(session) + "/\(part.rawValue)/people/\(person)"
    }
    static func attendanceWithdrawal(_ session: String, _ part: HalfDay.Part, of person: String) -> String {
        attendance(session, part, of: person) + "/withdrawals"
    }
    static func roomCode(_ session: String, _ part: HalfDay.Part) -> String {
        attendance(session) + "/\(part.rawValue)/code"
    }
    static func attendanceProof(_ entry: String) -> String { "/attendance/\(entry)/proof" }
    static func sheet(_ session: String) -> String { self.session(session) + "/sheet" }
    static func weekSheet(_ cohort: String, _ day: String) -> String { Self.cohort(cohort) + "/sheet?week=\(day)" }
    static func joinSession(_ session: String) -> String { self.session(session) + "/join" }
}
