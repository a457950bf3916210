-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('STAFF', 'MANAGER', 'COORDINATOR');

-- CreateEnum
CREATE TYPE "Phase" AS ENUM ('PLAN', 'MID_YEAR_REVIEW', 'SELF_EVALUATION');

-- CreateEnum
CREATE TYPE "SubmissionState" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'RELEASED', 'DISCARDED');

-- CreateEnum
CREATE TYPE "RevisionKind" AS ENUM ('FORMULATION', 'AMENDMENT', 'CORRECTION');

-- CreateTable
CREATE TABLE "Organization" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "nameJa" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "cityNameJa" TEXT NOT NULL,
    "cityNameEn" TEXT NOT NULL,
    "municipalCode" TEXT,
    "sourceNote" TEXT,
    "sourceUrl" TEXT,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "nameJa" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "administrator" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "sectionId" UUID,
    "role" "Role" NOT NULL,
    "postTitle" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimiterFlexible" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "RateLimiterFlexible_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Policy" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "fiscalYear" INTEGER NOT NULL,
    "formId" TEXT NOT NULL,
    "currentEditionId" UUID,

    CONSTRAINT "Policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Issue" (
    "id" UUID NOT NULL,
    "policyId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "featured" BOOLEAN NOT NULL,
    "sectionId" UUID,
    "predecessorIds" UUID[],
    "removedInId" UUID,

    CONSTRAINT "Issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Strategy" (
    "id" UUID NOT NULL,
    "policyId" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "featured" BOOLEAN NOT NULL,
    "sectionId" UUID,
    "predecessorIds" UUID[],
    "removedInId" UUID,

    CONSTRAINT "Strategy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Initiative" (
    "id" UUID NOT NULL,
    "policyId" UUID NOT NULL,
    "strategyId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "featured" BOOLEAN NOT NULL,
    "sectionId" UUID,
    "predecessorIds" UUID[],
    "budgetThousandYen" INTEGER,
    "settledThousandYen" INTEGER,
    "removedInId" UUID,

    CONSTRAINT "Initiative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReformItem" (
    "id" UUID NOT NULL,
    "policyId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "featured" BOOLEAN NOT NULL,
    "sectionId" UUID,
    "predecessorIds" UUID[],
    "removedInId" UUID,

    CONSTRAINT "ReformItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Round" (
    "id" UUID NOT NULL,
    "policyId" UUID NOT NULL,
    "phase" "Phase" NOT NULL,
    "opensOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "plannedReleaseOn" DATE NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" UUID NOT NULL,
    "policyId" UUID NOT NULL,
    "phase" "Phase" NOT NULL,
    "roundId" UUID,
    "targetPolicyId" UUID,
    "issueId" UUID,
    "strategyId" UUID,
    "initiativeId" UUID,
    "reformItemId" UUID,
    "state" "SubmissionState" NOT NULL,
    "lockVersion" INTEGER NOT NULL DEFAULT 0,
    "baseEditionId" UUID,
    "headVersionId" UUID,
    "submittedVersionId" UUID,
    "approvedVersionId" UUID,
    "approvedById" UUID,
    "startedFromId" UUID,
    "releasedInId" UUID,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contributor" (
    "submissionId" UUID NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "Contributor_pkey" PRIMARY KEY ("submissionId","userId")
);

-- CreateTable
CREATE TABLE "Part" (
    "hash" CHAR(64) NOT NULL,
    "salt" TEXT,
    "payload" TEXT,

    CONSTRAINT "Part_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Version" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "authorId" UUID NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "manifest" TEXT NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "Version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Edition" (
    "id" UUID NOT NULL,
    "policyId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "phases" "Phase"[],
    "revisionKind" "RevisionKind",
    "effectiveOn" DATE NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "manifest" TEXT NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "previousHash" CHAR(64),

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Chain" (
    "id" UUID NOT NULL,
    "organizationId" UUID,
    "length" INTEGER NOT NULL DEFAULT 0,
    "headHash" CHAR(64),
    "extendedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Chain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "chainId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "actorId" UUID,
    "membershipId" UUID,
    "subjectType" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "detail" TEXT NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "previousHash" CHAR(64),
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("chainId","number")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "userId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "requestHash" CHAR(64) NOT NULL,
    "outcome" TEXT,
    "submissionId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("userId","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Organization_slug_key" ON "Organization"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Section_organizationId_nameJa_key" ON "Section"("organizationId", "nameJa");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE INDEX "Membership_organizationId_role_idx" ON "Membership"("organizationId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "Policy_currentEditionId_key" ON "Policy"("currentEditionId");

-- CreateIndex
CREATE UNIQUE INDEX "Policy_organizationId_fiscalYear_key" ON "Policy"("organizationId", "fiscalYear");

-- CreateIndex
CREATE INDEX "Issue_policyId_idx" ON "Issue"("policyId");

-- CreateIndex
CREATE INDEX "Strategy_policyId_idx" ON "Strategy"("policyId");

-- CreateIndex
CREATE INDEX "Initiative_policyId_idx" ON "Initiative"("policyId");

-- CreateIndex
CREATE INDEX "ReformItem_policyId_idx" ON "ReformItem"("policyId");

-- CreateIndex
CREATE UNIQUE INDEX "Round_policyId_phase_key" ON "Round"("policyId", "phase");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_headVersionId_key" ON "Submission"("headVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_submittedVersionId_key" ON "Submission"("submittedVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_approvedVersionId_key" ON "Submission"("approvedVersionId");

-- CreateIndex
CREATE INDEX "Submission_policyId_phase_state_idx" ON "Submission"("policyId", "phase", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Version_hash_key" ON "Version"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "Version_submissionId_number_key" ON "Version"("submissionId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_hash_key" ON "Edition"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_policyId_number_key" ON "Edition"("policyId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Chain_organizationId_key" ON "Chain"("organizationId");

-- CreateIndex
CREATE INDEX "Event_subjectId_idx" ON "Event"("subjectId");

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Policy" ADD CONSTRAINT "Policy_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Policy" ADD CONSTRAINT "Policy_currentEditionId_fkey" FOREIGN KEY ("currentEditionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "Policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_removedInId_fkey" FOREIGN KEY ("removedInId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Strategy" ADD CONSTRAINT "Strategy_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "Policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Strategy" ADD CONSTRAINT "Strategy_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Strategy" ADD CONSTRAINT "Strategy_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Strategy" ADD CONSTRAINT "Strategy_removedInId_fkey" FOREIGN KEY ("removedInId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "Policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "Strategy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_removedInId_fkey" FOREIGN KEY ("removedInId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReformItem" ADD CONSTRAINT "ReformItem_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "Policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReformItem" ADD CONSTRAINT "ReformItem_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReformItem" ADD CONSTRAINT "ReformItem_removedInId_fkey" FOREIGN KEY ("removedInId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "Policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "Policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_targetPolicyId_fkey" FOREIGN KEY ("targetPolicyId") REFERENCES "Policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "Strategy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_initiativeId_fkey" FOREIGN KEY ("initiativeId") REFERENCES "Initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_reformItemId_fkey" FOREIGN KEY ("reformItemId") REFERENCES "ReformItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_baseEditionId_fkey" FOREIGN KEY ("baseEditionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_headVersionId_fkey" FOREIGN KEY ("headVersionId") REFERENCES "Version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_submittedVersionId_fkey" FOREIGN KEY ("submittedVersionId") REFERENCES "Version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_approvedVersionId_fkey" FOREIGN KEY ("approvedVersionId") REFERENCES "Version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_approvedById_fkey" FOREIGN KEY ("approvedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_startedFromId_fkey" FOREIGN KEY ("startedFromId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_releasedInId_fkey" FOREIGN KEY ("releasedInId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contributor" ADD CONSTRAINT "Contributor_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contributor" ADD CONSTRAINT "Contributor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Version" ADD CONSTRAINT "Version_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Version" ADD CONSTRAINT "Version_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "Policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Chain" ADD CONSTRAINT "Chain_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_chainId_fkey" FOREIGN KEY ("chainId") REFERENCES "Chain"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdempotencyKey" ADD CONSTRAINT "IdempotencyKey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdempotencyKey" ADD CONSTRAINT "IdempotencyKey_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What follows Prisma cannot say. lib/data/guards.test.ts asserts each of these after migrating.

-- Decided things stay as they were decided.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on "%" is refused: it is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER part_append_only BEFORE UPDATE OR DELETE ON "Part" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER part_no_truncate BEFORE TRUNCATE ON "Part" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER version_append_only BEFORE UPDATE OR DELETE ON "Version" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER version_no_truncate BEFORE TRUNCATE ON "Version" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER edition_append_only BEFORE UPDATE OR DELETE ON "Edition" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER edition_no_truncate BEFORE TRUNCATE ON "Edition" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON "Event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- These change, but are never deleted.
CREATE TRIGGER chain_no_delete BEFORE DELETE ON "Chain" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER chain_no_truncate BEFORE TRUNCATE ON "Chain" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_no_delete BEFORE DELETE ON "Submission" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER contributor_no_delete BEFORE UPDATE OR DELETE ON "Contributor" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER contributor_no_truncate BEFORE TRUNCATE ON "Contributor" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER issue_no_delete BEFORE DELETE ON "Issue" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER strategy_no_delete BEFORE DELETE ON "Strategy" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER initiative_no_delete BEFORE DELETE ON "Initiative" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reform_item_no_delete BEFORE DELETE ON "ReformItem" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A chain grows by one at a time; the database's clock says when, and the lock on its row keeps the order.
CREATE FUNCTION extend_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."length" NOT IN (OLD."length", OLD."length" + 1) THEN
    RAISE EXCEPTION 'a chain grows by one' USING ERRCODE = 'restrict_violation';
  END IF;
  NEW."extendedAt" := clock_timestamp();
  RETURN NEW;
END
$$;
CREATE TRIGGER chain_extend BEFORE UPDATE ON "Chain" FOR EACH ROW EXECUTE FUNCTION extend_chain();

-- Whoever worked on a submission cannot be its approver, in whichever order the two are written.
CREATE FUNCTION refuse_own_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Submission' THEN
    IF NEW."approvedById" IS NOT NULL AND EXISTS (
      SELECT 1 FROM "Contributor" c WHERE c."submissionId" = NEW."id" AND c."userId" = NEW."approvedById"
    ) THEN
      RAISE EXCEPTION 'an approver is no contributor' USING ERRCODE = 'restrict_violation';
    END IF;
  ELSIF EXISTS (
    SELECT 1 FROM "Submission" s WHERE s."id" = NEW."submissionId" AND s."approvedById" = NEW."userId"
  ) THEN
    RAISE EXCEPTION 'an approver is no contributor' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER submission_own_approval BEFORE INSERT OR UPDATE ON "Submission" FOR EACH ROW EXECUTE FUNCTION refuse_own_approval();
CREATE TRIGGER contributor_own_approval BEFORE INSERT ON "Contributor" FOR EACH ROW EXECUTE FUNCTION refuse_own_approval();

-- A submission has exactly one target, and a Revision's is the policy.
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_one_target" CHECK (
  num_nonnulls("targetPolicyId", "issueId", "strategyId", "initiativeId", "reformItemId") = 1
  AND ("phase" <> 'PLAN' OR "targetPolicyId" IS NOT DISTINCT FROM "policyId")
);

-- The pointers say what the state says.
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_state_pointers" CHECK (
  ("state" NOT IN ('SUBMITTED', 'APPROVED', 'RELEASED') OR ("submittedVersionId" IS NOT NULL AND "submittedVersionId" IS NOT DISTINCT FROM "headVersionId"))
  AND (("state" IN ('APPROVED', 'RELEASED')) = ("approvedById" IS NOT NULL))
  AND (("state" IN ('APPROVED', 'RELEASED')) = ("approvedVersionId" IS NOT NULL))
  AND ("approvedVersionId" IS NULL OR "approvedVersionId" IS NOT DISTINCT FROM "submittedVersionId")
  AND (("state" = 'RELEASED') = ("releasedInId" IS NOT NULL))
);

-- One open evaluation for a target and phase.
CREATE UNIQUE INDEX "Submission_one_open_evaluation" ON "Submission" (
  "phase", (COALESCE("targetPolicyId", "issueId", "strategyId", "initiativeId", "reformItemId"))
) WHERE "phase" <> 'PLAN' AND "state" NOT IN ('RELEASED', 'DISCARDED');

ALTER TABLE "Membership" ADD CONSTRAINT "Membership_dates" CHECK ("endsOn" IS NULL OR "startsOn" <= "endsOn");
ALTER TABLE "Round" ADD CONSTRAINT "Round_dates" CHECK ("opensOn" <= "dueOn" AND "dueOn" <= "plannedReleaseOn");
ALTER TABLE "User" ADD CONSTRAINT "User_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_amounts" CHECK ("budgetThousandYen" >= 0 AND "settledThousandYen" >= 0);

-- The chain of sign-in and administration, which belongs to no organisation.
CREATE UNIQUE INDEX "Chain_one_without_organization" ON "Chain" ((true)) WHERE "organizationId" IS NULL;
INSERT INTO "Chain" ("id", "organizationId", "length") VALUES (gen_random_uuid(), NULL, 0);
