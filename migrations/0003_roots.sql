CREATE TABLE `successions` (
	`number` integer PRIMARY KEY NOT NULL,
	`root` blob NOT NULL,
	`box` blob NOT NULL,
	`forward` text NOT NULL,
	`back` text NOT NULL,
	`recoveryRoot` blob NOT NULL,
	`recoveryBox` blob NOT NULL
);
--> statement-breakpoint
ALTER TABLE `reports` ADD `edition` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `taken` text;--> statement-breakpoint
ALTER TABLE `people` ADD `leftWith` text;