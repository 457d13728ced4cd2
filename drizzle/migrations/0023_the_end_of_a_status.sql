ALTER TABLE `child_legal_status` ADD `ended_at` text CONSTRAINT "child_legal_status_ended" CHECK("ended_at" is null or "ended_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z');--> statement-breakpoint
ALTER TABLE `child_legal_status` ADD `what_followed` text;--> statement-breakpoint
ALTER TABLE `child_legal_status` ADD `end_basis_kind` text;--> statement-breakpoint
ALTER TABLE `child_legal_status` ADD `end_basis_by` text;--> statement-breakpoint
ALTER TABLE `child_legal_status` ADD `end_basis_on` text;--> statement-breakpoint
ALTER TABLE `child_legal_status` ADD `end_basis_document` text;--> statement-breakpoint
ALTER TABLE `mental_health_act_status` ADD `carried_from` text REFERENCES record(record_id);--> statement-breakpoint
ALTER TABLE `mental_health_act_status` ADD `ended_at` text CONSTRAINT "mental_health_act_status_ended" CHECK("ended_at" is null or "ended_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z');--> statement-breakpoint
ALTER TABLE `mental_health_act_status` ADD `what_followed` text;--> statement-breakpoint
ALTER TABLE `mental_health_act_status` ADD `end_basis_kind` text;--> statement-breakpoint
ALTER TABLE `mental_health_act_status` ADD `end_basis_by` text;--> statement-breakpoint
ALTER TABLE `mental_health_act_status` ADD `end_basis_on` text;--> statement-breakpoint
ALTER TABLE `mental_health_act_status` ADD `end_basis_document` text;
