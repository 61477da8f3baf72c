import Accounts
import Essentials
import SQL
import Scheduling

/// The meetings of the demonstration: a mentor and a tutor who offer hours, one meeting that was and one to come.
extension Campus {
    /// Makes them where nobody offers any yet.
    func addDemonstrationMeetings(now: Instant) async throws {
        try await database.writeAlone { writing in
            guard let cohort = try cohorts.cohort(key: DemonstrationCohort.web.key, in: writing),
                let learner = try people.person(login: try Login("samira.benali"), in: writing)?.id,
                let mentor = try memberships.people(of: cohort.id, as: .mentor, limit: 1, in: writing).first?.person.id,
                let tutor = try memberships.people(of: cohort.id, as: .tutor, limit: 1, in: writing).first?.person.id,
                try mentors.availabilities(of: mentor, in: writing).isEmpty
            else { return }
            let today = WallZone.paris.wallTime(now).day
            let since = today.monday.adding(days: -28)
            var offers: [MentoringAvailability] = []
            func offer(_ host: Identifier<Person>, _ weekday: Int, _ opens: Int, _ closes: Int, _ length: Int, _ link: String) {
                offers.append(
                    MentoringAvailability(
                        id: .new(at: now), host: host, days: .weekly(weekday, from: since, through: nil), opens: opens,
                        closes: closes,
                        length: length, link: link))
            }
            offer(mentor, 2, 17 * 60, 19 * 60, 30, "https://visio.example.org/demo-mentor")
            offer(mentor, 4, 12 * 60, 13 * 60, 30, "https://visio.example.org/demo-mentor")
            offer(tutor, 3, 16 * 60, 17 * 60, 15, "https://visio.example.org/demo-tutorat")
            for availability in offers { try mentors.add(availability, in: writing) }

            let day: Int64 = 86_400
            let before = offers.prefix(2).slots(from: now.adding(seconds: -14 * day), until: now.adding(seconds: -day))
            if let slot = before.last {
                let booked = slot.startsAt.adding(seconds: -3 * day)
                let meeting = MentoringMeeting(
                    id: .new(at: booked), slot: slot, learner: learner, cohort: cohort.id, topic: "Relire mon CV", at: booked)
                try mentors.book(meeting, by: learner, at: booked, in: writing)
                let report = MeetingReport(
                    outcome: .held, shared: "CV relu ensemble : une page, les projets d’abord.",
                    restricted: "Hésite à postuler : encourager.", nextStep: "Envoyer le CV à deux entreprises",
                    nextDay: today.adding(days: 7))
                _ = try mentors.keep(report, of: meeting.id, by: mentor, at: slot.endsAt, in: writing)
            }
            let after = offers.prefix(2).slots(from: now.adding(seconds: 2 * day), until: now.adding(seconds: 14 * day))
            if let slot = after.first {
                let meeting = MentoringMeeting(
                    id: .new(at: now), slot: slot, learner: learner, cohort: cohort.id, topic: "Préparer un entretien", at: now)
                try mentors.book(meeting, by: learner, at: now, in: writing)
            }
        }
    }
}
