CREATE TABLE `improvement_action` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`finding_id` text,
	`requirement` text NOT NULL,
	`what` text NOT NULL,
	`owner_id` text NOT NULL,
	`due_on` text NOT NULL,
	`high` integer NOT NULL,
	`started_on` text,
	`done_on` text,
	`evidence` text DEFAULT '' NOT NULL,
	`impact` text DEFAULT '' NOT NULL,
	`verified_by_id` text,
	`verified_on` text,
	`retest_on` text,
	`retested_on` text,
	`retest_result` text,
	`retest_note` text DEFAULT '' NOT NULL,
	`closed_because` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`finding_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`verified_by_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "improvement_action_version_int" CHECK(typeof("improvement_action"."version") = 'integer' and "improvement_action"."version" >= 1),
	CONSTRAINT "improvement_action_seq_int" CHECK(typeof("improvement_action"."audit_seq") = 'integer'),
	CONSTRAINT "improvement_action_recorded_at_instant" CHECK("improvement_action"."recorded_at" is null or "improvement_action"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "improvement_action_due" CHECK("improvement_action"."due_on" is null or "improvement_action"."due_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "improvement_action_started" CHECK("improvement_action"."started_on" is null or "improvement_action"."started_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "improvement_action_done" CHECK("improvement_action"."done_on" is null or "improvement_action"."done_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "improvement_action_verified" CHECK("improvement_action"."verified_on" is null or "improvement_action"."verified_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "improvement_action_retest" CHECK("improvement_action"."retest_on" is null or "improvement_action"."retest_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "improvement_action_retested" CHECK("improvement_action"."retested_on" is null or "improvement_action"."retested_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE INDEX `improvement_action_seq` ON `improvement_action` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `improvement_action_due_index` ON `improvement_action` (`due_on`);--> statement-breakpoint
CREATE INDEX `improvement_action_retest_index` ON `improvement_action` (`retest_on`);--> statement-breakpoint
CREATE TABLE `oversight_visit` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`planned_on` text NOT NULL,
	`held_on` text,
	`visitors` text DEFAULT '' NOT NULL,
	`spoken_to` text DEFAULT '' NOT NULL,
	`seen` text DEFAULT '' NOT NULL,
	`called_off_because` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "oversight_visit_version_int" CHECK(typeof("oversight_visit"."version") = 'integer' and "oversight_visit"."version" >= 1),
	CONSTRAINT "oversight_visit_seq_int" CHECK(typeof("oversight_visit"."audit_seq") = 'integer'),
	CONSTRAINT "oversight_visit_recorded_at_instant" CHECK("oversight_visit"."recorded_at" is null or "oversight_visit"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "oversight_visit_planned" CHECK("oversight_visit"."planned_on" is null or "oversight_visit"."planned_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "oversight_visit_held" CHECK("oversight_visit"."held_on" is null or "oversight_visit"."held_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE INDEX `oversight_visit_seq` ON `oversight_visit` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `oversight_visit_time` ON `oversight_visit` (`planned_on`);--> statement-breakpoint
CREATE TABLE `visit_finding` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`visit_id` text NOT NULL,
	`kind` text NOT NULL,
	`requirement` text NOT NULL,
	`words` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visit_finding_version_int" CHECK(typeof("visit_finding"."version") = 'integer' and "visit_finding"."version" >= 1),
	CONSTRAINT "visit_finding_seq_int" CHECK(typeof("visit_finding"."audit_seq") = 'integer'),
	CONSTRAINT "visit_finding_recorded_at_instant" CHECK("visit_finding"."recorded_at" is null or "visit_finding"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `visit_finding_seq` ON `visit_finding` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `visit_finding_visit` ON `visit_finding` (`visit_id`);