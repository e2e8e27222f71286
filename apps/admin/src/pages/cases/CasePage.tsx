import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useCallback, useState, type KeyboardEvent } from 'react';
import { useParams } from 'react-router';
import { useApiQuery } from '../../providers/hooks';
import { CaseStateChip, UmbrellaChip } from '../../shared/chips';
import { Deadline } from '../../shared/figures';
import { useFormat } from '../../shared/format';
import { isPlainKey, pressOf, useKeyHelp, useLetterKeys } from '../../shared/keyboard';
import { ZoneOf } from '../../shared/node';
import { PageHeader, Sheet } from '../../shared/page';
import { ScopedLink } from '../../shared/scope';
import { EmptyState, Loaded } from '../../shared/states';
import { AppliedRules } from './AppliedRules';
import { CaseActionDialog } from './CaseActionDialog';
import { CaseActions, letterOf, Overrulable, Remedies } from './CaseActions';
import { CaseFacts } from './CaseFacts';
import { AtWork, useAttend } from './Colleagues';
import { CaseMoney } from './CaseMoney';
import { caseDocument, type CaseAction, type CaseDetail } from './documents';
import { Checklist } from './Checklist';
import { Photos } from './Photos';
import { Judged } from './Judged';
import { Parcels } from './Parcels';
import { Script } from './Script';
import { Stamps } from './Stamps';
import { Timeline } from './Timeline';
import { useCaseHints } from './useArrivals';
import { LookClosely, PausedNote, Reminded } from './words';
import { usePageFocus } from '../../shared/keyboard';

const Columns = styled('div')({
  display: 'grid',
  gap: 16,
  alignItems: 'start',
  gridTemplateColumns: 'minmax(0, 4fr) minmax(0, 5fr) minmax(300px, 4fr)',
  '& > div': { display: 'grid', gap: 16, minWidth: 0 },
  '@media (max-width: 1199.95px)': {
    gridTemplateColumns: 'minmax(0, 1fr) minmax(300px, 1fr)',
    '& > [data-part="history"]': { gridColumn: '1 / -1', order: 3 },
  },
  // One column: what to do, what it is about, then money, rules and history.
  '@media (max-width: 799.95px)': {
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& > div': { display: 'contents' },
    '& > [data-part="act"] > section': { order: 2 },
    '& > [data-part="act"] > section:first-of-type': { order: 0 },
    '& > [data-part="request"] > section': { order: 1 },
    '& > [data-part="history"] > section': { order: 3 },
  },
});

/** Takes the focus, so that the letters work, but shows no ring: nothing can be done to it. */
const Root = styled('div')({ outline: 'none' });

const Now = styled('div')({ display: 'grid', gap: 12 });

/** The photos come into view, the first of them, or the button that adds one, with the focus. */
function showPhotos() {
  const part = document.querySelector('[data-photos]');
  part?.scrollIntoView({ block: 'center' });
  part?.querySelector<HTMLElement>('a[data-photo], button')?.focus({ preventScroll: true });
}

/** Letters of the page, as in the queue: they open the step's dialog with its effect. */
function usePageLetters(actions: readonly CaseAction[], choose: (action: CaseAction) => void) {
  const t = useTranslate();
  const [lettersOn] = useLetterKeys();
  useKeyHelp(t('cases.page.keys'), [
    { keys: 'a', label: t('cases.key.a') },
    { keys: 'r', label: t('cases.key.r') },
    { keys: 'i', label: t('cases.key.i') },
    { keys: 'v', label: t('cases.key.v') },
    { keys: 'e', label: t('cases.key.e') },
  ]);
  return useCallback(
    (event: KeyboardEvent) => {
      if (!lettersOn || !isPlainKey(pressOf(event))) return;
      if (event.key === 'e') showPhotos();
      const action = actions.find((it) => letterOf[it.verb] === event.key);
      if (action) choose(action);
    },
    [lettersOn, actions, choose],
  );
}

