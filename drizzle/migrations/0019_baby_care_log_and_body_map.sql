CREATE TABLE `care_entry` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`baby_id` text NOT NULL,
	`pair_id` text NOT NULL,
	`kind` text NOT NULL,
	`happened_at` text NOT NULL,
	`source` text NOT NULL,
	`way` text,
	`amount` integer,
	`confirmed` integer DEFAULT false NOT NULL,
	`medicine` text,
	`dose` text,
	`note` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`baby_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pair_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "care_entry_version_int" CHECK(typeof("care_entry"."version") = 'integer' and "care_entry"."version" >= 1),
	CONSTRAINT "care_entry_seq_int" CHECK(typeof("care_entry"."audit_seq") = 'integer'),
	CONSTRAINT "care_entry_recorded_at_instant" CHECK("care_entry"."recorded_at" is null or "care_entry"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "care_entry_happened" CHECK("care_entry"."happened_at" is null or "care_entry"."happened_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "care_entry_amount_int" CHECK("care_entry"."amount" is null or typeof("care_entry"."amount") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `care_entry_seq` ON `care_entry` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `care_entry_baby` ON `care_entry` (`baby_id`,`happened_at`);--> statement-breakpoint
CREATE INDEX `care_entry_pair` ON `care_entry` (`pair_id`,`happened_at`);--> statement-breakpoint
ALTER TABLE `injury_mark` ADD `mark_kind` text;--> statement-breakpoint
ALTER TABLE `injury_mark` ADD `colour` text;--> statement-breakpoint
ALTER TABLE `injury_mark` ADD `region` text;