CREATE TABLE `relationship_acknowledgement` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`subject_id` text NOT NULL,
	`acknowledged_at` text,
	`by_whom` text NOT NULL,
	`how` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subject_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "relationship_acknowledgement_version_int" CHECK(typeof("relationship_acknowledgement"."version") = 'integer' and "relationship_acknowledgement"."version" >= 1),
	CONSTRAINT "relationship_acknowledgement_seq_int" CHECK(typeof("relationship_acknowledgement"."audit_seq") = 'integer'),
	CONSTRAINT "relationship_acknowledgement_recorded_at_instant" CHECK("relationship_acknowledgement"."recorded_at" is null or "relationship_acknowledgement"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "relationship_acknowledgement_at" CHECK("relationship_acknowledgement"."acknowledged_at" is null or "relationship_acknowledgement"."acknowledged_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `relationship_acknowledgement_seq` ON `relationship_acknowledgement` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `relationship_acknowledgement_subject` ON `relationship_acknowledgement` (`subject_id`);--> statement-breakpoint
CREATE TABLE `relationship_assessment` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`pair_id` text NOT NULL,
	`rated_at` text,
	`purpose` text NOT NULL,
	`asked_by` text DEFAULT '' NOT NULL,
	`observed_from` text NOT NULL,
	`observed_to` text NOT NULL,
	`hours_watched` integer,
	`settings` text NOT NULL,
	`observed` text NOT NULL,
	`interpretation` text NOT NULL,
	`strengths` text NOT NULL,
	`concerns` text NOT NULL,
	`illness` text DEFAULT '' NOT NULL,
	`change` text NOT NULL,
	`change_text` text DEFAULT '' NOT NULL,
	`rule_set_id` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pair_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_set_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "relationship_assessment_version_int" CHECK(typeof("relationship_assessment"."version") = 'integer' and "relationship_assessment"."version" >= 1),
	CONSTRAINT "relationship_assessment_seq_int" CHECK(typeof("relationship_assessment"."audit_seq") = 'integer'),
	CONSTRAINT "relationship_assessment_recorded_at_instant" CHECK("relationship_assessment"."recorded_at" is null or "relationship_assessment"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "relationship_assessment_rated" CHECK("relationship_assessment"."rated_at" is null or "relationship_assessment"."rated_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "relationship_assessment_from" CHECK("relationship_assessment"."observed_from" is null or "relationship_assessment"."observed_from" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "relationship_assessment_to" CHECK("relationship_assessment"."observed_to" is null or "relationship_assessment"."observed_to" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "relationship_assessment_hours_int" CHECK("relationship_assessment"."hours_watched" is null or typeof("relationship_assessment"."hours_watched") = 'integer'),
	CONSTRAINT "relationship_assessment_window" CHECK("relationship_assessment"."observed_from" <= "relationship_assessment"."observed_to")
);
--> statement-breakpoint
CREATE INDEX `relationship_assessment_seq` ON `relationship_assessment` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `relationship_assessment_pair` ON `relationship_assessment` (`pair_id`,`rated_at`);--> statement-breakpoint
CREATE TABLE `relationship_chase` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`subject_id` text NOT NULL,
	`chased_at` text NOT NULL,
	`chased_of` text NOT NULL,
	`next_due_at` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subject_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "relationship_chase_version_int" CHECK(typeof("relationship_chase"."version") = 'integer' and "relationship_chase"."version" >= 1),
	CONSTRAINT "relationship_chase_seq_int" CHECK(typeof("relationship_chase"."audit_seq") = 'integer'),
	CONSTRAINT "relationship_chase_recorded_at_instant" CHECK("relationship_chase"."recorded_at" is null or "relationship_chase"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "relationship_chase_at" CHECK("relationship_chase"."chased_at" is null or "relationship_chase"."chased_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "relationship_chase_next" CHECK("relationship_chase"."next_due_at" is null or "relationship_chase"."next_due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `relationship_chase_seq` ON `relationship_chase` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `relationship_chase_subject` ON `relationship_chase` (`subject_id`);--> statement-breakpoint
CREATE TABLE `relationship_rater` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`staff_id` text NOT NULL,
	`trained` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`, `staff_id`),
	FOREIGN KEY (`staff_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`record_id`,`version`) REFERENCES `relationship_assessment`(`record_id`,`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `relationship_score` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`tool_id` text NOT NULL,
	`scale_id` text NOT NULL,
	`scored_on` text NOT NULL,
	`score` integer NOT NULL,
	PRIMARY KEY(`record_id`, `version`, `tool_id`, `scale_id`),
	FOREIGN KEY (`record_id`,`version`) REFERENCES `relationship_assessment`(`record_id`,`version`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "relationship_score_on" CHECK("relationship_score"."scored_on" is null or "relationship_score"."scored_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "relationship_score_int" CHECK("relationship_score"."score" is null or typeof("relationship_score"."score") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `relationship_sharing` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`pair_id` text NOT NULL,
	`assessment_id` text,
	`assessment_version` integer,
	`recipient` text NOT NULL,
	`outcome` text NOT NULL,
	`contact_id` text,
	`name` text NOT NULL,
	`through` text DEFAULT '' NOT NULL,
	`how` text DEFAULT '' NOT NULL,
	`because` text DEFAULT '' NOT NULL,
	`shared_at` text NOT NULL,
	`scope_set_id` text,
	`acknowledge_due_at` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pair_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessment_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scope_set_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "relationship_sharing_version_int" CHECK(typeof("relationship_sharing"."version") = 'integer' and "relationship_sharing"."version" >= 1),
	CONSTRAINT "relationship_sharing_seq_int" CHECK(typeof("relationship_sharing"."audit_seq") = 'integer'),
	CONSTRAINT "relationship_sharing_recorded_at_instant" CHECK("relationship_sharing"."recorded_at" is null or "relationship_sharing"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "relationship_sharing_version_seen_int" CHECK("relationship_sharing"."assessment_version" is null or typeof("relationship_sharing"."assessment_version") = 'integer'),
	CONSTRAINT "relationship_sharing_at" CHECK("relationship_sharing"."shared_at" is null or "relationship_sharing"."shared_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "relationship_sharing_due" CHECK("relationship_sharing"."acknowledge_due_at" is null or "relationship_sharing"."acknowledge_due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `relationship_sharing_seq` ON `relationship_sharing` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `relationship_sharing_pair` ON `relationship_sharing` (`pair_id`,`shared_at`);