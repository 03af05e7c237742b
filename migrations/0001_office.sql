ALTER TABLE `rounds` ADD `categories` text;--> statement-breakpoint
ALTER TABLE `teams` ADD `closedOn` text;--> statement-breakpoint
ALTER TABLE `teams` ADD `successor` text;--> statement-breakpoint
CREATE INDEX `reports_counted` ON `reports` (`roundId`,`channel`,`kind`,`state`) WHERE state <> 'voided';