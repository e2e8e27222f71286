import ChevronRight from '@mui/icons-material/ChevronRightOutlined';
import ExpandMore from '@mui/icons-material/ExpandMoreOutlined';
import Checkbox from '@mui/material/Checkbox';
import { useTranslate } from 'ra-core';
import type { CSSProperties, Ref } from 'react';
import { Chip, CoverageChip, lookOf, RuleValueChip } from '../../shared/chips';
import { Money } from '../../shared/figures';
import { useFormat } from '../../shared/format';
import { fieldIn, useKinds, useRuleText, WithheldText } from '../../shared/rules';
import { StreamMark } from '../../shared/stream';
import type { CoverageRow } from './documents';
import { Bar, Line, Mark, Name, NoToggle, Toggle } from './styles';

/** Below the chosen unit: in the selection, taken out of it, or out with a unit above. */
export type Part = 'in' | 'out' | 'outAbove';

interface RowProps {
  readonly ref?: Ref<HTMLTableRowElement>;
  readonly row: CoverageRow;
  readonly level: number;
  readonly open: boolean;
  readonly selected: boolean;
  readonly first: boolean;
  readonly part: Part | null;
  readonly onToggle: () => void;
  readonly onChoose: () => void;
  readonly onPart: () => void;
}

function UnitName({ row, open, part, onToggle, onPart }: Pick<RowProps, 'row' | 'open' | 'part' | 'onToggle' | 'onPart'>) {
  const t = useTranslate();
  const { name } = row.node;
  const Icon = open ? ExpandMore : ChevronRight;
  return (
    <Name>
      {row.expandable ? (
        <Toggle
          type="button"
          tabIndex={-1}
          data-tree-toggle
          aria-label={t(open ? 'shared.node.collapse' : 'shared.node.expand', { name })}
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        >
          <Icon />
        </Toggle>
      ) : (
        <NoToggle />
      )}
      {part !== null && (
        <Checkbox
          size="small"
          checked={part === 'in'}
          disabled={part === 'outAbove'}
          onChange={onPart}
          onClick={(event) => event.stopPropagation()}
          slotProps={{
            input: { tabIndex: -1, 'data-tree-part': true, 'aria-label': t('coverage.chosen.part', { unit: name }) } as object,
          }}
        />
      )}
      <span data-part="name" title={name}>
        {name}
      </span>
    </Name>
  );
}

/** One branch is on, off or suspended; a subtree is so in parts. */
function OnBar({ row }: { row: CoverageRow }) {
  const t = useTranslate();
  const format = useFormat();
  const { branches, on, suspended, inPilot, state, expandable, node } = row;
  if (!expandable && node.type === 'store')
    return (
      <Line>
        <CoverageChip state={state} />
        {inPilot > 0 && <CoverageChip state="pilot" />}
      </Line>
    );
  const width = (n: number) => ({ width: `${String(branches === 0 ? 0 : (n / branches) * 100)}%` });
  return (
    <Line>
      <Bar aria-hidden>
        <i style={width(on)} />
        <i style={width(suspended)} />
      </Bar>
      <span className="hw-tabular">{t('coverage.onOf', { share: format.share(on, branches), on, branches })}</span>
      {inPilot > 0 && <Chip {...lookOf('coverage', 'pilot')} label={t('coverage.inPilot', { n: inPilot })} />}
      {suspended > 0 && <Chip {...lookOf('coverage', 'suspended')} label={t('coverage.suspended', { n: suspended })} />}
    </Line>
  );
}

function Source({ row, level }: Pick<RowProps, 'row' | 'level'>) {
  const t = useTranslate();
  const texts = useRuleText();
  const { source, node, lockedBy, customised, state } = row;
  const isOwn = source.node?.id === node.id;
  const line = state === 'suspended' ? 'dashed' : 'solid';
  return (
    <Line>
      <Mark>
        <StreamMark mark={customised ? 'own' : 'flow'} above={level === 1 ? 'none' : line} below={line} />
      </Mark>
      <span>{texts.source(source)}</span>
      {customised && <RuleValueChip state="customised" />}
      {customised && !isOwn && <span className="hw-meta">{t('coverage.col.others')}</span>}
      {lockedBy && <RuleValueChip state="locked" note={t('coverage.lockedBy', { unit: lockedBy.name })} />}
      {lockedBy && <span className="hw-meta">{lockedBy.name}</span>}
    </Line>
  );
}

function Cap({ row }: { row: CoverageRow }) {
  const { data } = useKinds();
  const texts = useRuleText();
  const field = fieldIn(data ?? [], 'mode', 'returnShippingSubsidy');
  return <span>{field && row.cap !== null ? texts.value(field, row.cap).text : '–'}</span>;
}

/** A unit of the board; on a phone, a card with the same parts. */
export function Row({ ref, row, level, open, selected, first, part, onToggle, onChoose, onPart }: RowProps) {
  const t = useTranslate();
  const format = useFormat();
  return (
    <tr
      ref={ref}
      role="row"
      aria-level={level}
      aria-expanded={row.expandable ? open : undefined}
      aria-selected={selected}
      tabIndex={first ? 0 : -1}
      data-name={row.node.name}
      data-out={part === 'out' || part === 'outAbove'}
      style={{ '--level': level - 1 } as CSSProperties}
      onClick={onChoose}
    >
      <td role="gridcell">
        <UnitName {...{ row, open, part, onToggle, onPart }} />
      </td>
      <td role="gridcell" data-align="right" data-head={t('coverage.col.branches')}>
        <span>{format.count(row.branches)}</span>
      </td>
      <td role="gridcell" data-head={t('coverage.col.on')}>
        <OnBar row={row} />
        {row.withheld && (
          <div className="hw-meta" data-withheld>
            <WithheldText withheld={row.withheld} />
          </div>
        )}
      </td>
      <td role="gridcell" data-stream data-head={t('coverage.col.source')}>
        <Source row={row} level={level} />
      </td>
      <td role="gridcell" data-head={t('coverage.col.cap')}>
        <Cap row={row} />
      </td>
      <td role="gridcell" data-align="right" data-head={t('coverage.col.cost')}>
        <Money fen={row.costThisMonth} bare />
      </td>
    </tr>
  );
}
