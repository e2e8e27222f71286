import { useTranslate } from 'ra-core';
import { useEffect, useRef, useState } from 'react';
import { useApiQuery } from '../../../providers/hooks';
import { Band, PageHeader } from '../../../shared/page';
import { useScope, useScopeNode } from '../../../shared/scope';
import { EmptyState, Loaded } from '../../../shared/states';
import { useUrlParam } from '../../../shared/url';
import { ZoneOf } from '../../../shared/node';
import { CaseActionDialog } from '../CaseActionDialog';
import type { CaseAction } from '../documents';
import { useDone } from '../words';
import { Arrivals, type Asked } from './Arrivals';
import { receivingDocument } from './documents';
import { ScanField } from './ScanField';

/** The code was scanned already: the dialog need not ask for it. */
const withoutCode = (action: CaseAction): CaseAction => ({ ...action, needs: action.needs.filter((need) => need !== 'code') });

/** What was done to the last parcel; the next scan takes its place. */
function Results({ done }: { done: readonly string[] }) {
  return <div role="status">{done.length > 0 && <Band tone="act">{done.join(' · ')}</Band>}</div>;
}

/** A counter where parcels come in (A8, A9): scan, look, register, and the next one. */
export function ReceivingPage() {
  const t = useTranslate();
  const doneText = useDone();
  const { nodeId, isHome } = useScope();
  const scope = useScopeNode();
  const [scanned, setScanned] = useUrlParam('scanned');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState<readonly string[]>([]);
  const field = useRef<HTMLInputElement>(null);
  const at = scope?.type === 'store' ? scope.id : null;
  const query = useApiQuery(
    receivingDocument,
    { scanned, at, within: isHome ? null : nodeId },
    { enabled: scanned !== '' && scope !== null },
  );
  const finish = (text: string) => setDone((before) => [...before, text]);
  // The menu leads back to an empty desk, whose field is ready too.
  useEffect(() => field.current?.focus(), [scanned]);
  useEffect(() => {
    if (asked === null && done.length > 0) field.current?.focus();
  }, [asked, done.length]);
  const scan = (text: string) => {
    setDone([]);
    setScanned(text);
  };
  return (
    <>
      <PageHeader title={t('cases.receiving.title')} />
      <ScanField field={field} onScan={scan} />
      <Results done={done} />
      {scanned === '' ? (
        <EmptyState kind="nothing" text={t('cases.receiving.start')} hint={t('cases.receiving.startHint')} />
      ) : (
        <Loaded query={query} failed={t('cases.queue.failed')}>
          {({ cases, dropIn }) => (
            <Arrivals
              // Once one is done, the next that waits takes its place.
              key={`${scanned} ${String(done.length)}`}
              {...{ scanned, dropIn, at }}
              items={cases.items}
              more={cases.nextCursor !== null}
              onAsk={setAsked}
              onDropIn={(code) => finish(t('cases.done', { code, did: t('cases.did.registerDropIn') }))}
            />
          )}
        </Loaded>
      )}
      {asked && (
        <ZoneOf nodeId={asked.item.node.id}>
          <CaseActionDialog
            item={asked.item}
            action={withoutCode(asked.action)}
            known={{ code: asked.item.code }}
            onClose={() => setAsked(null)}
            onDone={() => finish(doneText(asked.action, asked.item.code))}
          />
        </ZoneOf>
      )}
    </>
  );
}
