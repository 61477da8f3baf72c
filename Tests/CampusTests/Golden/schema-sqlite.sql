CREATE TABLE access_token (
    id TEXT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    revoked_at BIGINT
);
CREATE UNIQUE INDEX access_token_hash ON access_token (token_hash);
CREATE INDEX access_token_of_person ON access_token (person_id, id);
CREATE TABLE activity (
    id TEXT NOT NULL PRIMARY KEY,
    course_id TEXT NOT NULL REFERENCES course(id),
    key TEXT NOT NULL,
    UNIQUE (course_id, key)
);
CREATE TABLE activity_content (
    digest TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
);
CREATE TABLE activity_state (
    enrolment_id TEXT NOT NULL REFERENCES enrolment(id),
    activity_id TEXT NOT NULL REFERENCES activity(id),
    status TEXT NOT NULL CHECK (status IN ('opened', 'completed')),
    first_opened_at BIGINT NOT NULL,
    last_event_at BIGINT NOT NULL,
    seconds BIGINT NOT NULL CHECK (seconds >= 0),
    reached_end_at BIGINT,
    best_score SMALLINT CHECK (best_score BETWEEN 0 AND 100),
    attempts BIGINT NOT NULL CHECK (attempts >= 0),
    completed_at BIGINT,
    completed_by_version TEXT REFERENCES course_version(id), played TEXT, declared_at BIGINT, attended_at BIGINT, contributions BIGINT NOT NULL DEFAULT 0 CHECK (contributions >= 0), reviewed_share SMALLINT CHECK (reviewed_share BETWEEN 0 AND 100), submitted_at BIGINT, connected TEXT, scores TEXT, validated_seconds BIGINT CHECK (validated_seconds >= 0), ruling TEXT, reported_at BIGINT,
    PRIMARY KEY (enrolment_id, activity_id),
    CHECK ((status = 'completed') = (completed_at IS NOT NULL))
) WITHOUT ROWID;
CREATE INDEX activity_state_activity ON activity_state(activity_id);
CREATE INDEX activity_state_version ON activity_state(completed_by_version);
CREATE TABLE alert_rules (
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    number BIGINT NOT NULL CHECK (number > 0),
    rules TEXT NOT NULL,
    set_by TEXT REFERENCES person(id),
    set_at BIGINT NOT NULL,
    PRIMARY KEY (cohort_id, number)
) WITHOUT ROWID;
CREATE INDEX alert_rules_by ON alert_rules(set_by);
CREATE TABLE alert_sweep (
    day TEXT NOT NULL PRIMARY KEY CHECK (length(day) = 10),
    started_at BIGINT NOT NULL,
    finished_at BIGINT
) WITHOUT ROWID;
CREATE TABLE attempt (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person(id),
    activity_id TEXT NOT NULL REFERENCES activity(id),
    context TEXT NOT NULL CHECK (length(context) BETWEEN 1 AND 64),
    version_id TEXT NOT NULL REFERENCES course_version(id),
    content_digest TEXT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    started_at BIGINT NOT NULL,
    max_points DOUBLE PRECISION NOT NULL CHECK (max_points >= 0),
    submitted_at BIGINT,
    points DOUBLE PRECISION CHECK (points BETWEEN 0 AND max_points),
    score SMALLINT CHECK (score BETWEEN 0 AND 100), seed BIGINT, deadline BIGINT CHECK (deadline > started_at), sent_at BIGINT,
    UNIQUE (context, activity_id, number),
    CHECK ((submitted_at IS NULL) = (points IS NULL) AND (submitted_at IS NULL) = (score IS NULL))
);
CREATE INDEX attempt_activity ON attempt(activity_id);
CREATE INDEX attempt_due ON attempt(deadline) WHERE submitted_at IS NULL AND deadline IS NOT NULL;
CREATE UNIQUE INDEX attempt_open ON attempt(context, activity_id) WHERE submitted_at IS NULL;
CREATE INDEX attempt_person ON attempt(person_id);
CREATE INDEX attempt_version ON attempt(version_id);
CREATE TABLE attempt_answer (
    attempt_id TEXT NOT NULL REFERENCES attempt(id),
    question_id TEXT NOT NULL,
    response TEXT,
    sequence BIGINT NOT NULL CHECK (sequence > 0),
    saved_at BIGINT NOT NULL,
    points DOUBLE PRECISION CHECK (points >= 0),
    is_right SMALLINT CHECK (is_right IN (0, 1)),
    PRIMARY KEY (attempt_id, question_id),
    CHECK ((points IS NULL) = (is_right IS NULL))
) WITHOUT ROWID;
CREATE TABLE attempt_step (
    attempt_id TEXT NOT NULL REFERENCES attempt(id),
    number BIGINT NOT NULL CHECK (number > 0),
    scene_id TEXT NOT NULL,
    choice_id TEXT NOT NULL,
    taken_at BIGINT NOT NULL,
    PRIMARY KEY (attempt_id, number)
) WITHOUT ROWID;
CREATE TABLE attendance_chain (
    cohort_id TEXT NOT NULL PRIMARY KEY REFERENCES cohort(id),
    length BIGINT NOT NULL CHECK (length >= 0),
    head TEXT NOT NULL CHECK (length(head) = 64)
) WITHOUT ROWID;
CREATE TRIGGER attendance_entry_same BEFORE UPDATE ON attendance_entry
BEGIN SELECT RAISE(ABORT, 'the attendance log is append-only'); END;
CREATE TRIGGER attendance_entry_stays BEFORE DELETE ON attendance_entry
BEGIN SELECT RAISE(ABORT, 'the attendance log is append-only'); END;
CREATE TABLE attendance_entry (
    id TEXT NOT NULL PRIMARY KEY,
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    sequence BIGINT NOT NULL CHECK (sequence > 0),
    previous TEXT NOT NULL CHECK (length(previous) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    kind TEXT NOT NULL CHECK (kind IN ('signed', 'absent', 'late', 'withdrawn')),
    at BIGINT NOT NULL,
    session_id TEXT NOT NULL REFERENCES class_session(id),
    day TEXT NOT NULL CHECK (length(day) = 10),
    half TEXT NOT NULL CHECK (half IN ('morning', 'afternoon')),
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL CHECK (ends_at > starts_at),
    subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
    place TEXT,
    person_id TEXT NOT NULL REFERENCES person(id),
    person_name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('learner', 'trainer')),
    author_id TEXT NOT NULL REFERENCES person(id),
    method TEXT CHECK (method IN ('confirmed', 'drawn')),
    means TEXT CHECK (means IN ('room-code', 'session-page', 'staff')),
    drawing TEXT CHECK (length(drawing) <= 8000),
    drawing_digest TEXT CHECK (length(drawing_digest) = 64),
    minutes SMALLINT CHECK (minutes BETWEEN 1 AND 720),
    motive TEXT CHECK (motive IN (
        'illness', 'accident', 'family', 'job', 'summons', 'transport', 'technical', 'other', 'unknown')),
    justified SMALLINT CHECK (justified IN (0, 1)),
    note TEXT CHECK (length(note) BETWEEN 1 AND 500),
    proof_digest TEXT CHECK (length(proof_digest) = 64),
    proof_name TEXT,
    proof_type TEXT,
    proof_size BIGINT,
    corrects TEXT REFERENCES attendance_entry(id),
    reason TEXT CHECK (length(reason) BETWEEN 1 AND 500),
    CHECK (kind <> 'signed' OR (person_id = author_id AND method IS NOT NULL AND means IS NOT NULL)),
    CHECK ((method IS NULL) = (kind <> 'signed')),
    CHECK (COALESCE(method, '') = 'drawn' OR drawing IS NULL),
    CHECK (COALESCE(method, '') <> 'drawn' OR drawing IS NOT NULL),
    CHECK ((drawing IS NULL) = (drawing_digest IS NULL)),
    CHECK ((motive IS NULL) = (kind <> 'absent') AND (justified IS NULL) = (kind <> 'absent')),
    CHECK ((minutes IS NULL) = (kind NOT IN ('absent', 'late'))),
    CHECK (kind <> 'withdrawn' OR (corrects IS NOT NULL AND reason IS NOT NULL)),
    CHECK ((proof_digest IS NULL) = (proof_name IS NULL) AND (proof_digest IS NULL) = (proof_type IS NULL)
        AND (proof_digest IS NULL) = (proof_size IS NULL))
);
CREATE INDEX attendance_entry_author ON attendance_entry(author_id);
CREATE UNIQUE INDEX attendance_entry_chain ON attendance_entry(cohort_id, sequence);
CREATE UNIQUE INDEX attendance_entry_corrects ON attendance_entry(corrects);
CREATE UNIQUE INDEX attendance_entry_drawing ON attendance_entry(drawing_digest);
CREATE UNIQUE INDEX attendance_entry_once
    ON attendance_entry(session_id, day, half, person_id, kind, COALESCE(corrects, ''));
