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
CREATE UNIQUE INDEX `tellings_number` ON `tellings` (`issuer`,`year`,`number`);