CREATE TABLE `restricted_move` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`person_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`from_id` text NOT NULL,
	`from_version` integer NOT NULL,
	`writer_id` text NOT NULL,
	`mover_id` text NOT NULL,
	`writer_seen_at` text,
	`review_due_at` text NOT NULL,
	`outcome` text,
	`reviewer_id` text,
	`reviewed_at` text,
	`review` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`writer_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mover_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "restricted_move_version_int" CHECK(typeof("restricted_move"."version") = 'integer' and "restricted_move"."version" >= 1),
	CONSTRAINT "restricted_move_seq_int" CHECK(typeof("restricted_move"."audit_seq") = 'integer'),
	CONSTRAINT "restricted_move_recorded_at_instant" CHECK("restricted_move"."recorded_at" is null or "restricted_move"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "restricted_move_from_int" CHECK("restricted_move"."from_version" is null or typeof("restricted_move"."from_version") = 'integer'),
	CONSTRAINT "restricted_move_seen" CHECK("restricted_move"."writer_seen_at" is null or "restricted_move"."writer_seen_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "restricted_move_due" CHECK("restricted_move"."review_due_at" is null or "restricted_move"."review_due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "restricted_move_reviewed" CHECK("restricted_move"."reviewed_at" is null or "restricted_move"."reviewed_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `restricted_move_seq` ON `restricted_move` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `restricted_move_person` ON `restricted_move` (`person_id`);--> statement-breakpoint
CREATE INDEX `restricted_move_entry` ON `restricted_move` (`entry_id`);--> statement-breakpoint
CREATE INDEX `restricted_move_from` ON `restricted_move` (`from_id`);