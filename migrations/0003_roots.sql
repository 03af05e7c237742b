CREATE TABLE `successions` (
	`number` integer PRIMARY KEY NOT NULL,
	`root` blob NOT NULL,
	`box` blob NOT NULL,
	`forward` text NOT NULL,
	`back` text NOT NULL,
	`recoveryRoot` blob NOT NULL,
	`recoveryBox` blob NOT NULL
);
