CREATE TABLE `reader_stand_in` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`document_id` text NOT NULL,
	`role` text NOT NULL,
	`staff_id` text NOT NULL,
	`because` text NOT NULL,
	`named_at` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reader_stand_in_version_int" CHECK(typeof("reader_stand_in"."version") = 'integer' and "reader_stand_in"."version" >= 1),
	CONSTRAINT "reader_stand_in_seq_int" CHECK(typeof("reader_stand_in"."audit_seq") = 'integer'),
	CONSTRAINT "reader_stand_in_recorded_at_instant" CHECK("reader_stand_in"."recorded_at" is null or "reader_stand_in"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "reader_stand_in_at" CHECK("reader_stand_in"."named_at" is null or "reader_stand_in"."named_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `reader_stand_in_seq` ON `reader_stand_in` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `reader_stand_in_document` ON `reader_stand_in` (`document_id`);--> statement-breakpoint
CREATE INDEX `reader_stand_in_time` ON `reader_stand_in` (`named_at`);--> statement-breakpoint
ALTER TABLE `cpis_check` ADD `ended_on` text CONSTRAINT "cpis_check_ended" CHECK("ended_on" is null or "ended_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');--> statement-breakpoint
ALTER TABLE `cpis_check` ADD `basis_kind` text;--> statement-breakpoint
ALTER TABLE `cpis_check` ADD `basis_by` text;--> statement-breakpoint
ALTER TABLE `cpis_check` ADD `basis_on` text;--> statement-breakpoint
ALTER TABLE `cpis_check` ADD `basis_document` text;--> statement-breakpoint
ALTER TABLE `referral_arrival` ADD `without_offer` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `reader_signature` ADD `not_the_author` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `child_legal_status` ADD `carried_from` text REFERENCES record(record_id);--> statement-breakpoint
ALTER TABLE `person` ADD `born_on_estimate` text;--> statement-breakpoint
ALTER TABLE `stay` ADD `bed_because` text;