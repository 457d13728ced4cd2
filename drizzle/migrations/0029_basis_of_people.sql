ALTER TABLE `person` ADD `basis_kind` text;--> statement-breakpoint
ALTER TABLE `person` ADD `basis_by` text;--> statement-breakpoint
ALTER TABLE `person` ADD `basis_on` text;--> statement-breakpoint
ALTER TABLE `person` ADD `basis_document` text;