CREATE TABLE `prepared_supervision` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`child_id` text NOT NULL,
	`decided_at` text NOT NULL,
	`review_within_hours` integer NOT NULL,
	`rationale` text NOT NULL,
	`evidence` text NOT NULL,
	`authority_requirement` text,
	`legal_basis` text,
	`agreed_with` text,
	`agreed_at` text,
	`mother_told_at` text,
	`team` text,
	`decided_by_role` text NOT NULL,
	`rule_set_id` text NOT NULL,
	`cells` text NOT NULL,
	`factors` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`child_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_set_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "prepared_supervision_version_int" CHECK(typeof("prepared_supervision"."version") = 'integer' and "prepared_supervision"."version" >= 1),
	CONSTRAINT "prepared_supervision_seq_int" CHECK(typeof("prepared_supervision"."audit_seq") = 'integer'),
	CONSTRAINT "prepared_supervision_recorded_at_instant" CHECK("prepared_supervision"."recorded_at" is null or "prepared_supervision"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "prepared_supervision_decided" CHECK("prepared_supervision"."decided_at" is null or "prepared_supervision"."decided_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "prepared_supervision_agreed" CHECK("prepared_supervision"."agreed_at" is null or "prepared_supervision"."agreed_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "prepared_supervision_mother_told" CHECK("prepared_supervision"."mother_told_at" is null or "prepared_supervision"."mother_told_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "prepared_supervision_review" CHECK("prepared_supervision"."review_within_hours" is null or typeof("prepared_supervision"."review_within_hours") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `prepared_supervision_seq` ON `prepared_supervision` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `prepared_supervision_child` ON `prepared_supervision` (`child_id`);--> statement-breakpoint
CREATE TABLE `supervision_check` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`round_id` text NOT NULL,
	`pair_id` text NOT NULL,
	`seen_at` text NOT NULL,
	`timed` text NOT NULL,
	`outcome` text NOT NULL,
	`place` text,
	`with_whom` text,
	`note` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pair_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "supervision_check_version_int" CHECK(typeof("supervision_check"."version") = 'integer' and "supervision_check"."version" >= 1),
	CONSTRAINT "supervision_check_seq_int" CHECK(typeof("supervision_check"."audit_seq") = 'integer'),
	CONSTRAINT "supervision_check_recorded_at_instant" CHECK("supervision_check"."recorded_at" is null or "supervision_check"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "supervision_check_seen" CHECK("supervision_check"."seen_at" is null or "supervision_check"."seen_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `supervision_check_seq` ON `supervision_check` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `supervision_check_pair` ON `supervision_check` (`pair_id`,`seen_at`);--> statement-breakpoint
CREATE INDEX `supervision_check_round` ON `supervision_check` (`round_id`);--> statement-breakpoint
CREATE TABLE `supervision_factor` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`factor` text NOT NULL,
	`answer` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`record_id`, `version`, `factor`),
	FOREIGN KEY (`record_id`,`version`) REFERENCES `supervision_decision`(`record_id`,`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `supervision_round` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`signed_by_role` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "supervision_round_version_int" CHECK(typeof("supervision_round"."version") = 'integer' and "supervision_round"."version" >= 1),
	CONSTRAINT "supervision_round_seq_int" CHECK(typeof("supervision_round"."audit_seq") = 'integer'),
	CONSTRAINT "supervision_round_recorded_at_instant" CHECK("supervision_round"."recorded_at" is null or "supervision_round"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `supervision_round_seq` ON `supervision_round` (`audit_seq`);--> statement-breakpoint
ALTER TABLE `supervision_decision` ADD `prepared_id` text REFERENCES record(record_id);