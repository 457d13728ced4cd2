CREATE TABLE `clash_settlement` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`person_id` text NOT NULL,
	`topic` text NOT NULL,
	`first_id` text NOT NULL,
	`first_version` integer NOT NULL,
	`other_id` text NOT NULL,
	`other_version` integer NOT NULL,
	`holds` text NOT NULL,
	`because` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`first_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "clash_settlement_version_int" CHECK(typeof("clash_settlement"."version") = 'integer' and "clash_settlement"."version" >= 1),
	CONSTRAINT "clash_settlement_seq_int" CHECK(typeof("clash_settlement"."audit_seq") = 'integer'),
	CONSTRAINT "clash_settlement_recorded_at_instant" CHECK("clash_settlement"."recorded_at" is null or "clash_settlement"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "clash_settlement_first_int" CHECK("clash_settlement"."first_version" is null or typeof("clash_settlement"."first_version") = 'integer'),
	CONSTRAINT "clash_settlement_other_int" CHECK("clash_settlement"."other_version" is null or typeof("clash_settlement"."other_version") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `clash_settlement_seq` ON `clash_settlement` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `clash_settlement_person` ON `clash_settlement` (`person_id`);--> statement-breakpoint
CREATE TABLE `person_question` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`person_id` text NOT NULL,
	`question` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "person_question_version_int" CHECK(typeof("person_question"."version") = 'integer' and "person_question"."version" >= 1),
	CONSTRAINT "person_question_seq_int" CHECK(typeof("person_question"."audit_seq") = 'integer'),
	CONSTRAINT "person_question_recorded_at_instant" CHECK("person_question"."recorded_at" is null or "person_question"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `person_question_seq` ON `person_question` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `person_question_person` ON `person_question` (`person_id`);--> statement-breakpoint
CREATE TABLE `placement_meeting` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`pair_id` text NOT NULL,
	`kind` text NOT NULL,
	`planned_at` text,
	`held_at` text,
	`chaired_by` text NOT NULL,
	`chair_name` text,
	`officer` text NOT NULL,
	`decided` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pair_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "placement_meeting_version_int" CHECK(typeof("placement_meeting"."version") = 'integer' and "placement_meeting"."version" >= 1),
	CONSTRAINT "placement_meeting_seq_int" CHECK(typeof("placement_meeting"."audit_seq") = 'integer'),
	CONSTRAINT "placement_meeting_recorded_at_instant" CHECK("placement_meeting"."recorded_at" is null or "placement_meeting"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "placement_meeting_planned" CHECK("placement_meeting"."planned_at" is null or "placement_meeting"."planned_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "placement_meeting_held" CHECK("placement_meeting"."held_at" is null or "placement_meeting"."held_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `placement_meeting_seq` ON `placement_meeting` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `placement_meeting_pair` ON `placement_meeting` (`pair_id`);--> statement-breakpoint
CREATE TABLE `question_asking` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`person_id` text NOT NULL,
	`question_key` text NOT NULL,
	`question` text NOT NULL,
	`asked_at` text NOT NULL,
	`answer` text NOT NULL,
	`next_ask_at` text,
	`basis_kind` text NOT NULL,
	`basis_by` text,
	`basis_on` text,
	`basis_document` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "question_asking_version_int" CHECK(typeof("question_asking"."version") = 'integer' and "question_asking"."version" >= 1),
	CONSTRAINT "question_asking_seq_int" CHECK(typeof("question_asking"."audit_seq") = 'integer'),
	CONSTRAINT "question_asking_recorded_at_instant" CHECK("question_asking"."recorded_at" is null or "question_asking"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "question_asking_asked" CHECK("question_asking"."asked_at" is null or "question_asking"."asked_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "question_asking_next" CHECK("question_asking"."next_ask_at" is null or "question_asking"."next_ask_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `question_asking_seq` ON `question_asking` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `question_asking_person` ON `question_asking` (`person_id`);--> statement-breakpoint
ALTER TABLE `child_legal_status` ADD `document_id` text REFERENCES record(record_id);--> statement-breakpoint
ALTER TABLE `contact` ADD `contact_through` text;--> statement-breakpoint
ALTER TABLE `tie` ADD `lives_with` text DEFAULT 'not-known' NOT NULL;