-- CreateEnum
CREATE TYPE "ReleaseState" AS ENUM ('SCHEDULED', 'DONE', 'FAILED', 'CANCELLED');

-- AlterTable
ALTER TABLE "Organization" ADD COLUMN     "disabledAt" TIMESTAMPTZ(3),
ADD COLUMN     "sample" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Section" ADD COLUMN     "disabledAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "LatePermit" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "untilOn" DATE NOT NULL,
    "reasonHash" CHAR(64) NOT NULL,
    "grantedById" UUID NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LatePermit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DraftBuffer" (
    "submissionId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "baseVersionId" UUID,
    "writingId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "typed" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DraftBuffer_pkey" PRIMARY KEY ("submissionId","userId")
);

-- CreateTable
CREATE TABLE "Opening" (
    "versionId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Opening_pkey" PRIMARY KEY ("versionId","userId")
);

-- CreateTable
CREATE TABLE "Delegation" (
    "id" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "deputyId" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LaterLook" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "move" TEXT NOT NULL,
    "membershipId" UUID NOT NULL,
    "deputyId" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "lookedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LaterLook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Release" (
    "id" UUID NOT NULL,
    "policyId" UUID NOT NULL,
    "scheduledById" UUID NOT NULL,
    "scheduledAt" TIMESTAMPTZ(3) NOT NULL,
    "releaseAt" TIMESTAMPTZ(3) NOT NULL,
    "request" TEXT,
    "state" "ReleaseState" NOT NULL DEFAULT 'SCHEDULED',
    "failure" TEXT,
    "finishedAt" TIMESTAMPTZ(3),
    "editionId" UUID,

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "detail" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "mailId" UUID,

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "digestOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" TIMESTAMPTZ(3) NOT NULL,
    "failure" TEXT,

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasswordLink" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" CHAR(64) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PasswordLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" CHAR(64) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LatePermit_submissionId_idx" ON "LatePermit"("submissionId");

-- CreateIndex
CREATE INDEX "Delegation_deputyId_idx" ON "Delegation"("deputyId");

-- CreateIndex
CREATE INDEX "Delegation_membershipId_idx" ON "Delegation"("membershipId");

-- CreateIndex
CREATE INDEX "LaterLook_membershipId_idx" ON "LaterLook"("membershipId");

-- CreateIndex
CREATE INDEX "Release_state_releaseAt_idx" ON "Release"("state", "releaseAt");

-- CreateIndex
CREATE INDEX "Release_policyId_idx" ON "Release"("policyId");

-- CreateIndex
CREATE UNIQUE INDEX "Outbox_key_key" ON "Outbox"("key");

-- CreateIndex
CREATE INDEX "Outbox_userId_createdAt_idx" ON "Outbox"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Outbox_mailId_idx" ON "Outbox"("mailId");

-- CreateIndex
CREATE INDEX "Mail_sentAt_nextTryAt_idx" ON "Mail"("sentAt", "nextTryAt");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_userId_digestOn_key" ON "Mail"("userId", "digestOn");

-- CreateIndex
CREATE UNIQUE INDEX "PasswordLink_tokenHash_key" ON "PasswordLink"("tokenHash");

-- CreateIndex
CREATE INDEX "PasswordLink_userId_idx" ON "PasswordLink"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateIndex
CREATE INDEX "CalendarFeed_userId_idx" ON "CalendarFeed"("userId");

-- CreateIndex
CREATE INDEX "Submission_roundId_idx" ON "Submission"("roundId");

-- AddForeignKey
ALTER TABLE "LatePermit" ADD CONSTRAINT "LatePermit_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LatePermit" ADD CONSTRAINT "LatePermit_grantedById_fkey" FOREIGN KEY ("grantedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftBuffer" ADD CONSTRAINT "DraftBuffer_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftBuffer" ADD CONSTRAINT "DraftBuffer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftBuffer" ADD CONSTRAINT "DraftBuffer_baseVersionId_fkey" FOREIGN KEY ("baseVersionId") REFERENCES "Version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opening" ADD CONSTRAINT "Opening_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opening" ADD CONSTRAINT "Opening_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_deputyId_fkey" FOREIGN KEY ("deputyId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LaterLook" ADD CONSTRAINT "LaterLook_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LaterLook" ADD CONSTRAINT "LaterLook_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LaterLook" ADD CONSTRAINT "LaterLook_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LaterLook" ADD CONSTRAINT "LaterLook_deputyId_fkey" FOREIGN KEY ("deputyId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "Policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_scheduledById_fkey" FOREIGN KEY ("scheduledById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outbox" ADD CONSTRAINT "Outbox_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outbox" ADD CONSTRAINT "Outbox_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PasswordLink" ADD CONSTRAINT "PasswordLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- A deputy stands in for a while, in a named order.
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_dates" CHECK ("startsOn" <= "endsOn" AND "rank" >= 1);

-- What a scheduled release carries says what its state says.
ALTER TABLE "Release" ADD CONSTRAINT "Release_state" CHECK (
  (("state" = 'SCHEDULED') = ("finishedAt" IS NULL))
  AND (("state" = 'SCHEDULED') = ("request" IS NOT NULL))
  AND (("state" = 'FAILED') = ("failure" IS NOT NULL))
  AND (("state" = 'DONE') = ("editionId" IS NOT NULL))
);
