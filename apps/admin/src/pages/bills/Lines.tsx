import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import useMediaQuery from '@mui/material/useMediaQuery';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useMemo, useState } from 'react';
import { useCursorQuery } from '../../providers/hooks';
import { useMay } from '../../providers/session';
import { useRowFocus } from '../../shared/keyboard';
import { EmptyState } from '../../shared/states';
import { CursorTable } from '../../shared/table';
import { useUrlParam } from '../../shared/url';
import { useIsPhone } from '../../shared/useIsPhone';
import { AcceptDialog } from './AcceptDialog';
import { BulkDialog } from './BulkDialog';
import { DisputeDialog } from './DisputeDialog';
import { DisputeMany, useChosenLines } from './DisputeMany';
import { billLinesDocument, type Bill, type BillLine, type Outcome } from './documents';
import { LinePanel, verbsOf, type Verb } from './LinePanel';
import { useLineColumns } from './useLineColumns';
import { useOutcomeName } from './useOutcomeName';
import { useSigned } from './useSigned';

const Columns = styled('div')({
  display: 'grid',
  gap: 16,
  alignItems: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  '&[data-beside="true"]': { gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr)' },
  '& > aside': { position: 'sticky', top: 72 },
});

const Bar = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 16px', margin: '0 0 12px' });

interface Asked {
  readonly line: BillLine;
  readonly verb: Verb;
}

interface LinesProps {
  readonly bill: Bill;
  readonly outcome: Outcome;
}

/** The lines of a tab; the one that was decided gives its place to the next. */
function useLines({ bill, outcome }: LinesProps) {
  const [shown, setShown] = useUrlParam('lines', 'open');
  const [currentId, setCurrentId] = useState<string | null>(null);
  const open = shown !== 'all';
  const list = useCursorQuery(billLinesDocument, { billId: bill.id, outcome, open }, (answer) => answer.billLines);
  const current = list.rows.find(({ id }) => id === currentId) ?? list.rows[0];
  const advance = ({ id }: BillLine) => {
    const index = list.rows.findIndex((row) => row.id === id);
    setCurrentId((list.rows[index + 1] ?? list.rows[index - 1])?.id ?? null);
  };
  return { list, current, advance, choose: setCurrentId, open, setShown };
}

function useLetters(ask: (asked: Asked) => void) {
  const t = useTranslate();
  const may = useMay();
  return useMemo(() => {
    const letters = [
      { key: 'a', verb: 'accept', label: t('bills.status.accepted') },
      { key: 'd', verb: 'dispute', label: t('bills.dispute') },
    ] as const;
    return letters
      .filter(({ verb }) => may(`bill.${verb}`))
      .map(({ key, verb, label }) => ({
        ...{ key, label },
        run: (line: BillLine) => {
          if (verbsOf(line).includes(verb)) ask({ line, verb });
        },
      }));
  }, [t, may, ask]);
}

/** Lines with one outcome: what they sum up to, each beside our side, decided one by one or in bulk. */
export function Lines({ bill, outcome }: LinesProps) {
  const t = useTranslate();
  const may = useMay();
  const signed = useSigned();
  const wide = useMediaQuery('(min-width: 1200px)', { noSsr: true });
  const phone = useIsPhone();
  const { list, current, advance, choose, open, setShown } = useLines({ bill, outcome });
  const [asked, setAsked] = useState<Asked | null>(null);
  const [bulk, setBulk] = useState(false);
  const [many, setMany] = useState(false);
  const { chosen, clear, ...selection } = useChosenLines(list.rows, open);
  const [opened, setOpened] = useState(false);
  const columns = useLineColumns({ kind: bill.kind, open, beside: wide });
  const outcomeName = useOutcomeName(bill.kind);
  const letters = useLetters(setAsked);
  const inList = useRowFocus(phone ? null : (current?.id ?? null), asked !== null || bulk || many || opened);
  const sums = bill.outcomes.find((each) => each.outcome === outcome);
  const show = (line: BillLine) => {
    choose(line.id);
    setOpened(!wide);
  };
  const ask = (line: BillLine) => (verb: Verb) => {
    setOpened(false);
    setAsked({ line, verb });
  };
  return (
    <>
      <Bar>
        <span>{t('bills.notDecided', { n: sums?.open ?? 0 })}</span>
        <span>{t('bills.sum', { sum: signed(sums?.openDifference ?? 0, bill.currency) })}</span>
        {(sums?.open ?? 0) > 1 && may('bill.accept') && (
          <Button variant="outlined" size="small" onClick={() => setBulk(true)}>
            {t('bills.bulk.open')}
          </Button>
        )}
        <DisputeMany bill={bill} chosen={chosen} onDone={clear} onAsk={setMany} />
        <Button size="small" onClick={() => setShown(open ? 'all' : null)}>
          {t(open ? 'bills.showAll' : 'bills.showOpen')}
        </Button>
      </Bar>
      <Columns data-beside={wide && current !== undefined}>
        <div ref={inList}>
          <CursorTable
            label={outcomeName(outcome)}
            columns={columns}
            list={list}
            rowKey={({ id }) => id}
            rowName={({ number }) => number}
            failed={t('bills.linesFailed')}
            empty={
              open ? (
                <EmptyState kind="allDone" text={t('bills.allAgree')} />
              ) : (
                <EmptyState kind="nothing" text={t('bills.noLines')} />
              )
            }
            onOpen={show}
            onMove={({ id }) => choose(id)}
            letters={letters}
            {...selection}
            {...(current && wide && { currentKey: current.id })}
          />
        </div>
        {wide && current && (
          <aside aria-label={current.number}>
            <LinePanel bill={bill} line={current} onChoose={ask(current)} />
          </aside>
        )}
      </Columns>
      {opened && current && (
        <Dialog open onClose={() => setOpened(false)} aria-label={current.number} fullWidth>
          <LinePanel bill={bill} line={current} onChoose={ask(current)} />
        </Dialog>
      )}
      {asked?.verb === 'accept' && (
        <AcceptDialog {...{ bill, ...asked }} onClose={() => setAsked(null)} onDone={() => advance(asked.line)} />
      )}
      {asked?.verb === 'dispute' && (
        <DisputeDialog {...{ bill, ...asked }} onClose={() => setAsked(null)} onDone={() => advance(asked.line)} />
      )}
      {bulk && <BulkDialog bill={bill} outcome={outcome} onClose={() => setBulk(false)} />}
    </>
  );
}
