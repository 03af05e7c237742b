CREATE TABLE `fixNotices` (
	`reportId` text NOT NULL,
	`order` text NOT NULL,
	`issuer` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`wording` text,
	`printedOn` text,
	PRIMARY KEY(`reportId`, `order`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fixNotices_number` ON `fixNotices` (`issuer`,`year`,`number`);--> statement-breakpoint
CREATE TABLE `holidays` (
	`change` integer PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`off` text NOT NULL,
	`work` text NOT NULL,
	`toCount` integer DEFAULT true NOT NULL,
	`countedTo` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `designations` (
	`reportId` text NOT NULL,
	`returns` integer NOT NULL,
	`handlingUnitId` text,
	PRIMARY KEY(`reportId`, `returns`)
);
--> statement-breakpoint
CREATE INDEX `designations_waiting` ON `designations` (`reportId`) WHERE handlingUnitId is null;--> statement-breakpoint
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
ALTER TABLE `referrals` ADD `lang` text DEFAULT 'zh' NOT NULL;--> statement-breakpoint
ALTER TABLE `referrals` ADD `wording` text;--> statement-breakpoint
ALTER TABLE `referrals` ADD `printedOn` text;--> statement-breakpoint
ALTER TABLE `escalations` ADD `agreedBy` text;--> statement-breakpoint
ALTER TABLE `recusals` ADD `byUnit` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `tellBy` text;--> statement-breakpoint
CREATE INDEX `reports_tell` ON `reports` (`tellBy`) WHERE tellBy is not null;