/** What happens by itself and when, or how it ended. */
function Standing({ item }: { item: CaseDetail }) {
  const t = useTranslate();
  const format = useFormat();
  if (item.deadline) return <Deadline at={item.deadline.at} outcome={item.deadline.outcomeText} />;
  const ended = item.endedAt === null ? '' : ` · ${format.textTime(item.endedAt)}`;
  return <>{item.isTerminal ? t(`cases.outcome.${item.outcome ?? 'none'}`) + ended : t('cases.page.noClock')}</>;
}

function Acting({ item, onChoose }: { item: CaseDetail; onChoose: (action: CaseAction) => void }) {
  const t = useTranslate();
  const colleagues = useAttend(item.id);
  return (
    <Sheet title={t(item.isTerminal ? 'cases.page.result' : 'cases.page.now')}>
      <Now>
        <div>
          <Standing item={item} />
          <PausedNote item={item} />
        </div>
        <AtWork colleagues={colleagues} />
        <CaseActions actions={item.allowedActions} ended={item.isTerminal} onChoose={onChoose} />
        <Overrulable actions={item.overrulableActions} onChoose={onChoose} />
        <Remedies actions={item.remedies} onChoose={onChoose} />
      </Now>
    </Sheet>
  );
}

function Detail({ item }: { item: CaseDetail }) {
  const t = useTranslate();
  const [asked, setAsked] = useState<CaseAction | null>(null);
  const onKeyDown = usePageLetters(item.allowedActions, setAsked);
  const root = usePageFocus(asked !== null);
  return (
    <>
      <Root ref={root} tabIndex={-1} onKeyDown={onKeyDown}>
        <PageHeader
          title={t('cases.code', { code: item.code })}
          scoped={false}
          aside={
            <>
              <LookClosely item={item} />
              <UmbrellaChip code={item.umbrella} />
              <Reminded item={item} />
              <CaseStateChip state={item.state} payoutFailed={item.payoutFailed} />
            </>
          }
          meta={
            <>
              {t(`cases.type.${item.type}`)} · {item.node.name} ·{' '}
              <ScopedLink to={`/orders/${item.order.id}`}>{t('cases.page.order', { code: item.order.code })}</ScopedLink>
            </>
          }
        />
        <Columns>
          <div data-part="history">
            <Sheet title={t('cases.page.history')}>
              {item.stamps.length > 0 && <Stamps stamps={item.stamps} />}
              <Timeline events={item.events} />
            </Sheet>
          </div>
          <div data-part="request">
            <Sheet title={t('cases.page.request')}>
              <CaseFacts item={item} />
            </Sheet>
            <Sheet title={t('cases.photos.title')}>
              <Photos item={item} />
            </Sheet>
            {item.checklist.length > 0 && (
              <Sheet title={t('cases.checklist.title')}>
                <Checklist items={item.checklist} />
              </Sheet>
            )}
            {item.stamps.length > 0 && (
              <Sheet title={t('cases.page.parcels')}>
                <Parcels parcels={item.shipments} />
              </Sheet>
            )}
          </div>
          <div data-part="act">
            <Acting item={item} onChoose={setAsked} />
            <Script item={item} />
            <Sheet title={t('cases.page.money')}>
              <CaseMoney item={item} />
            </Sheet>
            <Sheet title={t('cases.page.judged')}>
              <Judged liability={item.liability} appeals={item.appeals} />
            </Sheet>
            <Sheet title={t('cases.page.rules')}>
              <AppliedRules item={item} />
            </Sheet>
          </div>
        </Columns>
      </Root>
      {asked && <CaseActionDialog item={item} action={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

/** One case: what happened, what is wanted, what may be done, what happens by itself, and who pays. */
export function CasePage() {
  const t = useTranslate();
  const { id = '' } = useParams();
  const query = useApiQuery(caseDocument, { id }, { refetchInterval: 60_000 });
  useCaseHints(null);
  return (
    <Loaded query={query} failed={t('cases.page.failed')}>
      {({ case: item }) =>
        item ? (
          <ZoneOf nodeId={item.node.id}>
            <Detail key={item.id} item={item} />
          </ZoneOf>
        ) : (
          <EmptyState kind="nothing" text={t('cases.page.gone')} />
        )
      }
    </Loaded>
  );
}
