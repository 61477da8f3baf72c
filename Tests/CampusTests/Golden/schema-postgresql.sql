access_token.id text COLLATE "C" NOT NULL
access_token.token_hash text COLLATE "C" NOT NULL
access_token.person_id text COLLATE "C" NOT NULL
access_token.label text COLLATE "C" NOT NULL
access_token.created_at bigint NOT NULL
access_token.expires_at bigint
access_token.revoked_at bigint
activity.id text COLLATE "C" NOT NULL
activity.course_id text COLLATE "C" NOT NULL
activity.key text COLLATE "C" NOT NULL
activity_content.digest text COLLATE "C" NOT NULL
activity_content.body text COLLATE "C" NOT NULL
activity_state.enrolment_id text COLLATE "C" NOT NULL
activity_state.activity_id text COLLATE "C" NOT NULL
activity_state.status text COLLATE "C" NOT NULL
activity_state.first_opened_at bigint NOT NULL
activity_state.last_event_at bigint NOT NULL
activity_state.seconds bigint NOT NULL
activity_state.reached_end_at bigint
activity_state.best_score smallint
activity_state.attempts bigint NOT NULL
activity_state.completed_at bigint
activity_state.completed_by_version text COLLATE "C"
activity_state.played text COLLATE "C"
activity_state.declared_at bigint
activity_state.attended_at bigint
activity_state.contributions bigint NOT NULL DEFAULT 0
activity_state.reviewed_share smallint
activity_state.submitted_at bigint
activity_state.connected text COLLATE "C"
activity_state.scores text COLLATE "C"
activity_state.validated_seconds bigint
activity_state.ruling text COLLATE "C"
activity_state.reported_at bigint
alert_rules.cohort_id text COLLATE "C" NOT NULL
alert_rules.number bigint NOT NULL
alert_rules.rules text COLLATE "C" NOT NULL
alert_rules.set_by text COLLATE "C"
alert_rules.set_at bigint NOT NULL
alert_sweep.day text COLLATE "C" NOT NULL
alert_sweep.started_at bigint NOT NULL
alert_sweep.finished_at bigint
attempt.id text COLLATE "C" NOT NULL
attempt.person_id text COLLATE "C" NOT NULL
attempt.activity_id text COLLATE "C" NOT NULL
attempt.context text COLLATE "C" NOT NULL
attempt.version_id text COLLATE "C" NOT NULL
attempt.content_digest text COLLATE "C" NOT NULL
attempt.number bigint NOT NULL
attempt.started_at bigint NOT NULL
attempt.max_points double precision NOT NULL
attempt.submitted_at bigint
attempt.points double precision
attempt.score smallint
attempt.seed bigint
attempt.deadline bigint
attempt.sent_at bigint
attempt_answer.attempt_id text COLLATE "C" NOT NULL
attempt_answer.question_id text COLLATE "C" NOT NULL
attempt_answer.response text COLLATE "C"
attempt_answer.sequence bigint NOT NULL
attempt_answer.saved_at bigint NOT NULL
attempt_answer.points double precision
attempt_answer.is_right smallint
attempt_step.attempt_id text COLLATE "C" NOT NULL
attempt_step.number bigint NOT NULL
attempt_step.scene_id text COLLATE "C" NOT NULL
attempt_step.choice_id text COLLATE "C" NOT NULL
attempt_step.taken_at bigint NOT NULL
attendance_chain.cohort_id text COLLATE "C" NOT NULL
attendance_chain.length bigint NOT NULL
attendance_chain.head text COLLATE "C" NOT NULL
attendance_entry.id text COLLATE "C" NOT NULL
attendance_entry.cohort_id text COLLATE "C" NOT NULL
attendance_entry.sequence bigint NOT NULL
attendance_entry.previous text COLLATE "C" NOT NULL
attendance_entry.hash text COLLATE "C" NOT NULL
attendance_entry.kind text COLLATE "C" NOT NULL
attendance_entry.at bigint NOT NULL
attendance_entry.session_id text COLLATE "C" NOT NULL
attendance_entry.day text COLLATE "C" NOT NULL
attendance_entry.half text COLLATE "C" NOT NULL
attendance_entry.starts_at bigint NOT NULL
attendance_entry.ends_at bigint NOT NULL
attendance_entry.subject text COLLATE "C" NOT NULL
attendance_entry.place text COLLATE "C"
attendance_entry.person_id text COLLATE "C" NOT NULL
attendance_entry.person_name text COLLATE "C" NOT NULL
attendance_entry.role text COLLATE "C" NOT NULL
attendance_entry.author_id text COLLATE "C" NOT NULL
attendance_entry.method text COLLATE "C"
attendance_entry.means text COLLATE "C"
attendance_entry.drawing text COLLATE "C"
attendance_entry.drawing_digest text COLLATE "C"
attendance_entry.minutes smallint
attendance_entry.motive text COLLATE "C"
attendance_entry.justified smallint
attendance_entry.note text COLLATE "C"
attendance_entry.proof_digest text COLLATE "C"
attendance_entry.proof_name text COLLATE "C"
attendance_entry.proof_type text COLLATE "C"
attendance_entry.proof_size bigint
attendance_entry.corrects text COLLATE "C"
attendance_entry.reason text COLLATE "C"
attendance_secret.number smallint NOT NULL
attendance_secret.secret text COLLATE "C" NOT NULL
badge_award.id text COLLATE "C" NOT NULL
badge_award.number bigint NOT NULL
badge_award.address text COLLATE "C" NOT NULL
badge_award.person_id text COLLATE "C" NOT NULL
badge_award.cohort_id text COLLATE "C" NOT NULL
badge_award.course text COLLATE "C" NOT NULL
badge_award.badge text COLLATE "C" NOT NULL
badge_award.title text COLLATE "C" NOT NULL
badge_award.summary text COLLATE "C"
badge_award.criteria text COLLATE "C" NOT NULL
badge_award.colour text COLLATE "C" NOT NULL
badge_award.course_title text COLLATE "C" NOT NULL
badge_award.language text COLLATE "C" NOT NULL
badge_award.awarded_at bigint NOT NULL
badge_key.number smallint NOT NULL
badge_key.secret text COLLATE "C" NOT NULL
badge_key.made_at bigint NOT NULL
badge_revocation.award_id text COLLATE "C" NOT NULL
badge_revocation.reason text COLLATE "C" NOT NULL
badge_revocation.revoked_by text COLLATE "C"
badge_revocation.revoked_at bigint NOT NULL
badge_share.award_id text COLLATE "C" NOT NULL
badge_share.shared_at bigint NOT NULL
calendar_feed.person_id text COLLATE "C" NOT NULL
calendar_feed.token_hash text COLLATE "C" NOT NULL
calendar_feed.made_at bigint NOT NULL
call_request.id text COLLATE "C" NOT NULL
call_request.cohort_id text COLLATE "C" NOT NULL
call_request.person_id text COLLATE "C" NOT NULL
call_request.asked_at bigint NOT NULL
call_request.phone text COLLATE "C"
call_request.hours text COLLATE "C"
call_request.settled_at bigint
call_request.settled_by text COLLATE "C"
can_do_answer.id text COLLATE "C" NOT NULL
can_do_answer.can_do text COLLATE "C" NOT NULL
can_do_answer.person_id text COLLATE "C" NOT NULL
can_do_answer.course_id text COLLATE "C" NOT NULL
can_do_answer.answer text COLLATE "C" NOT NULL
can_do_answer.said_at bigint NOT NULL
card_memory.person_id text COLLATE "C" NOT NULL
card_memory.activity_id text COLLATE "C" NOT NULL
card_memory.card text COLLATE "C" NOT NULL
card_memory.direction text COLLATE "C" NOT NULL
card_memory.phase text COLLATE "C" NOT NULL
card_memory.step smallint
card_memory.stability double precision NOT NULL
card_memory.difficulty double precision NOT NULL
card_memory.due_at bigint NOT NULL
card_memory.reviewed_at bigint NOT NULL
card_memory.ready_at bigint
card_memory.reviews bigint NOT NULL
card_memory.lapses bigint NOT NULL
card_memory.started_at bigint NOT NULL
card_memory.last_at bigint NOT NULL
card_memory.last_review text COLLATE "C" NOT NULL
card_review.id text COLLATE "C" NOT NULL
card_review.person_id text COLLATE "C" NOT NULL
card_review.activity_id text COLLATE "C" NOT NULL
card_review.card text COLLATE "C" NOT NULL
card_review.direction text COLLATE "C" NOT NULL
card_review.act text COLLATE "C" NOT NULL
card_review.happened_at bigint NOT NULL
card_review.received_at bigint NOT NULL
caseload_view.person_id text COLLATE "C" NOT NULL
caseload_view.name text COLLATE "C" NOT NULL
caseload_view.query text COLLATE "C" NOT NULL
class_session.id text COLLATE "C" NOT NULL
class_session.cohort_id text COLLATE "C" NOT NULL
class_session.group_id text COLLATE "C"
class_session.activity_id text COLLATE "C"
class_session.kind text COLLATE "C" NOT NULL
class_session.title text COLLATE "C" NOT NULL
class_session.day text COLLATE "C" NOT NULL
class_session.minute smallint NOT NULL
class_session.zone text COLLATE "C" NOT NULL
class_session.duration smallint NOT NULL
class_session.starts_at bigint NOT NULL
class_session.ends_at bigint NOT NULL
class_session.place text COLLATE "C"
class_session.link text COLLATE "C"
class_session.notes text COLLATE "C"
class_session.status text COLLATE "C" NOT NULL
class_session.reason text COLLATE "C"
class_session.revision bigint NOT NULL
class_session_change.session_id text COLLATE "C" NOT NULL
class_session_change.revision bigint NOT NULL
class_session_change.status text COLLATE "C" NOT NULL
class_session_change.day text COLLATE "C" NOT NULL
class_session_change.minute smallint NOT NULL
class_session_change.zone text COLLATE "C" NOT NULL
class_session_change.duration smallint NOT NULL
class_session_change.place text COLLATE "C"
class_session_change.link text COLLATE "C"
class_session_change.reason text COLLATE "C"
class_session_change.changed_by text COLLATE "C"
class_session_change.changed_at bigint NOT NULL
class_session_series.session_id text COLLATE "C" NOT NULL
class_session_series.series_id text COLLATE "C" NOT NULL
class_session_trainer.session_id text COLLATE "C" NOT NULL
class_session_trainer.person_id text COLLATE "C" NOT NULL
cohort.id text COLLATE "C" NOT NULL
cohort.key text COLLATE "C" NOT NULL
cohort.title text COLLATE "C" NOT NULL
cohort.starts_on text COLLATE "C"
cohort.ends_on text COLLATE "C"
cohort.created_at bigint NOT NULL
cohort_course.cohort_id text COLLATE "C" NOT NULL
cohort_course.course_id text COLLATE "C" NOT NULL
cohort_group.id text COLLATE "C" NOT NULL
cohort_group.cohort_id text COLLATE "C" NOT NULL
cohort_group.key text COLLATE "C" NOT NULL
cohort_group.title text COLLATE "C" NOT NULL
connected_day.enrolment_id text COLLATE "C" NOT NULL
connected_day.day text COLLATE "C" NOT NULL
connected_day.seconds bigint NOT NULL
connected_day.spans text COLLATE "C" NOT NULL
connection_span.session_id text COLLATE "C" NOT NULL
connection_span.person_id text COLLATE "C" NOT NULL
connection_span.source text COLLATE "C" NOT NULL
connection_span.started_at bigint NOT NULL
connection_span.ended_at bigint
conversation.id text COLLATE "C" NOT NULL
conversation.cohort_id text COLLATE "C" NOT NULL
conversation.kind text COLLATE "C" NOT NULL
conversation.subject text COLLATE "C" NOT NULL
conversation.learner_id text COLLATE "C"
conversation.last_sequence bigint NOT NULL
conversation.last_at bigint
conversation.version bigint NOT NULL
conversation.waiting_since bigint
conversation_answer.conversation_id text COLLATE "C" NOT NULL
conversation_answer.asked_at bigint NOT NULL
conversation_answer.answered_at bigint NOT NULL
conversation_reader.conversation_id text COLLATE "C" NOT NULL
conversation_reader.person_id text COLLATE "C" NOT NULL
conversation_reader.read_through bigint NOT NULL
conversation_reader.unread bigint NOT NULL
course.id text COLLATE "C" NOT NULL
course.key text COLLATE "C" NOT NULL
course.created_at bigint NOT NULL
course_asset.digest text COLLATE "C" NOT NULL
course_asset.course_id text COLLATE "C" NOT NULL
course_asset.name text COLLATE "C" NOT NULL
course_asset.media_type text COLLATE "C" NOT NULL
course_asset.size bigint NOT NULL
course_state.enrolment_id text COLLATE "C" NOT NULL
course_state.version_id text COLLATE "C" NOT NULL
course_state.done_weight bigint NOT NULL
course_state.total_weight bigint NOT NULL
course_state.percent smallint NOT NULL
course_state.activities_done bigint NOT NULL
course_state.activities_total bigint NOT NULL
course_state.seconds bigint NOT NULL
course_state.last_activity_id text COLLATE "C"
course_state.last_activity_at bigint
course_state.last_event_at bigint
course_state.event_count bigint NOT NULL
course_state.completed_at bigint
course_version.id text COLLATE "C" NOT NULL
course_version.course_id text COLLATE "C" NOT NULL
course_version.number bigint NOT NULL
course_version.digest text COLLATE "C" NOT NULL
course_version.outline text COLLATE "C" NOT NULL
course_version.applied_at bigint NOT NULL
course_version.applied_by text COLLATE "C"
course_version.sources text COLLATE "C"
device_test.person_id text COLLATE "C" NOT NULL
device_test.number bigint NOT NULL
device_test.sound smallint NOT NULL
device_test.microphone smallint NOT NULL
device_test.camera smallint NOT NULL
device_test.link smallint NOT NULL
device_test.tested_at bigint NOT NULL
enrolment.id text COLLATE "C" NOT NULL
enrolment.person_id text COLLATE "C" NOT NULL
enrolment.cohort_id text COLLATE "C" NOT NULL
enrolment.course_id text COLLATE "C" NOT NULL
enrolment.starts_on text COLLATE "C"
enrolment.ends_on text COLLATE "C"
enrolment.status text COLLATE "C" NOT NULL
enrolment.created_at bigint NOT NULL
extra_time.person_id text COLLATE "C" NOT NULL
extra_time.cohort_id text COLLATE "C" NOT NULL
extra_time.number bigint NOT NULL
extra_time.percent bigint NOT NULL
extra_time.set_by text COLLATE "C"
extra_time.set_at bigint NOT NULL
follow_up.context text COLLATE "C" NOT NULL
follow_up.person_id text COLLATE "C" NOT NULL
follow_up.cohort_id text COLLATE "C" NOT NULL
follow_up.level text COLLATE "C"
follow_up.reasons text COLLATE "C" NOT NULL
follow_up.raised_at bigint
follow_up.quiet text COLLATE "C" NOT NULL
follow_up_fact.context text COLLATE "C" NOT NULL
follow_up_fact.number bigint NOT NULL
follow_up_fact.kind text COLLATE "C" NOT NULL
follow_up_fact.happened_at bigint NOT NULL
follow_up_fact.reasons text COLLATE "C" NOT NULL
follow_up_fact.outcome text COLLATE "C"
follow_up_fact.note text COLLATE "C"
follow_up_fact.by_person text COLLATE "C"
game_cohort.cohort_id text COLLATE "C" NOT NULL
game_cohort.is_off smallint NOT NULL
game_cohort.set_by text COLLATE "C"
game_cohort.set_at bigint NOT NULL
game_ladder.cohort_id text COLLATE "C" NOT NULL
game_ladder.is_open smallint NOT NULL
game_ladder.set_by text COLLATE "C"
game_ladder.set_at bigint NOT NULL
handover.cohort_id text COLLATE "C" NOT NULL
handover.person_id text COLLATE "C" NOT NULL
handover.number bigint NOT NULL
handover.tutor_id text COLLATE "C" NOT NULL
handover.note text COLLATE "C" NOT NULL
handover.by_person text COLLATE "C" NOT NULL
handover.given_at bigint NOT NULL
installation_role.person_id text COLLATE "C" NOT NULL
installation_role.role text COLLATE "C" NOT NULL
ladder_member.cohort_id text COLLATE "C" NOT NULL
ladder_member.person_id text COLLATE "C" NOT NULL
ladder_member.name text COLLATE "C" NOT NULL
ladder_member.name_key text COLLATE "C" NOT NULL
ladder_member.joined_at bigint NOT NULL
learner_contact.cohort_id text COLLATE "C" NOT NULL
learner_contact.person_id text COLLATE "C" NOT NULL
learner_contact.id text COLLATE "C" NOT NULL
learner_contact.means text COLLATE "C" NOT NULL
learner_contact.outcome text COLLATE "C" NOT NULL
learner_contact.again_at bigint
learner_contact.note text COLLATE "C"
learner_contact.by_person text COLLATE "C" NOT NULL
learner_contact.happened_at bigint NOT NULL
learning_day.person_id text COLLATE "C" NOT NULL
learning_day.day text COLLATE "C" NOT NULL
learning_event.enrolment_id text COLLATE "C" NOT NULL
learning_event.sequence bigint NOT NULL
learning_event.id text COLLATE "C" NOT NULL
learning_event.activity_id text COLLATE "C"
learning_event.kind text COLLATE "C" NOT NULL
learning_event.occurred_at bigint NOT NULL
learning_event.received_at bigint NOT NULL
learning_event.seconds bigint
learning_event.score smallint
learning_event.detail text COLLATE "C"
mail_bounce.address text COLLATE "C" NOT NULL
mail_bounce.bounced_at bigint NOT NULL
mail_bounce.reason text COLLATE "C" NOT NULL
mail_choice.recipient text COLLATE "C" NOT NULL
mail_choice.token text COLLATE "C" NOT NULL
mail_choice.refused_at bigint
mail_choice.digest_hour bigint NOT NULL DEFAULT 18
mail_choice.quiet_from bigint NOT NULL DEFAULT 21
mail_choice.quiet_until bigint NOT NULL DEFAULT 8
mail_choice.zone text COLLATE "C" NOT NULL DEFAULT 'Europe/Paris'::text
meeting_quarter.person_id text COLLATE "C" NOT NULL
meeting_quarter.quarter bigint NOT NULL
meeting_quarter.meeting_id text COLLATE "C" NOT NULL
membership.person_id text COLLATE "C" NOT NULL
membership.cohort_id text COLLATE "C" NOT NULL
membership.role text COLLATE "C" NOT NULL
membership.group_id text COLLATE "C"
membership.joined_at bigint NOT NULL
membership.left_at bigint
mentoring_availability.id text COLLATE "C" NOT NULL
mentoring_availability.person_id text COLLATE "C" NOT NULL
mentoring_availability.weekday smallint
mentoring_availability.first_day text COLLATE "C" NOT NULL
mentoring_availability.last_day text COLLATE "C"
mentoring_availability.opens smallint NOT NULL
mentoring_availability.closes smallint NOT NULL
mentoring_availability.zone text COLLATE "C" NOT NULL
mentoring_availability.length smallint NOT NULL
mentoring_availability.place text COLLATE "C"
mentoring_availability.link text COLLATE "C"
mentoring_availability.closed_at bigint
mentoring_change.meeting_id text COLLATE "C" NOT NULL
mentoring_change.revision bigint NOT NULL
mentoring_change.status text COLLATE "C" NOT NULL
mentoring_change.starts_at bigint NOT NULL
mentoring_change.length smallint NOT NULL
mentoring_change.reason text COLLATE "C"
mentoring_change.changed_by text COLLATE "C"
mentoring_change.changed_at bigint NOT NULL
mentoring_exception.availability_id text COLLATE "C" NOT NULL
mentoring_exception.day text COLLATE "C" NOT NULL
mentoring_meeting.id text COLLATE "C" NOT NULL
mentoring_meeting.host_id text COLLATE "C" NOT NULL
mentoring_meeting.learner_id text COLLATE "C" NOT NULL
mentoring_meeting.cohort_id text COLLATE "C" NOT NULL
mentoring_meeting.day text COLLATE "C" NOT NULL
mentoring_meeting.minute smallint NOT NULL
mentoring_meeting.zone text COLLATE "C" NOT NULL
mentoring_meeting.length smallint NOT NULL
mentoring_meeting.starts_at bigint NOT NULL
mentoring_meeting.ends_at bigint NOT NULL
mentoring_meeting.place text COLLATE "C"
mentoring_meeting.link text COLLATE "C"
mentoring_meeting.topic text COLLATE "C"
mentoring_meeting.status text COLLATE "C" NOT NULL
mentoring_meeting.reason text COLLATE "C"
mentoring_meeting.revision bigint NOT NULL
mentoring_meeting.changed_at bigint NOT NULL
mentoring_report.meeting_id text COLLATE "C" NOT NULL
mentoring_report.number bigint NOT NULL
mentoring_report.outcome text COLLATE "C" NOT NULL
mentoring_report.shared text COLLATE "C"
mentoring_report.restricted text COLLATE "C"
mentoring_report.next_step text COLLATE "C"
mentoring_report.next_day text COLLATE "C"
mentoring_report.written_by text COLLATE "C" NOT NULL
mentoring_report.written_at bigint NOT NULL
mentoring_rules.cohort_id text COLLATE "C" NOT NULL
mentoring_rules.number bigint NOT NULL
mentoring_rules.notice_hours smallint NOT NULL
mentoring_rules.open_bookings smallint NOT NULL
mentoring_rules.weeks_ahead smallint NOT NULL
mentoring_rules.set_by text COLLATE "C"
mentoring_rules.set_at bigint NOT NULL
message.conversation_id text COLLATE "C" NOT NULL
message.sequence bigint NOT NULL
message.id text COLLATE "C" NOT NULL
message.author_id text COLLATE "C" NOT NULL
message.posted_at bigint NOT NULL
message.text text COLLATE "C" NOT NULL
message.html text COLLATE "C" NOT NULL
message.about text COLLATE "C"
message.reply_to bigint
message.accepted_at bigint
message.accepted_by text COLLATE "C"
message.edited_at bigint
message.removed_at bigint
message.removed_by text COLLATE "C"
message_edit.message_id text COLLATE "C" NOT NULL
message_edit.number bigint NOT NULL
message_edit.text text COLLATE "C" NOT NULL
message_edit.replaced_at bigint NOT NULL
message_file.conversation_id text COLLATE "C" NOT NULL
message_file.sequence bigint NOT NULL
message_file.position bigint NOT NULL
message_file.name text COLLATE "C" NOT NULL
message_file.media_type text COLLATE "C" NOT NULL
message_file.size bigint NOT NULL
message_file.digest text COLLATE "C" NOT NULL
message_mention.person_id text COLLATE "C" NOT NULL
message_mention.conversation_id text COLLATE "C" NOT NULL
message_mention.sequence bigint NOT NULL
message_place.number bigint NOT NULL
message_place.conversation_id text COLLATE "C" NOT NULL
message_place.sequence bigint NOT NULL
message_report.id text COLLATE "C" NOT NULL
message_report.cohort_id text COLLATE "C" NOT NULL
message_report.message_id text COLLATE "C" NOT NULL
message_report.reporter_id text COLLATE "C" NOT NULL
message_report.reason text COLLATE "C" NOT NULL
message_report.note text COLLATE "C"
message_report.text text COLLATE "C" NOT NULL
message_report.reported_at bigint NOT NULL
message_report.outcome text COLLATE "C"
message_report.settled_by text COLLATE "C"
message_report.settled_at bigint
message_search.number bigint NOT NULL
message_search.words tsvector NOT NULL
message_unindexed.message_id text COLLATE "C" NOT NULL
outbox.id text COLLATE "C" NOT NULL
outbox.cause text COLLATE "C" NOT NULL
outbox.recipient text COLLATE "C" NOT NULL
outbox.address text COLLATE "C" NOT NULL
outbox.kind text COLLATE "C" NOT NULL
outbox.language text COLLATE "C" NOT NULL
outbox.subject text COLLATE "C" NOT NULL
outbox.body text COLLATE "C" NOT NULL
outbox.calendar text COLLATE "C"
outbox.calendar_method text COLLATE "C"
outbox.refusal text COLLATE "C"
outbox.state text COLLATE "C" NOT NULL
outbox.tries bigint NOT NULL
outbox.due_at bigint NOT NULL
outbox.claim text COLLATE "C"
outbox.expires_at bigint
outbox.error text COLLATE "C"
outbox.created_at bigint NOT NULL
outbox_cause.cause text COLLATE "C" NOT NULL
outbox_cause.made_at bigint NOT NULL
own_card.id text COLLATE "C" NOT NULL
own_card.person_id text COLLATE "C" NOT NULL
own_card.course_id text COLLATE "C" NOT NULL
own_card.activity_id text COLLATE "C" NOT NULL
own_card.card text COLLATE "C" NOT NULL
own_card.of_deck smallint NOT NULL
own_card.one_way smallint NOT NULL
own_card.front text COLLATE "C" NOT NULL
own_card.back text COLLATE "C" NOT NULL
own_card.example text COLLATE "C"
own_card.language text COLLATE "C"
own_card.found_in text COLLATE "C" NOT NULL
own_card.added_at bigint NOT NULL
own_card.added_by text COLLATE "C" NOT NULL
own_card.removed_at bigint
pace_fact.cohort_id text COLLATE "C" NOT NULL
pace_fact.person_id text COLLATE "C" NOT NULL
pace_fact.number bigint NOT NULL
pace_fact.subject bigint NOT NULL
pace_fact.activity_id text COLLATE "C"
pace_fact.motive text COLLATE "C"
pace_fact.first_day text COLLATE "C"
pace_fact.last_day text COLLATE "C" NOT NULL
pace_fact.is_withdrawn smallint NOT NULL
pace_fact.note text COLLATE "C"
pace_fact.set_by text COLLATE "C"
pace_fact.set_at bigint NOT NULL
part_state.enrolment_id text COLLATE "C" NOT NULL
part_state.part text COLLATE "C" NOT NULL
part_state.completed_at bigint NOT NULL
person.id text COLLATE "C" NOT NULL
person.login text COLLATE "C" NOT NULL
person.login_key text COLLATE "C" NOT NULL
person.given_name text COLLATE "C" NOT NULL
person.family_name text COLLATE "C" NOT NULL
person.sort_key text COLLATE "C" NOT NULL
person.email text COLLATE "C"
person.email_key text COLLATE "C"
person.language text COLLATE "C" NOT NULL
person.theme text COLLATE "C" NOT NULL DEFAULT 'system'::text
person.spacing text COLLATE "C" NOT NULL DEFAULT 'normal'::text
person.password_hash text COLLATE "C"
person.must_change_password smallint NOT NULL
person.created_at bigint NOT NULL
person.disabled_at bigint
placement_answer.run_id text COLLATE "C" NOT NULL
placement_answer.position smallint NOT NULL
placement_answer.item text COLLATE "C" NOT NULL
placement_answer.difficulty double precision NOT NULL
placement_answer.discrimination double precision NOT NULL
placement_answer.choice text COLLATE "C"
placement_answer.is_right smallint NOT NULL
placement_answer.answered_at bigint NOT NULL
placement_ruling.id text COLLATE "C" NOT NULL
placement_ruling.run_id text COLLATE "C" NOT NULL
placement_ruling.level text COLLATE "C" NOT NULL
placement_ruling.reason text COLLATE "C" NOT NULL
placement_ruling.decided_by text COLLATE "C" NOT NULL
placement_ruling.decided_at bigint NOT NULL
placement_run.id text COLLATE "C" NOT NULL
placement_run.person_id text COLLATE "C" NOT NULL
placement_run.activity_id text COLLATE "C" NOT NULL
placement_run.hears smallint NOT NULL
placement_run.started_at bigint NOT NULL
placement_run.finished_at bigint
point_balance.person_id text COLLATE "C" NOT NULL
point_balance.cohort_id text COLLATE "C" NOT NULL
point_balance.course text COLLATE "C" NOT NULL
point_balance.balance bigint NOT NULL
point_entry.person_id text COLLATE "C" NOT NULL
point_entry.number bigint NOT NULL
point_entry.rule text COLLATE "C" NOT NULL
point_entry.rule_version bigint NOT NULL
point_entry.subject text COLLATE "C" NOT NULL
point_entry.version bigint NOT NULL
point_entry.amount bigint NOT NULL
point_entry.due bigint NOT NULL
point_entry.cohort_id text COLLATE "C" NOT NULL
point_entry.course text COLLATE "C" NOT NULL
point_entry.title text COLLATE "C" NOT NULL
point_entry.day text COLLATE "C" NOT NULL
point_entry.entered_at bigint NOT NULL
point_purse.person_id text COLLATE "C" NOT NULL
point_purse.balance bigint NOT NULL
point_purse.entries bigint NOT NULL
point_purse.is_off smallint NOT NULL
publication.course_id text COLLATE "C" NOT NULL
publication.sequence bigint NOT NULL
publication.version_id text COLLATE "C" NOT NULL
publication.published_at bigint NOT NULL
publication.published_by text COLLATE "C"
published_version.course_id text COLLATE "C" NOT NULL
published_version.version_id text COLLATE "C" NOT NULL
published_version.published_at bigint NOT NULL
published_version.sequence bigint NOT NULL DEFAULT 1
quick_sentence.id text COLLATE "C" NOT NULL
quick_sentence.person_id text COLLATE "C" NOT NULL
quick_sentence.text text COLLATE "C" NOT NULL
recording_watch.session_id text COLLATE "C" NOT NULL
recording_watch.recording text COLLATE "C" NOT NULL
recording_watch.person_id text COLLATE "C" NOT NULL
recording_watch.first_at bigint NOT NULL
recording_watch.last_at bigint NOT NULL
recording_watch.spans text COLLATE "C" NOT NULL
recording_watch.seconds bigint NOT NULL
review_limits.person_id text COLLATE "C" NOT NULL
review_limits.new_a_day smallint NOT NULL
review_limits.reviews_a_day smallint NOT NULL
schema_migration.position bigint NOT NULL
schema_migration.name text COLLATE "default" NOT NULL
schema_migration.applied_at bigint NOT NULL
security_event.id text COLLATE "C" NOT NULL
security_event.person_id text COLLATE "C"
security_event.kind text COLLATE "C" NOT NULL
security_event.at bigint NOT NULL
security_event.detail text COLLATE "C" NOT NULL
session_preparation.session_id text COLLATE "C" NOT NULL
session_preparation.position bigint NOT NULL
session_preparation.activity_id text COLLATE "C" NOT NULL
session_recording.session_id text COLLATE "C" NOT NULL
session_recording.key text COLLATE "C" NOT NULL
session_recording.address text COLLATE "C" NOT NULL
session_recording.started_at bigint NOT NULL
session_recording.minutes bigint NOT NULL
sign_in_card.person_id text COLLATE "C" NOT NULL
sign_in_card.token_hash text COLLATE "C" NOT NULL
sign_in_card.pin_hash text COLLATE "C" NOT NULL
sign_in_card.made_at bigint NOT NULL
sign_in_card.made_by text COLLATE "C"
sign_in_link.token_hash text COLLATE "C" NOT NULL
sign_in_link.person_id text COLLATE "C" NOT NULL
sign_in_link.expires_at bigint NOT NULL
sign_in_session.token_hash text COLLATE "C" NOT NULL
sign_in_session.person_id text COLLATE "C" NOT NULL
sign_in_session.created_at bigint NOT NULL
sign_in_session.expires_at bigint NOT NULL
sign_in_session.last_seen_at bigint NOT NULL
sign_in_session.user_agent text COLLATE "C" NOT NULL
sign_in_throttle.key text COLLATE "C" NOT NULL
sign_in_throttle.failures bigint NOT NULL
sign_in_throttle.window_started_at bigint NOT NULL
sign_in_throttle.blocked_until bigint
staff_note.cohort_id text COLLATE "C" NOT NULL
staff_note.person_id text COLLATE "C" NOT NULL
staff_note.id text COLLATE "C" NOT NULL
staff_note.author_id text COLLATE "C" NOT NULL
staff_note.noted_at bigint NOT NULL
staff_note.text text COLLATE "C" NOT NULL
submission.id text COLLATE "C" NOT NULL
submission.person_id text COLLATE "C" NOT NULL
submission.activity_id text COLLATE "C" NOT NULL
submission.context text COLLATE "C" NOT NULL
submission.version_id text COLLATE "C" NOT NULL
submission.content_digest text COLLATE "C" NOT NULL
submission.number bigint NOT NULL
submission.text text COLLATE "C"
submission.submitted_at bigint NOT NULL
submission_draft.context text COLLATE "C" NOT NULL
submission_draft.activity_id text COLLATE "C" NOT NULL
submission_draft.text text COLLATE "C" NOT NULL
submission_draft.sequence bigint NOT NULL
submission_draft.saved_at bigint NOT NULL
submission_file.submission_id text COLLATE "C" NOT NULL
submission_file.position bigint NOT NULL
submission_file.name text COLLATE "C" NOT NULL
submission_file.media_type text COLLATE "C" NOT NULL
submission_file.size bigint NOT NULL
submission_file.digest text COLLATE "C" NOT NULL
submission_mark.submission_id text COLLATE "C" NOT NULL
submission_mark.number bigint NOT NULL
submission_mark.marker_id text COLLATE "C" NOT NULL
submission_mark.marked_at bigint NOT NULL
submission_mark.points double precision NOT NULL
submission_mark.score smallint NOT NULL
submission_mark.comment text COLLATE "C"
submission_mark.levels text COLLATE "C" NOT NULL
survey_response.id text COLLATE "C" NOT NULL
survey_response.activity_id text COLLATE "C" NOT NULL
survey_response.cohort_id text COLLATE "C" NOT NULL
survey_response.person_id text COLLATE "C"
survey_response.answers text COLLATE "C" NOT NULL
team_challenge.id text COLLATE "C" NOT NULL
team_challenge.cohort_id text COLLATE "C" NOT NULL
team_challenge.title text COLLATE "C" NOT NULL
team_challenge.kind text COLLATE "C" NOT NULL
team_challenge.target bigint NOT NULL
team_challenge.starts_on text COLLATE "C" NOT NULL
team_challenge.ends_on text COLLATE "C" NOT NULL
team_challenge.made_by text COLLATE "C"
team_challenge.made_at bigint NOT NULL
tutor_mark.attempt_id text COLLATE "C" NOT NULL
tutor_mark.question_id text COLLATE "C" NOT NULL
tutor_mark.number bigint NOT NULL
tutor_mark.points double precision NOT NULL
tutor_mark.comment text COLLATE "C"
tutor_mark.marked_by text COLLATE "C" NOT NULL
tutor_mark.marked_at bigint NOT NULL
waiting_work.context text COLLATE "C" NOT NULL
waiting_work.activity_id text COLLATE "C" NOT NULL
waiting_work.kind text COLLATE "C" NOT NULL
waiting_work.work_id text COLLATE "C" NOT NULL
waiting_work.person_id text COLLATE "C" NOT NULL
waiting_work.cohort_id text COLLATE "C" NOT NULL
waiting_work.sent_at bigint NOT NULL
weekly_goal.person_id text COLLATE "C" NOT NULL
weekly_goal.week text COLLATE "C" NOT NULL
weekly_goal.number bigint NOT NULL
weekly_goal.minutes bigint
weekly_goal.activity_id text COLLATE "C"
weekly_goal.set_at bigint NOT NULL

