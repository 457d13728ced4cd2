CREATE TABLE `unit_key` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`public_key` text NOT NULL,
	`private_key` text NOT NULL,
	`signed_by_previous` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "unit_key_version_int" CHECK(typeof("unit_key"."version") = 'integer' and "unit_key"."version" >= 1),
	CONSTRAINT "unit_key_seq_int" CHECK(typeof("unit_key"."audit_seq") = 'integer'),
	CONSTRAINT "unit_key_recorded_at_instant" CHECK("unit_key"."recorded_at" is null or "unit_key"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `unit_key_seq` ON `unit_key` (`audit_seq`);--> statement-breakpoint
ALTER TABLE `rule_set` ADD `origin` text DEFAULT 'shipped' NOT NULL;--> statement-breakpoint
ALTER TABLE `rule_set` ADD `based_on` text REFERENCES record(record_id);--> statement-breakpoint
ALTER TABLE `rule_set` ADD `changes` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `unit` ADD `address` text;--> statement-breakpoint
ALTER TABLE `unit` ADD `telephone` text;--> statement-breakpoint
ALTER TABLE `unit` ADD `second_backup_folder` text;--> statement-breakpoint
ALTER TABLE `password_reset` ADD `identified_by` text;