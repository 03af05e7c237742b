CREATE TABLE `holidays` (
	`change` integer PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`off` text NOT NULL,
	`work` text NOT NULL,
	`toCount` integer DEFAULT true NOT NULL
);
--> statement-breakpoint
DROP INDEX `teams_round`;--> statement-breakpoint
CREATE UNIQUE INDEX `teams_name` ON `teams` (`roundId`,`name`);--> statement-breakpoint
ALTER TABLE `reports` ADD `tellBy` text;--> statement-breakpoint
CREATE INDEX `reports_tell` ON `reports` (`tellBy`) WHERE tellBy is not null;