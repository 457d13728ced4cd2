CREATE TABLE `pressed_concern` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`bed_id` text NOT NULL,
	`pressed_at` text NOT NULL,
	`answer` text NOT NULL,
	`episode_id` text,
	`because` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bed_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`episode_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pressed_concern_version_int" CHECK(typeof("pressed_concern"."version") = 'integer' and "pressed_concern"."version" >= 1),
	CONSTRAINT "pressed_concern_seq_int" CHECK(typeof("pressed_concern"."audit_seq") = 'integer'),
	CONSTRAINT "pressed_concern_recorded_at_instant" CHECK("pressed_concern"."recorded_at" is null or "pressed_concern"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "pressed_concern_at" CHECK("pressed_concern"."pressed_at" is null or "pressed_concern"."pressed_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `pressed_concern_seq` ON `pressed_concern` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `pressed_concern_time` ON `pressed_concern` (`pressed_at`);