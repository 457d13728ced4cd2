ALTER TABLE `placement_meeting` ADD `basis_kind` text;--> statement-breakpoint
ALTER TABLE `placement_meeting` ADD `basis_by` text;--> statement-breakpoint
ALTER TABLE `placement_meeting` ADD `basis_on` text;--> statement-breakpoint
ALTER TABLE `placement_meeting` ADD `basis_document` text;