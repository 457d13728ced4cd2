ALTER TABLE `escort_decision` ADD `leave_granted_by` text;--> statement-breakpoint
ALTER TABLE `escort_decision` ADD `leave_granted_at` text CONSTRAINT "escort_decision_leave_at" CHECK("leave_granted_at" is null or "leave_granted_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z');--> statement-breakpoint
ALTER TABLE `escort_decision` ADD `leave_document` text;