access_token: access_token_label_check CHECK (((length(label) >= 1) AND (length(label) <= 100)))
access_token: access_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
access_token: access_token_pkey PRIMARY KEY (id)
activity: activity_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id)
activity: activity_course_id_key_key UNIQUE (course_id, key)
activity: activity_pkey PRIMARY KEY (id)
activity_content: activity_content_pkey PRIMARY KEY (digest)
activity_state: activity_state_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id)
activity_state: activity_state_attempts_check CHECK ((attempts >= 0))
activity_state: activity_state_best_score_check CHECK (((best_score >= 0) AND (best_score <= 100)))
activity_state: activity_state_check CHECK (((status = 'completed'::text) = (completed_at IS NOT NULL)))
activity_state: activity_state_completed_by_version_fkey FOREIGN KEY (completed_by_version) REFERENCES course_version(id)
activity_state: activity_state_contributions_check CHECK ((contributions >= 0))
activity_state: activity_state_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment(id)
activity_state: activity_state_pkey PRIMARY KEY (enrolment_id, activity_id)
activity_state: activity_state_reviewed_share_check CHECK (((reviewed_share >= 0) AND (reviewed_share <= 100)))
activity_state: activity_state_seconds_check CHECK ((seconds >= 0))
activity_state: activity_state_status_check CHECK ((status = ANY (ARRAY['opened'::text, 'completed'::text])))
activity_state: activity_state_validated_seconds_check CHECK ((validated_seconds >= 0))
alert_rules: alert_rules_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
alert_rules: alert_rules_number_check CHECK ((number > 0))
alert_rules: alert_rules_pkey PRIMARY KEY (cohort_id, number)
alert_rules: alert_rules_set_by_fkey FOREIGN KEY (set_by) REFERENCES person(id)
alert_sweep: alert_sweep_day_check CHECK ((length(day) = 10))
alert_sweep: alert_sweep_pkey PRIMARY KEY (day)
attempt: attempt_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id)
attempt: attempt_check CHECK (((points >= (0)::double precision) AND (points <= max_points)))
attempt: attempt_check1 CHECK ((((submitted_at IS NULL) = (points IS NULL)) AND ((submitted_at IS NULL) = (score IS NULL))))
attempt: attempt_check2 CHECK ((deadline > started_at))
attempt: attempt_context_activity_id_number_key UNIQUE (context, activity_id, number)
attempt: attempt_context_check CHECK (((length(context) >= 1) AND (length(context) <= 64)))
attempt: attempt_max_points_check CHECK ((max_points >= (0)::double precision))
attempt: attempt_number_check CHECK ((number > 0))
attempt: attempt_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
attempt: attempt_pkey PRIMARY KEY (id)
attempt: attempt_score_check CHECK (((score >= 0) AND (score <= 100)))
attempt: attempt_version_id_fkey FOREIGN KEY (version_id) REFERENCES course_version(id)
attempt_answer: attempt_answer_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id)
attempt_answer: attempt_answer_check CHECK (((points IS NULL) = (is_right IS NULL)))
attempt_answer: attempt_answer_is_right_check CHECK ((is_right = ANY (ARRAY[0, 1])))
attempt_answer: attempt_answer_pkey PRIMARY KEY (attempt_id, question_id)
attempt_answer: attempt_answer_points_check CHECK ((points >= (0)::double precision))
attempt_answer: attempt_answer_sequence_check CHECK ((sequence > 0))
attempt_step: attempt_step_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id)
attempt_step: attempt_step_number_check CHECK ((number > 0))
attempt_step: attempt_step_pkey PRIMARY KEY (attempt_id, number)
attendance_chain: attendance_chain_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
attendance_chain: attendance_chain_head_check CHECK ((length(head) = 64))
attendance_chain: attendance_chain_length_check CHECK ((length >= 0))
attendance_chain: attendance_chain_pkey PRIMARY KEY (cohort_id)
attendance_entry: attendance_entry_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id)
attendance_entry: attendance_entry_check CHECK ((ends_at > starts_at))
attendance_entry: attendance_entry_check1 CHECK (((kind <> 'signed'::text) OR ((person_id = author_id) AND (method IS NOT NULL) AND (means IS NOT NULL))))
attendance_entry: attendance_entry_check2 CHECK (((method IS NULL) = (kind <> 'signed'::text)))
attendance_entry: attendance_entry_check3 CHECK (((COALESCE(method, ''::text) = 'drawn'::text) OR (drawing IS NULL)))
attendance_entry: attendance_entry_check4 CHECK (((COALESCE(method, ''::text) <> 'drawn'::text) OR (drawing IS NOT NULL)))
attendance_entry: attendance_entry_check5 CHECK (((drawing IS NULL) = (drawing_digest IS NULL)))
attendance_entry: attendance_entry_check6 CHECK ((((motive IS NULL) = (kind <> 'absent'::text)) AND ((justified IS NULL) = (kind <> 'absent'::text))))
attendance_entry: attendance_entry_check7 CHECK (((minutes IS NULL) = (kind <> ALL (ARRAY['absent'::text, 'late'::text]))))
attendance_entry: attendance_entry_check8 CHECK (((kind <> 'withdrawn'::text) OR ((corrects IS NOT NULL) AND (reason IS NOT NULL))))
attendance_entry: attendance_entry_check9 CHECK ((((proof_digest IS NULL) = (proof_name IS NULL)) AND ((proof_digest IS NULL) = (proof_type IS NULL)) AND ((proof_digest IS NULL) = (proof_size IS NULL))))
attendance_entry: attendance_entry_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
attendance_entry: attendance_entry_corrects_fkey FOREIGN KEY (corrects) REFERENCES attendance_entry(id)
attendance_entry: attendance_entry_day_check CHECK ((length(day) = 10))
attendance_entry: attendance_entry_drawing_check CHECK ((length(drawing) <= 8000))
attendance_entry: attendance_entry_drawing_digest_check CHECK ((length(drawing_digest) = 64))
attendance_entry: attendance_entry_half_check CHECK ((half = ANY (ARRAY['morning'::text, 'afternoon'::text])))
attendance_entry: attendance_entry_hash_check CHECK ((length(hash) = 64))
attendance_entry: attendance_entry_justified_check CHECK ((justified = ANY (ARRAY[0, 1])))
attendance_entry: attendance_entry_kind_check CHECK ((kind = ANY (ARRAY['signed'::text, 'absent'::text, 'late'::text, 'withdrawn'::text])))
attendance_entry: attendance_entry_means_check CHECK ((means = ANY (ARRAY['room-code'::text, 'session-page'::text, 'staff'::text])))
attendance_entry: attendance_entry_method_check CHECK ((method = ANY (ARRAY['confirmed'::text, 'drawn'::text])))
attendance_entry: attendance_entry_minutes_check CHECK (((minutes >= 1) AND (minutes <= 720)))
attendance_entry: attendance_entry_motive_check CHECK ((motive = ANY (ARRAY['illness'::text, 'accident'::text, 'family'::text, 'job'::text, 'summons'::text, 'transport'::text, 'technical'::text, 'other'::text, 'unknown'::text])))
attendance_entry: attendance_entry_note_check CHECK (((length(note) >= 1) AND (length(note) <= 500)))
attendance_entry: attendance_entry_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
attendance_entry: attendance_entry_pkey PRIMARY KEY (id)
attendance_entry: attendance_entry_previous_check CHECK ((length(previous) = 64))
attendance_entry: attendance_entry_proof_digest_check CHECK ((length(proof_digest) = 64))
attendance_entry: attendance_entry_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
attendance_entry: attendance_entry_role_check CHECK ((role = ANY (ARRAY['learner'::text, 'trainer'::text])))
attendance_entry: attendance_entry_sequence_check CHECK ((sequence > 0))
attendance_entry: attendance_entry_session_id_fkey FOREIGN KEY (session_id) REFERENCES class_session(id)
attendance_entry: attendance_entry_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 200)))
attendance_secret: attendance_secret_number_check CHECK ((number = 1))
attendance_secret: attendance_secret_pkey PRIMARY KEY (number)
attendance_secret: attendance_secret_secret_check CHECK ((length(secret) = 64))
badge_award: badge_award_address_check CHECK ((length(address) = 43))
badge_award: badge_award_address_key UNIQUE (address)
badge_award: badge_award_badge_check CHECK (((length(badge) >= 1) AND (length(badge) <= 64)))
badge_award: badge_award_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
badge_award: badge_award_colour_check CHECK (((length(colour) >= 1) AND (length(colour) <= 20)))
badge_award: badge_award_course_check CHECK (((length(course) >= 1) AND (length(course) <= 64)))
badge_award: badge_award_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text])))
badge_award: badge_award_number_check CHECK ((number >= 0))
badge_award: badge_award_number_key UNIQUE (number)
badge_award: badge_award_person_id_course_badge_key UNIQUE (person_id, course, badge)
badge_award: badge_award_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
badge_award: badge_award_pkey PRIMARY KEY (id)
badge_key: badge_key_number_check CHECK ((number = 1))
badge_key: badge_key_pkey PRIMARY KEY (number)
badge_key: badge_key_secret_check CHECK ((length(secret) = 43))
badge_revocation: badge_revocation_award_id_fkey FOREIGN KEY (award_id) REFERENCES badge_award(id)
badge_revocation: badge_revocation_pkey PRIMARY KEY (award_id)
badge_revocation: badge_revocation_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
badge_revocation: badge_revocation_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES person(id)
badge_share: badge_share_award_id_fkey FOREIGN KEY (award_id) REFERENCES badge_award(id)
badge_share: badge_share_pkey PRIMARY KEY (award_id)
calendar_feed: calendar_feed_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
calendar_feed: calendar_feed_pkey PRIMARY KEY (person_id)
calendar_feed: calendar_feed_token_hash_check CHECK ((length(token_hash) = 43))
call_request: call_request_check CHECK (((settled_at IS NULL) = (settled_by IS NULL)))
call_request: call_request_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
call_request: call_request_hours_check CHECK (((length(hours) >= 1) AND (length(hours) <= 200)))
call_request: call_request_id_check CHECK ((length(id) = 36))
call_request: call_request_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
call_request: call_request_phone_check CHECK (((length(phone) >= 1) AND (length(phone) <= 30)))
call_request: call_request_pkey PRIMARY KEY (id)
call_request: call_request_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id)
can_do_answer: can_do_answer_answer_check CHECK ((answer = ANY (ARRAY['not-yet'::text, 'with-help'::text, 'alone'::text])))
can_do_answer: can_do_answer_can_do_check CHECK (((length(can_do) >= 3) AND (length(can_do) <= 129)))
can_do_answer: can_do_answer_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id)
can_do_answer: can_do_answer_id_check CHECK ((length(id) = 36))
can_do_answer: can_do_answer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
can_do_answer: can_do_answer_pkey PRIMARY KEY (id, can_do)
card_memory: card_memory_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id)
card_memory: card_memory_card_check CHECK (((length(card) >= 1) AND (length(card) <= 64)))
card_memory: card_memory_check CHECK (((phase = 'review'::text) = (step IS NULL)))
card_memory: card_memory_difficulty_check CHECK (((difficulty >= (1)::double precision) AND (difficulty <= (10)::double precision)))
card_memory: card_memory_direction_check CHECK ((direction = ANY (ARRAY['recognise'::text, 'recall'::text])))
card_memory: card_memory_lapses_check CHECK ((lapses >= 0))
card_memory: card_memory_last_review_check CHECK ((length(last_review) = 36))
card_memory: card_memory_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
card_memory: card_memory_phase_check CHECK ((phase = ANY (ARRAY['learning'::text, 'review'::text, 'relearning'::text])))
card_memory: card_memory_pkey PRIMARY KEY (person_id, activity_id, card, direction)
card_memory: card_memory_reviews_check CHECK ((reviews > 0))
card_memory: card_memory_stability_check CHECK ((stability > (0)::double precision))
card_memory: card_memory_step_check CHECK ((step >= 0))
card_review: card_review_act_check CHECK ((act = ANY (ARRAY['again'::text, 'hard'::text, 'good'::text, 'easy'::text, 'resumed'::text])))
card_review: card_review_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id)
card_review: card_review_card_check CHECK (((length(card) >= 1) AND (length(card) <= 64)))
card_review: card_review_check CHECK ((happened_at <= received_at))
card_review: card_review_direction_check CHECK ((direction = ANY (ARRAY['recognise'::text, 'recall'::text])))
card_review: card_review_id_check CHECK ((length(id) = 36))
card_review: card_review_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
card_review: card_review_pkey PRIMARY KEY (id)
caseload_view: caseload_view_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
caseload_view: caseload_view_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
caseload_view: caseload_view_pkey PRIMARY KEY (person_id, name)
caseload_view: caseload_view_query_check CHECK ((length(query) <= 1000))
class_session: class_session_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id)
class_session: class_session_check CHECK ((ends_at > starts_at))
class_session: class_session_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
class_session: class_session_day_check CHECK ((length(day) = 10))
class_session: class_session_duration_check CHECK (((duration >= 5) AND (duration <= 720)))
class_session: class_session_group_id_cohort_id_fkey FOREIGN KEY (group_id, cohort_id) REFERENCES cohort_group(id, cohort_id)
class_session: class_session_kind_check CHECK ((kind = ANY (ARRAY['virtual'::text, 'in-person'::text, 'both'::text, 'assessment'::text, 'office-hour'::text])))
class_session: class_session_minute_check CHECK (((minute >= 0) AND (minute <= 1439)))
class_session: class_session_pkey PRIMARY KEY (id)
class_session: class_session_revision_check CHECK ((revision >= 0))
class_session: class_session_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'cancelled'::text])))
class_session: class_session_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
class_session_change: class_session_change_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id)
class_session_change: class_session_change_pkey PRIMARY KEY (session_id, revision)
class_session_change: class_session_change_revision_check CHECK ((revision >= 0))
class_session_change: class_session_change_session_id_fkey FOREIGN KEY (session_id) REFERENCES class_session(id)
class_session_change: class_session_change_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'cancelled'::text])))
class_session_series: class_session_series_pkey PRIMARY KEY (session_id)
class_session_series: class_session_series_series_id_check CHECK ((length(series_id) = 36))
class_session_series: class_session_series_session_id_fkey FOREIGN KEY (session_id) REFERENCES class_session(id)
class_session_trainer: class_session_trainer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
class_session_trainer: class_session_trainer_pkey PRIMARY KEY (session_id, person_id)
class_session_trainer: class_session_trainer_session_id_fkey FOREIGN KEY (session_id) REFERENCES class_session(id)
cohort: cohort_check CHECK (((starts_on IS NULL) OR (ends_on IS NULL) OR (starts_on <= ends_on)))
cohort: cohort_ends_on_check CHECK ((length(ends_on) = 10))
cohort: cohort_pkey PRIMARY KEY (id)
cohort: cohort_starts_on_check CHECK ((length(starts_on) = 10))
cohort: cohort_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
cohort_course: cohort_course_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
cohort_course: cohort_course_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id)
cohort_course: cohort_course_pkey PRIMARY KEY (cohort_id, course_id)
cohort_group: cohort_group_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
cohort_group: cohort_group_pkey PRIMARY KEY (id)
cohort_group: cohort_group_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
connected_day: connected_day_day_check CHECK ((length(day) = 10))
connected_day: connected_day_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment(id)
connected_day: connected_day_pkey PRIMARY KEY (enrolment_id, day)
connected_day: connected_day_seconds_check CHECK (((seconds >= 0) AND (seconds <= 90000)))
connection_span: connection_span_check CHECK ((ended_at >= started_at))
connection_span: connection_span_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
connection_span: connection_span_pkey PRIMARY KEY (session_id, person_id, source, started_at)
connection_span: connection_span_session_id_fkey FOREIGN KEY (session_id) REFERENCES class_session(id)
connection_span: connection_span_source_check CHECK (((length(source) >= 1) AND (length(source) <= 40)))
conversation: conversation_check CHECK ((version >= last_sequence))
conversation: conversation_check1 CHECK (((learner_id IS NULL) = (kind <> ALL (ARRAY['tutoring'::text, 'mentoring'::text]))))
conversation: conversation_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
conversation: conversation_cohort_id_kind_subject_key UNIQUE (cohort_id, kind, subject)
conversation: conversation_id_check CHECK ((length(id) = 36))
conversation: conversation_kind_check CHECK ((kind = ANY (ARRAY['tutoring'::text, 'mentoring'::text, 'cohort'::text, 'group'::text, 'announcements'::text, 'activity'::text, 'session'::text])))
conversation: conversation_last_sequence_check CHECK ((last_sequence >= 0))
conversation: conversation_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES person(id)
conversation: conversation_pkey PRIMARY KEY (id)
conversation: conversation_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 64)))
conversation_answer: conversation_answer_check CHECK ((answered_at >= asked_at))
conversation_answer: conversation_answer_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id)
conversation_answer: conversation_answer_pkey PRIMARY KEY (conversation_id, asked_at)
conversation_reader: conversation_reader_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id)
conversation_reader: conversation_reader_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
conversation_reader: conversation_reader_pkey PRIMARY KEY (conversation_id, person_id)
conversation_reader: conversation_reader_read_through_check CHECK ((read_through >= 0))
conversation_reader: conversation_reader_unread_check CHECK ((unread >= 0))
course: course_key_key UNIQUE (key)
course: course_pkey PRIMARY KEY (id)
course_asset: course_asset_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id)
course_asset: course_asset_pkey PRIMARY KEY (digest, course_id)
course_asset: course_asset_size_check CHECK ((size >= 0))
course_state: course_state_activities_done_check CHECK ((activities_done >= 0))
course_state: course_state_check CHECK ((total_weight >= done_weight))
course_state: course_state_check1 CHECK ((activities_total >= activities_done))
course_state: course_state_done_weight_check CHECK ((done_weight >= 0))
course_state: course_state_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment(id)
course_state: course_state_event_count_check CHECK ((event_count >= 0))
course_state: course_state_percent_check CHECK (((percent >= 0) AND (percent <= 100)))
course_state: course_state_pkey PRIMARY KEY (enrolment_id)
course_state: course_state_seconds_check CHECK ((seconds >= 0))
course_state: course_state_version_id_fkey FOREIGN KEY (version_id) REFERENCES course_version(id)
course_version: course_version_applied_by_fkey FOREIGN KEY (applied_by) REFERENCES person(id)
course_version: course_version_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id)
course_version: course_version_course_id_number_key UNIQUE (course_id, number)
course_version: course_version_number_check CHECK ((number > 0))
course_version: course_version_pkey PRIMARY KEY (id)
course_version: course_version_sources_check CHECK ((length(sources) = 64))
device_test: device_test_camera_check CHECK ((camera = ANY (ARRAY[0, 1])))
device_test: device_test_link_check CHECK ((link = ANY (ARRAY[0, 1])))
device_test: device_test_microphone_check CHECK ((microphone = ANY (ARRAY[0, 1])))
device_test: device_test_number_check CHECK ((number > 0))
device_test: device_test_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
device_test: device_test_pkey PRIMARY KEY (person_id, number)
device_test: device_test_sound_check CHECK ((sound = ANY (ARRAY[0, 1])))
enrolment: enrolment_check CHECK ((ends_on >= starts_on))
enrolment: enrolment_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
enrolment: enrolment_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id)
enrolment: enrolment_ends_on_check CHECK ((length(ends_on) = 10))
enrolment: enrolment_person_id_course_id_cohort_id_key UNIQUE (person_id, course_id, cohort_id)
enrolment: enrolment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
enrolment: enrolment_pkey PRIMARY KEY (id)
enrolment: enrolment_starts_on_check CHECK ((length(starts_on) = 10))
enrolment: enrolment_status_check CHECK ((status = ANY (ARRAY['active'::text, 'paused'::text, 'completed'::text, 'left'::text])))
extra_time: extra_time_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
extra_time: extra_time_number_check CHECK ((number > 0))
extra_time: extra_time_percent_check CHECK (((percent >= 0) AND (percent <= 300)))
extra_time: extra_time_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
extra_time: extra_time_pkey PRIMARY KEY (person_id, cohort_id, number)
extra_time: extra_time_set_by_fkey FOREIGN KEY (set_by) REFERENCES person(id)
follow_up: follow_up_check CHECK (((level IS NULL) = (raised_at IS NULL)))
follow_up: follow_up_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
follow_up: follow_up_context_check CHECK (((length(context) >= 1) AND (length(context) <= 64)))
follow_up: follow_up_level_check CHECK ((level = ANY (ARRAY['amber'::text, 'red'::text])))
follow_up: follow_up_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
follow_up: follow_up_pkey PRIMARY KEY (context)
follow_up_fact: follow_up_fact_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id)
follow_up_fact: follow_up_fact_check CHECK (((kind = 'closed'::text) = (outcome IS NOT NULL)))
follow_up_fact: follow_up_fact_context_fkey FOREIGN KEY (context) REFERENCES follow_up(context)
follow_up_fact: follow_up_fact_kind_check CHECK ((kind = ANY (ARRAY['raised'::text, 'changed'::text, 'closed'::text])))
follow_up_fact: follow_up_fact_note_check CHECK ((length(note) <= 1000))
follow_up_fact: follow_up_fact_number_check CHECK ((number > 0))
follow_up_fact: follow_up_fact_outcome_check CHECK ((outcome = ANY (ARRAY['contacted'::text, 'back'::text, 'left-for-job'::text, 'dropped'::text, 'no-answer'::text, 'not-needed'::text])))
follow_up_fact: follow_up_fact_pkey PRIMARY KEY (context, number)
game_cohort: game_cohort_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
game_cohort: game_cohort_is_off_check CHECK ((is_off = ANY (ARRAY[0, 1])))
game_cohort: game_cohort_pkey PRIMARY KEY (cohort_id)
game_cohort: game_cohort_set_by_fkey FOREIGN KEY (set_by) REFERENCES person(id)
game_ladder: game_ladder_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
game_ladder: game_ladder_is_open_check CHECK ((is_open = ANY (ARRAY[0, 1])))
game_ladder: game_ladder_pkey PRIMARY KEY (cohort_id)
game_ladder: game_ladder_set_by_fkey FOREIGN KEY (set_by) REFERENCES person(id)
handover: handover_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id)
handover: handover_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
handover: handover_note_check CHECK (((length(note) >= 1) AND (length(note) <= 4000)))
handover: handover_number_check CHECK ((number > 0))
handover: handover_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
handover: handover_pkey PRIMARY KEY (cohort_id, person_id, number)
handover: handover_tutor_id_fkey FOREIGN KEY (tutor_id) REFERENCES person(id)
installation_role: installation_role_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
installation_role: installation_role_pkey PRIMARY KEY (person_id, role)
installation_role: installation_role_role_check CHECK ((role = ANY (ARRAY['author'::text, 'admin'::text])))
ladder_member: ladder_member_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
ladder_member: ladder_member_cohort_id_name_key_key UNIQUE (cohort_id, name_key)
ladder_member: ladder_member_name_check CHECK (((length(name) >= 1) AND (length(name) <= 30)))
ladder_member: ladder_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
ladder_member: ladder_member_pkey PRIMARY KEY (cohort_id, person_id)
learner_contact: learner_contact_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id)
learner_contact: learner_contact_check CHECK (((again_at IS NULL) = (outcome = 'reached'::text)))
learner_contact: learner_contact_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
learner_contact: learner_contact_id_check CHECK ((length(id) = 36))
learner_contact: learner_contact_means_check CHECK ((means = ANY (ARRAY['call'::text, 'message'::text, 'meeting'::text])))
learner_contact: learner_contact_note_check CHECK (((length(note) >= 1) AND (length(note) <= 1000)))
learner_contact: learner_contact_outcome_check CHECK ((outcome = ANY (ARRAY['reached'::text, 'no-answer'::text, 'left-message'::text, 'appointment'::text])))
learner_contact: learner_contact_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
learner_contact: learner_contact_pkey PRIMARY KEY (cohort_id, person_id, id)
learning_day: learning_day_day_check CHECK ((length(day) = 10))
learning_day: learning_day_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
learning_day: learning_day_pkey PRIMARY KEY (person_id, day)
learning_event: learning_event_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment(id)
learning_event: learning_event_enrolment_id_id_key UNIQUE (enrolment_id, id)
learning_event: learning_event_id_check CHECK ((length(id) = 36))
learning_event: learning_event_kind_check CHECK ((length(kind) > 0))
learning_event: learning_event_pkey PRIMARY KEY (enrolment_id, sequence)
learning_event: learning_event_score_check CHECK (((score >= 0) AND (score <= 100)))
learning_event: learning_event_seconds_check CHECK ((seconds > 0))
learning_event: learning_event_sequence_check CHECK ((sequence > 0))
mail_bounce: mail_bounce_address_check CHECK (((length(address) >= 3) AND (length(address) <= 254)))
mail_bounce: mail_bounce_pkey PRIMARY KEY (address)
mail_bounce: mail_bounce_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
mail_choice: mail_choice_digest_hour_check CHECK (((digest_hour >= '-1'::integer) AND (digest_hour <= 23)))
mail_choice: mail_choice_pkey PRIMARY KEY (recipient)
mail_choice: mail_choice_quiet_from_check CHECK (((quiet_from >= 0) AND (quiet_from <= 23)))
mail_choice: mail_choice_quiet_until_check CHECK (((quiet_until >= 0) AND (quiet_until <= 23)))
mail_choice: mail_choice_token_check CHECK ((length(token) = 43))
mail_choice: mail_choice_zone_check CHECK (((length(zone) >= 1) AND (length(zone) <= 64)))
meeting_quarter: meeting_quarter_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES mentoring_meeting(id)
meeting_quarter: meeting_quarter_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
meeting_quarter: meeting_quarter_pkey PRIMARY KEY (person_id, quarter)
membership: membership_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
membership: membership_group_id_cohort_id_fkey FOREIGN KEY (group_id, cohort_id) REFERENCES cohort_group(id, cohort_id)
membership: membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
membership: membership_pkey PRIMARY KEY (person_id, cohort_id, role)
membership: membership_role_check CHECK ((role = ANY (ARRAY['learner'::text, 'tutor'::text, 'mentor'::text, 'trainer'::text, 'coordinator'::text, 'disability-officer'::text, 'job-adviser'::text, 'funder'::text])))
mentoring_availability: mentoring_availability_check CHECK ((closes >= (opens + length)))
mentoring_availability: mentoring_availability_check1 CHECK (((place IS NOT NULL) OR (link IS NOT NULL)))
mentoring_availability: mentoring_availability_closes_check CHECK (((closes <= 1440) AND (((closes)::integer % 15) = 0)))
mentoring_availability: mentoring_availability_first_day_check CHECK ((length(first_day) = 10))
mentoring_availability: mentoring_availability_id_check CHECK ((length(id) = 36))
mentoring_availability: mentoring_availability_last_day_check CHECK ((length(last_day) = 10))
mentoring_availability: mentoring_availability_length_check CHECK ((length = ANY (ARRAY[15, 30, 45, 60, 90])))
mentoring_availability: mentoring_availability_link_check CHECK (((length(link) >= 1) AND (length(link) <= 500)))
mentoring_availability: mentoring_availability_opens_check CHECK (((opens >= 0) AND (((opens)::integer % 15) = 0)))
mentoring_availability: mentoring_availability_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
mentoring_availability: mentoring_availability_pkey PRIMARY KEY (id)
mentoring_availability: mentoring_availability_place_check CHECK (((length(place) >= 1) AND (length(place) <= 500)))
mentoring_availability: mentoring_availability_weekday_check CHECK (((weekday >= 0) AND (weekday <= 6)))
mentoring_change: mentoring_change_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id)
mentoring_change: mentoring_change_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES mentoring_meeting(id)
mentoring_change: mentoring_change_pkey PRIMARY KEY (meeting_id, revision)
mentoring_change: mentoring_change_revision_check CHECK ((revision >= 0))
mentoring_exception: mentoring_exception_availability_id_fkey FOREIGN KEY (availability_id) REFERENCES mentoring_availability(id)
mentoring_exception: mentoring_exception_day_check CHECK ((length(day) = 10))
mentoring_exception: mentoring_exception_pkey PRIMARY KEY (availability_id, day)
mentoring_meeting: mentoring_meeting_check CHECK ((ends_at > starts_at))
mentoring_meeting: mentoring_meeting_check1 CHECK ((host_id <> learner_id))
mentoring_meeting: mentoring_meeting_check2 CHECK (((status = 'cancelled'::text) = (reason IS NOT NULL)))
mentoring_meeting: mentoring_meeting_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
mentoring_meeting: mentoring_meeting_day_check CHECK ((length(day) = 10))
mentoring_meeting: mentoring_meeting_host_id_fkey FOREIGN KEY (host_id) REFERENCES person(id)
mentoring_meeting: mentoring_meeting_id_check CHECK ((length(id) = 36))
mentoring_meeting: mentoring_meeting_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES person(id)
mentoring_meeting: mentoring_meeting_length_check CHECK (((length >= 15) AND (length <= 90)))
mentoring_meeting: mentoring_meeting_minute_check CHECK (((minute >= 0) AND (minute <= 1439)))
mentoring_meeting: mentoring_meeting_pkey PRIMARY KEY (id)
mentoring_meeting: mentoring_meeting_reason_check CHECK ((length(reason) <= 500))
mentoring_meeting: mentoring_meeting_revision_check CHECK ((revision >= 0))
mentoring_meeting: mentoring_meeting_starts_at_check CHECK (((starts_at % (900000)::bigint) = 0))
mentoring_meeting: mentoring_meeting_status_check CHECK ((status = ANY (ARRAY['booked'::text, 'cancelled'::text])))
mentoring_meeting: mentoring_meeting_topic_check CHECK ((length(topic) <= 500))
mentoring_report: mentoring_report_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES mentoring_meeting(id)
mentoring_report: mentoring_report_next_day_check CHECK ((length(next_day) = 10))
mentoring_report: mentoring_report_next_step_check CHECK ((length(next_step) <= 2000))
mentoring_report: mentoring_report_number_check CHECK ((number > 0))
mentoring_report: mentoring_report_outcome_check CHECK ((outcome = ANY (ARRAY['held'::text, 'learner-absent'::text, 'host-absent'::text, 'postponed'::text])))
mentoring_report: mentoring_report_pkey PRIMARY KEY (meeting_id, number)
mentoring_report: mentoring_report_restricted_check CHECK ((length(restricted) <= 2000))
mentoring_report: mentoring_report_shared_check CHECK ((length(shared) <= 2000))
mentoring_report: mentoring_report_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id)
mentoring_rules: mentoring_rules_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
mentoring_rules: mentoring_rules_notice_hours_check CHECK (((notice_hours >= 0) AND (notice_hours <= 168)))
mentoring_rules: mentoring_rules_number_check CHECK ((number > 0))
mentoring_rules: mentoring_rules_open_bookings_check CHECK (((open_bookings >= 1) AND (open_bookings <= 20)))
mentoring_rules: mentoring_rules_pkey PRIMARY KEY (cohort_id, number)
mentoring_rules: mentoring_rules_set_by_fkey FOREIGN KEY (set_by) REFERENCES person(id)
mentoring_rules: mentoring_rules_weeks_ahead_check CHECK (((weeks_ahead >= 1) AND (weeks_ahead <= 26)))
message: message_about_check CHECK ((length(about) <= 201))
message: message_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES person(id)
message: message_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id)
message: message_check CHECK (((reply_to > 0) AND (reply_to < sequence)))
message: message_check1 CHECK (((removed_at IS NULL) = (removed_by IS NULL)))
message: message_check2 CHECK (((accepted_at IS NULL) = (accepted_by IS NULL)))
message: message_check3 CHECK (((text = ''::text) = (removed_at IS NOT NULL)))
message: message_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id)
message: message_id_check CHECK ((length(id) = 36))
message: message_pkey PRIMARY KEY (conversation_id, sequence)
message: message_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES person(id)
message: message_sequence_check CHECK ((sequence > 0))
message: message_text_check CHECK ((length(text) <= 4000))
message_edit: message_edit_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id)
message_edit: message_edit_number_check CHECK ((number > 0))
message_edit: message_edit_pkey PRIMARY KEY (message_id, number)
message_edit: message_edit_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
message_file: message_file_conversation_id_sequence_fkey FOREIGN KEY (conversation_id, sequence) REFERENCES message(conversation_id, sequence)
message_file: message_file_digest_check CHECK ((length(digest) = 64))
message_file: message_file_media_type_check CHECK ((length(media_type) <= 100))
message_file: message_file_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
message_file: message_file_pkey PRIMARY KEY (conversation_id, sequence, "position")
message_file: message_file_position_check CHECK (("position" > 0))
message_file: message_file_size_check CHECK ((size > 0))
message_mention: message_mention_conversation_id_sequence_fkey FOREIGN KEY (conversation_id, sequence) REFERENCES message(conversation_id, sequence)
message_mention: message_mention_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
message_mention: message_mention_pkey PRIMARY KEY (person_id, conversation_id, sequence)
message_place: message_place_conversation_id_sequence_fkey FOREIGN KEY (conversation_id, sequence) REFERENCES message(conversation_id, sequence)
message_place: message_place_conversation_id_sequence_key UNIQUE (conversation_id, sequence)
message_place: message_place_pkey PRIMARY KEY (number)
message_report: message_report_check CHECK (((outcome IS NULL) = (settled_by IS NULL)))
message_report: message_report_check1 CHECK (((outcome IS NULL) = (settled_at IS NULL)))
message_report: message_report_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
message_report: message_report_id_check CHECK ((length(id) = 36))
message_report: message_report_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id)
message_report: message_report_message_id_reporter_id_key UNIQUE (message_id, reporter_id)
message_report: message_report_note_check CHECK (((length(note) >= 1) AND (length(note) <= 1000)))
message_report: message_report_outcome_check CHECK ((outcome = ANY (ARRAY['hidden'::text, 'left'::text])))
message_report: message_report_pkey PRIMARY KEY (id)
message_report: message_report_reason_check CHECK ((reason = ANY (ARRAY['insult'::text, 'harassment'::text, 'personal-data'::text, 'off-topic'::text, 'other'::text])))
message_report: message_report_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES person(id)
message_report: message_report_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id)
message_report: message_report_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
message_search: message_search_number_fkey FOREIGN KEY (number) REFERENCES message_place(number)
message_search: message_search_pkey PRIMARY KEY (number)
message_unindexed: message_unindexed_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id)
message_unindexed: message_unindexed_pkey PRIMARY KEY (message_id)
outbox: outbox_address_check CHECK (((length(address) >= 3) AND (length(address) <= 254)))
outbox: outbox_calendar_method_check CHECK ((calendar_method = ANY (ARRAY['REQUEST'::text, 'CANCEL'::text, 'PUBLISH'::text])))
outbox: outbox_cause_check CHECK (((length(cause) >= 1) AND (length(cause) <= 200)))
outbox: outbox_check CHECK (((calendar IS NULL) = (calendar_method IS NULL)))
outbox: outbox_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 40)))
outbox: outbox_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text])))
outbox: outbox_pkey PRIMARY KEY (id)
outbox: outbox_recipient_check CHECK (((length(recipient) >= 1) AND (length(recipient) <= 100)))
outbox: outbox_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'dead'::text])))
outbox: outbox_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 500)))
outbox: outbox_tries_check CHECK ((tries >= 0))
outbox_cause: outbox_cause_pkey PRIMARY KEY (cause)
own_card: own_card_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id)
own_card: own_card_added_by_check CHECK ((length(added_by) = 36))
own_card: own_card_back_check CHECK (((length(back) >= 1) AND (length(back) <= 500)))
own_card: own_card_card_check CHECK (((length(card) >= 1) AND (length(card) <= 64)))
own_card: own_card_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id)
own_card: own_card_example_check CHECK ((length(example) <= 500))
own_card: own_card_found_in_fkey FOREIGN KEY (found_in) REFERENCES activity(id)
own_card: own_card_front_check CHECK (((length(front) >= 1) AND (length(front) <= 300)))
own_card: own_card_id_check CHECK ((length(id) = 36))
own_card: own_card_language_check CHECK ((length(language) <= 40))
own_card: own_card_of_deck_check CHECK ((of_deck = ANY (ARRAY[0, 1])))
own_card: own_card_one_way_check CHECK ((one_way = ANY (ARRAY[0, 1])))
own_card: own_card_person_id_activity_id_card_key UNIQUE (person_id, activity_id, card)
own_card: own_card_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
own_card: own_card_pkey PRIMARY KEY (id)
pace_fact: pace_fact_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id)
pace_fact: pace_fact_check CHECK (((subject >= 1) AND (subject <= number)))
pace_fact: pace_fact_check1 CHECK ((((motive IS NULL) = (activity_id IS NOT NULL)) AND ((motive IS NULL) = (first_day IS NULL))))
pace_fact: pace_fact_check2 CHECK ((first_day <= last_day))
pace_fact: pace_fact_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
pace_fact: pace_fact_first_day_check CHECK ((length(first_day) = 10))
pace_fact: pace_fact_is_withdrawn_check CHECK ((is_withdrawn = ANY (ARRAY[0, 1])))
pace_fact: pace_fact_last_day_check CHECK ((length(last_day) = 10))
pace_fact: pace_fact_motive_check CHECK ((motive = ANY (ARRAY['illness'::text, 'interview'::text, 'internship'::text, 'other'::text])))
pace_fact: pace_fact_note_check CHECK ((length(note) <= 500))
pace_fact: pace_fact_number_check CHECK ((number > 0))
pace_fact: pace_fact_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
pace_fact: pace_fact_pkey PRIMARY KEY (cohort_id, person_id, number)
pace_fact: pace_fact_set_by_fkey FOREIGN KEY (set_by) REFERENCES person(id)
part_state: part_state_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment(id)
part_state: part_state_part_check CHECK (((length(part) >= 3) AND (length(part) <= 100)))
part_state: part_state_pkey PRIMARY KEY (enrolment_id, part)
person: person_check CHECK (((email IS NULL) = (email_key IS NULL)))
person: person_email_check CHECK ((length(email) <= 254))
person: person_family_name_check CHECK ((length(family_name) <= 100))
person: person_given_name_check CHECK ((length(given_name) <= 100))
person: person_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text])))
person: person_login_check CHECK (((length(login) >= 2) AND (length(login) <= 64)))
person: person_login_key_check CHECK ((login_key <> ''::text))
person: person_must_change_password_check CHECK ((must_change_password = ANY (ARRAY[0, 1])))
person: person_pkey PRIMARY KEY (id)
person: person_sort_key_check CHECK ((sort_key <> ''::text))
person: person_spacing_check CHECK ((spacing = ANY (ARRAY['normal'::text, 'wide'::text])))
person: person_theme_check CHECK ((theme = ANY (ARRAY['system'::text, 'light'::text, 'dark'::text])))
placement_answer: placement_answer_discrimination_check CHECK ((discrimination > (0)::double precision))
placement_answer: placement_answer_is_right_check CHECK ((is_right = ANY (ARRAY[0, 1])))
placement_answer: placement_answer_item_check CHECK (((length(item) >= 1) AND (length(item) <= 64)))
placement_answer: placement_answer_pkey PRIMARY KEY (run_id, "position")
placement_answer: placement_answer_position_check CHECK ((("position" >= 1) AND ("position" <= 100)))
placement_answer: placement_answer_run_id_fkey FOREIGN KEY (run_id) REFERENCES placement_run(id)
placement_answer: placement_answer_run_id_item_key UNIQUE (run_id, item)
placement_ruling: placement_ruling_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id)
placement_ruling: placement_ruling_id_check CHECK ((length(id) = 36))
placement_ruling: placement_ruling_level_check CHECK ((level = ANY (ARRAY['A1'::text, 'A2'::text, 'B1'::text, 'B2'::text])))
placement_ruling: placement_ruling_pkey PRIMARY KEY (id)
placement_ruling: placement_ruling_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 300)))
placement_ruling: placement_ruling_run_id_fkey FOREIGN KEY (run_id) REFERENCES placement_run(id)
placement_run: placement_run_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id)
placement_run: placement_run_check CHECK ((finished_at >= started_at))
placement_run: placement_run_hears_check CHECK ((hears = ANY (ARRAY[0, 1])))
placement_run: placement_run_id_check CHECK ((length(id) = 36))
placement_run: placement_run_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
placement_run: placement_run_pkey PRIMARY KEY (id)
point_balance: point_balance_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
point_balance: point_balance_course_check CHECK ((length(course) <= 64))
point_balance: point_balance_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
point_balance: point_balance_pkey PRIMARY KEY (person_id, cohort_id, course)
point_entry: point_entry_check CHECK (((((version % (2)::bigint) = 1) AND ((amount >= 0) AND (amount <= due))) OR (((version % (2)::bigint) = 0) AND (amount <= 0))))
point_entry: point_entry_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
point_entry: point_entry_course_check CHECK ((length(course) <= 64))
point_entry: point_entry_day_check CHECK ((length(day) = 10))
point_entry: point_entry_number_check CHECK ((number > 0))
point_entry: point_entry_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
point_entry: point_entry_person_id_rule_subject_version_key UNIQUE (person_id, rule, subject, version)
point_entry: point_entry_pkey PRIMARY KEY (person_id, number)
point_entry: point_entry_rule_check CHECK (((length(rule) >= 1) AND (length(rule) <= 40)))
point_entry: point_entry_rule_version_check CHECK ((rule_version > 0))
point_entry: point_entry_subject_check CHECK (((length(subject) >= 3) AND (length(subject) <= 200)))
point_entry: point_entry_version_check CHECK ((version > 0))
point_purse: point_purse_entries_check CHECK ((entries >= 0))
point_purse: point_purse_is_off_check CHECK ((is_off = ANY (ARRAY[0, 1])))
point_purse: point_purse_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
point_purse: point_purse_pkey PRIMARY KEY (person_id)
publication: publication_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id)
publication: publication_pkey PRIMARY KEY (course_id, sequence)
publication: publication_published_by_fkey FOREIGN KEY (published_by) REFERENCES person(id)
publication: publication_sequence_check CHECK ((sequence > 0))
publication: publication_version_id_fkey FOREIGN KEY (version_id) REFERENCES course_version(id)
published_version: published_version_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id)
published_version: published_version_pkey PRIMARY KEY (course_id)
published_version: published_version_sequence_check CHECK ((sequence > 0))
published_version: published_version_version_id_fkey FOREIGN KEY (version_id) REFERENCES course_version(id)
quick_sentence: quick_sentence_id_check CHECK ((length(id) = 36))
quick_sentence: quick_sentence_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
quick_sentence: quick_sentence_pkey PRIMARY KEY (id)
quick_sentence: quick_sentence_text_check CHECK (((length(text) >= 1) AND (length(text) <= 500)))
recording_watch: recording_watch_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
recording_watch: recording_watch_pkey PRIMARY KEY (session_id, recording, person_id)
recording_watch: recording_watch_seconds_check CHECK ((seconds >= 0))
recording_watch: recording_watch_session_id_fkey FOREIGN KEY (session_id) REFERENCES class_session(id)
review_limits: review_limits_new_a_day_check CHECK (((new_a_day >= 0) AND (new_a_day <= 50)))
review_limits: review_limits_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
review_limits: review_limits_pkey PRIMARY KEY (person_id)
review_limits: review_limits_reviews_a_day_check CHECK (((reviews_a_day >= 10) AND (reviews_a_day <= 500)))
schema_migration: schema_migration_name_key UNIQUE (name)
schema_migration: schema_migration_pkey PRIMARY KEY ("position")
security_event: security_event_detail_check CHECK ((length(detail) <= 500))
security_event: security_event_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 40)))
security_event: security_event_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
security_event: security_event_pkey PRIMARY KEY (id)
session_preparation: session_preparation_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id)
session_preparation: session_preparation_pkey PRIMARY KEY (session_id, "position")
session_preparation: session_preparation_position_check CHECK (("position" >= 0))
session_preparation: session_preparation_session_id_activity_id_key UNIQUE (session_id, activity_id)
session_preparation: session_preparation_session_id_fkey FOREIGN KEY (session_id) REFERENCES class_session(id)
session_recording: session_recording_minutes_check CHECK ((minutes >= 0))
session_recording: session_recording_pkey PRIMARY KEY (session_id, key)
session_recording: session_recording_session_id_fkey FOREIGN KEY (session_id) REFERENCES class_session(id)
sign_in_card: sign_in_card_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id)
sign_in_card: sign_in_card_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
sign_in_card: sign_in_card_pkey PRIMARY KEY (person_id)
sign_in_link: sign_in_link_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
sign_in_link: sign_in_link_pkey PRIMARY KEY (token_hash)
sign_in_session: sign_in_session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
sign_in_session: sign_in_session_pkey PRIMARY KEY (token_hash)
sign_in_session: sign_in_session_user_agent_check CHECK ((length(user_agent) <= 200))
sign_in_throttle: sign_in_throttle_failures_check CHECK ((failures >= 0))
sign_in_throttle: sign_in_throttle_pkey PRIMARY KEY (key)
staff_note: staff_note_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id)
staff_note: staff_note_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
staff_note: staff_note_id_check CHECK ((length(id) = 36))
staff_note: staff_note_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
staff_note: staff_note_pkey PRIMARY KEY (cohort_id, person_id, id)
staff_note: staff_note_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
submission: submission_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id)
submission: submission_context_activity_id_number_key UNIQUE (context, activity_id, number)
submission: submission_context_check CHECK (((length(context) >= 1) AND (length(context) <= 64)))
submission: submission_id_check CHECK ((length(id) = 36))
submission: submission_number_check CHECK ((number > 0))
submission: submission_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
submission: submission_pkey PRIMARY KEY (id)
submission: submission_version_id_fkey FOREIGN KEY (version_id) REFERENCES course_version(id)
submission_draft: submission_draft_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id)
submission_draft: submission_draft_context_check CHECK (((length(context) >= 1) AND (length(context) <= 64)))
submission_draft: submission_draft_pkey PRIMARY KEY (context, activity_id)
submission_draft: submission_draft_sequence_check CHECK ((sequence > 0))
submission_file: submission_file_digest_check CHECK ((length(digest) = 64))
submission_file: submission_file_name_check CHECK ((length(name) > 0))
submission_file: submission_file_pkey PRIMARY KEY (submission_id, "position")
submission_file: submission_file_position_check CHECK (("position" > 0))
submission_file: submission_file_size_check CHECK ((size > 0))
submission_file: submission_file_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(id)
submission_mark: submission_mark_marker_id_fkey FOREIGN KEY (marker_id) REFERENCES person(id)
submission_mark: submission_mark_number_check CHECK ((number > 0))
submission_mark: submission_mark_pkey PRIMARY KEY (submission_id, number)
submission_mark: submission_mark_points_check CHECK ((points >= (0)::double precision))
submission_mark: submission_mark_score_check CHECK (((score >= 0) AND (score <= 100)))
submission_mark: submission_mark_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(id)
survey_response: survey_response_activity_id_cohort_id_person_id_key UNIQUE (activity_id, cohort_id, person_id)
survey_response: survey_response_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id)
survey_response: survey_response_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
survey_response: survey_response_id_check CHECK ((length(id) = 36))
survey_response: survey_response_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
survey_response: survey_response_pkey PRIMARY KEY (id)
team_challenge: team_challenge_check CHECK (((length(ends_on) = 10) AND (ends_on >= starts_on)))
team_challenge: team_challenge_check1 CHECK (((kind = 'sum'::text) OR (target <= 100)))
team_challenge: team_challenge_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
team_challenge: team_challenge_kind_check CHECK ((kind = ANY (ARRAY['sum'::text, 'share'::text])))
team_challenge: team_challenge_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id)
team_challenge: team_challenge_pkey PRIMARY KEY (id)
team_challenge: team_challenge_starts_on_check CHECK ((length(starts_on) = 10))
team_challenge: team_challenge_target_check CHECK ((target > 0))
team_challenge: team_challenge_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120)))
tutor_mark: tutor_mark_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id)
tutor_mark: tutor_mark_comment_check CHECK ((length(comment) <= 5000))
tutor_mark: tutor_mark_marked_by_fkey FOREIGN KEY (marked_by) REFERENCES person(id)
tutor_mark: tutor_mark_number_check CHECK ((number > 0))
tutor_mark: tutor_mark_pkey PRIMARY KEY (attempt_id, question_id, number)
tutor_mark: tutor_mark_points_check CHECK ((points >= (0)::double precision))
waiting_work: waiting_work_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id)
waiting_work: waiting_work_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort(id)
waiting_work: waiting_work_context_check CHECK (((length(context) >= 1) AND (length(context) <= 64)))
waiting_work: waiting_work_kind_check CHECK ((kind = ANY (ARRAY['attempt'::text, 'submission'::text])))
waiting_work: waiting_work_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
waiting_work: waiting_work_pkey PRIMARY KEY (context, activity_id)
waiting_work: waiting_work_work_id_check CHECK ((length(work_id) = 36))
weekly_goal: weekly_goal_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id)
weekly_goal: weekly_goal_check CHECK (((minutes IS NULL) = (activity_id IS NOT NULL)))
weekly_goal: weekly_goal_minutes_check CHECK (((minutes >= 15) AND (minutes <= 3600)))
weekly_goal: weekly_goal_number_check CHECK ((number > 0))
weekly_goal: weekly_goal_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
weekly_goal: weekly_goal_pkey PRIMARY KEY (person_id, week, number)
weekly_goal: weekly_goal_week_check CHECK ((length(week) = 10))

