CREATE TABLE `steps` (
	`subject` text NOT NULL,
	`position` integer NOT NULL,
	`at` text NOT NULL,
	`who` text,
	`move` text NOT NULL,
	`fromState` text,
	`toState` text,
	`why` text,
	PRIMARY KEY(`subject`, `position`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `offices` (
	`id` integer PRIMARY KEY NOT NULL,
	`fullName` text NOT NULL,
	`shortName` text NOT NULL,
	`jurisdiction` text NOT NULL,
	`letterCode` text NOT NULL,
	`level` text NOT NULL,
	`superiorName` text NOT NULL,
	`superiorPhone` text NOT NULL,
	`phone` text NOT NULL,
	`hours` text NOT NULL,
	`publicUrl` text NOT NULL,
	`root` blob NOT NULL,
	`certificate` text NOT NULL,
	`addressCertificate` text NOT NULL,
	`codeSalt` blob NOT NULL,
	`recoveryBundle` blob NOT NULL,
	`recoverySet` text NOT NULL,
	`keepers` text NOT NULL,
	`setUpAt` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `codes` (
	`token` text PRIMARY KEY NOT NULL,
	`roundId` text NOT NULL,
	`unitId` text NOT NULL,
	`teamId` text NOT NULL,
	`noticeNumber` text NOT NULL,
	`salt` blob NOT NULL,
	`root` blob NOT NULL,
	`certificate` text NOT NULL,
	`sheets` integer NOT NULL,
	`state` text NOT NULL,
	`withdrawnWhy` text,
	`mintedAt` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `codes_notice_number` ON `codes` (`noticeNumber`);--> statement-breakpoint
CREATE TABLE `envelopes` (
	`reportId` text NOT NULL,
	`part` text NOT NULL,
	`partId` text NOT NULL,
	`envelope` blob NOT NULL,
	`by` text,
	`at` text,
	PRIMARY KEY(`reportId`, `part`, `partId`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `messages` (
	`reportId` text NOT NULL,
	`id` text NOT NULL,
	`direction` text NOT NULL,
	`purpose` text NOT NULL,
	`envelope` blob NOT NULL,
	`on` text NOT NULL,
	`position` integer NOT NULL,
	`by` text,
	PRIMARY KEY(`reportId`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `messages_order` ON `messages` (`reportId`,`position`);--> statement-breakpoint
CREATE TABLE `proposals` (
	`reportId` text PRIMARY KEY NOT NULL,
	`move` text NOT NULL,
	`form` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`roundId` text NOT NULL,
	`unitId` text NOT NULL,
	`teamId` text NOT NULL,
	`epoch` integer NOT NULL,
	`enquiryNumber` text NOT NULL,
	`lookupHash` text,
	`channel` text NOT NULL,
	`kind` text NOT NULL,
	`tile` text NOT NULL,
	`aspect` text,
	`urgent` integer DEFAULT false NOT NULL,
	`risk` text,
	`inCourt` text NOT NULL,
	`afraid` integer NOT NULL,
	`callMe` integer NOT NULL,
	`forOther` integer NOT NULL,
	`namesPerson` integer NOT NULL,
	`hasText` integer NOT NULL,
	`identityMode` text NOT NULL,
	`state` text NOT NULL,
	`askedFrom` text,
	`steps` integer NOT NULL,
	`owner` text,
	`pendingMove` text,
	`pendingBy` text,
	`refusedMove` text,
	`unread` integer DEFAULT false NOT NULL,
	`receivedOn` text NOT NULL,
	`receivedAt` text,
	`acceptedOn` text,
	`acceptedBy` text,
	`acceptedWithin` text,
	`dueKind` text,
	`due` text,
	`promise` text,
	`promiseBefore` text,
	`promiseMoved` text,
	`hardBy` text,
	`pausedOn` text,
	`hasWaited` integer DEFAULT false NOT NULL,
	`declineReason` text,
	`forwarded` integer,
	`conclusion` text,
	`resultType` text,
	`households` integer,
	`money` integer,
	`concludedOn` text,
	`archivedOn` text,
	`contactHeld` integer NOT NULL,
	`contactErasedOn` text,
	`mergedInto` text,
	`rank` integer NOT NULL,
	`queueKey` text
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_enquiry_number` ON `reports` (`roundId`,`enquiryNumber`);--> statement-breakpoint
CREATE UNIQUE INDEX `reports_lookup` ON `reports` (`lookupHash`);--> statement-breakpoint
CREATE INDEX `reports_queue` ON `reports` (`teamId`,`queueKey`) WHERE queueKey is not null;--> statement-breakpoint
CREATE INDEX `reports_state` ON `reports` (`teamId`,`state`,`queueKey`);--> statement-breakpoint
CREATE INDEX `reports_due` ON `reports` (`teamId`,`due`,`queueKey`) WHERE queueKey is not null;--> statement-breakpoint
CREATE INDEX `reports_rank` ON `reports` (`teamId`,`rank`,`queueKey`) WHERE queueKey is not null;--> statement-breakpoint
CREATE INDEX `reports_pending` ON `reports` (`teamId`,`queueKey`,`pendingMove`) WHERE pendingMove is not null;--> statement-breakpoint
CREATE INDEX `reports_unread` ON `reports` (`teamId`,`queueKey`) WHERE unread = 1;--> statement-breakpoint
CREATE INDEX `reports_owner` ON `reports` (`teamId`,`owner`,`queueKey`,`state`,`pendingMove`) WHERE queueKey is not null;--> statement-breakpoint
CREATE INDEX `reports_unit` ON `reports` (`teamId`,`unitId`,`queueKey`) WHERE queueKey is not null;--> statement-breakpoint
CREATE INDEX `reports_tile` ON `reports` (`teamId`,`tile`,`queueKey`) WHERE queueKey is not null;--> statement-breakpoint
CREATE INDEX `reports_done` ON `reports` (`teamId`,`concludedOn`) WHERE concludedOn is not null;--> statement-breakpoint
CREATE INDEX `reports_new` ON `reports` (`teamId`,`receivedAt`) WHERE receivedAt is not null;--> statement-breakpoint
CREATE INDEX `reports_clock` ON `reports` (`state`,`due`);--> statement-breakpoint
CREATE INDEX `reports_closed` ON `reports` (`concludedOn`) WHERE concludedOn is not null;--> statement-breakpoint
CREATE TABLE `assignments` (
	`roundId` text NOT NULL,
	`unitId` text NOT NULL,
	`teamId` text NOT NULL,
	PRIMARY KEY(`roundId`, `unitId`)
);
--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`parentId` text,
	`term` integer NOT NULL,
	`seq` integer NOT NULL,
	`title` text NOT NULL,
	`type` text NOT NULL,
	`theme` text,
	`scope` text,
	`enteredOn` text NOT NULL,
	`fieldEndsOn` text NOT NULL,
	`intakeOpensOn` text NOT NULL,
	`intakeClosesOn` text NOT NULL,
	`pausedReason` text,
	`resumesOn` text
);
--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`roundId` text NOT NULL,
	`name` text NOT NULL,
	`base` text NOT NULL,
	`postal` text NOT NULL,
	`box` text NOT NULL,
	`phone` text NOT NULL,
	`hours` text NOT NULL,
	`dialects` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `teams_round` ON `teams` (`roundId`);--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`shortName` text NOT NULL,
	`type` text NOT NULL,
	`parentId` text
);
--> statement-breakpoint
CREATE TABLE `grants` (
	`holder` text NOT NULL,
	`epoch` integer NOT NULL,
	`kind` text NOT NULL,
	`personId` text NOT NULL,
	`envelope` blob NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`holder`, `epoch`, `kind`, `personId`)
);
--> statement-breakpoint
CREATE INDEX `grants_person` ON `grants` (`personId`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`personId` text NOT NULL,
	`expiresOn` text NOT NULL,
	`askHash` blob NOT NULL,
	`rootProof` blob NOT NULL,
	`sealedSecrets` text NOT NULL,
	`personProof` blob,
	`usedAt` text
);
--> statement-breakpoint
CREATE TABLE `memberships` (
	`personId` text NOT NULL,
	`team` text NOT NULL,
	`roles` text NOT NULL,
	`certificate` text,
	PRIMARY KEY(`personId`, `team`)
);
--> statement-breakpoint
CREATE INDEX `memberships_team` ON `memberships` (`team`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`username` text NOT NULL,
	`state` text NOT NULL,
	`sealingKey` blob,
	`signingKey` blob,
	`passwordSalt` blob,
	`proverHash` blob,
	`wrapped` blob,
	`recoverySalt` blob,
	`recoveryProverHash` blob,
	`wrappedByRecovery` blob,
	`invitedAt` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_username_unique` ON `people` (`username`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`hash` text PRIMARY KEY NOT NULL,
	`personId` text NOT NULL,
	`startedAt` text NOT NULL,
	`seenAt` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `signInTries` (
	`bucket` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`notBefore` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `teamKeys` (
	`teamId` text NOT NULL,
	`epoch` integer NOT NULL,
	`key` blob NOT NULL,
	`contactKey` blob NOT NULL,
	`madeBy` text NOT NULL,
	`madeAt` text NOT NULL,
	`signature` blob NOT NULL,
	`recoveryKey` blob NOT NULL,
	`recoveryContactKey` blob NOT NULL,
	`certificate` text,
	PRIMARY KEY(`teamId`, `epoch`)
);
