CREATE TABLE `released_cell` (
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`measure` text NOT NULL,
	`part` text NOT NULL,
	`cell` text NOT NULL,
	`period_from` text NOT NULL,
	`period_to` text NOT NULL,
	`size` integer NOT NULL,
	`quantity` integer NOT NULL,
	`printed` integer,
	PRIMARY KEY(`record_id`, `version`, `measure`, `part`, `cell`, `period_from`, `period_to`),
	FOREIGN KEY (`record_id`,`version`) REFERENCES `report`(`record_id`,`version`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "released_cell_from" CHECK("released_cell"."period_from" is null or "released_cell"."period_from" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "released_cell_to" CHECK("released_cell"."period_to" is null or "released_cell"."period_to" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "released_cell_size_int" CHECK("released_cell"."size" is null or typeof("released_cell"."size") = 'integer'),
	CONSTRAINT "released_cell_quantity_int" CHECK("released_cell"."quantity" is null or typeof("released_cell"."quantity") = 'integer'),
	CONSTRAINT "released_cell_printed_int" CHECK("released_cell"."printed" is null or typeof("released_cell"."printed") = 'integer')
);
