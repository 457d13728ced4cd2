ALTER TABLE `audit` ADD `words_salt` text;--> statement-breakpoint
ALTER TABLE `audit` ADD `words_hash` text;