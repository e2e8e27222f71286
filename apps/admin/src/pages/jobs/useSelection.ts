import { useMemo, useState } from 'react';
import { parseCount, parsePercent } from '../../shared/format/parse';
import { useCalendar } from '../../shared/format';
import type { KindKey } from '../../shared/rules';
import { useScope } from '../../shared/scope';
import { useUrlFilters } from '../../shared/url';
import { useDebounced } from '../../shared/useDebounced';
import type { BranchAction, SelectionInput } from './documents';

export const actions = ['turnOn', 'turnOff', 'suspend', 'assign', 'exempt'] as const satisfies readonly BranchAction[];
export const ownerships = ['direct', 'jointVenture', 'licensed', 'franchise'] as const;
export const parentTypes = ['region', 'mall', 'partner'] as const;
export const coverages = ['on', 'off', 'suspended'] as const;

const oneOf = <T extends string>(all: readonly T[], text: string): T[] | null => {
  const found = all.find((each) => each === text);
  return found === undefined ? null : [found];
};

const numberOr = (value: number): number | null => (Number.isNaN(value) ? null : value);

const COVERAGE = 'returnShippingSubsidy' satisfies KindKey;

type Filters = ReturnType<
  typeof useUrlFilters<
    | 'by'
    | 'action'
    | 'ownership'
    | 'parent'
    | 'region'
    | 'coverage'
    | 'op'
    | 'rate'
    | 'least'
    | 'kind'
    | 'version'
    | 'field'
    | 'until'
  >
>;

function conditionsOf({ ownership, parent, region, coverage, op, rate, least }: Filters['values']) {
  const bps = numberOr(parsePercent(rate));
  const isAbove = op === 'above';
  return {
    ownership: oneOf(ownerships, ownership),
    parentTypes: oneOf(parentTypes, parent),
    coverage: oneOf(coverages, coverage),
    regions: region.trim() === '' ? null : region.split(/[\s,，、]+/).filter((code) => code !== ''),
    returnRateBelow: isAbove ? null : bps,
    returnRateAbove: isAbove ? bps : null,
    leastLines: numberOr(parseCount(least)),
  };
}

/** What an action is about beside the branches; a lock is lifted that the unit in scope has set, until the end of a day. */
function useAbout(
  action: BranchAction,
  { version, kind, field, until }: Filters['values'],
): Pick<SelectionInput, 'detail' | 'until'> {
  const scope = useScope();
  const calendar = useCalendar();
  if (action === 'assign') return version === '' ? {} : { detail: { versionId: version } };
  if (action !== 'exempt' || field === '' || until === '') return {};
  const about = { kind: kindOf(kind), fields: [field], ancestorId: scope.nodeId };
  return { detail: about, until: calendar.endOfDay(until) };
}

const isWhole = ({ action, detail }: SelectionInput): boolean => (action !== 'assign' && action !== 'exempt') || detail != null;

export const kindOf = (text: string): KindKey => (text === '' ? COVERAGE : (text as KindKey));

/** What is asked for: conditions stand in the address, a list does not. */
export function useSelection() {
  const scope = useScope();
  const filters: Filters = useUrlFilters(
    ...([
      'by',
      'action',
      'ownership',
      'parent',
      'region',
      'coverage',
      'op',
      'rate',
      'least',
      'kind',
      'version',
      'field',
      'until',
    ] as const),
  );
  const [list, setList] = useState('');
  const isList = filters.values.by === 'list';
  const action = actions.find((each) => each === filters.values.action) ?? 'turnOn';
  const about = useAbout(action, filters.values);
  const asked: SelectionInput = {
    ...{ action, within: scope.nodeId, ...about },
    ...(isList ? { list } : { conditions: conditionsOf(filters.values) }),
  };
  // As a text, which stands still while nothing changes.
  const settled = useDebounced(JSON.stringify(asked), 300);
  const selection = useMemo(() => JSON.parse(settled) as SelectionInput, [settled]);
  const isComplete = isWhole(asked) && (!isList || list.trim() !== '');
  const kind = action === 'assign' || action === 'exempt' ? kindOf(filters.values.kind) : COVERAGE;
  return { filters, isList, action, kind, list, setList, selection, isComplete };
}

export type SelectionState = ReturnType<typeof useSelection>;
