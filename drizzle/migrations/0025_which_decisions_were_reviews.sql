-- A whole assessment has answered what is asked of every one; a raise was asked nothing. Those from before the
-- questions were kept go by their kind.
UPDATE `supervision_decision` SET `is_review` = 1
WHERE `kind` <> 'raise' OR EXISTS (
  SELECT 1 FROM `supervision_factor` f
  WHERE f.`record_id` = `supervision_decision`.`record_id` AND f.`version` = `supervision_decision`.`version`
);
