CREATE TABLE `agency_meeting` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`pair_id` text NOT NULL,
	`kind` text NOT NULL,
	`agency` text NOT NULL,
	`held_at` text NOT NULL,
	`invited` text NOT NULL,
	`invited_on` text,
	`report_asked` integer NOT NULL,
	`report_due_at` text,
	`record_due_at` text NOT NULL,
	`cancelled` integer DEFAULT false NOT NULL,
	`attended` text,
	`attended_by_id` text,
	`not_attended_because` text DEFAULT '' NOT NULL,
	`report` text,
	`report_sent_at` text,
	`decided` text DEFAULT '' NOT NULL,
	`rule_set_id` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pair_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attended_by_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_set_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agency_meeting_version_int" CHECK(typeof("agency_meeting"."version") = 'integer' and "agency_meeting"."version" >= 1),
	CONSTRAINT "agency_meeting_seq_int" CHECK(typeof("agency_meeting"."audit_seq") = 'integer'),
	CONSTRAINT "agency_meeting_recorded_at_instant" CHECK("agency_meeting"."recorded_at" is null or "agency_meeting"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "agency_meeting_held" CHECK("agency_meeting"."held_at" is null or "agency_meeting"."held_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "agency_meeting_invited" CHECK("agency_meeting"."invited_on" is null or "agency_meeting"."invited_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "agency_meeting_report_due" CHECK("agency_meeting"."report_due_at" is null or "agency_meeting"."report_due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "agency_meeting_record_due" CHECK("agency_meeting"."record_due_at" is null or "agency_meeting"."record_due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "agency_meeting_report_sent" CHECK("agency_meeting"."report_sent_at" is null or "agency_meeting"."report_sent_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `agency_meeting_seq` ON `agency_meeting` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `agency_meeting_pair` ON `agency_meeting` (`pair_id`);--> statement-breakpoint
CREATE INDEX `agency_meeting_held_index` ON `agency_meeting` (`held_at`);--> statement-breakpoint
CREATE TABLE `disagreement` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`pair_id` text,
	`agency` text NOT NULL,
	`about` text NOT NULL,
	`opened_at` text NOT NULL,
	`ours` text NOT NULL,
	`theirs` text NOT NULL,
	`rule_set_id` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pair_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_set_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "disagreement_version_int" CHECK(typeof("disagreement"."version") = 'integer' and "disagreement"."version" >= 1),
	CONSTRAINT "disagreement_seq_int" CHECK(typeof("disagreement"."audit_seq") = 'integer'),
	CONSTRAINT "disagreement_recorded_at_instant" CHECK("disagreement"."recorded_at" is null or "disagreement"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "disagreement_opened" CHECK("disagreement"."opened_at" is null or "disagreement"."opened_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `disagreement_seq` ON `disagreement` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `disagreement_pair` ON `disagreement` (`pair_id`);--> statement-breakpoint
CREATE INDEX `disagreement_opened_index` ON `disagreement` (`opened_at`);--> statement-breakpoint
CREATE TABLE `disagreement_step` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`subject_id` text NOT NULL,
	`rung` integer NOT NULL,
	`started_at` text NOT NULL,
	`due_at` text NOT NULL,
	`with_whom` text NOT NULL,
	`outcome` text,
	`ended_at` text,
	`said` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subject_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "disagreement_step_version_int" CHECK(typeof("disagreement_step"."version") = 'integer' and "disagreement_step"."version" >= 1),
	CONSTRAINT "disagreement_step_seq_int" CHECK(typeof("disagreement_step"."audit_seq") = 'integer'),
	CONSTRAINT "disagreement_step_recorded_at_instant" CHECK("disagreement_step"."recorded_at" is null or "disagreement_step"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "disagreement_step_rung_int" CHECK("disagreement_step"."rung" is null or typeof("disagreement_step"."rung") = 'integer'),
	CONSTRAINT "disagreement_step_started" CHECK("disagreement_step"."started_at" is null or "disagreement_step"."started_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "disagreement_step_due" CHECK("disagreement_step"."due_at" is null or "disagreement_step"."due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "disagreement_step_ended" CHECK("disagreement_step"."ended_at" is null or "disagreement_step"."ended_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `disagreement_step_seq` ON `disagreement_step` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `disagreement_step_subject` ON `disagreement_step` (`subject_id`);--> statement-breakpoint
CREATE TABLE `learning_check` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`subject_id` text NOT NULL,
	`checked_on` text NOT NULL,
	`outcome` text NOT NULL,
	`how` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subject_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "learning_check_version_int" CHECK(typeof("learning_check"."version") = 'integer' and "learning_check"."version" >= 1),
	CONSTRAINT "learning_check_seq_int" CHECK(typeof("learning_check"."audit_seq") = 'integer'),
	CONSTRAINT "learning_check_recorded_at_instant" CHECK("learning_check"."recorded_at" is null or "learning_check"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "learning_check_on" CHECK("learning_check"."checked_on" is null or "learning_check"."checked_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE INDEX `learning_check_seq` ON `learning_check` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `learning_check_subject` ON `learning_check` (`subject_id`);--> statement-breakpoint
CREATE TABLE `learning_point` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`session_id` text,
	`source` text NOT NULL,
	`noted_on` text NOT NULL,
	`learnt` text NOT NULL,
	`change` text NOT NULL,
	`owner_id` text NOT NULL,
	`change_due_on` text NOT NULL,
	`check_due_on` text NOT NULL,
	`made_on` text,
	`made` text DEFAULT '' NOT NULL,
	`rule_set_id` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_set_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "learning_point_version_int" CHECK(typeof("learning_point"."version") = 'integer' and "learning_point"."version" >= 1),
	CONSTRAINT "learning_point_seq_int" CHECK(typeof("learning_point"."audit_seq") = 'integer'),
	CONSTRAINT "learning_point_recorded_at_instant" CHECK("learning_point"."recorded_at" is null or "learning_point"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "learning_point_noted" CHECK("learning_point"."noted_on" is null or "learning_point"."noted_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "learning_point_change_due" CHECK("learning_point"."change_due_on" is null or "learning_point"."change_due_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "learning_point_check_due" CHECK("learning_point"."check_due_on" is null or "learning_point"."check_due_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "learning_point_made" CHECK("learning_point"."made_on" is null or "learning_point"."made_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE INDEX `learning_point_seq` ON `learning_point` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `learning_point_check_due_index` ON `learning_point` (`check_due_on`);--> statement-breakpoint
CREATE TABLE `partner_feedback` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`agency` text NOT NULL,
	`occasion` text NOT NULL,
	`asked_on` text NOT NULL,
	`due_at` text NOT NULL,
	`returned_on` text,
	`marks` text DEFAULT '{}' NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	`rule_set_id` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_set_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "partner_feedback_version_int" CHECK(typeof("partner_feedback"."version") = 'integer' and "partner_feedback"."version" >= 1),
	CONSTRAINT "partner_feedback_seq_int" CHECK(typeof("partner_feedback"."audit_seq") = 'integer'),
	CONSTRAINT "partner_feedback_recorded_at_instant" CHECK("partner_feedback"."recorded_at" is null or "partner_feedback"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "partner_feedback_asked" CHECK("partner_feedback"."asked_on" is null or "partner_feedback"."asked_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "partner_feedback_due" CHECK("partner_feedback"."due_at" is null or "partner_feedback"."due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "partner_feedback_returned" CHECK("partner_feedback"."returned_on" is null or "partner_feedback"."returned_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE INDEX `partner_feedback_seq` ON `partner_feedback` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `partner_feedback_due_index` ON `partner_feedback` (`due_at`);--> statement-breakpoint
CREATE TABLE `spot_check` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`pair_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`asked_at` text NOT NULL,
	`due_at` text NOT NULL,
	`legal_codes` text NOT NULL,
	`questions` text NOT NULL,
	`answered_at` text,
	`answers` text DEFAULT '{}' NOT NULL,
	`right_answers` integer,
	`talked` text DEFAULT '' NOT NULL,
	`rule_set_id` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pair_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_set_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "spot_check_version_int" CHECK(typeof("spot_check"."version") = 'integer' and "spot_check"."version" >= 1),
	CONSTRAINT "spot_check_seq_int" CHECK(typeof("spot_check"."audit_seq") = 'integer'),
	CONSTRAINT "spot_check_recorded_at_instant" CHECK("spot_check"."recorded_at" is null or "spot_check"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "spot_check_asked" CHECK("spot_check"."asked_at" is null or "spot_check"."asked_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "spot_check_due" CHECK("spot_check"."due_at" is null or "spot_check"."due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "spot_check_answered" CHECK("spot_check"."answered_at" is null or "spot_check"."answered_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "spot_check_right_int" CHECK("spot_check"."right_answers" is null or typeof("spot_check"."right_answers") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `spot_check_seq` ON `spot_check` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `spot_check_pair` ON `spot_check` (`pair_id`);--> statement-breakpoint
CREATE INDEX `spot_check_asked_index` ON `spot_check` (`asked_at`);--> statement-breakpoint
CREATE TABLE `staff_session` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`kind` text NOT NULL,
	`held_on` text NOT NULL,
	`minutes` integer NOT NULL,
	`theme` text NOT NULL,
	`prompt` text NOT NULL,
	`facilitator_id` text,
	`facilitator_from` text DEFAULT '' NOT NULL,
	`outside_count` integer DEFAULT 0 NOT NULL,
	`agencies` text DEFAULT '' NOT NULL,
	`learnt` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`facilitator_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_session_version_int" CHECK(typeof("staff_session"."version") = 'integer' and "staff_session"."version" >= 1),
	CONSTRAINT "staff_session_seq_int" CHECK(typeof("staff_session"."audit_seq") = 'integer'),
	CONSTRAINT "staff_session_recorded_at_instant" CHECK("staff_session"."recorded_at" is null or "staff_session"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "staff_session_held" CHECK("staff_session"."held_on" is null or "staff_session"."held_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "staff_session_minutes_int" CHECK("staff_session"."minutes" is null or typeof("staff_session"."minutes") = 'integer'),
	CONSTRAINT "staff_session_outside_int" CHECK("staff_session"."outside_count" is null or typeof("staff_session"."outside_count") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `staff_session_seq` ON `staff_session` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `staff_session_held_index` ON `staff_session` (`held_on`);--> statement-breakpoint
CREATE TABLE `staff_session_attendance` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`, `staff_id`),
	FOREIGN KEY (`staff_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`record_id`,`version`) REFERENCES `staff_session`(`record_id`,`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `staff_session_attendance_staff` ON `staff_session_attendance` (`staff_id`);