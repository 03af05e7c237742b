CREATE TABLE `leavings` (
	`reportId` text PRIMARY KEY NOT NULL,
	`withContact` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `referrals` ADD `deliveredHow` text;--> statement-breakpoint
ALTER TABLE `referrals` ADD `deliveredOn` text;--> statement-breakpoint
ALTER TABLE `referrals` ADD `receiptName` text;--> statement-breakpoint
ALTER TABLE `referrals` ADD `receiptOn` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `resultBy` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `erasedOn` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `handedBy` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `contactEpoch` integer;