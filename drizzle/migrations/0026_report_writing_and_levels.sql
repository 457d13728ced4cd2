CREATE TABLE `factual_comment` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`written_id` text NOT NULL,
	`requirement` text NOT NULL,
	`said_by` text NOT NULL,
	`office` text NOT NULL,
	`words` text NOT NULL,
	`outcome` text,
	`answer` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "factual_comment_version_int" CHECK(typeof("factual_comment"."version") = 'integer' and "factual_comment"."version" >= 1),
	CONSTRAINT "factual_comment_seq_int" CHECK(typeof("factual_comment"."audit_seq") = 'integer'),
	CONSTRAINT "factual_comment_recorded_at_instant" CHECK("factual_comment"."recorded_at" is null or "factual_comment"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `factual_comment_seq` ON `factual_comment` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `factual_comment_of` ON `factual_comment` (`written_id`);--> statement-breakpoint
CREATE TABLE `frozen_file` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`format` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`, `format`),
	FOREIGN KEY (`record_id`,`version`) REFERENCES `report`(`record_id`,`version`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "frozen_file_bytes_int" CHECK("frozen_file"."bytes" is null or typeof("frozen_file"."bytes") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `report_narrative` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`written_id` text NOT NULL,
	`requirement` text NOT NULL,
	`words` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "report_narrative_version_int" CHECK(typeof("report_narrative"."version") = 'integer' and "report_narrative"."version" >= 1),
	CONSTRAINT "report_narrative_seq_int" CHECK(typeof("report_narrative"."audit_seq") = 'integer'),
	CONSTRAINT "report_narrative_recorded_at_instant" CHECK("report_narrative"."recorded_at" is null or "report_narrative"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `report_narrative_seq` ON `report_narrative` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `report_narrative_of` ON `report_narrative` (`written_id`);--> statement-breakpoint
CREATE TABLE `set_level` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`side` text NOT NULL,
	`requirement` text NOT NULL,
	`first` text NOT NULL,
	`last` text NOT NULL,
	`level` text NOT NULL,
	`because` text NOT NULL,
	`computed_level` text NOT NULL,
	`cut_at` text NOT NULL,
	`cut_seq` integer NOT NULL,
	`by_role` text NOT NULL,
	`second_id` text,
	`second_role` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "set_level_version_int" CHECK(typeof("set_level"."version") = 'integer' and "set_level"."version" >= 1),
	CONSTRAINT "set_level_seq_int" CHECK(typeof("set_level"."audit_seq") = 'integer'),
	CONSTRAINT "set_level_recorded_at_instant" CHECK("set_level"."recorded_at" is null or "set_level"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "set_level_first" CHECK("set_level"."first" is null or "set_level"."first" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "set_level_last" CHECK("set_level"."last" is null or "set_level"."last" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "set_level_cut" CHECK("set_level"."cut_at" is null or "set_level"."cut_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "set_level_cut_int" CHECK("set_level"."cut_seq" is null or typeof("set_level"."cut_seq") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `set_level_seq` ON `set_level` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `set_level_period` ON `set_level` (`first`,`last`);--> statement-breakpoint
CREATE TABLE `text_clearance` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`entity` text NOT NULL,
	`entry_id` text NOT NULL,
	`entry_version` integer NOT NULL,
	`scope` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "text_clearance_version_int" CHECK(typeof("text_clearance"."version") = 'integer' and "text_clearance"."version" >= 1),
	CONSTRAINT "text_clearance_seq_int" CHECK(typeof("text_clearance"."audit_seq") = 'integer'),
	CONSTRAINT "text_clearance_recorded_at_instant" CHECK("text_clearance"."recorded_at" is null or "text_clearance"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "text_clearance_entry_version" CHECK("text_clearance"."entry_version" is null or typeof("text_clearance"."entry_version") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `text_clearance_seq` ON `text_clearance` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `text_clearance_of` ON `text_clearance` (`entry_id`);--> statement-breakpoint
CREATE TABLE `written_report` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`disclosure` text NOT NULL,
	`first` text NOT NULL,
	`last` text NOT NULL,
	`requirements` text NOT NULL,
	`distribution` text NOT NULL,
	`stage` text NOT NULL,
	`comments_by` text,
	`made_id` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "written_report_version_int" CHECK(typeof("written_report"."version") = 'integer' and "written_report"."version" >= 1),
	CONSTRAINT "written_report_seq_int" CHECK(typeof("written_report"."audit_seq") = 'integer'),
	CONSTRAINT "written_report_recorded_at_instant" CHECK("written_report"."recorded_at" is null or "written_report"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "written_report_first" CHECK("written_report"."first" is null or "written_report"."first" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "written_report_last" CHECK("written_report"."last" is null or "written_report"."last" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "written_report_comments_by" CHECK("written_report"."comments_by" is null or "written_report"."comments_by" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE INDEX `written_report_seq` ON `written_report` (`audit_seq`);