CREATE TABLE `supervisions` (
	`id` text PRIMARY KEY NOT NULL,
	`referralId` text NOT NULL,
	`issuer` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`until` text NOT NULL,
	`wording` text,
	`signedBy` text NOT NULL,
	`signedOn` text NOT NULL,
	`printedOn` text
);
--> statement-breakpoint
CREATE INDEX `supervisions_referral` ON `supervisions` (`referralId`);--> statement-breakpoint
CREATE UNIQUE INDEX `supervisions_number` ON `supervisions` (`issuer`,`year`,`number`);