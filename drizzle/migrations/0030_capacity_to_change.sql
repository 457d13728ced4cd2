ALTER TABLE `relationship_assessment` ADD `capacity` text DEFAULT 'not-assessed' NOT NULL;--> statement-breakpoint
ALTER TABLE `relationship_assessment` ADD `capacity_steps` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `relationship_assessment` ADD `capacity_by` text CONSTRAINT "relationship_assessment_capacity_by" CHECK("capacity_by" is null or "capacity_by" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');--> statement-breakpoint
ALTER TABLE `relationship_assessment` ADD `capacity_for_baby` text;--> statement-breakpoint
ALTER TABLE `relationship_assessment` ADD `diagnosis` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `relationship_assessment` ADD `diagnosis_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `relationship_assessment` ADD `diagnosis_on` text CONSTRAINT "relationship_assessment_diagnosis_on" CHECK("diagnosis_on" is null or "diagnosis_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');