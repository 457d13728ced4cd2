CREATE TABLE `record` (
	`record_id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`unit_id` text NOT NULL,
	`audit_seq` integer NOT NULL,
	CONSTRAINT "record_id_text" CHECK(typeof("record"."record_id") = 'text' and length("record"."record_id") = 36)
);
--> statement-breakpoint
CREATE TABLE `clause_answer` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`referral_id` text NOT NULL,
	`clause_id` text NOT NULL,
	`answer` text NOT NULL,
	`described_on` text,
	`set_by_court` integer DEFAULT false NOT NULL,
	`answered_at` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`basis_kind` text,
	`basis_by` text,
	`basis_on` text,
	`basis_document` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referral_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "clause_answer_version_int" CHECK(typeof("clause_answer"."version") = 'integer' and "clause_answer"."version" >= 1),
	CONSTRAINT "clause_answer_seq_int" CHECK(typeof("clause_answer"."audit_seq") = 'integer'),
	CONSTRAINT "clause_answer_recorded_at_instant" CHECK("clause_answer"."recorded_at" is null or "clause_answer"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "clause_answer_basis" CHECK("clause_answer"."answer" = 'not-yet-asked' or "clause_answer"."basis_kind" is not null),
	CONSTRAINT "clause_answer_described" CHECK("clause_answer"."described_on" is null or "clause_answer"."described_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "clause_answer_answered" CHECK("clause_answer"."answered_at" is null or "clause_answer"."answered_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `clause_answer_seq` ON `clause_answer` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `clause_answer_referral` ON `clause_answer` (`referral_id`,`clause_id`);--> statement-breakpoint
CREATE TABLE `clause_override` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`referral_id` text NOT NULL,
	`rule_id` text NOT NULL,
	`because` text NOT NULL,
	`due_at` text,
	`first_id` text NOT NULL,
	`first_role` text NOT NULL,
	`first_in_charge` integer NOT NULL,
	`overridden_at` text NOT NULL,
	`second_id` text,
	`second_role` text,
	`second_in_charge` integer,
	`second_by` text,
	`second_telephone` text,
	`second_signed_at` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referral_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`first_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "clause_override_version_int" CHECK(typeof("clause_override"."version") = 'integer' and "clause_override"."version" >= 1),
	CONSTRAINT "clause_override_seq_int" CHECK(typeof("clause_override"."audit_seq") = 'integer'),
	CONSTRAINT "clause_override_recorded_at_instant" CHECK("clause_override"."recorded_at" is null or "clause_override"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "clause_override_due" CHECK("clause_override"."due_at" is null or "clause_override"."due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "clause_override_at" CHECK("clause_override"."overridden_at" is null or "clause_override"."overridden_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "clause_override_signed" CHECK("clause_override"."second_signed_at" is null or "clause_override"."second_signed_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `clause_override_seq` ON `clause_override` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `clause_override_referral` ON `clause_override` (`referral_id`);--> statement-breakpoint
CREATE TABLE `cpis_check` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`referral_id` text NOT NULL,
	`child_id` text NOT NULL,
	`result` text NOT NULL,
	`checked_at` text,
	`reference` text,
	`note` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referral_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`child_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cpis_check_version_int" CHECK(typeof("cpis_check"."version") = 'integer' and "cpis_check"."version" >= 1),
	CONSTRAINT "cpis_check_seq_int" CHECK(typeof("cpis_check"."audit_seq") = 'integer'),
	CONSTRAINT "cpis_check_recorded_at_instant" CHECK("cpis_check"."recorded_at" is null or "cpis_check"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "cpis_check_at" CHECK("cpis_check"."checked_at" is null or "cpis_check"."checked_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `cpis_check_seq` ON `cpis_check` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `cpis_check_referral` ON `cpis_check` (`referral_id`);--> statement-breakpoint
CREATE TABLE `information_chase` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`information_item_id` text NOT NULL,
	`chased_at` text NOT NULL,
	`chased_of` text NOT NULL,
	`next_due_at` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`information_item_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "information_chase_version_int" CHECK(typeof("information_chase"."version") = 'integer' and "information_chase"."version" >= 1),
	CONSTRAINT "information_chase_seq_int" CHECK(typeof("information_chase"."audit_seq") = 'integer'),
	CONSTRAINT "information_chase_recorded_at_instant" CHECK("information_chase"."recorded_at" is null or "information_chase"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "information_chase_at" CHECK("information_chase"."chased_at" is null or "information_chase"."chased_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "information_chase_next" CHECK("information_chase"."next_due_at" is null or "information_chase"."next_due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `information_chase_seq` ON `information_chase` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `information_chase_item` ON `information_chase` (`information_item_id`);--> statement-breakpoint
CREATE TABLE `information_item` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`referral_id` text NOT NULL,
	`item_id` text NOT NULL,
	`source_id` text,
	`outcome` text NOT NULL,
	`asked_of` text,
	`asked_at` text,
	`chase_due_at` text,
	`received_at` text,
	`described_on` text,
	`essential_part` text,
	`summary` text DEFAULT '' NOT NULL,
	`basis_kind` text,
	`basis_by` text,
	`basis_on` text,
	`basis_document` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referral_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "information_item_version_int" CHECK(typeof("information_item"."version") = 'integer' and "information_item"."version" >= 1),
	CONSTRAINT "information_item_seq_int" CHECK(typeof("information_item"."audit_seq") = 'integer'),
	CONSTRAINT "information_item_recorded_at_instant" CHECK("information_item"."recorded_at" is null or "information_item"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "information_item_basis" CHECK("information_item"."outcome" = 'open' or "information_item"."basis_kind" is not null),
	CONSTRAINT "information_item_asked" CHECK("information_item"."asked_at" is null or "information_item"."asked_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "information_item_chase" CHECK("information_item"."chase_due_at" is null or "information_item"."chase_due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "information_item_received" CHECK("information_item"."received_at" is null or "information_item"."received_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "information_item_described" CHECK("information_item"."described_on" is null or "information_item"."described_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE INDEX `information_item_seq` ON `information_item` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `information_item_referral` ON `information_item` (`referral_id`,`item_id`);--> statement-breakpoint
CREATE TABLE `known_source` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`referral_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`telephone` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referral_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_source_version_int" CHECK(typeof("known_source"."version") = 'integer' and "known_source"."version" >= 1),
	CONSTRAINT "known_source_seq_int" CHECK(typeof("known_source"."audit_seq") = 'integer'),
	CONSTRAINT "known_source_recorded_at_instant" CHECK("known_source"."recorded_at" is null or "known_source"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `known_source_seq` ON `known_source` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `known_source_referral` ON `known_source` (`referral_id`);--> statement-breakpoint
CREATE TABLE `referral` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`mother_id` text NOT NULL,
	`referrer` text NOT NULL,
	`referrer_name` text NOT NULL,
	`referrer_role` text NOT NULL,
	`referrer_organisation` text NOT NULL,
	`call_back_number` text NOT NULL,
	`received_at` text NOT NULL,
	`planned` integer,
	`decision_due_at` text,
	`referral_reason` text NOT NULL,
	`mother_status` text NOT NULL,
	`social_care` text NOT NULL,
	`criteria_id` text NOT NULL,
	`information_set_id` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mother_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`criteria_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`information_set_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "referral_version_int" CHECK(typeof("referral"."version") = 'integer' and "referral"."version" >= 1),
	CONSTRAINT "referral_seq_int" CHECK(typeof("referral"."audit_seq") = 'integer'),
	CONSTRAINT "referral_recorded_at_instant" CHECK("referral"."recorded_at" is null or "referral"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "referral_received" CHECK("referral"."received_at" is null or "referral"."received_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "referral_decision_due" CHECK("referral"."decision_due_at" is null or "referral"."decision_due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `referral_seq` ON `referral` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `referral_time` ON `referral` (`received_at`);--> statement-breakpoint
CREATE INDEX `referral_mother` ON `referral` (`mother_id`);--> statement-breakpoint
CREATE TABLE `referral_arrival` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`referral_id` text NOT NULL,
	`stay_id` text NOT NULL,
	`came_from` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referral_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stay_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "referral_arrival_version_int" CHECK(typeof("referral_arrival"."version") = 'integer' and "referral_arrival"."version" >= 1),
	CONSTRAINT "referral_arrival_seq_int" CHECK(typeof("referral_arrival"."audit_seq") = 'integer'),
	CONSTRAINT "referral_arrival_recorded_at_instant" CHECK("referral_arrival"."recorded_at" is null or "referral_arrival"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `referral_arrival_seq` ON `referral_arrival` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `referral_arrival_referral` ON `referral_arrival` (`referral_id`);--> statement-breakpoint
CREATE INDEX `referral_arrival_stay` ON `referral_arrival` (`stay_id`);--> statement-breakpoint
CREATE TABLE `referral_child` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`referral_id` text NOT NULL,
	`person_id` text,
	`expected_on` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referral_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "referral_child_version_int" CHECK(typeof("referral_child"."version") = 'integer' and "referral_child"."version" >= 1),
	CONSTRAINT "referral_child_seq_int" CHECK(typeof("referral_child"."audit_seq") = 'integer'),
	CONSTRAINT "referral_child_recorded_at_instant" CHECK("referral_child"."recorded_at" is null or "referral_child"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "referral_child_expected" CHECK("referral_child"."expected_on" is null or "referral_child"."expected_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE INDEX `referral_child_seq` ON `referral_child` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `referral_child_referral` ON `referral_child` (`referral_id`);--> statement-breakpoint
CREATE TABLE `admission_decision` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`referral_id` text NOT NULL,
	`outcome` text NOT NULL,
	`decided_at` text,
	`decider_id` text,
	`decider_role` text,
	`decider_in_charge` integer,
	`bed_id` text,
	`reason_code` text,
	`note` text DEFAULT '' NOT NULL,
	`signposting` text DEFAULT '' NOT NULL,
	`signposting_note` text,
	`waiting_on` text DEFAULT '' NOT NULL,
	`withdrawn_by` text,
	`referrer_told_due_at` text,
	`referrer_told_at` text,
	`referrer_told_to` text,
	`referrer_told_how` text,
	`social_care` text NOT NULL,
	`child_ids` text DEFAULT '' NOT NULL,
	`criteria_id` text,
	`information_set_id` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referral_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decider_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bed_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`criteria_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`information_set_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "admission_decision_version_int" CHECK(typeof("admission_decision"."version") = 'integer' and "admission_decision"."version" >= 1),
	CONSTRAINT "admission_decision_seq_int" CHECK(typeof("admission_decision"."audit_seq") = 'integer'),
	CONSTRAINT "admission_decision_recorded_at_instant" CHECK("admission_decision"."recorded_at" is null or "admission_decision"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "admission_decision_at" CHECK("admission_decision"."decided_at" is null or "admission_decision"."decided_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "admission_decision_told_due" CHECK("admission_decision"."referrer_told_due_at" is null or "admission_decision"."referrer_told_due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "admission_decision_told" CHECK("admission_decision"."referrer_told_at" is null or "admission_decision"."referrer_told_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `admission_decision_seq` ON `admission_decision` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `admission_decision_referral` ON `admission_decision` (`referral_id`);--> statement-breakpoint
CREATE INDEX `admission_decision_time` ON `admission_decision` (`decided_at`);--> statement-breakpoint
CREATE TABLE `decision_clause` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`clause_id` text NOT NULL,
	`answer` text NOT NULL,
	`described_on` text,
	`answer_id` text,
	`answer_version` integer,
	PRIMARY KEY(`record_id`, `version`, `clause_id`),
	FOREIGN KEY (`answer_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`record_id`,`version`) REFERENCES `admission_decision`(`record_id`,`version`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_clause_described" CHECK("decision_clause"."described_on" is null or "decision_clause"."described_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "decision_clause_version_int" CHECK("decision_clause"."answer_version" is null or typeof("decision_clause"."answer_version") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `decision_item` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`item_id` text NOT NULL,
	`outcome` text NOT NULL,
	`asked_at` text,
	`received_at` text,
	`described_on` text,
	`essential_part` text,
	`information_id` text,
	`information_version` integer,
	PRIMARY KEY(`record_id`, `version`, `item_id`),
	FOREIGN KEY (`information_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`record_id`,`version`) REFERENCES `admission_decision`(`record_id`,`version`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_item_asked" CHECK("decision_item"."asked_at" is null or "decision_item"."asked_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "decision_item_received" CHECK("decision_item"."received_at" is null or "decision_item"."received_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "decision_item_described" CHECK("decision_item"."described_on" is null or "decision_item"."described_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "decision_item_version_int" CHECK("decision_item"."information_version" is null or typeof("decision_item"."information_version") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `decision_override` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`override_id` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`, `override_id`),
	FOREIGN KEY (`override_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`record_id`,`version`) REFERENCES `admission_decision`(`record_id`,`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `report` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`title` text NOT NULL,
	`disclosure` text NOT NULL,
	`period_from` text NOT NULL,
	`period_to` text NOT NULL,
	`cut_at` text NOT NULL,
	`cut_seq` integer NOT NULL,
	`state` text NOT NULL,
	`model` blob NOT NULL,
	`model_hash` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "report_version_int" CHECK(typeof("report"."version") = 'integer' and "report"."version" >= 1),
	CONSTRAINT "report_seq_int" CHECK(typeof("report"."audit_seq") = 'integer'),
	CONSTRAINT "report_recorded_at_instant" CHECK("report"."recorded_at" is null or "report"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "report_from" CHECK("report"."period_from" is null or "report"."period_from" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "report_to" CHECK("report"."period_to" is null or "report"."period_to" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "report_cut" CHECK("report"."cut_at" is null or "report"."cut_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "report_cut_int" CHECK("report"."cut_seq" is null or typeof("report"."cut_seq") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `report_seq` ON `report` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `report_period` ON `report` (`period_from`);--> statement-breakpoint
CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`utc_offset_minutes` integer NOT NULL,
	`zone` text NOT NULL,
	`monotonic_ms` integer NOT NULL,
	`boot_id` text NOT NULL,
	`app_version` text NOT NULL,
	`user_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`role` text NOT NULL,
	`action` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`entity_version` integer,
	`patients` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`break_glass` integer DEFAULT 0 NOT NULL,
	`before_hash` text,
	`after_hash` text,
	`payload` text DEFAULT '' NOT NULL,
	`prev` text NOT NULL,
	`mac` text NOT NULL,
	CONSTRAINT "audit_at_instant" CHECK("audit"."at" is null or "audit"."at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "audit_seq_int" CHECK("audit"."seq" is null or typeof("audit"."seq") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `audit_entity` ON `audit` (`entity_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_user` ON `audit` (`user_id`,`seq`);--> statement-breakpoint
CREATE TABLE `audit_patient` (
	`person_id` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`person_id`, `seq`),
	FOREIGN KEY (`seq`) REFERENCES `audit`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `operation` (
	`operation_id` text PRIMARY KEY NOT NULL,
	`procedure` text NOT NULL,
	`user_id` text NOT NULL,
	`input_hash` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`answer` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `duty` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`event_id` text NOT NULL,
	`key_in_event` text NOT NULL,
	`recipient` text NOT NULL,
	`label` text NOT NULL,
	`what` text NOT NULL,
	`person_id` text,
	`instead_because` text,
	`contact_id` text,
	`limit_rule` text NOT NULL,
	`due_at` text,
	`calendar_known` integer NOT NULL,
	`question` text,
	`source` text NOT NULL,
	`mark` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "duty_version_int" CHECK(typeof("duty"."version") = 'integer' and "duty"."version" >= 1),
	CONSTRAINT "duty_seq_int" CHECK(typeof("duty"."audit_seq") = 'integer'),
	CONSTRAINT "duty_recorded_at_instant" CHECK("duty"."recorded_at" is null or "duty"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "duty_due" CHECK("duty"."due_at" is null or "duty"."due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `duty_seq` ON `duty` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `duty_event_id` ON `duty` (`event_id`);--> statement-breakpoint
CREATE INDEX `duty_due_at` ON `duty` (`due_at`);--> statement-breakpoint
CREATE TABLE `duty_acknowledgement` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`duty_id` text NOT NULL,
	`acknowledged_at` text,
	`by_name` text,
	`by_role` text NOT NULL,
	`method` text NOT NULL,
	`outcome` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`duty_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "duty_acknowledgement_version_int" CHECK(typeof("duty_acknowledgement"."version") = 'integer' and "duty_acknowledgement"."version" >= 1),
	CONSTRAINT "duty_acknowledgement_seq_int" CHECK(typeof("duty_acknowledgement"."audit_seq") = 'integer'),
	CONSTRAINT "duty_acknowledgement_recorded_at_instant" CHECK("duty_acknowledgement"."recorded_at" is null or "duty_acknowledgement"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "duty_acknowledgement_at" CHECK("duty_acknowledgement"."acknowledged_at" is null or "duty_acknowledgement"."acknowledged_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `duty_acknowledgement_seq` ON `duty_acknowledgement` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `duty_acknowledgement_duty` ON `duty_acknowledgement` (`duty_id`);--> statement-breakpoint
CREATE TABLE `duty_answer` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`event_id` text NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`because` text NOT NULL,
	`answered_at` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "duty_answer_version_int" CHECK(typeof("duty_answer"."version") = 'integer' and "duty_answer"."version" >= 1),
	CONSTRAINT "duty_answer_seq_int" CHECK(typeof("duty_answer"."audit_seq") = 'integer'),
	CONSTRAINT "duty_answer_recorded_at_instant" CHECK("duty_answer"."recorded_at" is null or "duty_answer"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "duty_answer_at" CHECK("duty_answer"."answered_at" is null or "duty_answer"."answered_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `duty_answer_seq` ON `duty_answer` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `duty_answer_event` ON `duty_answer` (`event_id`);--> statement-breakpoint
CREATE TABLE `duty_considered` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`event_id` text NOT NULL,
	`key_in_event` text NOT NULL,
	`label` text NOT NULL,
	`because` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "duty_considered_version_int" CHECK(typeof("duty_considered"."version") = 'integer' and "duty_considered"."version" >= 1),
	CONSTRAINT "duty_considered_seq_int" CHECK(typeof("duty_considered"."audit_seq") = 'integer'),
	CONSTRAINT "duty_considered_recorded_at_instant" CHECK("duty_considered"."recorded_at" is null or "duty_considered"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `duty_considered_seq` ON `duty_considered` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `duty_considered_event` ON `duty_considered` (`event_id`);--> statement-breakpoint
CREATE TABLE `duty_drop` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`duty_id` text NOT NULL,
	`because` text NOT NULL,
	`dropped_at` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`duty_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "duty_drop_version_int" CHECK(typeof("duty_drop"."version") = 'integer' and "duty_drop"."version" >= 1),
	CONSTRAINT "duty_drop_seq_int" CHECK(typeof("duty_drop"."audit_seq") = 'integer'),
	CONSTRAINT "duty_drop_recorded_at_instant" CHECK("duty_drop"."recorded_at" is null or "duty_drop"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "duty_drop_at" CHECK("duty_drop"."dropped_at" is null or "duty_drop"."dropped_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `duty_drop_seq` ON `duty_drop` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `duty_drop_duty` ON `duty_drop` (`duty_id`);--> statement-breakpoint
CREATE TABLE `duty_event` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`pair_id` text NOT NULL,
	`event` text NOT NULL,
	`occurred_at` text NOT NULL,
	`starts_at` text,
	`source_id` text,
	`source_type` text,
	`legal_class` text,
	`legal_codes` text DEFAULT '' NOT NULL,
	`concern_or_consent` integer NOT NULL,
	`baby_days` integer,
	`rule_set_id` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pair_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_set_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "duty_event_version_int" CHECK(typeof("duty_event"."version") = 'integer' and "duty_event"."version" >= 1),
	CONSTRAINT "duty_event_seq_int" CHECK(typeof("duty_event"."audit_seq") = 'integer'),
	CONSTRAINT "duty_event_recorded_at_instant" CHECK("duty_event"."recorded_at" is null or "duty_event"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "duty_event_occurred" CHECK("duty_event"."occurred_at" is null or "duty_event"."occurred_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "duty_event_starts" CHECK("duty_event"."starts_at" is null or "duty_event"."starts_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "duty_event_days_int" CHECK("duty_event"."baby_days" is null or typeof("duty_event"."baby_days") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `duty_event_seq` ON `duty_event` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `duty_event_pair` ON `duty_event` (`pair_id`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `duty_event_time` ON `duty_event` (`occurred_at`);--> statement-breakpoint
CREATE INDEX `duty_event_source` ON `duty_event` (`source_id`);--> statement-breakpoint
CREATE TABLE `duty_sending` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`duty_id` text NOT NULL,
	`sent_at` text,
	`method` text NOT NULL,
	`to_name` text NOT NULL,
	`sent_by` text NOT NULL,
	`shared` text NOT NULL,
	`sharing_basis` text NOT NULL,
	`acknowledge_by` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`duty_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "duty_sending_version_int" CHECK(typeof("duty_sending"."version") = 'integer' and "duty_sending"."version" >= 1),
	CONSTRAINT "duty_sending_seq_int" CHECK(typeof("duty_sending"."audit_seq") = 'integer'),
	CONSTRAINT "duty_sending_recorded_at_instant" CHECK("duty_sending"."recorded_at" is null or "duty_sending"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "duty_sending_sent" CHECK("duty_sending"."sent_at" is null or "duty_sending"."sent_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "duty_sending_by" CHECK("duty_sending"."acknowledge_by" is null or "duty_sending"."acknowledge_by" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `duty_sending_seq` ON `duty_sending` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `duty_sending_duty` ON `duty_sending` (`duty_id`);--> statement-breakpoint
CREATE TABLE `draft` (
	`draft_id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`form` text NOT NULL,
	`content` text NOT NULL,
	`saved_at` text NOT NULL,
	CONSTRAINT "draft_saved" CHECK("draft"."saved_at" is null or "draft"."saved_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE TABLE `document_chase` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`document_id` text NOT NULL,
	`chased_at` text NOT NULL,
	`chased_of` text NOT NULL,
	`next_due_at` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "document_chase_version_int" CHECK(typeof("document_chase"."version") = 'integer' and "document_chase"."version" >= 1),
	CONSTRAINT "document_chase_seq_int" CHECK(typeof("document_chase"."audit_seq") = 'integer'),
	CONSTRAINT "document_chase_recorded_at_instant" CHECK("document_chase"."recorded_at" is null or "document_chase"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "document_chase_at" CHECK("document_chase"."chased_at" is null or "document_chase"."chased_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "document_chase_next" CHECK("document_chase"."next_due_at" is null or "document_chase"."next_due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `document_chase_seq` ON `document_chase` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `document_chase_document` ON `document_chase` (`document_id`);--> statement-breakpoint
CREATE TABLE `history_document` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`referral_id` text,
	`stay_id` text,
	`class_id` text NOT NULL,
	`title` text NOT NULL,
	`baby_id` text,
	`source_id` text,
	`source_name` text NOT NULL,
	`outcome` text NOT NULL,
	`because` text DEFAULT '' NOT NULL,
	`expected_at` text NOT NULL,
	`ask_due_at` text,
	`asked_at` text,
	`asked_of` text,
	`chase_due_at` text,
	`closed_at` text,
	`basis_kind` text,
	`basis_by` text,
	`basis_on` text,
	`basis_document` text,
	`rule_set_id` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referral_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stay_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`baby_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_set_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "history_document_version_int" CHECK(typeof("history_document"."version") = 'integer' and "history_document"."version" >= 1),
	CONSTRAINT "history_document_seq_int" CHECK(typeof("history_document"."audit_seq") = 'integer'),
	CONSTRAINT "history_document_recorded_at_instant" CHECK("history_document"."recorded_at" is null or "history_document"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "history_document_of" CHECK("history_document"."referral_id" is not null or "history_document"."stay_id" is not null),
	CONSTRAINT "history_document_expected" CHECK("history_document"."expected_at" is null or "history_document"."expected_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "history_document_ask_due" CHECK("history_document"."ask_due_at" is null or "history_document"."ask_due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "history_document_asked" CHECK("history_document"."asked_at" is null or "history_document"."asked_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "history_document_chase_due" CHECK("history_document"."chase_due_at" is null or "history_document"."chase_due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "history_document_closed" CHECK("history_document"."closed_at" is null or "history_document"."closed_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `history_document_seq` ON `history_document` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `history_document_referral` ON `history_document` (`referral_id`);--> statement-breakpoint
CREATE INDEX `history_document_stay` ON `history_document` (`stay_id`);--> statement-breakpoint
CREATE TABLE `named_reader` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`stay_id` text NOT NULL,
	`role` text NOT NULL,
	`staff_id` text NOT NULL,
	`named_at` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stay_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "named_reader_version_int" CHECK(typeof("named_reader"."version") = 'integer' and "named_reader"."version" >= 1),
	CONSTRAINT "named_reader_seq_int" CHECK(typeof("named_reader"."audit_seq") = 'integer'),
	CONSTRAINT "named_reader_recorded_at_instant" CHECK("named_reader"."recorded_at" is null or "named_reader"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "named_reader_at" CHECK("named_reader"."named_at" is null or "named_reader"."named_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `named_reader_seq` ON `named_reader` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `named_reader_stay` ON `named_reader` (`stay_id`,`role`);--> statement-breakpoint
CREATE TABLE `reader_signature` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`document_id` text NOT NULL,
	`received_id` text NOT NULL,
	`received_version` integer NOT NULL,
	`reader_id` text NOT NULL,
	`reader_role` text,
	`signed_at` text NOT NULL,
	`field_list_version` integer NOT NULL,
	`content_hash` text NOT NULL,
	`significance` text NOT NULL,
	`opened_at` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`received_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reader_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reader_signature_version_int" CHECK(typeof("reader_signature"."version") = 'integer' and "reader_signature"."version" >= 1),
	CONSTRAINT "reader_signature_seq_int" CHECK(typeof("reader_signature"."audit_seq") = 'integer'),
	CONSTRAINT "reader_signature_recorded_at_instant" CHECK("reader_signature"."recorded_at" is null or "reader_signature"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "reader_signature_at" CHECK("reader_signature"."signed_at" is null or "reader_signature"."signed_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "reader_signature_opened" CHECK("reader_signature"."opened_at" is null or "reader_signature"."opened_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "reader_signature_received_int" CHECK("reader_signature"."received_version" is null or typeof("reader_signature"."received_version") = 'integer'),
	CONSTRAINT "reader_signature_fields_int" CHECK("reader_signature"."field_list_version" is null or typeof("reader_signature"."field_list_version") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `reader_signature_seq` ON `reader_signature` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `reader_signature_document` ON `reader_signature` (`document_id`,`signed_at`);--> statement-breakpoint
CREATE INDEX `reader_signature_reader` ON `reader_signature` (`reader_id`);--> statement-breakpoint
CREATE TABLE `received_document` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`document_id` text NOT NULL,
	`received_at` text,
	`title` text NOT NULL,
	`writer` text NOT NULL,
	`written_on` text,
	`summary` text DEFAULT '' NOT NULL,
	`attachment_hash` text,
	`media_type` text,
	`attachment_bytes` integer,
	`field_list_version` integer NOT NULL,
	`content_hash` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "received_document_version_int" CHECK(typeof("received_document"."version") = 'integer' and "received_document"."version" >= 1),
	CONSTRAINT "received_document_seq_int" CHECK(typeof("received_document"."audit_seq") = 'integer'),
	CONSTRAINT "received_document_recorded_at_instant" CHECK("received_document"."recorded_at" is null or "received_document"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "received_document_at" CHECK("received_document"."received_at" is null or "received_document"."received_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "received_document_written" CHECK("received_document"."written_on" is null or "received_document"."written_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "received_document_bytes_int" CHECK("received_document"."attachment_bytes" is null or typeof("received_document"."attachment_bytes") = 'integer'),
	CONSTRAINT "received_document_fields_int" CHECK("received_document"."field_list_version" is null or typeof("received_document"."field_list_version") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `received_document_seq` ON `received_document` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `received_document_document` ON `received_document` (`document_id`,`received_at`);--> statement-breakpoint
CREATE TABLE `rule_override` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`subject_id` text NOT NULL,
	`rule_id` text NOT NULL,
	`because` text NOT NULL,
	`due_at` text,
	`second_person_id` text,
	`overridden_at` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subject_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_person_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rule_override_version_int" CHECK(typeof("rule_override"."version") = 'integer' and "rule_override"."version" >= 1),
	CONSTRAINT "rule_override_seq_int" CHECK(typeof("rule_override"."audit_seq") = 'integer'),
	CONSTRAINT "rule_override_recorded_at_instant" CHECK("rule_override"."recorded_at" is null or "rule_override"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "rule_override_due" CHECK("rule_override"."due_at" is null or "rule_override"."due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "rule_override_at" CHECK("rule_override"."overridden_at" is null or "rule_override"."overridden_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `rule_override_seq` ON `rule_override` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `rule_override_subject` ON `rule_override` (`subject_id`);--> statement-breakpoint
CREATE TABLE `child_legal_status` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`person_id` text NOT NULL,
	`code` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text,
	`authority` text,
	`basis_kind` text NOT NULL,
	`basis_by` text,
	`basis_on` text,
	`basis_document` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "child_legal_status_version_int" CHECK(typeof("child_legal_status"."version") = 'integer' and "child_legal_status"."version" >= 1),
	CONSTRAINT "child_legal_status_seq_int" CHECK(typeof("child_legal_status"."audit_seq") = 'integer'),
	CONSTRAINT "child_legal_status_recorded_at_instant" CHECK("child_legal_status"."recorded_at" is null or "child_legal_status"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "child_legal_status_starts" CHECK("child_legal_status"."starts_at" is null or "child_legal_status"."starts_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "child_legal_status_ends" CHECK("child_legal_status"."ends_at" is null or "child_legal_status"."ends_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `child_legal_status_seq` ON `child_legal_status` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `child_legal_status_person` ON `child_legal_status` (`person_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `contact` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`person_id` text,
	`agency` text NOT NULL,
	`role` text NOT NULL,
	`name` text NOT NULL,
	`telephone` text,
	`email` text,
	`safe_to_contact` text NOT NULL,
	`basis_kind` text NOT NULL,
	`basis_by` text,
	`basis_on` text,
	`basis_document` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contact_version_int" CHECK(typeof("contact"."version") = 'integer' and "contact"."version" >= 1),
	CONSTRAINT "contact_seq_int" CHECK(typeof("contact"."audit_seq") = 'integer'),
	CONSTRAINT "contact_recorded_at_instant" CHECK("contact"."recorded_at" is null or "contact"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `contact_seq` ON `contact` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `contact_person` ON `contact` (`person_id`);--> statement-breakpoint
CREATE TABLE `mental_health_act_status` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`person_id` text NOT NULL,
	`code` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text,
	`basis_kind` text NOT NULL,
	`basis_by` text,
	`basis_on` text,
	`basis_document` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mental_health_act_status_version_int" CHECK(typeof("mental_health_act_status"."version") = 'integer' and "mental_health_act_status"."version" >= 1),
	CONSTRAINT "mental_health_act_status_seq_int" CHECK(typeof("mental_health_act_status"."audit_seq") = 'integer'),
	CONSTRAINT "mental_health_act_status_recorded_at_instant" CHECK("mental_health_act_status"."recorded_at" is null or "mental_health_act_status"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "mental_health_act_status_starts" CHECK("mental_health_act_status"."starts_at" is null or "mental_health_act_status"."starts_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "mental_health_act_status_ends" CHECK("mental_health_act_status"."ends_at" is null or "mental_health_act_status"."ends_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `mental_health_act_status_seq` ON `mental_health_act_status` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `mental_health_act_status_person` ON `mental_health_act_status` (`person_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `person` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`kind` text NOT NULL,
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`search_name` text NOT NULL,
	`nhs_number` text,
	`nhs_number_absent` text,
	`born_on` text,
	`born_at` text,
	`gestation_days` integer,
	`expected_on` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "person_version_int" CHECK(typeof("person"."version") = 'integer' and "person"."version" >= 1),
	CONSTRAINT "person_seq_int" CHECK(typeof("person"."audit_seq") = 'integer'),
	CONSTRAINT "person_recorded_at_instant" CHECK("person"."recorded_at" is null or "person"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "person_nhs_number_digits" CHECK("person"."nhs_number" is null or (typeof("person"."nhs_number") = 'text' and length("person"."nhs_number") = 10 and "person"."nhs_number" not glob '*[^0-9]*')),
	CONSTRAINT "person_born_on_date" CHECK("person"."born_on" is null or "person"."born_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "person_born_at_instant" CHECK("person"."born_at" is null or "person"."born_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "person_expected_date" CHECK("person"."expected_on" is null or "person"."expected_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "person_gestation_int" CHECK("person"."gestation_days" is null or typeof("person"."gestation_days") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `person_seq` ON `person` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `person_nhs_number` ON `person` (`nhs_number`);--> statement-breakpoint
CREATE INDEX `person_search` ON `person` (`search_name`);--> statement-breakpoint
CREATE TABLE `tie` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`person_id` text NOT NULL,
	`to_person_id` text NOT NULL,
	`relation` text NOT NULL,
	`parental_responsibility` text NOT NULL,
	`safe_to_contact` text NOT NULL,
	`contact_through` text,
	`basis_kind` text NOT NULL,
	`basis_by` text,
	`basis_on` text,
	`basis_document` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_person_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tie_version_int" CHECK(typeof("tie"."version") = 'integer' and "tie"."version" >= 1),
	CONSTRAINT "tie_seq_int" CHECK(typeof("tie"."audit_seq") = 'integer'),
	CONSTRAINT "tie_recorded_at_instant" CHECK("tie"."recorded_at" is null or "tie"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `tie_seq` ON `tie` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `tie_person` ON `tie` (`person_id`);--> statement-breakpoint
CREATE INDEX `tie_to` ON `tie` (`to_person_id`);--> statement-breakpoint
CREATE TABLE `rule_set` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`kind` text NOT NULL,
	`revision` text NOT NULL,
	`title` text NOT NULL,
	`source` text NOT NULL,
	`effective_from` text NOT NULL,
	`review_due` text,
	`approved_by` text,
	`approved_at` text,
	`content` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rule_set_version_int" CHECK(typeof("rule_set"."version") = 'integer' and "rule_set"."version" >= 1),
	CONSTRAINT "rule_set_seq_int" CHECK(typeof("rule_set"."audit_seq") = 'integer'),
	CONSTRAINT "rule_set_recorded_at_instant" CHECK("rule_set"."recorded_at" is null or "rule_set"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "rule_set_effective" CHECK("rule_set"."effective_from" is null or "rule_set"."effective_from" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "rule_set_approved" CHECK("rule_set"."approved_at" is null or "rule_set"."approved_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "rule_set_review" CHECK("rule_set"."review_due" is null or "rule_set"."review_due" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE INDEX `rule_set_seq` ON `rule_set` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `rule_set_kind` ON `rule_set` (`kind`,`effective_from`);--> statement-breakpoint
CREATE TABLE `bed` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	`closed` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bed_version_int" CHECK(typeof("bed"."version") = 'integer' and "bed"."version" >= 1),
	CONSTRAINT "bed_seq_int" CHECK(typeof("bed"."audit_seq") = 'integer'),
	CONSTRAINT "bed_recorded_at_instant" CHECK("bed"."recorded_at" is null or "bed"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `bed_seq` ON `bed` (`audit_seq`);--> statement-breakpoint
CREATE TABLE `observation_level` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`stay_id` text NOT NULL,
	`level` text NOT NULL,
	`starts_at` text NOT NULL,
	`rationale` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stay_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "observation_level_version_int" CHECK(typeof("observation_level"."version") = 'integer' and "observation_level"."version" >= 1),
	CONSTRAINT "observation_level_seq_int" CHECK(typeof("observation_level"."audit_seq") = 'integer'),
	CONSTRAINT "observation_level_recorded_at_instant" CHECK("observation_level"."recorded_at" is null or "observation_level"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "observation_level_starts" CHECK("observation_level"."starts_at" is null or "observation_level"."starts_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `observation_level_seq` ON `observation_level` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `observation_level_stay` ON `observation_level` (`stay_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `pair` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`stay_id` text NOT NULL,
	`baby_id` text NOT NULL,
	`started_at` text NOT NULL,
	`ended_at` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stay_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`baby_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pair_version_int" CHECK(typeof("pair"."version") = 'integer' and "pair"."version" >= 1),
	CONSTRAINT "pair_seq_int" CHECK(typeof("pair"."audit_seq") = 'integer'),
	CONSTRAINT "pair_recorded_at_instant" CHECK("pair"."recorded_at" is null or "pair"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "pair_started" CHECK("pair"."started_at" is null or "pair"."started_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "pair_ended" CHECK("pair"."ended_at" is null or "pair"."ended_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `pair_seq` ON `pair` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `pair_stay` ON `pair` (`stay_id`);--> statement-breakpoint
CREATE INDEX `pair_baby` ON `pair` (`baby_id`);--> statement-breakpoint
CREATE INDEX `pair_time` ON `pair` (`started_at`,`ended_at`);--> statement-breakpoint
CREATE TABLE `stay` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`mother_id` text NOT NULL,
	`bed_id` text,
	`planned` integer NOT NULL,
	`arrived_at` text NOT NULL,
	`ended_at` text,
	`end_reason` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mother_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bed_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stay_version_int" CHECK(typeof("stay"."version") = 'integer' and "stay"."version" >= 1),
	CONSTRAINT "stay_seq_int" CHECK(typeof("stay"."audit_seq") = 'integer'),
	CONSTRAINT "stay_recorded_at_instant" CHECK("stay"."recorded_at" is null or "stay"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "stay_arrived" CHECK("stay"."arrived_at" is null or "stay"."arrived_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "stay_ended" CHECK("stay"."ended_at" is null or "stay"."ended_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `stay_seq` ON `stay` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `stay_mother` ON `stay` (`mother_id`);--> statement-breakpoint
CREATE INDEX `stay_time` ON `stay` (`arrived_at`,`ended_at`);--> statement-breakpoint
CREATE TABLE `unit` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`name` text NOT NULL,
	`provider` text NOT NULL,
	`ods_code` text,
	`region` text,
	`idle_minutes` integer DEFAULT 5 NOT NULL,
	`training_register_complete` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "unit_version_int" CHECK(typeof("unit"."version") = 'integer' and "unit"."version" >= 1),
	CONSTRAINT "unit_seq_int" CHECK(typeof("unit"."audit_seq") = 'integer'),
	CONSTRAINT "unit_recorded_at_instant" CHECK("unit"."recorded_at" is null or "unit"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "unit_idle_int" CHECK("unit"."idle_minutes" is null or typeof("unit"."idle_minutes") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `unit_seq` ON `unit` (`audit_seq`);--> statement-breakpoint
CREATE TABLE `raise_confirmation` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`decision_id` text NOT NULL,
	`confirmed` integer NOT NULL,
	`confirmed_at` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "raise_confirmation_version_int" CHECK(typeof("raise_confirmation"."version") = 'integer' and "raise_confirmation"."version" >= 1),
	CONSTRAINT "raise_confirmation_seq_int" CHECK(typeof("raise_confirmation"."audit_seq") = 'integer'),
	CONSTRAINT "raise_confirmation_recorded_at_instant" CHECK("raise_confirmation"."recorded_at" is null or "raise_confirmation"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "raise_confirmation_at" CHECK("raise_confirmation"."confirmed_at" is null or "raise_confirmation"."confirmed_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `raise_confirmation_seq` ON `raise_confirmation` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `raise_confirmation_decision` ON `raise_confirmation` (`decision_id`);--> statement-breakpoint
CREATE TABLE `supervision_cell` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`place` text NOT NULL,
	`activity` text NOT NULL,
	`level` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`record_id`, `version`, `place`, `activity`),
	FOREIGN KEY (`record_id`,`version`) REFERENCES `supervision_decision`(`record_id`,`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `supervision_decision` (
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
	`starts_at` text NOT NULL,
	`review_due_at` text NOT NULL,
	`rationale` text NOT NULL,
	`evidence` text NOT NULL,
	`authority_requirement` text,
	`legal_basis` text,
	`agreed_with` text,
	`agreed_at` text,
	`mother_told_at` text,
	`social_worker_told` text,
	`social_worker_told_at` text,
	`team` text,
	`decided_by_role` text NOT NULL,
	`second_signer_id` text,
	`rule_set_id` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pair_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_signer_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_set_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "supervision_decision_version_int" CHECK(typeof("supervision_decision"."version") = 'integer' and "supervision_decision"."version" >= 1),
	CONSTRAINT "supervision_decision_seq_int" CHECK(typeof("supervision_decision"."audit_seq") = 'integer'),
	CONSTRAINT "supervision_decision_recorded_at_instant" CHECK("supervision_decision"."recorded_at" is null or "supervision_decision"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "supervision_decision_starts" CHECK("supervision_decision"."starts_at" is null or "supervision_decision"."starts_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "supervision_decision_review" CHECK("supervision_decision"."review_due_at" is null or "supervision_decision"."review_due_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "supervision_decision_agreed" CHECK("supervision_decision"."agreed_at" is null or "supervision_decision"."agreed_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "supervision_decision_mother_told" CHECK("supervision_decision"."mother_told_at" is null or "supervision_decision"."mother_told_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "supervision_decision_social_worker_told" CHECK("supervision_decision"."social_worker_told_at" is null or "supervision_decision"."social_worker_told_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `supervision_decision_seq` ON `supervision_decision` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `supervision_decision_pair` ON `supervision_decision` (`pair_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `certificate` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`staff_id` text NOT NULL,
	`course_id` text NOT NULL,
	`subject` text NOT NULL,
	`level` text,
	`topics` text DEFAULT '' NOT NULL,
	`completed_on` text,
	`expires_on` text,
	`delivered_by_another` integer,
	`agencies_present` text,
	`minutes` integer,
	`mode` text NOT NULL,
	`evidence` text,
	`evidence_hash` text,
	`reflection` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`course_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "certificate_version_int" CHECK(typeof("certificate"."version") = 'integer' and "certificate"."version" >= 1),
	CONSTRAINT "certificate_seq_int" CHECK(typeof("certificate"."audit_seq") = 'integer'),
	CONSTRAINT "certificate_recorded_at_instant" CHECK("certificate"."recorded_at" is null or "certificate"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "certificate_completed" CHECK("certificate"."completed_on" is null or "certificate"."completed_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "certificate_expires" CHECK("certificate"."expires_on" is null or "certificate"."expires_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "certificate_minutes_int" CHECK("certificate"."minutes" is null or typeof("certificate"."minutes") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `certificate_seq` ON `certificate` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `certificate_staff` ON `certificate` (`staff_id`,`completed_on`);--> statement-breakpoint
CREATE INDEX `certificate_course` ON `certificate` (`course_id`);--> statement-breakpoint
CREATE TABLE `course` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`title` text NOT NULL,
	`subject` text NOT NULL,
	`level` text,
	`topics` text DEFAULT '' NOT NULL,
	`provider` text NOT NULL,
	`delivered_by_another` integer,
	`mode` text NOT NULL,
	`minutes` integer,
	`valid_months` integer,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "course_version_int" CHECK(typeof("course"."version") = 'integer' and "course"."version" >= 1),
	CONSTRAINT "course_seq_int" CHECK(typeof("course"."audit_seq") = 'integer'),
	CONSTRAINT "course_recorded_at_instant" CHECK("course"."recorded_at" is null or "course"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "course_minutes_int" CHECK("course"."minutes" is null or typeof("course"."minutes") = 'integer'),
	CONSTRAINT "course_valid_int" CHECK("course"."valid_months" is null or typeof("course"."valid_months") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `course_seq` ON `course` (`audit_seq`);--> statement-breakpoint
CREATE TABLE `departure` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`episode_id` text NOT NULL,
	`left_at` text NOT NULL,
	`destination` text NOT NULL,
	`arrived_at` text,
	`handed_over_to` text,
	`handed_over_at` text,
	`mother_cannot_go` integer DEFAULT false NOT NULL,
	`returned_at` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`episode_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "departure_version_int" CHECK(typeof("departure"."version") = 'integer' and "departure"."version" >= 1),
	CONSTRAINT "departure_seq_int" CHECK(typeof("departure"."audit_seq") = 'integer'),
	CONSTRAINT "departure_recorded_at_instant" CHECK("departure"."recorded_at" is null or "departure"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "departure_left" CHECK("departure"."left_at" is null or "departure"."left_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "departure_arrived" CHECK("departure"."arrived_at" is null or "departure"."arrived_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "departure_handed_over" CHECK("departure"."handed_over_at" is null or "departure"."handed_over_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "departure_returned" CHECK("departure"."returned_at" is null or "departure"."returned_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `departure_seq` ON `departure` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `departure_episode` ON `departure` (`episode_id`);--> statement-breakpoint
CREATE INDEX `departure_time` ON `departure` (`left_at`);--> statement-breakpoint
CREATE TABLE `episode` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`pair_id` text NOT NULL,
	`recognised_at` text NOT NULL,
	`whose` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`mobility` text NOT NULL,
	`basis_kind` text NOT NULL,
	`basis_by` text,
	`basis_on` text,
	`basis_document` text,
	`fever_id` text NOT NULL,
	`sepsis_id` text NOT NULL,
	`pews_id` text NOT NULL,
	`routes_id` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pair_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fever_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sepsis_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pews_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`routes_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "episode_version_int" CHECK(typeof("episode"."version") = 'integer' and "episode"."version" >= 1),
	CONSTRAINT "episode_seq_int" CHECK(typeof("episode"."audit_seq") = 'integer'),
	CONSTRAINT "episode_recorded_at_instant" CHECK("episode"."recorded_at" is null or "episode"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "episode_recognised" CHECK("episode"."recognised_at" is null or "episode"."recognised_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `episode_seq` ON `episode` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `episode_pair` ON `episode` (`pair_id`,`recognised_at`);--> statement-breakpoint
CREATE INDEX `episode_time` ON `episode` (`recognised_at`);--> statement-breakpoint
CREATE TABLE `episode_debrief` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`episode_id` text NOT NULL,
	`held_at` text NOT NULL,
	`learning` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`episode_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "episode_debrief_version_int" CHECK(typeof("episode_debrief"."version") = 'integer' and "episode_debrief"."version" >= 1),
	CONSTRAINT "episode_debrief_seq_int" CHECK(typeof("episode_debrief"."audit_seq") = 'integer'),
	CONSTRAINT "episode_debrief_recorded_at_instant" CHECK("episode_debrief"."recorded_at" is null or "episode_debrief"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "episode_debrief_held" CHECK("episode_debrief"."held_at" is null or "episode_debrief"."held_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `episode_debrief_seq` ON `episode_debrief` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `episode_debrief_episode` ON `episode_debrief` (`episode_id`);--> statement-breakpoint
CREATE TABLE `episode_finding` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`finding` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`, `finding`),
	FOREIGN KEY (`record_id`,`version`) REFERENCES `episode`(`record_id`,`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `episode_outcome` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`episode_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` text NOT NULL,
	`plan` text NOT NULL,
	`review_at` text,
	`signed_by_doctor` integer NOT NULL,
	`second_person_id` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`episode_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_person_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "episode_outcome_version_int" CHECK(typeof("episode_outcome"."version") = 'integer' and "episode_outcome"."version" >= 1),
	CONSTRAINT "episode_outcome_seq_int" CHECK(typeof("episode_outcome"."audit_seq") = 'integer'),
	CONSTRAINT "episode_outcome_recorded_at_instant" CHECK("episode_outcome"."recorded_at" is null or "episode_outcome"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "episode_outcome_at" CHECK("episode_outcome"."at" is null or "episode_outcome"."at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "episode_outcome_review" CHECK("episode_outcome"."review_at" is null or "episode_outcome"."review_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `episode_outcome_seq` ON `episode_outcome` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `episode_outcome_episode` ON `episode_outcome` (`episode_id`);--> statement-breakpoint
CREATE TABLE `episode_raise` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`episode_id` text NOT NULL,
	`level` text NOT NULL,
	`chosen_at` text NOT NULL,
	`why` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`episode_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "episode_raise_version_int" CHECK(typeof("episode_raise"."version") = 'integer' and "episode_raise"."version" >= 1),
	CONSTRAINT "episode_raise_seq_int" CHECK(typeof("episode_raise"."audit_seq") = 'integer'),
	CONSTRAINT "episode_raise_recorded_at_instant" CHECK("episode_raise"."recorded_at" is null or "episode_raise"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "episode_raise_at" CHECK("episode_raise"."chosen_at" is null or "episode_raise"."chosen_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `episode_raise_seq` ON `episode_raise` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `episode_raise_episode` ON `episode_raise` (`episode_id`);--> statement-breakpoint
CREATE TABLE `episode_responder` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`episode_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`took_over_at` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`episode_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "episode_responder_version_int" CHECK(typeof("episode_responder"."version") = 'integer' and "episode_responder"."version" >= 1),
	CONSTRAINT "episode_responder_seq_int" CHECK(typeof("episode_responder"."audit_seq") = 'integer'),
	CONSTRAINT "episode_responder_recorded_at_instant" CHECK("episode_responder"."recorded_at" is null or "episode_responder"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "episode_responder_at" CHECK("episode_responder"."took_over_at" is null or "episode_responder"."took_over_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `episode_responder_seq` ON `episode_responder` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `episode_responder_episode` ON `episode_responder` (`episode_id`);--> statement-breakpoint
CREATE TABLE `escort_decision` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`episode_id` text NOT NULL,
	`decided_at` text NOT NULL,
	`facts` text,
	`baby_escorts` integer NOT NULL,
	`mother_escorts` integer NOT NULL,
	`section_17_escort` integer NOT NULL,
	`mother_may_go` text NOT NULL,
	`escort_names` text DEFAULT '' NOT NULL,
	`reached` text DEFAULT '[]' NOT NULL,
	`override_id` text,
	`rule_set_id` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`episode_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`override_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_set_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "escort_decision_version_int" CHECK(typeof("escort_decision"."version") = 'integer' and "escort_decision"."version" >= 1),
	CONSTRAINT "escort_decision_seq_int" CHECK(typeof("escort_decision"."audit_seq") = 'integer'),
	CONSTRAINT "escort_decision_recorded_at_instant" CHECK("escort_decision"."recorded_at" is null or "escort_decision"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "escort_decision_at" CHECK("escort_decision"."decided_at" is null or "escort_decision"."decided_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "escort_decision_baby_int" CHECK("escort_decision"."baby_escorts" is null or typeof("escort_decision"."baby_escorts") = 'integer'),
	CONSTRAINT "escort_decision_mother_int" CHECK("escort_decision"."mother_escorts" is null or typeof("escort_decision"."mother_escorts") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `escort_decision_seq` ON `escort_decision` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `escort_decision_episode` ON `escort_decision` (`episode_id`,`decided_at`);--> statement-breakpoint
CREATE TABLE `help_contact` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`episode_id` text NOT NULL,
	`whom` text NOT NULL,
	`called_at` text NOT NULL,
	`called_by` text NOT NULL,
	`reached` text NOT NULL,
	`reached_at` text,
	`reached_name` text,
	`advice` text DEFAULT '' NOT NULL,
	`reference` text,
	`transfer_advised` integer DEFAULT false NOT NULL,
	`seen_at` text,
	`seen_by` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`episode_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "help_contact_version_int" CHECK(typeof("help_contact"."version") = 'integer' and "help_contact"."version" >= 1),
	CONSTRAINT "help_contact_seq_int" CHECK(typeof("help_contact"."audit_seq") = 'integer'),
	CONSTRAINT "help_contact_recorded_at_instant" CHECK("help_contact"."recorded_at" is null or "help_contact"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "help_contact_called" CHECK("help_contact"."called_at" is null or "help_contact"."called_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "help_contact_reached" CHECK("help_contact"."reached_at" is null or "help_contact"."reached_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "help_contact_seen" CHECK("help_contact"."seen_at" is null or "help_contact"."seen_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `help_contact_seq` ON `help_contact` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `help_contact_episode` ON `help_contact` (`episode_id`);--> statement-breakpoint
CREATE TABLE `infection_answer` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`episode_id` text NOT NULL,
	`answer` text NOT NULL,
	`why` text NOT NULL,
	`answered_at` text NOT NULL,
	`by_nurse_or_doctor` integer NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`episode_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "infection_answer_version_int" CHECK(typeof("infection_answer"."version") = 'integer' and "infection_answer"."version" >= 1),
	CONSTRAINT "infection_answer_seq_int" CHECK(typeof("infection_answer"."audit_seq") = 'integer'),
	CONSTRAINT "infection_answer_recorded_at_instant" CHECK("infection_answer"."recorded_at" is null or "infection_answer"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "infection_answer_at" CHECK("infection_answer"."answered_at" is null or "infection_answer"."answered_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `infection_answer_seq` ON `infection_answer` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `infection_answer_episode` ON `infection_answer` (`episode_id`);--> statement-breakpoint
CREATE TABLE `injury_mark` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`episode_id` text NOT NULL,
	`finding` text NOT NULL,
	`seen_at` text NOT NULL,
	`seen_by` text NOT NULL,
	`view` text NOT NULL,
	`x` integer NOT NULL,
	`y` integer NOT NULL,
	`size_mm` integer,
	`description` text NOT NULL,
	`explanation` text,
	`explained_by` text,
	`held_by` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`episode_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "injury_mark_version_int" CHECK(typeof("injury_mark"."version") = 'integer' and "injury_mark"."version" >= 1),
	CONSTRAINT "injury_mark_seq_int" CHECK(typeof("injury_mark"."audit_seq") = 'integer'),
	CONSTRAINT "injury_mark_recorded_at_instant" CHECK("injury_mark"."recorded_at" is null or "injury_mark"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "injury_mark_seen" CHECK("injury_mark"."seen_at" is null or "injury_mark"."seen_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "injury_mark_x_int" CHECK("injury_mark"."x" is null or typeof("injury_mark"."x") = 'integer'),
	CONSTRAINT "injury_mark_y_int" CHECK("injury_mark"."y" is null or typeof("injury_mark"."y") = 'integer'),
	CONSTRAINT "injury_mark_size_int" CHECK("injury_mark"."size_mm" is null or typeof("injury_mark"."size_mm") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `injury_mark_seq` ON `injury_mark` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `injury_mark_episode` ON `injury_mark` (`episode_id`);--> statement-breakpoint
CREATE TABLE `observation_finding` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`finding` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`, `finding`),
	FOREIGN KEY (`record_id`,`version`) REFERENCES `observation_set`(`record_id`,`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `observation_group` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`finding_group` text NOT NULL,
	`checked` integer NOT NULL,
	`because` text,
	PRIMARY KEY(`record_id`, `version`, `finding_group`),
	FOREIGN KEY (`record_id`,`version`) REFERENCES `observation_set`(`record_id`,`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `observation_reading` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`sign` text NOT NULL,
	`value` integer,
	`confirmed` integer DEFAULT false NOT NULL,
	`not_measured` text,
	`note` text,
	PRIMARY KEY(`record_id`, `version`, `sign`),
	FOREIGN KEY (`record_id`,`version`) REFERENCES `observation_set`(`record_id`,`version`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "observation_reading_value_int" CHECK("observation_reading"."value" is null or typeof("observation_reading"."value") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `observation_set` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`episode_id` text NOT NULL,
	`observed_at` text NOT NULL,
	`baby_state` text NOT NULL,
	`fever_report` text NOT NULL,
	`consciousness` text,
	`support` text,
	`staff_concern` text,
	`carer_concern` text,
	`carer_view` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`episode_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "observation_set_version_int" CHECK(typeof("observation_set"."version") = 'integer' and "observation_set"."version" >= 1),
	CONSTRAINT "observation_set_seq_int" CHECK(typeof("observation_set"."audit_seq") = 'integer'),
	CONSTRAINT "observation_set_recorded_at_instant" CHECK("observation_set"."recorded_at" is null or "observation_set"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "observation_set_observed" CHECK("observation_set"."observed_at" is null or "observation_set"."observed_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `observation_set_seq` ON `observation_set` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `observation_set_episode` ON `observation_set` (`episode_id`,`observed_at`);--> statement-breakpoint
CREATE TABLE `unwell_baby_drill` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`held_at` text NOT NULL,
	`scenario` text NOT NULL,
	`learning` text NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "unwell_baby_drill_version_int" CHECK(typeof("unwell_baby_drill"."version") = 'integer' and "unwell_baby_drill"."version" >= 1),
	CONSTRAINT "unwell_baby_drill_seq_int" CHECK(typeof("unwell_baby_drill"."audit_seq") = 'integer'),
	CONSTRAINT "unwell_baby_drill_recorded_at_instant" CHECK("unwell_baby_drill"."recorded_at" is null or "unwell_baby_drill"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "unwell_baby_drill_held" CHECK("unwell_baby_drill"."held_at" is null or "unwell_baby_drill"."held_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `unwell_baby_drill_seq` ON `unwell_baby_drill` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `unwell_baby_drill_time` ON `unwell_baby_drill` (`held_at`);--> statement-breakpoint
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
CREATE INDEX `password_reset_user` ON `password_reset` (`user_id`);--> statement-breakpoint
CREATE TABLE `shift_duty` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`staff_id` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`nurse_in_charge` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shift_duty_version_int" CHECK(typeof("shift_duty"."version") = 'integer' and "shift_duty"."version" >= 1),
	CONSTRAINT "shift_duty_seq_int" CHECK(typeof("shift_duty"."audit_seq") = 'integer'),
	CONSTRAINT "shift_duty_recorded_at_instant" CHECK("shift_duty"."recorded_at" is null or "shift_duty"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "shift_duty_starts" CHECK("shift_duty"."starts_at" is null or "shift_duty"."starts_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "shift_duty_ends" CHECK("shift_duty"."ends_at" is null or "shift_duty"."ends_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `shift_duty_seq` ON `shift_duty` (`audit_seq`);--> statement-breakpoint
CREATE INDEX `shift_duty_time` ON `shift_duty` (`starts_at`,`ends_at`);--> statement-breakpoint
CREATE TABLE `staff` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`name` text NOT NULL,
	`profession` text NOT NULL,
	`employment` text NOT NULL,
	`registration` text,
	`started_on` text NOT NULL,
	`left_on` text,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_version_int" CHECK(typeof("staff"."version") = 'integer' and "staff"."version" >= 1),
	CONSTRAINT "staff_seq_int" CHECK(typeof("staff"."audit_seq") = 'integer'),
	CONSTRAINT "staff_recorded_at_instant" CHECK("staff"."recorded_at" is null or "staff"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "staff_started" CHECK("staff"."started_on" is null or "staff"."started_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "staff_left" CHECK("staff"."left_on" is null or "staff"."left_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE INDEX `staff_seq` ON `staff` (`audit_seq`);--> statement-breakpoint
CREATE TABLE `user_account` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`staff_id` text NOT NULL,
	`sign_in_name` text NOT NULL,
	`role` text NOT NULL,
	`slot_id` text NOT NULL,
	`expires_at` text,
	`disabled` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`record_id`, `version`),
	FOREIGN KEY (`record_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `record`(`record_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "user_account_version_int" CHECK(typeof("user_account"."version") = 'integer' and "user_account"."version" >= 1),
	CONSTRAINT "user_account_seq_int" CHECK(typeof("user_account"."audit_seq") = 'integer'),
	CONSTRAINT "user_account_recorded_at_instant" CHECK("user_account"."recorded_at" is null or "user_account"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "user_account_expires" CHECK("user_account"."expires_at" is null or "user_account"."expires_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `user_account_seq` ON `user_account` (`audit_seq`);