CREATE INDEX attendance_entry_person ON attendance_entry(person_id, cohort_id, starts_at);
CREATE TABLE attendance_secret (
    number SMALLINT NOT NULL PRIMARY KEY CHECK (number = 1),
    secret TEXT NOT NULL CHECK (length(secret) = 64)
) WITHOUT ROWID;
CREATE TABLE badge_award (
    id TEXT NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE CHECK (number >= 0),
    address TEXT NOT NULL UNIQUE CHECK (length(address) = 43),
    person_id TEXT NOT NULL REFERENCES person(id),
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    course TEXT NOT NULL CHECK (length(course) BETWEEN 1 AND 64),
    badge TEXT NOT NULL CHECK (length(badge) BETWEEN 1 AND 64),
    title TEXT NOT NULL,
    summary TEXT,
    criteria TEXT NOT NULL,
    colour TEXT NOT NULL CHECK (length(colour) BETWEEN 1 AND 20),
    course_title TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
    awarded_at BIGINT NOT NULL,
    UNIQUE (person_id, course, badge)
) WITHOUT ROWID;
CREATE INDEX badge_award_cohort ON badge_award(cohort_id, awarded_at);
CREATE TABLE badge_key (
    number SMALLINT NOT NULL PRIMARY KEY CHECK (number = 1),
    secret TEXT NOT NULL CHECK (length(secret) = 43),
    made_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE TABLE badge_revocation (
    award_id TEXT NOT NULL PRIMARY KEY REFERENCES badge_award(id),
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    revoked_by TEXT REFERENCES person(id),
    revoked_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX badge_revocation_by ON badge_revocation(revoked_by);
CREATE TABLE badge_share (
    award_id TEXT NOT NULL PRIMARY KEY REFERENCES badge_award(id),
    shared_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE TABLE calendar_feed (
    person_id TEXT NOT NULL PRIMARY KEY REFERENCES person(id),
    token_hash TEXT NOT NULL CHECK (length(token_hash) = 43),
    made_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX calendar_feed_token ON calendar_feed(token_hash);
CREATE TABLE call_request (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    person_id TEXT NOT NULL REFERENCES person(id),
    asked_at BIGINT NOT NULL,
    phone TEXT CHECK (length(phone) BETWEEN 1 AND 30),
    hours TEXT CHECK (length(hours) BETWEEN 1 AND 200),
    settled_at BIGINT,
    settled_by TEXT REFERENCES person(id),
    CHECK ((settled_at IS NULL) = (settled_by IS NULL))
);
CREATE INDEX call_request_asked ON call_request(cohort_id, person_id, asked_at);
CREATE UNIQUE INDEX call_request_open ON call_request(cohort_id, person_id) WHERE settled_at IS NULL;
CREATE INDEX call_request_person ON call_request(person_id);
CREATE INDEX call_request_settled_by ON call_request(settled_by);
CREATE TABLE can_do_answer (
    id TEXT NOT NULL CHECK (length(id) = 36),
    can_do TEXT NOT NULL CHECK (length(can_do) BETWEEN 3 AND 129),
    person_id TEXT NOT NULL REFERENCES person(id),
    course_id TEXT NOT NULL REFERENCES course(id),
    answer TEXT NOT NULL CHECK (answer IN ('not-yet', 'with-help', 'alone')),
    said_at BIGINT NOT NULL,
    PRIMARY KEY (id, can_do)
) WITHOUT ROWID;
CREATE INDEX can_do_answer_course ON can_do_answer(course_id);
CREATE INDEX can_do_answer_person ON can_do_answer(person_id, course_id, said_at, id);
CREATE TABLE card_memory (
    person_id TEXT NOT NULL REFERENCES person(id),
    activity_id TEXT NOT NULL REFERENCES activity(id),
    card TEXT NOT NULL CHECK (length(card) BETWEEN 1 AND 64),
    direction TEXT NOT NULL CHECK (direction IN ('recognise', 'recall')),
    phase TEXT NOT NULL CHECK (phase IN ('learning', 'review', 'relearning')),
    step SMALLINT CHECK (step >= 0),
    stability DOUBLE PRECISION NOT NULL CHECK (stability > 0),
    difficulty DOUBLE PRECISION NOT NULL CHECK (difficulty BETWEEN 1 AND 10),
    due_at BIGINT NOT NULL,
    reviewed_at BIGINT NOT NULL,
    ready_at BIGINT,
    reviews BIGINT NOT NULL CHECK (reviews > 0),
    lapses BIGINT NOT NULL CHECK (lapses >= 0),
    started_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    last_review TEXT NOT NULL CHECK (length(last_review) = 36),
    PRIMARY KEY (person_id, activity_id, card, direction),
    CHECK ((phase = 'review') = (step IS NULL))
) WITHOUT ROWID;
CREATE INDEX card_memory_activity ON card_memory(activity_id);
CREATE INDEX card_memory_ready ON card_memory(person_id, ready_at);
CREATE INDEX card_memory_started ON card_memory(person_id, started_at);
CREATE TABLE card_review (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    person_id TEXT NOT NULL REFERENCES person(id),
    activity_id TEXT NOT NULL REFERENCES activity(id),
    card TEXT NOT NULL CHECK (length(card) BETWEEN 1 AND 64),
    direction TEXT NOT NULL CHECK (direction IN ('recognise', 'recall')),
    act TEXT NOT NULL CHECK (act IN ('again', 'hard', 'good', 'easy', 'resumed')),
    happened_at BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    CHECK (happened_at <= received_at)
);
CREATE INDEX card_review_activity ON card_review(activity_id);
CREATE INDEX card_review_card ON card_review(person_id, activity_id, card, direction, happened_at, id);
CREATE INDEX card_review_day ON card_review(person_id, happened_at);
CREATE TABLE caseload_view (
    person_id TEXT NOT NULL REFERENCES person(id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    query TEXT NOT NULL CHECK (length(query) <= 1000),
    PRIMARY KEY (person_id, name)
) WITHOUT ROWID;
CREATE TABLE class_session (
    id TEXT NOT NULL PRIMARY KEY,
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    group_id TEXT,
    activity_id TEXT REFERENCES activity(id),
    kind TEXT NOT NULL CHECK (kind IN ('virtual', 'in-person', 'both', 'assessment', 'office-hour')),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    day TEXT NOT NULL CHECK (length(day) = 10),
    minute SMALLINT NOT NULL CHECK (minute BETWEEN 0 AND 1439),
    zone TEXT NOT NULL,
    duration SMALLINT NOT NULL CHECK (duration BETWEEN 5 AND 720),
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL CHECK (ends_at > starts_at),
    place TEXT,
    link TEXT,
    notes TEXT,
    status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'cancelled')),
    reason TEXT,
    revision BIGINT NOT NULL CHECK (revision >= 0),
    FOREIGN KEY (group_id, cohort_id) REFERENCES cohort_group(id, cohort_id)
);
CREATE INDEX class_session_activity ON class_session(activity_id);
CREATE INDEX class_session_cohort ON class_session(cohort_id, starts_at);
CREATE INDEX class_session_group ON class_session(group_id, cohort_id);
CREATE INDEX class_session_start ON class_session(starts_at);
CREATE TABLE class_session_change (
    session_id TEXT NOT NULL REFERENCES class_session(id),
    revision BIGINT NOT NULL CHECK (revision >= 0),
    status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'cancelled')),
    day TEXT NOT NULL,
    minute SMALLINT NOT NULL,
    zone TEXT NOT NULL,
    duration SMALLINT NOT NULL,
    place TEXT,
    link TEXT,
    reason TEXT,
    changed_by TEXT REFERENCES person(id),
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (session_id, revision)
) WITHOUT ROWID;
CREATE INDEX class_session_change_by ON class_session_change(changed_by);
CREATE TABLE class_session_series (
    session_id TEXT NOT NULL PRIMARY KEY REFERENCES class_session(id),
    series_id TEXT NOT NULL CHECK (length(series_id) = 36)
) WITHOUT ROWID;
CREATE INDEX class_session_series_members ON class_session_series(series_id, session_id);
CREATE TABLE class_session_trainer (
    session_id TEXT NOT NULL REFERENCES class_session(id),
    person_id TEXT NOT NULL REFERENCES person(id),
    PRIMARY KEY (session_id, person_id)
) WITHOUT ROWID;
CREATE INDEX class_session_trainer_person ON class_session_trainer(person_id);
CREATE TABLE cohort (
    id TEXT NOT NULL PRIMARY KEY,
    key TEXT NOT NULL,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    starts_on TEXT CHECK (length(starts_on) = 10),
    ends_on TEXT CHECK (length(ends_on) = 10),
    created_at BIGINT NOT NULL,
    CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on)
);
CREATE UNIQUE INDEX cohort_key ON cohort (key);
CREATE TABLE cohort_course (
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    course_id TEXT NOT NULL REFERENCES course(id),
    PRIMARY KEY (cohort_id, course_id)
) WITHOUT ROWID;
CREATE INDEX cohort_course_course ON cohort_course(course_id);
CREATE TABLE cohort_group (
    id TEXT NOT NULL PRIMARY KEY,
    cohort_id TEXT NOT NULL REFERENCES cohort (id),
    key TEXT NOT NULL,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200)
);
CREATE UNIQUE INDEX cohort_group_in_cohort ON cohort_group (id, cohort_id);
CREATE UNIQUE INDEX cohort_group_key ON cohort_group (cohort_id, key);
CREATE TABLE connected_day (
    enrolment_id TEXT NOT NULL REFERENCES enrolment(id),
    day TEXT NOT NULL CHECK (length(day) = 10),
    seconds BIGINT NOT NULL CHECK (seconds BETWEEN 0 AND 90000),
    spans TEXT NOT NULL,
    PRIMARY KEY (enrolment_id, day)
) WITHOUT ROWID;
CREATE TABLE connection_span (
    session_id TEXT NOT NULL REFERENCES class_session(id),
    person_id TEXT NOT NULL REFERENCES person(id),
    source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 40),
    started_at BIGINT NOT NULL,
    ended_at BIGINT CHECK (ended_at >= started_at),
    PRIMARY KEY (session_id, person_id, source, started_at)
) WITHOUT ROWID;
CREATE INDEX connection_span_person ON connection_span(person_id);
CREATE TABLE conversation (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    kind TEXT NOT NULL CHECK (kind IN (
        'tutoring', 'mentoring', 'cohort', 'group', 'announcements', 'activity', 'session')),
    subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 64),
    learner_id TEXT REFERENCES person(id),
    last_sequence BIGINT NOT NULL CHECK (last_sequence >= 0),
    last_at BIGINT,
    version BIGINT NOT NULL CHECK (version >= last_sequence),
    waiting_since BIGINT,
    UNIQUE (cohort_id, kind, subject),
    CHECK ((learner_id IS NULL) = (kind NOT IN ('tutoring', 'mentoring')))
);
CREATE INDEX conversation_learner ON conversation(learner_id);
CREATE INDEX conversation_recent ON conversation(cohort_id, kind, last_at, id);
CREATE INDEX conversation_waiting ON conversation(cohort_id, kind, waiting_since, id) WHERE waiting_since IS NOT NULL;
CREATE TABLE conversation_answer (
    conversation_id TEXT NOT NULL REFERENCES conversation(id),
    asked_at BIGINT NOT NULL,
    answered_at BIGINT NOT NULL CHECK (answered_at >= asked_at),
    PRIMARY KEY (conversation_id, asked_at)
) WITHOUT ROWID;
CREATE TABLE conversation_reader (
    conversation_id TEXT NOT NULL REFERENCES conversation(id),
    person_id TEXT NOT NULL REFERENCES person(id),
    read_through BIGINT NOT NULL CHECK (read_through >= 0),
    unread BIGINT NOT NULL CHECK (unread >= 0),
    PRIMARY KEY (conversation_id, person_id)
) WITHOUT ROWID;
CREATE INDEX conversation_reader_person ON conversation_reader(person_id);
CREATE INDEX conversation_unread ON conversation_reader(person_id, unread) WHERE unread > 0;
CREATE TABLE course (
    id TEXT NOT NULL PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL
);
CREATE TABLE course_asset (
    digest TEXT NOT NULL,
    course_id TEXT NOT NULL REFERENCES course(id),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL CHECK (size >= 0),
    PRIMARY KEY (digest, course_id)
);
CREATE INDEX course_asset_course ON course_asset(course_id);
CREATE TABLE course_state (
    enrolment_id TEXT NOT NULL PRIMARY KEY REFERENCES enrolment(id),
    version_id TEXT NOT NULL REFERENCES course_version(id),
    done_weight BIGINT NOT NULL CHECK (done_weight >= 0),
    total_weight BIGINT NOT NULL CHECK (total_weight >= done_weight),
    percent SMALLINT NOT NULL CHECK (percent BETWEEN 0 AND 100),
    activities_done BIGINT NOT NULL CHECK (activities_done >= 0),
    activities_total BIGINT NOT NULL CHECK (activities_total >= activities_done),
    seconds BIGINT NOT NULL CHECK (seconds >= 0),
    last_activity_id TEXT,
    last_activity_at BIGINT,
    last_event_at BIGINT,
    event_count BIGINT NOT NULL CHECK (event_count >= 0),
    completed_at BIGINT
) WITHOUT ROWID;
CREATE INDEX course_state_version ON course_state(version_id);
CREATE TABLE course_version (
    id TEXT NOT NULL PRIMARY KEY,
    course_id TEXT NOT NULL REFERENCES course(id),
    number BIGINT NOT NULL CHECK (number > 0),
    digest TEXT NOT NULL,
    outline TEXT NOT NULL,
    applied_at BIGINT NOT NULL,
    applied_by TEXT REFERENCES person(id), sources TEXT CHECK (length(sources) = 64),
    UNIQUE (course_id, number)
);
CREATE INDEX course_version_applied_by ON course_version(applied_by);
CREATE TABLE device_test (
    person_id TEXT NOT NULL REFERENCES person(id),
    number BIGINT NOT NULL CHECK (number > 0),
    sound SMALLINT NOT NULL CHECK (sound IN (0, 1)),
    microphone SMALLINT NOT NULL CHECK (microphone IN (0, 1)),
    camera SMALLINT NOT NULL CHECK (camera IN (0, 1)),
    link SMALLINT NOT NULL CHECK (link IN (0, 1)),
    tested_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, number)
) WITHOUT ROWID;
CREATE TABLE enrolment (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person(id),
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    course_id TEXT NOT NULL REFERENCES course(id),
    starts_on TEXT CHECK (length(starts_on) = 10),
    ends_on TEXT CHECK (length(ends_on) = 10),
    status TEXT NOT NULL CHECK (status IN ('active', 'paused', 'completed', 'left')),
    created_at BIGINT NOT NULL,
    UNIQUE (person_id, course_id, cohort_id),
    CHECK (ends_on >= starts_on)
);
CREATE INDEX enrolment_cohort ON enrolment(cohort_id, course_id);
CREATE INDEX enrolment_course ON enrolment(course_id, id);
CREATE TABLE extra_time (
    person_id TEXT NOT NULL REFERENCES person(id),
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    number BIGINT NOT NULL CHECK (number > 0),
    percent BIGINT NOT NULL CHECK (percent BETWEEN 0 AND 300),
    set_by TEXT REFERENCES person(id),
    set_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, cohort_id, number)
) WITHOUT ROWID;
CREATE INDEX extra_time_by ON extra_time(set_by);
CREATE INDEX extra_time_in_cohort ON extra_time(cohort_id);
CREATE TABLE follow_up (
    context TEXT NOT NULL PRIMARY KEY CHECK (length(context) BETWEEN 1 AND 64),
    person_id TEXT NOT NULL REFERENCES person(id),
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    level TEXT CHECK (level IN ('amber', 'red')),
    reasons TEXT NOT NULL,
    raised_at BIGINT,
    quiet TEXT NOT NULL,
    CHECK ((level IS NULL) = (raised_at IS NULL))
) WITHOUT ROWID;
CREATE INDEX follow_up_open ON follow_up(cohort_id, level);
CREATE INDEX follow_up_person ON follow_up(person_id);
CREATE TABLE follow_up_fact (
    context TEXT NOT NULL REFERENCES follow_up(context),
    number BIGINT NOT NULL CHECK (number > 0),
    kind TEXT NOT NULL CHECK (kind IN ('raised', 'changed', 'closed')),
    happened_at BIGINT NOT NULL,
    reasons TEXT NOT NULL,
    outcome TEXT CHECK (outcome IN ('contacted', 'back', 'left-for-job', 'dropped', 'no-answer', 'not-needed')),
    note TEXT CHECK (length(note) <= 1000),
    by_person TEXT REFERENCES person(id),
    PRIMARY KEY (context, number),
    CHECK ((kind = 'closed') = (outcome IS NOT NULL))
) WITHOUT ROWID;
CREATE INDEX follow_up_fact_by ON follow_up_fact(by_person);
CREATE TABLE game_cohort (
    cohort_id TEXT NOT NULL PRIMARY KEY REFERENCES cohort(id),
    is_off SMALLINT NOT NULL CHECK (is_off IN (0, 1)),
    set_by TEXT REFERENCES person(id),
    set_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX game_cohort_by ON game_cohort(set_by);
CREATE TABLE game_ladder (
    cohort_id TEXT NOT NULL PRIMARY KEY REFERENCES cohort(id),
    is_open SMALLINT NOT NULL CHECK (is_open IN (0, 1)),
    set_by TEXT REFERENCES person(id),
    set_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX game_ladder_by ON game_ladder(set_by);
CREATE TABLE handover (
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    person_id TEXT NOT NULL REFERENCES person(id),
    number BIGINT NOT NULL CHECK (number > 0),
    tutor_id TEXT NOT NULL REFERENCES person(id),
    note TEXT NOT NULL CHECK (length(note) BETWEEN 1 AND 4000),
    by_person TEXT NOT NULL REFERENCES person(id),
    given_at BIGINT NOT NULL,
    PRIMARY KEY (cohort_id, person_id, number)
) WITHOUT ROWID;
CREATE INDEX handover_by ON handover(by_person);
CREATE INDEX handover_person ON handover(person_id);
CREATE INDEX handover_tutor ON handover(tutor_id);
CREATE TABLE installation_role (
    person_id TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL CHECK (role IN ('author', 'admin')),
    PRIMARY KEY (person_id, role)
) WITHOUT ROWID;
CREATE TABLE ladder_member (
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    person_id TEXT NOT NULL REFERENCES person(id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
    name_key TEXT NOT NULL,
    joined_at BIGINT NOT NULL,
    PRIMARY KEY (cohort_id, person_id),
    UNIQUE (cohort_id, name_key)
) WITHOUT ROWID;
CREATE INDEX ladder_member_person ON ladder_member(person_id);
CREATE TABLE learner_contact (
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    person_id TEXT NOT NULL REFERENCES person(id),
    id TEXT NOT NULL CHECK (length(id) = 36),
    means TEXT NOT NULL CHECK (means IN ('call', 'message', 'meeting')),
    outcome TEXT NOT NULL CHECK (outcome IN ('reached', 'no-answer', 'left-message', 'appointment')),
    -- When it is somebody's turn again.
    again_at BIGINT,
    note TEXT CHECK (length(note) BETWEEN 1 AND 1000),
    by_person TEXT NOT NULL REFERENCES person(id),
    happened_at BIGINT NOT NULL,
    PRIMARY KEY (cohort_id, person_id, id),
    CHECK ((again_at IS NULL) = (outcome = 'reached'))
) WITHOUT ROWID;
CREATE INDEX learner_contact_by ON learner_contact(by_person);
CREATE INDEX learner_contact_person ON learner_contact(person_id);
CREATE INDEX learner_contact_recent ON learner_contact(cohort_id, happened_at);
CREATE TABLE learning_day (
    person_id TEXT NOT NULL REFERENCES person(id),
    day TEXT NOT NULL CHECK (length(day) = 10),
    PRIMARY KEY (person_id, day)
) WITHOUT ROWID;
CREATE TABLE learning_event (
    enrolment_id TEXT NOT NULL REFERENCES enrolment(id),
    sequence BIGINT NOT NULL CHECK (sequence > 0),
    id TEXT NOT NULL CHECK (length(id) = 36),
    activity_id TEXT,
    kind TEXT NOT NULL CHECK (length(kind) > 0),
    occurred_at BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    seconds BIGINT CHECK (seconds > 0),
    score SMALLINT CHECK (score BETWEEN 0 AND 100),
    detail TEXT,
    PRIMARY KEY (enrolment_id, sequence),
    UNIQUE (enrolment_id, id)
) WITHOUT ROWID;
CREATE TABLE mail_bounce (
    address TEXT NOT NULL PRIMARY KEY CHECK (length(address) BETWEEN 3 AND 254),
    bounced_at BIGINT NOT NULL,
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500)
) WITHOUT ROWID;
CREATE INDEX mail_bounce_recent ON mail_bounce(bounced_at, address);
CREATE TABLE mail_choice (
    recipient TEXT NOT NULL PRIMARY KEY,
    token TEXT NOT NULL CHECK (length(token) = 43),
    refused_at BIGINT
, digest_hour BIGINT NOT NULL DEFAULT 18 CHECK (digest_hour BETWEEN -1 AND 23), quiet_from BIGINT NOT NULL DEFAULT 21 CHECK (quiet_from BETWEEN 0 AND 23), quiet_until BIGINT NOT NULL DEFAULT 8 CHECK (quiet_until BETWEEN 0 AND 23), zone TEXT NOT NULL DEFAULT 'Europe/Paris' CHECK (length(zone) BETWEEN 1 AND 64)) WITHOUT ROWID;
CREATE UNIQUE INDEX mail_choice_token ON mail_choice(token);
CREATE TABLE meeting_quarter (
    person_id TEXT NOT NULL REFERENCES person(id),
    quarter BIGINT NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES mentoring_meeting(id),
    PRIMARY KEY (person_id, quarter)
) WITHOUT ROWID;
CREATE INDEX meeting_quarter_of_meeting ON meeting_quarter(meeting_id);
CREATE TABLE membership (
    person_id TEXT NOT NULL REFERENCES person (id),
    cohort_id TEXT NOT NULL REFERENCES cohort (id),
    role TEXT NOT NULL CHECK (role IN (
        'learner', 'tutor', 'mentor', 'trainer', 'coordinator', 'disability-officer', 'job-adviser', 'funder')),
    group_id TEXT,
    joined_at BIGINT NOT NULL,
    left_at BIGINT,
    PRIMARY KEY (person_id, cohort_id, role),
    FOREIGN KEY (group_id, cohort_id) REFERENCES cohort_group (id, cohort_id)
) WITHOUT ROWID;
CREATE INDEX membership_in_cohort ON membership (cohort_id, role, person_id);
CREATE INDEX membership_in_group ON membership (group_id, cohort_id);
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
) WITHOUT ROWID;
CREATE INDEX mentoring_change_by ON mentoring_change(changed_by);
CREATE TABLE mentoring_exception (
    availability_id TEXT NOT NULL REFERENCES mentoring_availability(id),
    day TEXT NOT NULL CHECK (length(day) = 10),
    PRIMARY KEY (availability_id, day)
) WITHOUT ROWID;
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
CREATE INDEX mentoring_meeting_coming ON mentoring_meeting(starts_at) WHERE status = 'booked';
CREATE INDEX mentoring_meeting_in_cohort ON mentoring_meeting(cohort_id, starts_at);
CREATE INDEX mentoring_meeting_of_host ON mentoring_meeting(host_id, starts_at);
CREATE INDEX mentoring_meeting_of_learner ON mentoring_meeting(learner_id, starts_at);
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
) WITHOUT ROWID;
CREATE INDEX mentoring_report_by ON mentoring_report(written_by);
CREATE TABLE mentoring_rules (
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    number BIGINT NOT NULL CHECK (number > 0),
    notice_hours SMALLINT NOT NULL CHECK (notice_hours BETWEEN 0 AND 168),
    open_bookings SMALLINT NOT NULL CHECK (open_bookings BETWEEN 1 AND 20),
    weeks_ahead SMALLINT NOT NULL CHECK (weeks_ahead BETWEEN 1 AND 26),
    set_by TEXT REFERENCES person(id),
    set_at BIGINT NOT NULL,
    PRIMARY KEY (cohort_id, number)
) WITHOUT ROWID;
CREATE INDEX mentoring_rules_by ON mentoring_rules(set_by);
CREATE TABLE message (
    conversation_id TEXT NOT NULL REFERENCES conversation(id),
    sequence BIGINT NOT NULL CHECK (sequence > 0),
    id TEXT NOT NULL CHECK (length(id) = 36),
    author_id TEXT NOT NULL REFERENCES person(id),
    posted_at BIGINT NOT NULL,
    text TEXT NOT NULL CHECK (length(text) <= 4000),
    html TEXT NOT NULL,
    about TEXT CHECK (length(about) <= 201),
    -- The sequence of the message that it answers.
    reply_to BIGINT CHECK (reply_to > 0 AND reply_to < sequence),
    -- An answer that helped, as whoever asked or who moderates says.
    accepted_at BIGINT,
    accepted_by TEXT REFERENCES person(id),
    edited_at BIGINT,
    removed_at BIGINT,
    removed_by TEXT REFERENCES person(id),
    PRIMARY KEY (conversation_id, sequence),
    CHECK ((removed_at IS NULL) = (removed_by IS NULL)),
    CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
    CHECK ((text = '') = (removed_at IS NOT NULL))
) WITHOUT ROWID;
CREATE INDEX message_accepted_by ON message(accepted_by);
CREATE INDEX message_author ON message(author_id);
CREATE UNIQUE INDEX message_id ON message(id);
CREATE INDEX message_removed_by ON message(removed_by);
CREATE TABLE message_edit (
    message_id TEXT NOT NULL REFERENCES message(id),
    number BIGINT NOT NULL CHECK (number > 0),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    replaced_at BIGINT NOT NULL,
    PRIMARY KEY (message_id, number)
) WITHOUT ROWID;
CREATE TABLE message_file (
    conversation_id TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    position BIGINT NOT NULL CHECK (position > 0),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    media_type TEXT NOT NULL CHECK (length(media_type) <= 100),
    size BIGINT NOT NULL CHECK (size > 0),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    PRIMARY KEY (conversation_id, sequence, position),
    FOREIGN KEY (conversation_id, sequence) REFERENCES message(conversation_id, sequence)
) WITHOUT ROWID;
CREATE TABLE message_mention (
    person_id TEXT NOT NULL REFERENCES person(id),
    conversation_id TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (person_id, conversation_id, sequence),
    FOREIGN KEY (conversation_id, sequence) REFERENCES message(conversation_id, sequence)
) WITHOUT ROWID;
CREATE INDEX message_mention_message ON message_mention(conversation_id, sequence);
CREATE TABLE message_place (
    number INTEGER PRIMARY KEY,
    conversation_id TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    UNIQUE (conversation_id, sequence),
    FOREIGN KEY (conversation_id, sequence) REFERENCES message(conversation_id, sequence)
);
CREATE TABLE message_report (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    message_id TEXT NOT NULL REFERENCES message(id),
    reporter_id TEXT NOT NULL REFERENCES person(id),
    reason TEXT NOT NULL CHECK (reason IN ('insult', 'harassment', 'personal-data', 'off-topic', 'other')),
    note TEXT CHECK (length(note) BETWEEN 1 AND 1000),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    reported_at BIGINT NOT NULL,
    outcome TEXT CHECK (outcome IN ('hidden', 'left')),
    settled_by TEXT REFERENCES person(id),
    settled_at BIGINT,
    UNIQUE (message_id, reporter_id),
    CHECK ((outcome IS NULL) = (settled_by IS NULL)),
    CHECK ((outcome IS NULL) = (settled_at IS NULL))
);
CREATE INDEX message_report_open ON message_report(cohort_id, reported_at, id) WHERE outcome IS NULL;
CREATE INDEX message_report_reporter ON message_report(reporter_id, reported_at);
CREATE INDEX message_report_settled ON message_report(cohort_id, settled_at, id);
CREATE INDEX message_report_settled_by ON message_report(settled_by);
CREATE VIRTUAL TABLE message_search USING fts5(words);
CREATE TABLE 'message_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'message_search_content'(id INTEGER PRIMARY KEY, c0);
CREATE TABLE 'message_search_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'message_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE 'message_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE message_unindexed (
    message_id TEXT NOT NULL PRIMARY KEY REFERENCES message(id)
) WITHOUT ROWID;
CREATE TABLE outbox (
    id TEXT NOT NULL PRIMARY KEY,
    cause TEXT NOT NULL CHECK (length(cause) BETWEEN 1 AND 200),
    recipient TEXT NOT NULL CHECK (length(recipient) BETWEEN 1 AND 100),
    address TEXT NOT NULL CHECK (length(address) BETWEEN 3 AND 254),
    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
    subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 500),
    body TEXT NOT NULL,
    calendar TEXT,
    calendar_method TEXT CHECK (calendar_method IN ('REQUEST', 'CANCEL', 'PUBLISH')),
    refusal TEXT,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'dead')),
    tries BIGINT NOT NULL CHECK (tries >= 0),
    -- Waiting: when it is tried next; a server that takes it puts this off until its claim ends.
    due_at BIGINT NOT NULL,
    claim TEXT,
    expires_at BIGINT,
    error TEXT,
    created_at BIGINT NOT NULL,
    CHECK ((calendar IS NULL) = (calendar_method IS NULL))
);
CREATE INDEX outbox_claim ON outbox(claim);
CREATE INDEX outbox_due ON outbox(state, due_at, id);
CREATE UNIQUE INDEX outbox_once ON outbox(cause, recipient);
CREATE INDEX outbox_recipient ON outbox(recipient, state);
CREATE TABLE outbox_cause (
    cause TEXT NOT NULL PRIMARY KEY,
    made_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX outbox_cause_made ON outbox_cause(made_at);
CREATE TABLE own_card (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    person_id TEXT NOT NULL REFERENCES person(id),
    course_id TEXT NOT NULL REFERENCES course(id),
    activity_id TEXT NOT NULL REFERENCES activity(id),
    card TEXT NOT NULL CHECK (length(card) BETWEEN 1 AND 64),
    of_deck SMALLINT NOT NULL CHECK (of_deck IN (0, 1)),
    one_way SMALLINT NOT NULL CHECK (one_way IN (0, 1)),
    front TEXT NOT NULL CHECK (length(front) BETWEEN 1 AND 300),
    back TEXT NOT NULL CHECK (length(back) BETWEEN 1 AND 500),
    example TEXT CHECK (length(example) <= 500),
    language TEXT CHECK (length(language) <= 40),
    found_in TEXT NOT NULL REFERENCES activity(id),
    added_at BIGINT NOT NULL,
    added_by TEXT NOT NULL CHECK (length(added_by) = 36),
    removed_at BIGINT,
    -- The queue: the words of a card that no deck has.
    UNIQUE (person_id, activity_id, card)
) WITHOUT ROWID;
CREATE INDEX own_card_activity ON own_card(activity_id);
CREATE INDEX own_card_course ON own_card(course_id);
CREATE INDEX own_card_found ON own_card(found_in);
CREATE INDEX own_card_person ON own_card(person_id, added_at, id);
CREATE TABLE pace_fact (
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    person_id TEXT NOT NULL REFERENCES person(id),
    number BIGINT NOT NULL CHECK (number > 0),
    subject BIGINT NOT NULL CHECK (subject BETWEEN 1 AND number),
    activity_id TEXT REFERENCES activity(id),
    motive TEXT CHECK (motive IN ('illness', 'interview', 'internship', 'other')),
    first_day TEXT CHECK (length(first_day) = 10),
    last_day TEXT NOT NULL CHECK (length(last_day) = 10),
    is_withdrawn SMALLINT NOT NULL CHECK (is_withdrawn IN (0, 1)),
    note TEXT CHECK (length(note) <= 500),
    set_by TEXT REFERENCES person(id),
    set_at BIGINT NOT NULL,
    PRIMARY KEY (cohort_id, person_id, number),
    CHECK ((motive IS NULL) = (activity_id IS NOT NULL) AND (motive IS NULL) = (first_day IS NULL)),
    CHECK (first_day <= last_day)
) WITHOUT ROWID;
CREATE INDEX pace_fact_activity ON pace_fact(activity_id);
CREATE INDEX pace_fact_by ON pace_fact(set_by);
CREATE INDEX pace_fact_person ON pace_fact(person_id);
CREATE TABLE part_state (
    enrolment_id TEXT NOT NULL REFERENCES enrolment(id),
    part TEXT NOT NULL CHECK (length(part) BETWEEN 3 AND 100),
    completed_at BIGINT NOT NULL,
    PRIMARY KEY (enrolment_id, part)
) WITHOUT ROWID;
CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    login TEXT NOT NULL CHECK (length(login) BETWEEN 2 AND 64),
    login_key TEXT NOT NULL CHECK (login_key <> ''),
    given_name TEXT NOT NULL CHECK (length(given_name) <= 100),
    family_name TEXT NOT NULL CHECK (length(family_name) <= 100),
    sort_key TEXT NOT NULL CHECK (sort_key <> ''),
    email TEXT CHECK (length(email) <= 254),
    email_key TEXT,
    language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
    theme TEXT NOT NULL DEFAULT 'system' CHECK (theme IN ('system', 'light', 'dark')),
    spacing TEXT NOT NULL DEFAULT 'normal' CHECK (spacing IN ('normal', 'wide')),
    password_hash TEXT,
    must_change_password SMALLINT NOT NULL CHECK (must_change_password IN (0, 1)),
    created_at BIGINT NOT NULL,
    disabled_at BIGINT,
    CHECK ((email IS NULL) = (email_key IS NULL))
);
CREATE UNIQUE INDEX person_email_key ON person (email_key);
CREATE UNIQUE INDEX person_login_key ON person (login_key);
CREATE INDEX person_sorted ON person (sort_key, id);
CREATE TABLE placement_answer (
    run_id TEXT NOT NULL REFERENCES placement_run(id),
    position SMALLINT NOT NULL CHECK (position BETWEEN 1 AND 100),
    item TEXT NOT NULL CHECK (length(item) BETWEEN 1 AND 64),
    difficulty DOUBLE PRECISION NOT NULL,
    discrimination DOUBLE PRECISION NOT NULL CHECK (discrimination > 0),
    choice TEXT,
    is_right SMALLINT NOT NULL CHECK (is_right IN (0, 1)),
    answered_at BIGINT NOT NULL,
    PRIMARY KEY (run_id, position),
    UNIQUE (run_id, item)
) WITHOUT ROWID;
CREATE TABLE placement_ruling (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    run_id TEXT NOT NULL REFERENCES placement_run(id),
    level TEXT NOT NULL CHECK (level IN ('A1', 'A2', 'B1', 'B2')),
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 300),
    decided_by TEXT NOT NULL REFERENCES person(id),
    decided_at BIGINT NOT NULL
);
CREATE INDEX placement_ruling_by ON placement_ruling(decided_by);
CREATE INDEX placement_ruling_run ON placement_ruling(run_id, decided_at);
CREATE TABLE placement_run (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    person_id TEXT NOT NULL REFERENCES person(id),
    activity_id TEXT NOT NULL REFERENCES activity(id),
    hears SMALLINT NOT NULL CHECK (hears IN (0, 1)),
    started_at BIGINT NOT NULL,
    finished_at BIGINT CHECK (finished_at >= started_at)
);
CREATE INDEX placement_run_activity ON placement_run(activity_id);
CREATE UNIQUE INDEX placement_run_open ON placement_run(person_id, activity_id) WHERE finished_at IS NULL;
CREATE INDEX placement_run_person ON placement_run(person_id, activity_id, started_at);
CREATE TABLE point_balance (
    person_id TEXT NOT NULL REFERENCES person(id),
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    course TEXT NOT NULL CHECK (length(course) <= 64),
    balance BIGINT NOT NULL,
    PRIMARY KEY (person_id, cohort_id, course)
) WITHOUT ROWID;
CREATE INDEX point_balance_cohort ON point_balance(cohort_id, course);
CREATE TABLE point_entry (
    person_id TEXT NOT NULL REFERENCES person(id),
    number BIGINT NOT NULL CHECK (number > 0),
    rule TEXT NOT NULL CHECK (length(rule) BETWEEN 1 AND 40),
    rule_version BIGINT NOT NULL CHECK (rule_version > 0),
    subject TEXT NOT NULL CHECK (length(subject) BETWEEN 3 AND 200),
    version BIGINT NOT NULL CHECK (version > 0),
    amount BIGINT NOT NULL,
    due BIGINT NOT NULL,
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    course TEXT NOT NULL CHECK (length(course) <= 64),
    title TEXT NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10),
    entered_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, number),
    UNIQUE (person_id, rule, subject, version),
    CHECK ((version % 2 = 1 AND amount BETWEEN 0 AND due) OR (version % 2 = 0 AND amount <= 0))
) WITHOUT ROWID;
CREATE INDEX point_entry_caps ON point_entry(person_id, rule, day);
CREATE INDEX point_entry_cohort ON point_entry(cohort_id, day, person_id, amount);
CREATE TABLE point_purse (
    person_id TEXT NOT NULL PRIMARY KEY REFERENCES person(id),
    balance BIGINT NOT NULL,
    entries BIGINT NOT NULL CHECK (entries >= 0),
    is_off SMALLINT NOT NULL CHECK (is_off IN (0, 1))
) WITHOUT ROWID;
CREATE TABLE publication (
    course_id TEXT NOT NULL REFERENCES course(id),
    sequence BIGINT NOT NULL CHECK (sequence > 0),
    version_id TEXT NOT NULL REFERENCES course_version(id),
    published_at BIGINT NOT NULL,
    published_by TEXT REFERENCES person(id),
    PRIMARY KEY (course_id, sequence)
) WITHOUT ROWID;
CREATE INDEX publication_by ON publication(published_by);
CREATE INDEX publication_version ON publication(version_id);
CREATE TABLE published_version (
    course_id TEXT NOT NULL PRIMARY KEY REFERENCES course(id),
    version_id TEXT NOT NULL REFERENCES course_version(id),
    published_at BIGINT NOT NULL
, sequence BIGINT NOT NULL DEFAULT 1 CHECK (sequence > 0));
CREATE INDEX published_version_version ON published_version(version_id);
CREATE TABLE quick_sentence (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    person_id TEXT NOT NULL REFERENCES person(id),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500)
);
CREATE INDEX quick_sentence_of_person ON quick_sentence(person_id, id);
CREATE TABLE recording_watch (
    session_id TEXT NOT NULL REFERENCES class_session(id),
    recording TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person(id),
    first_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    spans TEXT NOT NULL,
    seconds BIGINT NOT NULL CHECK (seconds >= 0),
    PRIMARY KEY (session_id, recording, person_id)
) WITHOUT ROWID;
CREATE TABLE review_limits (
    person_id TEXT NOT NULL PRIMARY KEY REFERENCES person(id),
    new_a_day SMALLINT NOT NULL CHECK (new_a_day BETWEEN 0 AND 50),
    reviews_a_day SMALLINT NOT NULL CHECK (reviews_a_day BETWEEN 10 AND 500)
) WITHOUT ROWID;
CREATE TABLE schema_migration (
    position BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    applied_at BIGINT NOT NULL
);
CREATE TABLE security_event (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT REFERENCES person (id),
    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    at BIGINT NOT NULL,
    detail TEXT NOT NULL CHECK (length(detail) <= 500)
);
CREATE INDEX security_event_of_person ON security_event (person_id, id);
CREATE TABLE session_preparation (
    session_id TEXT NOT NULL REFERENCES class_session(id),
    position BIGINT NOT NULL CHECK (position >= 0),
    activity_id TEXT NOT NULL REFERENCES activity(id),
    PRIMARY KEY (session_id, position),
    UNIQUE (session_id, activity_id)
) WITHOUT ROWID;
CREATE TABLE session_recording (
    session_id TEXT NOT NULL REFERENCES class_session(id),
    key TEXT NOT NULL,
    address TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    minutes BIGINT NOT NULL CHECK (minutes >= 0),
    PRIMARY KEY (session_id, key)
) WITHOUT ROWID;
CREATE TABLE sign_in_card (
    person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
    token_hash TEXT NOT NULL,
    pin_hash TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    made_by TEXT REFERENCES person (id)
) WITHOUT ROWID;
CREATE INDEX sign_in_card_by ON sign_in_card (made_by);
CREATE UNIQUE INDEX sign_in_card_token ON sign_in_card (token_hash);
CREATE TABLE sign_in_link (
    token_hash TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    expires_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX sign_in_link_expiry ON sign_in_link (expires_at);
CREATE INDEX sign_in_link_of_person ON sign_in_link (person_id);
CREATE TABLE sign_in_session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    user_agent TEXT NOT NULL CHECK (length(user_agent) <= 200)
) WITHOUT ROWID;
CREATE INDEX sign_in_session_expiry ON sign_in_session (expires_at);
CREATE INDEX sign_in_session_idle ON sign_in_session (last_seen_at);
CREATE INDEX sign_in_session_of_person ON sign_in_session (person_id, last_seen_at);
CREATE TABLE sign_in_throttle (
    key TEXT NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL CHECK (failures >= 0),
    window_started_at BIGINT NOT NULL,
    blocked_until BIGINT
) WITHOUT ROWID;
CREATE INDEX sign_in_throttle_age ON sign_in_throttle (window_started_at);
CREATE TABLE staff_note (
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    person_id TEXT NOT NULL REFERENCES person(id),
    id TEXT NOT NULL CHECK (length(id) = 36),
    author_id TEXT NOT NULL REFERENCES person(id),
    noted_at BIGINT NOT NULL,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    PRIMARY KEY (cohort_id, person_id, id)
) WITHOUT ROWID;
CREATE INDEX staff_note_author ON staff_note(author_id);
CREATE INDEX staff_note_person ON staff_note(person_id);
CREATE TABLE submission (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    person_id TEXT NOT NULL REFERENCES person(id),
    activity_id TEXT NOT NULL REFERENCES activity(id),
    context TEXT NOT NULL CHECK (length(context) BETWEEN 1 AND 64),
    version_id TEXT NOT NULL REFERENCES course_version(id),
    content_digest TEXT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    text TEXT,
    submitted_at BIGINT NOT NULL,
    UNIQUE (context, activity_id, number)
);
CREATE INDEX submission_activity ON submission(activity_id);
CREATE INDEX submission_person ON submission(person_id);
CREATE INDEX submission_version ON submission(version_id);
CREATE TABLE submission_draft (
    context TEXT NOT NULL CHECK (length(context) BETWEEN 1 AND 64),
    activity_id TEXT NOT NULL REFERENCES activity(id),
    text TEXT NOT NULL,
    sequence BIGINT NOT NULL CHECK (sequence > 0),
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (context, activity_id)
) WITHOUT ROWID;
CREATE INDEX submission_draft_activity ON submission_draft(activity_id);
CREATE TABLE submission_file (
    submission_id TEXT NOT NULL REFERENCES submission(id),
    position BIGINT NOT NULL CHECK (position > 0),
    name TEXT NOT NULL CHECK (length(name) > 0),
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL CHECK (size > 0),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    PRIMARY KEY (submission_id, position)
) WITHOUT ROWID;
CREATE TABLE submission_mark (
    submission_id TEXT NOT NULL REFERENCES submission(id),
    number BIGINT NOT NULL CHECK (number > 0),
    marker_id TEXT NOT NULL REFERENCES person(id),
    marked_at BIGINT NOT NULL,
    points DOUBLE PRECISION NOT NULL CHECK (points >= 0),
    score SMALLINT NOT NULL CHECK (score BETWEEN 0 AND 100),
    comment TEXT,
    levels TEXT NOT NULL,
    PRIMARY KEY (submission_id, number)
) WITHOUT ROWID;
CREATE INDEX submission_mark_by ON submission_mark(marker_id);
CREATE TABLE survey_response (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    activity_id TEXT NOT NULL REFERENCES activity(id),
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    person_id TEXT REFERENCES person(id),
    answers TEXT NOT NULL,
    UNIQUE (activity_id, cohort_id, person_id)
) WITHOUT ROWID;
CREATE INDEX survey_response_cohort ON survey_response(cohort_id);
CREATE INDEX survey_response_person ON survey_response(person_id);
CREATE TABLE team_challenge (
    id TEXT NOT NULL PRIMARY KEY,
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    kind TEXT NOT NULL CHECK (kind IN ('sum', 'share')),
    target BIGINT NOT NULL CHECK (target > 0),
    starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
    ends_on TEXT NOT NULL CHECK (length(ends_on) = 10 AND ends_on >= starts_on),
    made_by TEXT REFERENCES person(id),
    made_at BIGINT NOT NULL,
    CHECK (kind = 'sum' OR target <= 100)
) WITHOUT ROWID;
CREATE INDEX team_challenge_by ON team_challenge(made_by);
CREATE INDEX team_challenge_cohort ON team_challenge(cohort_id, ends_on);
CREATE TABLE tutor_mark (
    attempt_id TEXT NOT NULL REFERENCES attempt(id),
    question_id TEXT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    points DOUBLE PRECISION NOT NULL CHECK (points >= 0),
    comment TEXT CHECK (length(comment) <= 5000),
    marked_by TEXT NOT NULL REFERENCES person(id),
    marked_at BIGINT NOT NULL,
    PRIMARY KEY (attempt_id, question_id, number)
) WITHOUT ROWID;
CREATE INDEX tutor_mark_by ON tutor_mark(marked_by);
CREATE TABLE waiting_work (
    context TEXT NOT NULL CHECK (length(context) BETWEEN 1 AND 64),
    activity_id TEXT NOT NULL REFERENCES activity(id),
    kind TEXT NOT NULL CHECK (kind IN ('attempt', 'submission')),
    work_id TEXT NOT NULL CHECK (length(work_id) = 36),
    person_id TEXT NOT NULL REFERENCES person(id),
    cohort_id TEXT NOT NULL REFERENCES cohort(id),
    sent_at BIGINT NOT NULL,
    PRIMARY KEY (context, activity_id)
) WITHOUT ROWID;
CREATE INDEX waiting_work_activity ON waiting_work(activity_id);
CREATE INDEX waiting_work_person ON waiting_work(person_id);
CREATE INDEX waiting_work_queue ON waiting_work(cohort_id, sent_at, work_id);
CREATE TABLE weekly_goal (
    person_id TEXT NOT NULL REFERENCES person(id),
    week TEXT NOT NULL CHECK (length(week) = 10),
    number BIGINT NOT NULL CHECK (number > 0),
    minutes BIGINT CHECK (minutes BETWEEN 15 AND 3600),
    activity_id TEXT REFERENCES activity(id),
    set_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, week, number),
    CHECK ((minutes IS NULL) = (activity_id IS NOT NULL))
) WITHOUT ROWID;
CREATE INDEX weekly_goal_activity ON weekly_goal(activity_id);
