CREATE TABLE `password_reset` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`user_id` text NOT NULL,
	`because` text NOT NULL,
	`reset_at` text NOT NULL,
	`outcome` text,
	`decided_at` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "password_reset_version_int" CHECK(typeof("password_reset"."version") = 'integer' and "password_reset"."version" >= 1),
	CONSTRAINT "password_reset_seq_int" CHECK(typeof("password_reset"."audit_seq") = 'integer'),
	CONSTRAINT "password_reset_recorded_at_instant" CHECK("password_reset"."recorded_at" is null or "password_reset"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "password_reset_at" CHECK("password_reset"."reset_at" is null or "password_reset"."reset_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "password_reset_decided" CHECK("password_reset"."decided_at" is null or "password_reset"."decided_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `password_reset_seq` ON `password_reset` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `password_reset_user` ON `password_reset` (`user_id`);