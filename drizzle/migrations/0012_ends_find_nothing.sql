DROP INDEX `pair_end`;--> statement-breakpoint
DROP INDEX `stay_end`;