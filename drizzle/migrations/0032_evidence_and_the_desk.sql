CREATE TABLE `desk` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "desk_version_int" CHECK(typeof("desk"."version") = 'integer' and "desk"."version" >= 1),
	CONSTRAINT "desk_seq_int" CHECK(typeof("desk"."audit_seq") = 'integer'),
	CONSTRAINT "desk_recorded_at_instant" CHECK("desk"."recorded_at" is null or "desk"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `desk_seq` ON `desk` (`audit_seq`);--> statement-breakpoint
CREATE TABLE `desk_note` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`pack_id` text NOT NULL,
	`requirement` text NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`level` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pack_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "desk_note_version_int" CHECK(typeof("desk_note"."version") = 'integer' and "desk_note"."version" >= 1),
	CONSTRAINT "desk_note_seq_int" CHECK(typeof("desk_note"."audit_seq") = 'integer'),
	CONSTRAINT "desk_note_recorded_at_instant" CHECK("desk_note"."recorded_at" is null or "desk_note"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `desk_note_seq` ON `desk_note` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `desk_note_of` ON `desk_note` (`pack_id`);--> statement-breakpoint
CREATE TABLE `known_signer` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`fingerprint` text NOT NULL,
	`unit_name` text NOT NULL,
	`confirmed_by` text NOT NULL,
	`confirmed_on` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_signer_version_int" CHECK(typeof("known_signer"."version") = 'integer' and "known_signer"."version" >= 1),
	CONSTRAINT "known_signer_seq_int" CHECK(typeof("known_signer"."audit_seq") = 'integer'),
	CONSTRAINT "known_signer_recorded_at_instant" CHECK("known_signer"."recorded_at" is null or "known_signer"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "known_signer_on" CHECK("known_signer"."confirmed_on" is null or "known_signer"."confirmed_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE INDEX `known_signer_seq` ON `known_signer` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `known_signer_of` ON `known_signer` (`fingerprint`);--> statement-breakpoint
CREATE TABLE `received_pack` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`pack_hash` text NOT NULL,
	`fingerprint` text NOT NULL,
	`unit_name` text NOT NULL,
	`provider` text NOT NULL,
	`ods_code` text,
	`disclosure` text NOT NULL,
	`period_from` text NOT NULL,
	`period_to` text NOT NULL,
	`cut_at` text NOT NULL,
	`report_version` integer NOT NULL,
	`stage` text NOT NULL,
	`content_hash` text NOT NULL,
	`model` blob NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "received_pack_version_int" CHECK(typeof("received_pack"."version") = 'integer' and "received_pack"."version" >= 1),
	CONSTRAINT "received_pack_seq_int" CHECK(typeof("received_pack"."audit_seq") = 'integer'),
	CONSTRAINT "received_pack_recorded_at_instant" CHECK("received_pack"."recorded_at" is null or "received_pack"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "received_pack_from" CHECK("received_pack"."period_from" is null or "received_pack"."period_from" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "received_pack_to" CHECK("received_pack"."period_to" is null or "received_pack"."period_to" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "received_pack_cut" CHECK("received_pack"."cut_at" is null or "received_pack"."cut_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "received_pack_report_version_int" CHECK("received_pack"."report_version" is null or typeof("received_pack"."report_version") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `received_pack_seq` ON `received_pack` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `received_pack_of` ON `received_pack` (`pack_hash`);--> statement-breakpoint
CREATE TABLE `taken_reply` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`reply_hash` text NOT NULL,
	`fingerprint` text NOT NULL,
	`desk_name` text NOT NULL,
	`confirmed_by` text NOT NULL,
	`visit_id` text NOT NULL,
	`reply` blob NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "taken_reply_version_int" CHECK(typeof("taken_reply"."version") = 'integer' and "taken_reply"."version" >= 1),
	CONSTRAINT "taken_reply_seq_int" CHECK(typeof("taken_reply"."audit_seq") = 'integer'),
	CONSTRAINT "taken_reply_recorded_at_instant" CHECK("taken_reply"."recorded_at" is null or "taken_reply"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `taken_reply_seq` ON `taken_reply` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `taken_reply_of` ON `taken_reply` (`reply_hash`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`requirements` text NOT NULL,
	`owner_id` text NOT NULL,
	`effective_from` text NOT NULL,
	`effective_to` text,
	`review_due` text NOT NULL,
	`revision` text,
	`file_hash` text,
	`file_name` text,
	`kept_at` text,
	`pinned_type` text,
	`pinned_id` text,
	`pinned_version` integer,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pinned_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_version_int" CHECK(typeof("evidence"."version") = 'integer' and "evidence"."version" >= 1),
	CONSTRAINT "evidence_seq_int" CHECK(typeof("evidence"."audit_seq") = 'integer'),
	CONSTRAINT "evidence_recorded_at_instant" CHECK("evidence"."recorded_at" is null or "evidence"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "evidence_from" CHECK("evidence"."effective_from" is null or "evidence"."effective_from" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "evidence_to" CHECK("evidence"."effective_to" is null or "evidence"."effective_to" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "evidence_review" CHECK("evidence"."review_due" is null or "evidence"."review_due" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "evidence_pinned_int" CHECK("evidence"."pinned_version" is null or typeof("evidence"."pinned_version") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `evidence_seq` ON `evidence` (`audit_seq`);