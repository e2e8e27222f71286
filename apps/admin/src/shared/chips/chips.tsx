import { useTranslate } from 'ra-core';
import { Chip } from './Chip';
import { lookOf, type ChipCode, type ChipGroup } from './table';

interface CodeChipProps {
  readonly group: ChipGroup;
  readonly code: string;
  readonly note?: string | undefined;
}

function CodeChip({ group, code, note }: CodeChipProps) {
  const t = useTranslate();
  return <Chip {...lookOf(group, code)} label={t(`chip.${group}.${code}`, { _: code })} note={note} />;
}

/** A case's step. While a payout has failed, refund processing shows that instead: it is what somebody must see to. */
export function CaseStateChip({ state, payoutFailed = false }: { state: ChipCode<'case'>; payoutFailed?: boolean }) {
  return <CodeChip group="case" code={state === 'REFUNDING' && payoutFailed ? 'PAYOUT_FAILED' : state} />;
}

/** A8, A13: of what its people were reminded, and since when; beside the step, which says where the case stands. */
export const RemindedChip = ({ kind, note }: { kind: string; note: string }) => (
  <CodeChip group="reminded" code={kind} note={note} />
);

/** The one status of A2, for orders and cases alike: `inProgress`, `ended`, `exchanged`, `exchangeClosed`. */
export const UmbrellaChip = ({ code }: { code: string }) => <CodeChip group="umbrella" code={code} />;

/** How a rule's value came to be at a unit; `note` names the owner of a lock or a bound. */
export const RuleValueChip = ({ state, note }: { state: ChipCode<'rule'>; note?: string }) => (
  <CodeChip group="rule" code={state} note={note} />
);

/** I3: the buyer of an application returns often; `note` has the numbers. */
export const RiskChip = ({ note }: { note: string }) => <CodeChip group="risk" code="lookClosely" note={note} />;

/** Of which class a unit's own value is (P15). */
export const DriftChip = ({ state }: { state: ChipCode<'drift'> }) => <CodeChip group="drift" code={state} />;

/** Whether a lock is lifted by it now; `dormant` while the unit stands elsewhere. */
export const ExemptionChip = ({ state }: { state: ChipCode<'exemption'> }) => <CodeChip group="exemption" code={state} />;

/** How far a branch has read a rule (P17): `overdue` where it has not accepted it in time. */
export const AcknowledgementChip = ({ state }: { state: ChipCode<'acknowledgement'> }) => (
  <CodeChip group="acknowledgement" code={state} />
);

/** What became of a job at one branch. */
export const JobRowChip = ({ state }: { state: ChipCode<'job'> }) => <CodeChip group="job" code={state} />;

/** How a job stands as a whole. */
export const JobChip = ({ state }: { state: ChipCode<'jobStatus'> }) => <CodeChip group="jobStatus" code={state} />;

/** Whether free returns are on at a unit: `on`, `off`, `suspended`, `pilot`. */
export const CoverageChip = ({ state, note }: { state: string; note?: string }) => (
  <CodeChip group="coverage" code={state} note={note} />
);

/** What became of a claim. */
export const ClaimChip = ({ state }: { state: ChipCode<'claim'> }) => <CodeChip group="claim" code={state} />;

/** P11: how a rollout stands. */
export const RolloutChip = ({ state }: { state: ChipCode<'rollout'> }) => <CodeChip group="rollout" code={state} />;

export const ChangeChip = ({ state }: { state: ChipCode<'change'> }) => <CodeChip group="change" code={state} />;

export const VersionChip = ({ status }: { status: ChipCode<'version'> }) => <CodeChip group="version" code={status} />;
