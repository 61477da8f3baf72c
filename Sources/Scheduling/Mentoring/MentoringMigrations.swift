import SQL

/// The schema of mentoring, a part of Scheduling's.
enum MentoringMigrations {
    /// For reminders: what is booked, of everybody, by time.
    static let coming = Migration("scheduling/0009-meetings-coming") { _ in
        "CREATE INDEX mentoring_meeting_coming ON mentoring_meeting(starts_at) WHERE status = 'booked';"
    }

    static let first = Migration("scheduling/0004-mentoring") { dialect in
        let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
        return """
            -- When somebody can be met: each week on a day, or on `first_day` only (no weekday).
            CREATE TABLE mentoring_availability (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
                person_id TEXT NOT NULL REFERENCES person(id),
                weekday SMALLINT CHECK (weekday BETWEEN 0 AND 6),
                first_day TEXT NOT NULL CHECK (length(first_day) = 10),
                last_day TEXT CHECK (length(last_day) = 10),
                opens SMALLINT NOT NULL CHECK (opens >= 0 AND opens % 15 = 0),
                closes SMALLINT NOT NULL CHECK (closes <= 1440 AND closes % 15 = 0),
                zone TEXT NOT NULL,
                length SMALLINT NOT NULL CHECK (length IN (15, 30, 45, 60, 90)),
                place TEXT CHECK (length(place) BETWEEN 1 AND 500),
                link TEXT CHECK (length(link) BETWEEN 1 AND 500),
                closed_at BIGINT,
                CHECK (closes >= opens + length),
                CHECK (place IS NOT NULL OR link IS NOT NULL)
            );
            CREATE INDEX mentoring_availability_of_person ON mentoring_availability(person_id);

            CREATE TABLE mentoring_exception (
                availability_id TEXT NOT NULL REFERENCES mentoring_availability(id),
                day TEXT NOT NULL CHECK (length(day) = 10),
                PRIMARY KEY (availability_id, day)
            ) \(clustered);

            CREATE TABLE mentoring_meeting (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
                host_id TEXT NOT NULL REFERENCES person(id),
                learner_id TEXT NOT NULL REFERENCES person(id),
                cohort_id TEXT NOT NULL REFERENCES cohort(id),
                day TEXT NOT NULL CHECK (length(day) = 10),
                minute SMALLINT NOT NULL CHECK (minute BETWEEN 0 AND 1439),
                zone TEXT NOT NULL,
                length SMALLINT NOT NULL CHECK (length BETWEEN 15 AND 90),
                starts_at BIGINT NOT NULL CHECK (starts_at % 900000 = 0),
                ends_at BIGINT NOT NULL CHECK (ends_at > starts_at),
                place TEXT,
                link TEXT,
                topic TEXT CHECK (length(topic) <= 500),
                status TEXT NOT NULL CHECK (status IN ('booked', 'cancelled')),
                reason TEXT CHECK (length(reason) <= 500),
                revision BIGINT NOT NULL CHECK (revision >= 0),
                changed_at BIGINT NOT NULL,
                CHECK (host_id <> learner_id),
                CHECK ((status = 'cancelled') = (reason IS NOT NULL))
            );
            CREATE INDEX mentoring_meeting_of_host ON mentoring_meeting(host_id, starts_at);
            CREATE INDEX mentoring_meeting_of_learner ON mentoring_meeting(learner_id, starts_at);
            CREATE INDEX mentoring_meeting_in_cohort ON mentoring_meeting(cohort_id, starts_at);

            -- Nobody meets two people at once: a meeting takes each of its quarters of an hour, of both people.
            CREATE TABLE meeting_quarter (
                person_id TEXT NOT NULL REFERENCES person(id),
                quarter BIGINT NOT NULL,
                meeting_id TEXT NOT NULL REFERENCES mentoring_meeting(id),
                PRIMARY KEY (person_id, quarter)
            ) \(clustered);
            CREATE INDEX meeting_quarter_of_meeting ON meeting_quarter(meeting_id);

            -- Facts: booked, moved, cancelled.
            CREATE TABLE mentoring_change (
                meeting_id TEXT NOT NULL REFERENCES mentoring_meeting(id),
                revision BIGINT NOT NULL CHECK (revision >= 0),
                status TEXT NOT NULL,
                starts_at BIGINT NOT NULL,
                length SMALLINT NOT NULL,
                reason TEXT,
                changed_by TEXT REFERENCES person(id),
                changed_at BIGINT NOT NULL,
                PRIMARY KEY (meeting_id, revision)
            ) \(clustered);
            CREATE INDEX mentoring_change_by ON mentoring_change(changed_by);

            -- Facts: the one with the highest number holds. `restricted` is never for the learner.
            CREATE TABLE mentoring_report (
                meeting_id TEXT NOT NULL REFERENCES mentoring_meeting(id),
                number BIGINT NOT NULL CHECK (number > 0),
                outcome TEXT NOT NULL CHECK (outcome IN ('held', 'learner-absent', 'host-absent', 'postponed')),
                shared TEXT CHECK (length(shared) <= 2000),
                restricted TEXT CHECK (length(restricted) <= 2000),
                next_step TEXT CHECK (length(next_step) <= 2000),
                next_day TEXT CHECK (length(next_day) = 10),
                written_by TEXT NOT NULL REFERENCES person(id),
                written_at BIGINT NOT NULL,
                PRIMARY KEY (meeting_id, number)
            ) \(clustered);
            CREATE INDEX mentoring_report_by ON mentoring_report(written_by);

            -- Facts: the one with the highest number holds; without any, the usual rules.
            CREATE TABLE mentoring_rules (
                cohort_id TEXT NOT NULL REFERENCES cohort(id),
                number BIGINT NOT NULL CHECK (number > 0),
                notice_hours SMALLINT NOT NULL CHECK (notice_hours BETWEEN 0 AND 168),
                open_bookings SMALLINT NOT NULL CHECK (open_bookings BETWEEN 1 AND 20),
                weeks_ahead SMALLINT NOT NULL CHECK (weeks_ahead BETWEEN 1 AND 26),
                set_by TEXT REFERENCES person(id),
                set_at BIGINT NOT NULL,
                PRIMARY KEY (cohort_id, number)
            ) \(clustered);
            CREATE INDEX mentoring_rules_by ON mentoring_rules(set_by);
            """
    }
}
