-- By hand: the generated copy of the table names itself in its own checks.
ALTER TABLE `improvement_action` ADD `pinned_type` text;--> statement-breakpoint
ALTER TABLE `improvement_action` ADD `pinned_id` text REFERENCES record(record_id);--> statement-breakpoint
ALTER TABLE `improvement_action` ADD `pinned_version` integer CONSTRAINT "improvement_action_pinned_int" CHECK("pinned_version" is null or typeof("pinned_version") = 'integer');
