import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useLocalText } from '../../shared/useLocalText';
import type { CaseAction, CaseRow } from './documents';
import { verbs } from './verbs';
import { useVerb } from './words';

const Row = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 8 });
const Key = styled('kbd')({ marginLeft: 8, opacity: 0.75, font: 'inherit' });

/** Letter of a verb in the queue and on the case page. */
export const letterOf: Readonly<Record<string, string>> = {
  approve: 'a',
  receive: 'a',
  dispatch: 'a',
  reject: 'r',
  refuseReceipt: 'r',
  askInfo: 'i',
  verdict: 'v',
};

/** The steps that this console knows: one that is newer than the page has no dialog here. */
const knownOf = (actions: readonly CaseAction[]) => actions.filter((action) => action.verb in verbs);

interface NextStepProps {
  readonly item: CaseRow;
  readonly onChoose: (action: CaseAction) => void;
}

const Step = styled(Button)({ whiteSpace: 'nowrap', '@media (max-width: 599.95px)': { minHeight: 44 } });

/** The usual step alone, for a row that has no preview beside it. */
export function NextStep({ item, onChoose }: NextStepProps) {
  const nameOf = useVerb();
  const [next] = knownOf(item.allowedActions);
  if (!next) return <>–</>;
  return (
    <Step variant="outlined" size="small" aria-label={`${nameOf(next)} · ${item.code}`} onClick={() => onChoose(next)}>
      {nameOf(next)}
    </Step>
  );
}

interface CaseActionsProps {
  readonly actions: readonly CaseAction[];
  /** Nobody acts on what has ended. */
  readonly ended?: boolean;
  readonly onChoose: (action: CaseAction) => void;
}

/** The buttons that the API allows: the usual step is the filled one, and says beforehand what it leads to. */
export function CaseActions({ actions, ended = false, onChoose }: CaseActionsProps) {
  const t = useTranslate();
  const localText = useLocalText();
  const nameOf = useVerb();
  const known = knownOf(actions);
  const usual = known.find((action) => action.primary);
  if (known.length === 0) return ended ? null : <p className="hw-hint">{t('cases.page.notYou')}</p>;
  return (
    <>
      <Row>
        {known.map((action) => (
          <Button key={action.verb} variant={action.primary ? 'contained' : 'outlined'} onClick={() => onChoose(action)}>
            {nameOf(action)}
            {letterOf[action.verb] !== undefined && <Key aria-hidden>{letterOf[action.verb]?.toUpperCase()}</Key>}
          </Button>
        ))}
      </Row>
      {usual && <p className="hw-meta">{localText(usual.effect)}</p>}
    </>
  );
}

interface BesideProps extends Omit<CaseActionsProps, 'ended'> {
  readonly wordOf: (action: CaseAction) => string;
}

function Beside({ actions, wordOf, onChoose }: BesideProps) {
  const known = knownOf(actions);
  if (known.length === 0) return null;
  return (
    <Row>
      {known.map((action) => (
        <Button key={action.verb} variant="text" onClick={() => onChoose(action)}>
          {wordOf(action)}
        </Button>
      ))}
    </Row>
  );
}

/** A15: what a limit of the rules stands against, for one who may overrule it. */
export function Overrulable(props: Omit<CaseActionsProps, 'ended'>) {
  const t = useTranslate();
  const nameOf = useVerb();
  return <Beside {...props} wordOf={(action) => t('cases.overrule.button', { verb: nameOf(action) })} />;
}

/** What may be done beside the state, and after the end. */
export function Remedies(props: Omit<CaseActionsProps, 'ended'>) {
  return <Beside {...props} wordOf={useVerb()} />;
}
