CREATE TABLE `discharge_sent` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`stay_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`plan_version` integer NOT NULL,
	`sent_to` text NOT NULL,
	`sent_at` text NOT NULL,
	`file_name` text NOT NULL,
	`format` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stay_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "discharge_sent_version_int" CHECK(typeof("discharge_sent"."version") = 'integer' and "discharge_sent"."version" >= 1),
	CONSTRAINT "discharge_sent_seq_int" CHECK(typeof("discharge_sent"."audit_seq") = 'integer'),
	CONSTRAINT "discharge_sent_recorded_at_instant" CHECK("discharge_sent"."recorded_at" is null or "discharge_sent"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "discharge_sent_at" CHECK("discharge_sent"."sent_at" is null or "discharge_sent"."sent_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "discharge_sent_plan_int" CHECK("discharge_sent"."plan_version" is null or typeof("discharge_sent"."plan_version") = 'integer'),
	CONSTRAINT "discharge_sent_bytes_int" CHECK("discharge_sent"."bytes" is null or typeof("discharge_sent"."bytes") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `discharge_sent_seq` ON `discharge_sent` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `discharge_sent_stay` ON `discharge_sent` (`stay_id`);