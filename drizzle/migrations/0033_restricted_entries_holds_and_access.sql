CREATE TABLE `emergency_access` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`person_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`because` text NOT NULL,
	`opened_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`review_due_at` text NOT NULL,
	`outcome` text,
	`reviewer_id` text,
	`reviewed_at` text,
	`review` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "emergency_access_version_int" CHECK(typeof("emergency_access"."version") = 'integer' and "emergency_access"."version" >= 1),
	CONSTRAINT "emergency_access_seq_int" CHECK(typeof("emergency_access"."audit_seq") = 'integer'),
	CONSTRAINT "emergency_access_recorded_at_instant" CHECK("emergency_access"."recorded_at" is null or "emergency_access"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "emergency_access_opened" CHECK("emergency_access"."opened_at" is null or "emergency_access"."opened_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "emergency_access_ends" CHECK("emergency_access"."ends_at" is null or "emergency_access"."ends_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "emergency_access_due" CHECK("emergency_access"."review_due_at" is null or "emergency_access"."review_due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "emergency_access_reviewed" CHECK("emergency_access"."reviewed_at" is null or "emergency_access"."reviewed_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `emergency_access_seq` ON `emergency_access` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `emergency_access_person` ON `emergency_access` (`person_id`,`staff_id`);--> statement-breakpoint
CREATE TABLE `legal_hold` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`person_id` text NOT NULL,
	`because` text NOT NULL,
	`reference` text,
	`placed_at` text NOT NULL,
	`lifted_at` text,
	`lifted_because` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "legal_hold_version_int" CHECK(typeof("legal_hold"."version") = 'integer' and "legal_hold"."version" >= 1),
	CONSTRAINT "legal_hold_seq_int" CHECK(typeof("legal_hold"."audit_seq") = 'integer'),
	CONSTRAINT "legal_hold_recorded_at_instant" CHECK("legal_hold"."recorded_at" is null or "legal_hold"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "legal_hold_placed" CHECK("legal_hold"."placed_at" is null or "legal_hold"."placed_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "legal_hold_lifted" CHECK("legal_hold"."lifted_at" is null or "legal_hold"."lifted_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `legal_hold_seq` ON `legal_hold` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `legal_hold_person` ON `legal_hold` (`person_id`);--> statement-breakpoint
CREATE TABLE `restricted_entry` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`person_id` text NOT NULL,
	`kept_from` text NOT NULL,
	`because` text NOT NULL,
	`happened_at` text NOT NULL,
	`what` text NOT NULL,
	`basis_kind` text NOT NULL,
	`basis_by` text,
	`basis_on` text,
	`basis_document` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "restricted_entry_version_int" CHECK(typeof("restricted_entry"."version") = 'integer' and "restricted_entry"."version" >= 1),
	CONSTRAINT "restricted_entry_seq_int" CHECK(typeof("restricted_entry"."audit_seq") = 'integer'),
	CONSTRAINT "restricted_entry_recorded_at_instant" CHECK("restricted_entry"."recorded_at" is null or "restricted_entry"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "restricted_entry_happened" CHECK("restricted_entry"."happened_at" is null or "restricted_entry"."happened_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `restricted_entry_seq` ON `restricted_entry` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `restricted_entry_person` ON `restricted_entry` (`person_id`);--> statement-breakpoint
CREATE TABLE `subject_access` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`person_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`identified` text NOT NULL,
	`received_at` text NOT NULL,
	`copied_at` text NOT NULL,
	`entries` text NOT NULL,
	`file_hash` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "subject_access_version_int" CHECK(typeof("subject_access"."version") = 'integer' and "subject_access"."version" >= 1),
	CONSTRAINT "subject_access_seq_int" CHECK(typeof("subject_access"."audit_seq") = 'integer'),
	CONSTRAINT "subject_access_recorded_at_instant" CHECK("subject_access"."recorded_at" is null or "subject_access"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "subject_access_received" CHECK("subject_access"."received_at" is null or "subject_access"."received_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "subject_access_copied" CHECK("subject_access"."copied_at" is null or "subject_access"."copied_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `subject_access_seq` ON `subject_access` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `subject_access_person` ON `subject_access` (`person_id`);