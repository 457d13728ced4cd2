CREATE INDEX `history_document_expected` ON `history_document` (`expected_at`);--> statement-breakpoint
CREATE INDEX `received_document_received` ON `received_document` (`received_at`);--> statement-breakpoint
CREATE INDEX `received_document_recorded` ON `received_document` (`recorded_at`);--> statement-breakpoint
CREATE INDEX `pair_end` ON `pair` (`ended_at`);--> statement-breakpoint
CREATE INDEX `stay_end` ON `stay` (`ended_at`);--> statement-breakpoint
CREATE INDEX `supervision_decision_time` ON `supervision_decision` (`starts_at`);