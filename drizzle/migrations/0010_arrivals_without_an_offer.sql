ALTER TABLE `referral_arrival` ADD `out_of_date_because` text;--> statement-breakpoint
ALTER TABLE `reader_signature` ADD `read_on_paper` text;--> statement-breakpoint
ALTER TABLE `pair` ADD `without_check_because` text;--> statement-breakpoint
ALTER TABLE `stay` ADD `without_offer_because` text;