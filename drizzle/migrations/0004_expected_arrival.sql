PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_admission_decision` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`referral_id` text NOT NULL,
	`outcome` text NOT NULL,
	`decided_at` text,
	`decider_id` text,
	`decider_role` text,
	`decider_in_charge` integer,
	`bed_id` text,
	`expected_arrival_at` text,
	`reason_code` text,
	`note` text DEFAULT '' NOT NULL,
	`signposting` text DEFAULT '' NOT NULL,
	`signposting_note` text,
	`waiting_on` text DEFAULT '' NOT NULL,
	`withdrawn_by` text,
	`referrer_told_due_at` text,
	`referrer_told_at` text,
	`referrer_told_to` text,
	`referrer_told_how` text,
	`social_care` text NOT NULL,
	`child_ids` text DEFAULT '' NOT NULL,
	`criteria_id` text,
	`information_set_id` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referral_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decider_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bed_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`criteria_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`information_set_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "admission_decision_version_int" CHECK(typeof("__new_admission_decision"."version") = 'integer' and "__new_admission_decision"."version" >= 1),
	CONSTRAINT "admission_decision_seq_int" CHECK(typeof("__new_admission_decision"."audit_seq") = 'integer'),
	CONSTRAINT "admission_decision_recorded_at_instant" CHECK("__new_admission_decision"."recorded_at" is null or "__new_admission_decision"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "admission_decision_at" CHECK("__new_admission_decision"."decided_at" is null or "__new_admission_decision"."decided_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "admission_decision_expected" CHECK("__new_admission_decision"."expected_arrival_at" is null or "__new_admission_decision"."expected_arrival_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "admission_decision_told_due" CHECK("__new_admission_decision"."referrer_told_due_at" is null or "__new_admission_decision"."referrer_told_due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "admission_decision_told" CHECK("__new_admission_decision"."referrer_told_at" is null or "__new_admission_decision"."referrer_told_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
INSERT INTO `__new_admission_decision`("record_id", "version", "unit_id", "recorded_at", "audit_seq", "author", "reason", "withdrawn", "referral_id", "outcome", "decided_at", "decider_id", "decider_role", "decider_in_charge", "bed_id", "expected_arrival_at", "reason_code", "note", "signposting", "signposting_note", "waiting_on", "withdrawn_by", "referrer_told_due_at", "referrer_told_at", "referrer_told_to", "referrer_told_how", "social_care", "child_ids", "criteria_id", "information_set_id") SELECT "record_id", "version", "unit_id", "recorded_at", "audit_seq", "author", "reason", "withdrawn", "referral_id", "outcome", "decided_at", "decider_id", "decider_role", "decider_in_charge", "bed_id", "expected_arrival_at", "reason_code", "note", "signposting", "signposting_note", "waiting_on", "withdrawn_by", "referrer_told_due_at", "referrer_told_at", "referrer_told_to", "referrer_told_how", "social_care", "child_ids", "criteria_id", "information_set_id" FROM `admission_decision`;--> statement-breakpoint
DROP TABLE `admission_decision`;--> statement-breakpoint
ALTER TABLE `__new_admission_decision` RENAME TO `admission_decision`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `admission_decision_seq` ON `admission_decision` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `admission_decision_referral` ON `admission_decision` (`referral_id`);--> statement-breakpoint
CREATE INDEX `admission_decision_time` ON `admission_decision` (`decided_at`);