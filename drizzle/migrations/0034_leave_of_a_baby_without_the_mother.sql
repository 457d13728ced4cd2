ALTER TABLE `leave_departure` ADD `mother` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `leave_request` ADD `mother` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `leave_request` ADD `carer` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `leave_return` ADD `out_known` integer;--> statement-breakpoint
ALTER TABLE `leave_return` ADD `out_where` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `leave_return` ADD `out_carer` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `leave_return` ADD `out_with` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `leave_return` ADD `out_telephone` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `leave_return` ADD `out_consent_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `leave_return` ADD `out_due_back_at` text CONSTRAINT "leave_return_out_due" CHECK("out_due_back_at" is null or "out_due_back_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z');--> statement-breakpoint
ALTER TABLE `leave_return` ADD `out_missing_at` text CONSTRAINT "leave_return_out_missing" CHECK("out_missing_at" is null or "out_missing_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z');