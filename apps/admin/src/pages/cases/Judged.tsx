import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { useLocalText } from '../../shared/useLocalText';
import type { CaseDetail } from './documents';

type Liability = NonNullable<CaseDetail['liability']>;

function Fact({ fact }: { fact: Liability['facts'][number] }) {
  const t = useTranslate();
  const format = useFormat();
  const localText = useLocalText();
  const at = fact.at === null ? '' : ` ${format.textTime(fact.at)}`;
  return (
    <li>
      {localText(fact.text)}
      {at} · {t(fact.assumed ? 'cases.judged.assumed' : 'cases.judged.proven')}
    </li>
  );
}

/** What the branch said against it, and HQ's answer. */
function Appeal({ appeal }: { appeal: CaseDetail['appeals'][number] }) {
  const t = useTranslate();
  const format = useFormat();
  const named = appeal.named === null ? '' : t(`cases.party.${appeal.named}`);
  return (
    <div style={{ marginTop: 8 }}>
      <p>{t(`cases.appeal.${appeal.status}`, { named })}</p>
      <p className="hw-meta">
        {appeal.openedByName} {format.nearTime(appeal.openedAt)} {appeal.reason}
      </p>
      {appeal.answeredAt !== null && (
        <p className="hw-meta">
          {appeal.answeredByName} {format.nearTime(appeal.answeredAt)} {appeal.answer}
        </p>
      )}
    </div>
  );
}

/** 判责: who is at fault, by which rule, what of it is proven, and what would have changed it. */
function Finding({ liability }: Pick<CaseDetail, 'liability'>) {
  const t = useTranslate();
  const localText = useLocalText();
  if (!liability) return <p className="hw-hint">{t('cases.judged.nobody')}</p>;
  return (
    <>
      <p>
        <strong>{t(`cases.party.${liability.party}`)}</strong> · {localText(liability.text)}
      </p>
      <ul className="hw-meta" style={{ margin: '8px 0', paddingLeft: 18 }}>
        {liability.facts.map((fact) => (
          <Fact key={fact.key} fact={fact} />
        ))}
      </ul>
      {liability.flip && <p className="hw-meta">{localText(liability.flip)}</p>}
    </>
  );
}

/** The judgement, and what was said about it since. */
export function Judged({ liability, appeals }: Pick<CaseDetail, 'liability' | 'appeals'>) {
  return (
    <>
      <Finding liability={liability} />
      {appeals.map((appeal) => (
        <Appeal key={appeal.id} appeal={appeal} />
      ))}
    </>
  );
}
