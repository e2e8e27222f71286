import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useState, type ReactNode } from 'react';
import { useApiQuery } from '../../providers/hooks';
import { useMay } from '../../providers/session';
import { Band } from '../../shared/page';
import { ExtendAllDialog, useLeftOut } from './ExtendAllDialog';
import { caseExtensionDocument } from './extension';

const AGAIN = 2_000;

/** How far a mass extension has come; it goes on without the page. */
function Progress({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslate();
  const leftOutText = useLeftOut();
  const { data } = useApiQuery(caseExtensionDocument, { id }, { refetchInterval: AGAIN });
  const run = data?.caseExtension;
  if (!run) return null;
  const left = run.leftOut.length === 0 ? '' : ` ${t('cases.extension.leftOut', { what: leftOutText(run.leftOut) })}`;
  const words = { unit: run.node.name, n: run.extended, days: run.days };
  return (
    <div role="status">
      <Band
        tone="act"
        action={
          <Button variant="outlined" size="small" onClick={onClose}>
            {t('cases.extension.seen')}
          </Button>
        }
      >
        {t(run.finishedAt === null ? 'cases.extension.running' : 'cases.extension.done', words)}
        {left}
      </Band>
    </div>
  );
}

/** For who may extend: the button of the page's head, and below it the dialog with its dry run, then what came of it. */
export function useExtendAll(): { readonly button: ReactNode; readonly below: ReactNode } {
  const t = useTranslate();
  const may = useMay();
  const [asked, setAsked] = useState(false);
  const [started, setStarted] = useState<string | null>(null);
  return {
    button: may('case.extend') && (
      <Button variant="outlined" size="small" onClick={() => setAsked(true)}>
        {t('cases.extension.open')}
      </Button>
    ),
    below: (
      <>
        {started !== null && <Progress id={started} onClose={() => setStarted(null)} />}
        {asked && <ExtendAllDialog onClose={() => setAsked(false)} onStarted={setStarted} />}
      </>
    ),
  };
}
