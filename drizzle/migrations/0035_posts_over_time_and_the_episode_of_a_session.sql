CREATE TABLE `earlier_post` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`staff_id` text NOT NULL,
	`profession` text NOT NULL,
	`employment` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "earlier_post_version_int" CHECK(typeof("earlier_post"."version") = 'integer' and "earlier_post"."version" >= 1),
	CONSTRAINT "earlier_post_seq_int" CHECK(typeof("earlier_post"."audit_seq") = 'integer'),
	CONSTRAINT "earlier_post_recorded_at_instant" CHECK("earlier_post"."recorded_at" is null or "earlier_post"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "earlier_post_from" CHECK("earlier_post"."from_on" is null or "earlier_post"."from_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "earlier_post_until" CHECK("earlier_post"."until_on" is null or "earlier_post"."until_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE INDEX `earlier_post_seq` ON `earlier_post` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `earlier_post_staff` ON `earlier_post` (`staff_id`);--> statement-breakpoint
ALTER TABLE `staff_session` ADD `episode_id` text REFERENCES record(record_id);