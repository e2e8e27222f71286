import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { UrlDrawer, useDrawer, type UrlDrawerState } from '../dialog';
import { Loaded } from '../states';
import { TurnBranches } from './branchLists';
import { previewTurnDocument, type TurnEvent } from './documents';
import { ImpactPanel } from './ImpactPanel';

/** A fact and what it does by itself, as the address says it: a calendar entry's id. */
export const turnOf = (factId: string, event: TurnEvent): string => `${factId} ${event}`;

export const useTurnDrawer = (): UrlDrawerState => useDrawer('turn');

function TurnImpact({ value }: { value: string }) {
  const t = useTranslate();
  const [factId = '', said] = value.split(' ');
  const event: TurnEvent = said === 'begins' ? 'begins' : 'ends';
  const preview = useApiQuery(previewTurnDocument, { factId, event });
  return (
    <Loaded query={preview} failed={t('shared.turn.failed')}>
      {({ previewTurn }) => (
        <>
          <p>{t(`shared.turn.${event}`, { unit: previewTurn.node.name })}</p>
          <ImpactPanel impact={previewTurn} branches={(group) => <TurnBranches {...{ factId, event }} {...group} />} />
        </>
      )}
    </Loaded>
  );
}

/** P7: what something will change by itself when it begins or ends. */
export function TurnDrawer({ drawer }: { drawer: UrlDrawerState }) {
  const t = useTranslate();
  return (
    <UrlDrawer drawer={drawer} title={t('shared.impact.title')}>
      {(value) => <TurnImpact value={value} />}
    </UrlDrawer>
  );
}