CREATE UNIQUE INDEX access_token_hash ON public.access_token USING btree (token_hash)
CREATE INDEX access_token_of_person ON public.access_token USING btree (person_id, id)
CREATE UNIQUE INDEX access_token_pkey ON public.access_token USING btree (id)
CREATE UNIQUE INDEX activity_course_id_key_key ON public.activity USING btree (course_id, key)
CREATE UNIQUE INDEX activity_pkey ON public.activity USING btree (id)
CREATE UNIQUE INDEX activity_content_pkey ON public.activity_content USING btree (digest)
CREATE INDEX activity_state_activity ON public.activity_state USING btree (activity_id)
CREATE UNIQUE INDEX activity_state_pkey ON public.activity_state USING btree (enrolment_id, activity_id)
CREATE INDEX activity_state_version ON public.activity_state USING btree (completed_by_version)
CREATE INDEX alert_rules_by ON public.alert_rules USING btree (set_by)
CREATE UNIQUE INDEX alert_rules_pkey ON public.alert_rules USING btree (cohort_id, number)
CREATE UNIQUE INDEX alert_sweep_pkey ON public.alert_sweep USING btree (day)
CREATE INDEX attempt_activity ON public.attempt USING btree (activity_id)
CREATE UNIQUE INDEX attempt_context_activity_id_number_key ON public.attempt USING btree (context, activity_id, number)
CREATE INDEX attempt_due ON public.attempt USING btree (deadline) WHERE ((submitted_at IS NULL) AND (deadline IS NOT NULL))
CREATE UNIQUE INDEX attempt_open ON public.attempt USING btree (context, activity_id) WHERE (submitted_at IS NULL)
CREATE INDEX attempt_person ON public.attempt USING btree (person_id)
CREATE UNIQUE INDEX attempt_pkey ON public.attempt USING btree (id)
CREATE INDEX attempt_version ON public.attempt USING btree (version_id)
CREATE UNIQUE INDEX attempt_answer_pkey ON public.attempt_answer USING btree (attempt_id, question_id)
CREATE UNIQUE INDEX attempt_step_pkey ON public.attempt_step USING btree (attempt_id, number)
CREATE UNIQUE INDEX attendance_chain_pkey ON public.attendance_chain USING btree (cohort_id)
CREATE INDEX attendance_entry_author ON public.attendance_entry USING btree (author_id)
CREATE UNIQUE INDEX attendance_entry_chain ON public.attendance_entry USING btree (cohort_id, sequence)
CREATE UNIQUE INDEX attendance_entry_corrects ON public.attendance_entry USING btree (corrects)
CREATE UNIQUE INDEX attendance_entry_drawing ON public.attendance_entry USING btree (drawing_digest)
CREATE UNIQUE INDEX attendance_entry_once ON public.attendance_entry USING btree (session_id, day, half, person_id, kind, COALESCE(corrects, ''::text))
CREATE INDEX attendance_entry_person ON public.attendance_entry USING btree (person_id, cohort_id, starts_at)
CREATE UNIQUE INDEX attendance_entry_pkey ON public.attendance_entry USING btree (id)
CREATE UNIQUE INDEX attendance_secret_pkey ON public.attendance_secret USING btree (number)
CREATE UNIQUE INDEX badge_award_address_key ON public.badge_award USING btree (address)
CREATE INDEX badge_award_cohort ON public.badge_award USING btree (cohort_id, awarded_at)
CREATE UNIQUE INDEX badge_award_number_key ON public.badge_award USING btree (number)
CREATE UNIQUE INDEX badge_award_person_id_course_badge_key ON public.badge_award USING btree (person_id, course, badge)
CREATE UNIQUE INDEX badge_award_pkey ON public.badge_award USING btree (id)
CREATE UNIQUE INDEX badge_key_pkey ON public.badge_key USING btree (number)
CREATE INDEX badge_revocation_by ON public.badge_revocation USING btree (revoked_by)
CREATE UNIQUE INDEX badge_revocation_pkey ON public.badge_revocation USING btree (award_id)
CREATE UNIQUE INDEX badge_share_pkey ON public.badge_share USING btree (award_id)
CREATE UNIQUE INDEX calendar_feed_pkey ON public.calendar_feed USING btree (person_id)
CREATE UNIQUE INDEX calendar_feed_token ON public.calendar_feed USING btree (token_hash)
CREATE INDEX call_request_asked ON public.call_request USING btree (cohort_id, person_id, asked_at)
CREATE UNIQUE INDEX call_request_open ON public.call_request USING btree (cohort_id, person_id) WHERE (settled_at IS NULL)
CREATE INDEX call_request_person ON public.call_request USING btree (person_id)
CREATE UNIQUE INDEX call_request_pkey ON public.call_request USING btree (id)
CREATE INDEX call_request_settled_by ON public.call_request USING btree (settled_by)
CREATE INDEX can_do_answer_course ON public.can_do_answer USING btree (course_id)
CREATE INDEX can_do_answer_person ON public.can_do_answer USING btree (person_id, course_id, said_at, id)
CREATE UNIQUE INDEX can_do_answer_pkey ON public.can_do_answer USING btree (id, can_do)
CREATE INDEX card_memory_activity ON public.card_memory USING btree (activity_id)
CREATE UNIQUE INDEX card_memory_pkey ON public.card_memory USING btree (person_id, activity_id, card, direction)
CREATE INDEX card_memory_ready ON public.card_memory USING btree (person_id, ready_at)
CREATE INDEX card_memory_started ON public.card_memory USING btree (person_id, started_at)
CREATE INDEX card_review_activity ON public.card_review USING btree (activity_id)
CREATE INDEX card_review_card ON public.card_review USING btree (person_id, activity_id, card, direction, happened_at, id)
CREATE INDEX card_review_day ON public.card_review USING btree (person_id, happened_at)
CREATE UNIQUE INDEX card_review_pkey ON public.card_review USING btree (id)
CREATE UNIQUE INDEX caseload_view_pkey ON public.caseload_view USING btree (person_id, name)
CREATE INDEX class_session_activity ON public.class_session USING btree (activity_id)
CREATE INDEX class_session_cohort ON public.class_session USING btree (cohort_id, starts_at)
CREATE INDEX class_session_group ON public.class_session USING btree (group_id, cohort_id)
CREATE UNIQUE INDEX class_session_pkey ON public.class_session USING btree (id)
CREATE INDEX class_session_start ON public.class_session USING btree (starts_at)
CREATE INDEX class_session_change_by ON public.class_session_change USING btree (changed_by)
CREATE UNIQUE INDEX class_session_change_pkey ON public.class_session_change USING btree (session_id, revision)
CREATE INDEX class_session_series_members ON public.class_session_series USING btree (series_id, session_id)
CREATE UNIQUE INDEX class_session_series_pkey ON public.class_session_series USING btree (session_id)
CREATE INDEX class_session_trainer_person ON public.class_session_trainer USING btree (person_id)
CREATE UNIQUE INDEX class_session_trainer_pkey ON public.class_session_trainer USING btree (session_id, person_id)
CREATE UNIQUE INDEX cohort_key ON public.cohort USING btree (key)
CREATE UNIQUE INDEX cohort_pkey ON public.cohort USING btree (id)
CREATE INDEX cohort_course_course ON public.cohort_course USING btree (course_id)
CREATE UNIQUE INDEX cohort_course_pkey ON public.cohort_course USING btree (cohort_id, course_id)
CREATE UNIQUE INDEX cohort_group_in_cohort ON public.cohort_group USING btree (id, cohort_id)
CREATE UNIQUE INDEX cohort_group_key ON public.cohort_group USING btree (cohort_id, key)
CREATE UNIQUE INDEX cohort_group_pkey ON public.cohort_group USING btree (id)
CREATE UNIQUE INDEX connected_day_pkey ON public.connected_day USING btree (enrolment_id, day)
CREATE INDEX connection_span_person ON public.connection_span USING btree (person_id)
CREATE UNIQUE INDEX connection_span_pkey ON public.connection_span USING btree (session_id, person_id, source, started_at)
CREATE UNIQUE INDEX conversation_cohort_id_kind_subject_key ON public.conversation USING btree (cohort_id, kind, subject)
CREATE INDEX conversation_learner ON public.conversation USING btree (learner_id)
CREATE UNIQUE INDEX conversation_pkey ON public.conversation USING btree (id)
CREATE INDEX conversation_recent ON public.conversation USING btree (cohort_id, kind, last_at, id)
CREATE INDEX conversation_waiting ON public.conversation USING btree (cohort_id, kind, waiting_since, id) WHERE (waiting_since IS NOT NULL)
CREATE UNIQUE INDEX conversation_answer_pkey ON public.conversation_answer USING btree (conversation_id, asked_at)
CREATE INDEX conversation_reader_person ON public.conversation_reader USING btree (person_id)
CREATE UNIQUE INDEX conversation_reader_pkey ON public.conversation_reader USING btree (conversation_id, person_id)
CREATE INDEX conversation_unread ON public.conversation_reader USING btree (person_id, unread) WHERE (unread > 0)
CREATE UNIQUE INDEX course_key_key ON public.course USING btree (key)
CREATE UNIQUE INDEX course_pkey ON public.course USING btree (id)
CREATE INDEX course_asset_course ON public.course_asset USING btree (course_id)
CREATE UNIQUE INDEX course_asset_pkey ON public.course_asset USING btree (digest, course_id)
CREATE UNIQUE INDEX course_state_pkey ON public.course_state USING btree (enrolment_id)
CREATE INDEX course_state_version ON public.course_state USING btree (version_id)
CREATE INDEX course_version_applied_by ON public.course_version USING btree (applied_by)
CREATE UNIQUE INDEX course_version_course_id_number_key ON public.course_version USING btree (course_id, number)
CREATE UNIQUE INDEX course_version_pkey ON public.course_version USING btree (id)
CREATE UNIQUE INDEX device_test_pkey ON public.device_test USING btree (person_id, number)
CREATE INDEX enrolment_cohort ON public.enrolment USING btree (cohort_id, course_id)
CREATE INDEX enrolment_course ON public.enrolment USING btree (course_id, id)
CREATE UNIQUE INDEX enrolment_person_id_course_id_cohort_id_key ON public.enrolment USING btree (person_id, course_id, cohort_id)
CREATE UNIQUE INDEX enrolment_pkey ON public.enrolment USING btree (id)
CREATE INDEX extra_time_by ON public.extra_time USING btree (set_by)
CREATE INDEX extra_time_in_cohort ON public.extra_time USING btree (cohort_id)
CREATE UNIQUE INDEX extra_time_pkey ON public.extra_time USING btree (person_id, cohort_id, number)
CREATE INDEX follow_up_open ON public.follow_up USING btree (cohort_id, level)
CREATE INDEX follow_up_person ON public.follow_up USING btree (person_id)
CREATE UNIQUE INDEX follow_up_pkey ON public.follow_up USING btree (context)
CREATE INDEX follow_up_fact_by ON public.follow_up_fact USING btree (by_person)
CREATE UNIQUE INDEX follow_up_fact_pkey ON public.follow_up_fact USING btree (context, number)
CREATE INDEX game_cohort_by ON public.game_cohort USING btree (set_by)
CREATE UNIQUE INDEX game_cohort_pkey ON public.game_cohort USING btree (cohort_id)
CREATE INDEX game_ladder_by ON public.game_ladder USING btree (set_by)
CREATE UNIQUE INDEX game_ladder_pkey ON public.game_ladder USING btree (cohort_id)
CREATE INDEX handover_by ON public.handover USING btree (by_person)
CREATE INDEX handover_person ON public.handover USING btree (person_id)
CREATE UNIQUE INDEX handover_pkey ON public.handover USING btree (cohort_id, person_id, number)
CREATE INDEX handover_tutor ON public.handover USING btree (tutor_id)
CREATE UNIQUE INDEX installation_role_pkey ON public.installation_role USING btree (person_id, role)
CREATE UNIQUE INDEX ladder_member_cohort_id_name_key_key ON public.ladder_member USING btree (cohort_id, name_key)
CREATE INDEX ladder_member_person ON public.ladder_member USING btree (person_id)
CREATE UNIQUE INDEX ladder_member_pkey ON public.ladder_member USING btree (cohort_id, person_id)
CREATE INDEX learner_contact_by ON public.learner_contact USING btree (by_person)
CREATE INDEX learner_contact_person ON public.learner_contact USING btree (person_id)
CREATE UNIQUE INDEX learner_contact_pkey ON public.learner_contact USING btree (cohort_id, person_id, id)
CREATE INDEX learner_contact_recent ON public.learner_contact USING btree (cohort_id, happened_at)
CREATE UNIQUE INDEX learning_day_pkey ON public.learning_day USING btree (person_id, day)
CREATE UNIQUE INDEX learning_event_enrolment_id_id_key ON public.learning_event USING btree (enrolment_id, id)
CREATE UNIQUE INDEX learning_event_pkey ON public.learning_event USING btree (enrolment_id, sequence)
CREATE UNIQUE INDEX mail_bounce_pkey ON public.mail_bounce USING btree (address)
CREATE INDEX mail_bounce_recent ON public.mail_bounce USING btree (bounced_at, address)
CREATE UNIQUE INDEX mail_choice_pkey ON public.mail_choice USING btree (recipient)
CREATE UNIQUE INDEX mail_choice_token ON public.mail_choice USING btree (token)
CREATE INDEX meeting_quarter_of_meeting ON public.meeting_quarter USING btree (meeting_id)
CREATE UNIQUE INDEX meeting_quarter_pkey ON public.meeting_quarter USING btree (person_id, quarter)
CREATE INDEX membership_in_cohort ON public.membership USING btree (cohort_id, role, person_id)
CREATE INDEX membership_in_group ON public.membership USING btree (group_id, cohort_id)
CREATE UNIQUE INDEX membership_pkey ON public.membership USING btree (person_id, cohort_id, role)
CREATE INDEX mentoring_availability_of_person ON public.mentoring_availability USING btree (person_id)
CREATE UNIQUE INDEX mentoring_availability_pkey ON public.mentoring_availability USING btree (id)
CREATE INDEX mentoring_change_by ON public.mentoring_change USING btree (changed_by)
CREATE UNIQUE INDEX mentoring_change_pkey ON public.mentoring_change USING btree (meeting_id, revision)
CREATE UNIQUE INDEX mentoring_exception_pkey ON public.mentoring_exception USING btree (availability_id, day)
CREATE INDEX mentoring_meeting_coming ON public.mentoring_meeting USING btree (starts_at) WHERE (status = 'booked'::text)
CREATE INDEX mentoring_meeting_in_cohort ON public.mentoring_meeting USING btree (cohort_id, starts_at)
CREATE INDEX mentoring_meeting_of_host ON public.mentoring_meeting USING btree (host_id, starts_at)
CREATE INDEX mentoring_meeting_of_learner ON public.mentoring_meeting USING btree (learner_id, starts_at)
CREATE UNIQUE INDEX mentoring_meeting_pkey ON public.mentoring_meeting USING btree (id)
CREATE INDEX mentoring_report_by ON public.mentoring_report USING btree (written_by)
CREATE UNIQUE INDEX mentoring_report_pkey ON public.mentoring_report USING btree (meeting_id, number)
CREATE INDEX mentoring_rules_by ON public.mentoring_rules USING btree (set_by)
CREATE UNIQUE INDEX mentoring_rules_pkey ON public.mentoring_rules USING btree (cohort_id, number)
CREATE INDEX message_accepted_by ON public.message USING btree (accepted_by)
CREATE INDEX message_author ON public.message USING btree (author_id)
CREATE UNIQUE INDEX message_id ON public.message USING btree (id)
CREATE UNIQUE INDEX message_pkey ON public.message USING btree (conversation_id, sequence)
CREATE INDEX message_removed_by ON public.message USING btree (removed_by)
CREATE UNIQUE INDEX message_edit_pkey ON public.message_edit USING btree (message_id, number)
CREATE UNIQUE INDEX message_file_pkey ON public.message_file USING btree (conversation_id, sequence, "position")
CREATE INDEX message_mention_message ON public.message_mention USING btree (conversation_id, sequence)
CREATE UNIQUE INDEX message_mention_pkey ON public.message_mention USING btree (person_id, conversation_id, sequence)
CREATE UNIQUE INDEX message_place_conversation_id_sequence_key ON public.message_place USING btree (conversation_id, sequence)
CREATE UNIQUE INDEX message_place_pkey ON public.message_place USING btree (number)
CREATE UNIQUE INDEX message_report_message_id_reporter_id_key ON public.message_report USING btree (message_id, reporter_id)
CREATE INDEX message_report_open ON public.message_report USING btree (cohort_id, reported_at, id) WHERE (outcome IS NULL)
CREATE UNIQUE INDEX message_report_pkey ON public.message_report USING btree (id)
CREATE INDEX message_report_reporter ON public.message_report USING btree (reporter_id, reported_at)
CREATE INDEX message_report_settled ON public.message_report USING btree (cohort_id, settled_at, id)
CREATE INDEX message_report_settled_by ON public.message_report USING btree (settled_by)
CREATE UNIQUE INDEX message_search_pkey ON public.message_search USING btree (number)
CREATE INDEX message_search_words ON public.message_search USING gin (words)
CREATE UNIQUE INDEX message_unindexed_pkey ON public.message_unindexed USING btree (message_id)
CREATE INDEX outbox_claim ON public.outbox USING btree (claim)
CREATE INDEX outbox_due ON public.outbox USING btree (state, due_at, id)
CREATE UNIQUE INDEX outbox_once ON public.outbox USING btree (cause, recipient)
CREATE UNIQUE INDEX outbox_pkey ON public.outbox USING btree (id)
CREATE INDEX outbox_recipient ON public.outbox USING btree (recipient, state)
CREATE INDEX outbox_cause_made ON public.outbox_cause USING btree (made_at)
CREATE UNIQUE INDEX outbox_cause_pkey ON public.outbox_cause USING btree (cause)
CREATE INDEX own_card_activity ON public.own_card USING btree (activity_id)
CREATE INDEX own_card_course ON public.own_card USING btree (course_id)
CREATE INDEX own_card_found ON public.own_card USING btree (found_in)
CREATE INDEX own_card_person ON public.own_card USING btree (person_id, added_at, id)
CREATE UNIQUE INDEX own_card_person_id_activity_id_card_key ON public.own_card USING btree (person_id, activity_id, card)
CREATE UNIQUE INDEX own_card_pkey ON public.own_card USING btree (id)
CREATE INDEX pace_fact_activity ON public.pace_fact USING btree (activity_id)
CREATE INDEX pace_fact_by ON public.pace_fact USING btree (set_by)
CREATE INDEX pace_fact_person ON public.pace_fact USING btree (person_id)
CREATE UNIQUE INDEX pace_fact_pkey ON public.pace_fact USING btree (cohort_id, person_id, number)
CREATE UNIQUE INDEX part_state_pkey ON public.part_state USING btree (enrolment_id, part)
CREATE UNIQUE INDEX person_email_key ON public.person USING btree (email_key)
CREATE UNIQUE INDEX person_login_key ON public.person USING btree (login_key)
CREATE UNIQUE INDEX person_pkey ON public.person USING btree (id)
CREATE INDEX person_sorted ON public.person USING btree (sort_key, id)
CREATE UNIQUE INDEX placement_answer_pkey ON public.placement_answer USING btree (run_id, "position")
CREATE UNIQUE INDEX placement_answer_run_id_item_key ON public.placement_answer USING btree (run_id, item)
CREATE INDEX placement_ruling_by ON public.placement_ruling USING btree (decided_by)
CREATE UNIQUE INDEX placement_ruling_pkey ON public.placement_ruling USING btree (id)
CREATE INDEX placement_ruling_run ON public.placement_ruling USING btree (run_id, decided_at)
CREATE INDEX placement_run_activity ON public.placement_run USING btree (activity_id)
CREATE UNIQUE INDEX placement_run_open ON public.placement_run USING btree (person_id, activity_id) WHERE (finished_at IS NULL)
CREATE INDEX placement_run_person ON public.placement_run USING btree (person_id, activity_id, started_at)
CREATE UNIQUE INDEX placement_run_pkey ON public.placement_run USING btree (id)
CREATE INDEX point_balance_cohort ON public.point_balance USING btree (cohort_id, course)
CREATE UNIQUE INDEX point_balance_pkey ON public.point_balance USING btree (person_id, cohort_id, course)
CREATE INDEX point_entry_caps ON public.point_entry USING btree (person_id, rule, day)
CREATE INDEX point_entry_cohort ON public.point_entry USING btree (cohort_id, day, person_id, amount)
CREATE UNIQUE INDEX point_entry_person_id_rule_subject_version_key ON public.point_entry USING btree (person_id, rule, subject, version)
CREATE UNIQUE INDEX point_entry_pkey ON public.point_entry USING btree (person_id, number)
CREATE UNIQUE INDEX point_purse_pkey ON public.point_purse USING btree (person_id)
CREATE INDEX publication_by ON public.publication USING btree (published_by)
CREATE UNIQUE INDEX publication_pkey ON public.publication USING btree (course_id, sequence)
CREATE INDEX publication_version ON public.publication USING btree (version_id)
CREATE UNIQUE INDEX published_version_pkey ON public.published_version USING btree (course_id)
CREATE INDEX published_version_version ON public.published_version USING btree (version_id)
CREATE INDEX quick_sentence_of_person ON public.quick_sentence USING btree (person_id, id)
CREATE UNIQUE INDEX quick_sentence_pkey ON public.quick_sentence USING btree (id)
CREATE UNIQUE INDEX recording_watch_pkey ON public.recording_watch USING btree (session_id, recording, person_id)
CREATE UNIQUE INDEX review_limits_pkey ON public.review_limits USING btree (person_id)
CREATE UNIQUE INDEX schema_migration_name_key ON public.schema_migration USING btree (name)
CREATE UNIQUE INDEX schema_migration_pkey ON public.schema_migration USING btree ("position")
CREATE INDEX security_event_of_person ON public.security_event USING btree (person_id, id)
CREATE UNIQUE INDEX security_event_pkey ON public.security_event USING btree (id)
CREATE UNIQUE INDEX session_preparation_pkey ON public.session_preparation USING btree (session_id, "position")
CREATE UNIQUE INDEX session_preparation_session_id_activity_id_key ON public.session_preparation USING btree (session_id, activity_id)
CREATE UNIQUE INDEX session_recording_pkey ON public.session_recording USING btree (session_id, key)
CREATE INDEX sign_in_card_by ON public.sign_in_card USING btree (made_by)
CREATE UNIQUE INDEX sign_in_card_pkey ON public.sign_in_card USING btree (person_id)
CREATE UNIQUE INDEX sign_in_card_token ON public.sign_in_card USING btree (token_hash)
CREATE INDEX sign_in_link_expiry ON public.sign_in_link USING btree (expires_at)
CREATE INDEX sign_in_link_of_person ON public.sign_in_link USING btree (person_id)
CREATE UNIQUE INDEX sign_in_link_pkey ON public.sign_in_link USING btree (token_hash)
CREATE INDEX sign_in_session_expiry ON public.sign_in_session USING btree (expires_at)
CREATE INDEX sign_in_session_idle ON public.sign_in_session USING btree (last_seen_at)
CREATE INDEX sign_in_session_of_person ON public.sign_in_session USING btree (person_id, last_seen_at)
CREATE UNIQUE INDEX sign_in_session_pkey ON public.sign_in_session USING btree (token_hash)
CREATE INDEX sign_in_throttle_age ON public.sign_in_throttle USING btree (window_started_at)
CREATE UNIQUE INDEX sign_in_throttle_pkey ON public.sign_in_throttle USING btree (key)
CREATE INDEX staff_note_author ON public.staff_note USING btree (author_id)
CREATE INDEX staff_note_person ON public.staff_note USING btree (person_id)
CREATE UNIQUE INDEX staff_note_pkey ON public.staff_note USING btree (cohort_id, person_id, id)
CREATE INDEX submission_activity ON public.submission USING btree (activity_id)
CREATE UNIQUE INDEX submission_context_activity_id_number_key ON public.submission USING btree (context, activity_id, number)
CREATE INDEX submission_person ON public.submission USING btree (person_id)
CREATE UNIQUE INDEX submission_pkey ON public.submission USING btree (id)
CREATE INDEX submission_version ON public.submission USING btree (version_id)
CREATE INDEX submission_draft_activity ON public.submission_draft USING btree (activity_id)
CREATE UNIQUE INDEX submission_draft_pkey ON public.submission_draft USING btree (context, activity_id)
CREATE UNIQUE INDEX submission_file_pkey ON public.submission_file USING btree (submission_id, "position")
CREATE INDEX submission_mark_by ON public.submission_mark USING btree (marker_id)
CREATE UNIQUE INDEX submission_mark_pkey ON public.submission_mark USING btree (submission_id, number)
CREATE UNIQUE INDEX survey_response_activity_id_cohort_id_person_id_key ON public.survey_response USING btree (activity_id, cohort_id, person_id)
CREATE INDEX survey_response_cohort ON public.survey_response USING btree (cohort_id)
CREATE INDEX survey_response_person ON public.survey_response USING btree (person_id)
CREATE UNIQUE INDEX survey_response_pkey ON public.survey_response USING btree (id)
CREATE INDEX team_challenge_by ON public.team_challenge USING btree (made_by)
CREATE INDEX team_challenge_cohort ON public.team_challenge USING btree (cohort_id, ends_on)
CREATE UNIQUE INDEX team_challenge_pkey ON public.team_challenge USING btree (id)
CREATE INDEX tutor_mark_by ON public.tutor_mark USING btree (marked_by)
CREATE UNIQUE INDEX tutor_mark_pkey ON public.tutor_mark USING btree (attempt_id, question_id, number)
CREATE INDEX waiting_work_activity ON public.waiting_work USING btree (activity_id)
CREATE INDEX waiting_work_person ON public.waiting_work USING btree (person_id)
CREATE UNIQUE INDEX waiting_work_pkey ON public.waiting_work USING btree (context, activity_id)
CREATE INDEX waiting_work_queue ON public.waiting_work USING btree (cohort_id, sent_at, work_id)
CREATE INDEX weekly_goal_activity ON public.weekly_goal USING btree (activity_id)
CREATE UNIQUE INDEX weekly_goal_pkey ON public.weekly_goal USING btree (person_id, week, number)
