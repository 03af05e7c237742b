CREATE TABLE `holidays` (
	`change` integer PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`off` text NOT NULL,
	`work` text NOT NULL,
	`toCount` integer DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE `unitRecusals` (
	`unitId` text NOT NULL,
	`personId` text NOT NULL,
	`reason` text NOT NULL,
	`on` text NOT NULL,
	PRIMARY KEY(`unitId`, `personId`)
);
--> statement-breakpoint
DROP INDEX `teams_round`;--> statement-breakpoint
CREATE UNIQUE INDEX `teams_name` ON `teams` (`roundId`,`name`);--> statement-breakpoint
ALTER TABLE `escalations` ADD `agreedBy` text;--> statement-breakpoint
ALTER TABLE `recusals` ADD `byUnit` integer DEFAULT false NOT NULL;