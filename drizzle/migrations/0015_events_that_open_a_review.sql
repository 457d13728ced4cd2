CREATE TABLE `review_answer` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`subject_id` text NOT NULL,
	`answer` text NOT NULL,
	`because` text NOT NULL,
	`answered_at` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subject_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "review_answer_version_int" CHECK(typeof("review_answer"."version") = 'integer' and "review_answer"."version" >= 1),
	CONSTRAINT "review_answer_seq_int" CHECK(typeof("review_answer"."audit_seq") = 'integer'),
	CONSTRAINT "review_answer_recorded_at_instant" CHECK("review_answer"."recorded_at" is null or "review_answer"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "review_answer_at" CHECK("review_answer"."answered_at" is null or "review_answer"."answered_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `review_answer_seq` ON `review_answer` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `review_answer_subject` ON `review_answer` (`subject_id`);--> statement-breakpoint
CREATE TABLE `review_event` (
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
	`happened_at` text NOT NULL,
	`what` text NOT NULL,
	`basis_kind` text,
	`basis_by` text,
	`basis_on` text,
	`basis_document` text,
	`trust_number` text,
	`candour` text,
	`candour_because` text DEFAULT '' NOT NULL,
	`source_id` text,
	`review_due_at` text NOT NULL,
	`rule_set_id` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pair_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_set_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "review_event_version_int" CHECK(typeof("review_event"."version") = 'integer' and "review_event"."version" >= 1),
	CONSTRAINT "review_event_seq_int" CHECK(typeof("review_event"."audit_seq") = 'integer'),
	CONSTRAINT "review_event_recorded_at_instant" CHECK("review_event"."recorded_at" is null or "review_event"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "review_event_happened" CHECK("review_event"."happened_at" is null or "review_event"."happened_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "review_event_due" CHECK("review_event"."review_due_at" is null or "review_event"."review_due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `review_event_seq` ON `review_event` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `review_event_pair` ON `review_event` (`pair_id`,`happened_at`);--> statement-breakpoint
CREATE INDEX `review_event_due_index` ON `review_event` (`review_due_at`);