CREATE TABLE `paper_form` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`episode_id` text NOT NULL,
	`written_from` text NOT NULL,
	`written_until` text NOT NULL,
	`because` text NOT NULL,
	`kept_where` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`episode_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "paper_form_version_int" CHECK(typeof("paper_form"."version") = 'integer' and "paper_form"."version" >= 1),
	CONSTRAINT "paper_form_seq_int" CHECK(typeof("paper_form"."audit_seq") = 'integer'),
	CONSTRAINT "paper_form_recorded_at_instant" CHECK("paper_form"."recorded_at" is null or "paper_form"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "paper_form_from" CHECK("paper_form"."written_from" is null or "paper_form"."written_from" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "paper_form_until" CHECK("paper_form"."written_until" is null or "paper_form"."written_until" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `paper_form_seq` ON `paper_form` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `paper_form_episode` ON `paper_form` (`episode_id`);--> statement-breakpoint
CREATE TABLE `pathway_reading` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`staff_id` text NOT NULL,
	`routes_id` text NOT NULL,
	`fever_id` text NOT NULL,
	`sepsis_id` text NOT NULL,
	`pews_id` text NOT NULL,
	`escort_id` text NOT NULL,
	`duties_id` text NOT NULL,
	`read_at` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`routes_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fever_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sepsis_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pews_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`escort_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`duties_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pathway_reading_version_int" CHECK(typeof("pathway_reading"."version") = 'integer' and "pathway_reading"."version" >= 1),
	CONSTRAINT "pathway_reading_seq_int" CHECK(typeof("pathway_reading"."audit_seq") = 'integer'),
	CONSTRAINT "pathway_reading_recorded_at_instant" CHECK("pathway_reading"."recorded_at" is null or "pathway_reading"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "pathway_reading_at" CHECK("pathway_reading"."read_at" is null or "pathway_reading"."read_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `pathway_reading_seq` ON `pathway_reading` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `pathway_reading_staff` ON `pathway_reading` (`staff_id`);--> statement-breakpoint
CREATE TABLE `strategy_discussion` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`episode_id` text NOT NULL,
	`held_at` text,
	`social_worker` text NOT NULL,
	`police` text,
	`paediatrician` text,
	`decision` text NOT NULL,
	`decided_at` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`episode_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "strategy_discussion_version_int" CHECK(typeof("strategy_discussion"."version") = 'integer' and "strategy_discussion"."version" >= 1),
	CONSTRAINT "strategy_discussion_seq_int" CHECK(typeof("strategy_discussion"."audit_seq") = 'integer'),
	CONSTRAINT "strategy_discussion_recorded_at_instant" CHECK("strategy_discussion"."recorded_at" is null or "strategy_discussion"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "strategy_discussion_held" CHECK("strategy_discussion"."held_at" is null or "strategy_discussion"."held_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "strategy_discussion_decided" CHECK("strategy_discussion"."decided_at" is null or "strategy_discussion"."decided_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `strategy_discussion_seq` ON `strategy_discussion` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `strategy_discussion_episode` ON `strategy_discussion` (`episode_id`);