CREATE TABLE `tellings` (
	`reportId` text NOT NULL,
	`step` integer NOT NULL,
	`issuer` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`wording` text,
	`printedOn` text NOT NULL,
	PRIMARY KEY(`reportId`, `step`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tellings_number` ON `tellings` (`issuer`,`year`,`number`);--> statement-breakpoint
DROP INDEX `designations_waiting`;--> statement-breakpoint
DROP INDEX `reports_due`;--> statement-breakpoint
CREATE INDEX `reports_due` ON `reports` (`teamId`,case when due is null or tellBy < due then tellBy else due end,`queueKey`,`due`,`tellBy`) WHERE queueKey is not null;--> statement-breakpoint
ALTER TABLE `offices` ADD `secondAddress` text;--> statement-breakpoint
ALTER TABLE `permits` ADD `box` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `referrals` ADD `box` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `units` ADD `system` text;