ALTER TABLE `permits` ADD `box` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `referrals` ADD `box` integer DEFAULT 1 NOT NULL;