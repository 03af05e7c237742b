CREATE TABLE `leavings` (
	`reportId` text PRIMARY KEY NOT NULL,
	`withContact` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `milestones` (
	`id` text PRIMARY KEY NOT NULL,
	`roundId` text NOT NULL,
	`kind` text NOT NULL,
	`name` text,
	`due` text NOT NULL,
	`doneOn` text
);
--> statement-breakpoint
CREATE INDEX `milestones_round` ON `milestones` (`roundId`);--> statement-breakpoint
CREATE TABLE `stagesReached` (
	`roundId` text NOT NULL,
	`stage` text NOT NULL,
	`day` text NOT NULL,
	PRIMARY KEY(`roundId`, `stage`)
);
--> statement-breakpoint
CREATE TABLE `secondFactors` (
	`personId` text PRIMARY KEY NOT NULL,
	`secret` blob NOT NULL,
	`lastStep` integer NOT NULL,
	`since` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `offices` ADD `secondFactor` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `codes` ADD `printed` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `referrals` ADD `deliveredHow` text;--> statement-breakpoint
ALTER TABLE `referrals` ADD `deliveredOn` text;--> statement-breakpoint
ALTER TABLE `referrals` ADD `receiptName` text;--> statement-breakpoint
ALTER TABLE `referrals` ADD `receiptOn` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `resultBy` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `erasedOn` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `handedBy` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `contactEpoch` integer;--> statement-breakpoint
ALTER TABLE `rounds` ADD `stage` text DEFAULT 'draft' NOT NULL;--> statement-breakpoint
ALTER TABLE `rounds` ADD `closedBefore` text;