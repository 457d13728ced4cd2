CREATE TABLE `discharge_gap` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`stay_id` text NOT NULL,
	`missing` text NOT NULL,
	`because` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stay_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "discharge_gap_version_int" CHECK(typeof("discharge_gap"."version") = 'integer' and "discharge_gap"."version" >= 1),
	CONSTRAINT "discharge_gap_seq_int" CHECK(typeof("discharge_gap"."audit_seq") = 'integer'),
	CONSTRAINT "discharge_gap_recorded_at_instant" CHECK("discharge_gap"."recorded_at" is null or "discharge_gap"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `discharge_gap_seq` ON `discharge_gap` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `discharge_gap_stay` ON `discharge_gap` (`stay_id`);--> statement-breakpoint
CREATE TABLE `discharge_plan` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`stay_id` text NOT NULL,
	`planned_for` text NOT NULL,
	`where_to` text NOT NULL,
	`destination` text NOT NULL,
	`agreement` text NOT NULL,
	`agreed_with` text,
	`agreed_at` text,
	`agreed_what` text NOT NULL,
	`follow_up` text NOT NULL,
	`medication` text NOT NULL,
	`feeding` text NOT NULL,
	`weight` text NOT NULL,
	`parenting` text NOT NULL,
	`documents` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stay_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "discharge_plan_version_int" CHECK(typeof("discharge_plan"."version") = 'integer' and "discharge_plan"."version" >= 1),
	CONSTRAINT "discharge_plan_seq_int" CHECK(typeof("discharge_plan"."audit_seq") = 'integer'),
	CONSTRAINT "discharge_plan_recorded_at_instant" CHECK("discharge_plan"."recorded_at" is null or "discharge_plan"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "discharge_plan_for" CHECK("discharge_plan"."planned_for" is null or "discharge_plan"."planned_for" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "discharge_plan_agreed" CHECK("discharge_plan"."agreed_at" is null or "discharge_plan"."agreed_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `discharge_plan_seq` ON `discharge_plan` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `discharge_plan_stay` ON `discharge_plan` (`stay_id`);--> statement-breakpoint
ALTER TABLE `unit` ADD `staff_only_wall` integer DEFAULT false NOT NULL;